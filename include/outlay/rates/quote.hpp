// quote: a published observation of an exchange rate: pair, day, value, kind, source.
// Promises: the value as it was published, in the direction it was published.
// Leaves out: which quote answers a question (rates/rate_policy.hpp).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/money/currency.hpp>
#include <outlay/number/ratio.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace outlay {

/// BASE/QUOTE: USD/KRW = 1436 means 1436 won for one dollar.
struct currency_pair {
    currency_code base;
    currency_code quote;
    auto operator<=>(const currency_pair&) const = default;
    [[nodiscard]] currency_pair reversed() const { return {quote, base}; }
};
[[nodiscard]] std::string to_text(const currency_pair& pair);  ///< "USD/KRW"
/// "USD/KRW", in either case. Errors: pair-malformed, unknown-currency, pair-of-itself.
[[nodiscard]] result<currency_pair> read_pair(std::string_view text, const currency_table& currencies,
                                              std::optional<place> where = std::nullopt);

enum class rate_kind : std::uint8_t { spot, period_mean, peg, irrevocable, given };
[[nodiscard]] std::string_view to_text(rate_kind kind);  ///< "spot", "mean", "peg", "irrevocable", "given"

/// Of a dealer's two prices the one that is meant; most sources publish neither, but one rate.
enum class rate_side : std::uint8_t { mid, bid, ask };
[[nodiscard]] std::string_view to_text(rate_side side);  ///< "mid", "bid", "ask"
[[nodiscard]] std::optional<rate_side> read_rate_side(std::string_view text);

/// What one value of a series stands for: a day, or the mean of so long a period.
enum class rate_period : std::uint8_t { day, month, quarter, year };
[[nodiscard]] std::string_view to_text(rate_period period);  ///< "day", "month", "quarter", "year"
[[nodiscard]] std::optional<rate_period> read_rate_period(std::string_view text);

/// Who published a series of quotes, and under which terms: the comment lines of a file under config/rates/.
struct rate_source {
    std::string_view name;     ///< "ECB euro foreign exchange reference rates"
    std::string_view address;
    std::string_view licence;
    std::string_view date;     ///< vintage of the file
    std::string_view file;
    rate_kind kind = rate_kind::spot;
    rate_side side = rate_side::mid;
    rate_period period = rate_period::day;  ///< of a mean, as it was published; it is stored under the last day
};

/// As stored: a value is coefficient × 10^−scale.
struct quote {
    currency_pair pair;
    std::int32_t day = 0;  ///< days since 1970-01-01
    std::int64_t coefficient = 0;
    std::int8_t scale = 0;
    std::uint8_t source = 0;  ///< index into the table's sources
    std::int32_t until = std::numeric_limits<std::int32_t>::max();  ///< of a peg that ended: its last day, in days

    [[nodiscard]] date observed() const { return date{std::chrono::days{day}}; }
    [[nodiscard]] decimal value() const { return {integer(coefficient), scale}; }
};

}  // namespace outlay
