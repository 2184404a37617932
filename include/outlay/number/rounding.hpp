// rounding: the one place where exactness ends, in a mode and to a scale that the caller names.
// Promises: correct for any fraction; half_up is "half away from zero", the habit of news and of ledgers.
// Leaves out: grouping and words (report/number_format.hpp).
#pragma once

#include <outlay/number/decimal.hpp>
#include <outlay/number/ratio.hpp>

namespace outlay {

enum class rounding_mode { half_up, half_even, down, up };  ///< down: towards zero; up: away from it

/// The nearest multiple of 10^−scale (negative scales round to tens, hundreds, …); the result has exactly that scale.
[[nodiscard]] decimal round(const ratio& value, int scale, rounding_mode mode);

/// The same of a quotient that need not be in lowest terms; `denominator` is positive.
[[nodiscard]] decimal round(const integer& numerator, const integer& denominator, int scale, rounding_mode mode);

/// To `digits` significant digits (at least 1).
[[nodiscard]] decimal round_significant(const ratio& value, int digits, rounding_mode mode);

/// Position of the first digit: 0 for 1 to 9.99…, 3 for thousands, −1 for 0.1…; 0 for zero.
[[nodiscard]] int leading_exponent(const ratio& value);

}  // namespace outlay
