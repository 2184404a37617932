// amount_text: amounts as tables write them, and as an added column is written.
// Promises: exact; what could be read in two ways is refused, with the id of the reason.
// Leaves out: amounts in running text, with symbols and words (figures/).
#pragma once

#include <outlay/number/decimal.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace outlay {

/// Digits, with a minus or plus before them and a decimal mark in them: "-5", "1234.56", ".5". The thousands may be
/// grouped throughout, in threes or as in India (12,34,567), by the other of point and comma, by an apostrophe, or by
/// a blank (also the narrow and the one that does not break). No currency, no brackets, and no exponent: a spreadsheet
/// writes one where it has dropped digits.
struct amount_style {
    char decimal_mark = '.';
};

enum class amount_flaw : std::uint8_t { empty, malformed, exponent, too_long };
[[nodiscard]] std::string_view to_text(amount_flaw flaw);  ///< the id of its message: "amount-empty", …

[[nodiscard]] std::variant<decimal, amount_flaw> read_amount(std::string_view text, const amount_style& style = {});

}  // namespace outlay
