// approximate: a double as a reader or a program is shown it.
// Promises: six significant digits at most: more would claim what a simulation does not know.
// Leaves out: exact numbers (number_format.hpp).
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/report/number_format.hpp>

#include <string>

namespace outlay {

/// The fraction that a finite double is.
[[nodiscard]] ratio exact_value(double value);
/// "1392760000", "0.00279": six significant digits, no grouping.
[[nodiscard]] std::string plain_approximate(double value);
/// "≈ $1.39 billion"; with the sign of the qualifier where it is a bound: "≤ $5.01 million".
[[nodiscard]] std::string approximate_words(const engine& data, double value, const metric& form,
                                            const format_options& options);

}  // namespace outlay
