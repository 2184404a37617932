// economy: a country of ISO 3166, or the European Union, and its legal tender.
// Promises: rows are data (config/economies.csv).
// Leaves out: what is measured there (indicator.hpp).
#pragma once

#include <outlay/money/currency.hpp>

#include <array>
#include <compare>
#include <span>
#include <string_view>

namespace outlay {

/// A row of config/economies.csv.
struct economy {
    std::string_view code;    ///< ISO 3166 alpha-2, or EU
    std::string_view alpha3;
    std::string_view name;
    std::string_view name_ko;
    currency_code currency;
};
[[nodiscard]] std::span<const economy> embedded_economies();  ///< sorted by code

/// Two capital letters; empty for any other text.
class economy_code {
public:
    constexpr economy_code() = default;
    constexpr explicit economy_code(std::string_view text) {
        if (text.size() != 2) return;
        for (const char c : text)
            if (c < 'A' || c > 'Z') return;
        letters_ = {text[0], text[1]};
    }
    [[nodiscard]] constexpr bool empty() const { return letters_[0] == 0; }
    [[nodiscard]] constexpr std::string_view text() const { return {letters_.data(), empty() ? 0U : 2U}; }
    constexpr auto operator<=>(const economy_code&) const = default;

private:
    std::array<char, 2> letters_{};
};

}  // namespace outlay
