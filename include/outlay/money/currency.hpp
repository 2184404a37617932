// currency: an ISO 4217 code, the list of them, and what a written symbol can mean.
// Promises: a code is a value of three letters; the list is data (config/currencies.csv, config/symbols.csv).
// Leaves out: amounts (money.hpp) and rates (rates/). A symbol is not a currency: `$` is a list of candidates.
#pragma once

#include <outlay/base/csv.hpp>
#include <outlay/base/result.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

class currency_code {
public:
    constexpr currency_code() = default;
    /// Three ASCII letters, in either case. Anything else gives the empty code.
    constexpr explicit currency_code(std::string_view text) {
        if (text.size() != 3) return;
        for (std::size_t i = 0; i < 3; ++i) {
            const char c = text[i];
            const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            if (upper < 'A' || upper > 'Z') {
                letters_ = {};
                return;
            }
            letters_[i] = upper;
        }
    }
    [[nodiscard]] constexpr bool empty() const { return letters_[0] == 0; }
    [[nodiscard]] constexpr std::string_view text() const { return {letters_.data(), empty() ? 0U : 3U}; }
    constexpr auto operator<=>(const currency_code&) const = default;

private:
    std::array<char, 3> letters_{};
};

/// A row of ISO 4217. Dates are ISO texts ("1999-01-01", or a month "2002-03"), empty where open.
struct currency {
    currency_code code;
    std::int16_t numeric = 0;       ///< ISO 4217 numeric code; 0 if none
    std::int8_t minor_units = -1;   ///< digits of the minor unit; −1 where ISO states none (gold, funds)
    std::int8_t quote_rank = 0;     ///< market quoting order: the lower rank is the base of a pair; 0: after all ranked
    std::string_view name;
    std::string_view symbol;        ///< written before an English amount; empty: the code is
    std::string_view valid_from;
    std::string_view valid_to;      ///< empty: in use
    currency_code successor;
};

/// What a symbol can mean, first the default, for a passage in `language` (empty: any).
struct currency_symbol {
    std::string_view symbol;
    std::string_view language;
    std::string_view candidates;  ///< codes separated by spaces
    std::string_view reason;
};

class currency_table {
public:
    constexpr currency_table() = default;
    /// Both spans sorted: by code, and by symbol then language. The spans must outlive the table.
    constexpr currency_table(std::span<const currency> rows, std::span<const currency_symbol> symbols)
        : rows_(rows), symbols_(symbols) {}

    [[nodiscard]] const currency* find(currency_code code) const;
    /// Of a written code in any case. Errors: unknown-currency, with near misses.
    [[nodiscard]] result<currency_code> read_code(std::string_view text, std::optional<place> where = std::nullopt) const;
    /// Digits to print an amount with: the minor units, 2 where ISO states none.
    [[nodiscard]] int minor_units(currency_code code) const;
    /// True if `a` is the base when the market quotes a and b.
    [[nodiscard]] bool is_quoted_as_base(currency_code a, currency_code b) const;

    [[nodiscard]] std::span<const currency> rows() const { return rows_; }
    [[nodiscard]] std::span<const currency_symbol> symbols() const { return symbols_; }
    /// The row for a symbol in a passage of that language; null if it is none.
    [[nodiscard]] const currency_symbol* find_symbol(std::string_view symbol, std::string_view language) const;

private:
    std::span<const currency> rows_;
    std::span<const currency_symbol> symbols_;
};

/// The codes in a space-separated list.
[[nodiscard]] std::vector<currency_code> split_codes(std::string_view list);

/// Rows of config/currencies.csv and config/symbols.csv; their views point into the given tables.
[[nodiscard]] result<std::vector<currency>> read_currencies(const source& text, const csv_table& table);
[[nodiscard]] result<std::vector<currency_symbol>> read_symbols(const source& text, const csv_table& table);

[[nodiscard]] std::span<const currency> embedded_currencies();         ///< sorted by code
[[nodiscard]] std::span<const currency_symbol> embedded_symbols();     ///< sorted by symbol, language

}  // namespace outlay
