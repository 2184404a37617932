// digits: a number written in digits, with the separators of its language or, where those cannot be meant, of others.
// Promises: exact; never reads past the end. "1.234" is 1234 where a point groups and 1.234 where it is decimal;
//   "1.890,00" and "8.000.000" have one reading each, whatever the language.
// Leaves out: words of numbers (amount.hpp).
#pragma once

#include <outlay/language/lexicon.hpp>
#include <outlay/number/decimal.hpp>

#include <cstddef>
#include <string_view>

namespace outlay::reading {

/// The value of a digit of any script that the reader knows, or −1.
[[nodiscard]] int digit_value(char32_t c);
[[nodiscard]] bool is_one_of(char32_t c, std::string_view marks);

struct digits_read {
    std::size_t end = 0;    ///< bytes
    bool is_number = true;  ///< false: digits and separators that make no number ("1.2.3", a date)
    bool grouped = false;
    std::size_t groups = 0; ///< runs of digits of the whole part
    bool plain = false;     ///< digits alone, no separators or point
    decimal value;
};

/// The number whose first digit stands at `offset`.
[[nodiscard]] digits_read read_digits(std::string_view text, std::size_t offset, const number_style& style);

}  // namespace outlay::reading
