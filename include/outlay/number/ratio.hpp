// ratio: an exact fraction in lowest terms; what a rate, a unit cost or a share is until it is printed.
// Promises: exact (1/3 × 3 is 1); its text is "a/b", or "a" for a whole number.
// Leaves out: rounding (number/rounding.hpp).
#pragma once

#include <outlay/number/decimal.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace outlay {

using ratio = boost::multiprecision::number<boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
                                            boost::multiprecision::et_off>;

[[nodiscard]] ratio to_ratio(const decimal& value);
/// numerator / denominator; the denominator must not be zero.
[[nodiscard]] ratio make_ratio(const integer& numerator, const integer& denominator);

/// "1436", "1.57", "200000/157" (both parts decimals). Errors: number-malformed, number-out-of-range, division-by-zero.
[[nodiscard]] result<ratio> parse_ratio(std::string_view text);

[[nodiscard]] bool is_whole(const ratio& value);

/// The decimal equal to it, if its decimal expansion ends.
[[nodiscard]] std::optional<decimal> exact_decimal(const ratio& value);

/// "200000/157"; "1436" for a whole number. The contract's `exact`.
[[nodiscard]] std::string fraction_text(const ratio& value);
/// The decimal where it ends, else the fraction: "1.57", "200000/157". The contract's `low`, `high`, `central`.
[[nodiscard]] std::string exact_text(const ratio& value);

}  // namespace outlay
