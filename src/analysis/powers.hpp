// powers: which power of an input a metric is, found out by asking at several values.
// Promises: a metric that is a quotient of polynomials of a degree up to four in an input, and agrees with a power of it at
//   nine values, is that power.
// Leaves out: asking (question.hpp).
#pragma once

#include <outlay/compare/metric.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace outlay {

/// At so many values of an input a metric is asked.
inline constexpr std::size_t probes = 9;

[[nodiscard]] ratio integer_power(const ratio& value, int exponent);

/// The factor between two metrics that differ in nothing but their size; nothing where they differ otherwise.
[[nodiscard]] std::optional<ratio> factor_between(const metric& from, const metric& to);

/// A metric at a value of the input, relative to the value of the first.
struct probed_metric {
    ratio relative;
    const metric* value = nullptr;
};
/// 0 where the metric does not depend on the input, or is unknown everywhere for the same reasons; nothing for no power.
[[nodiscard]] std::optional<int> exponent_of_input(const metric& first, const std::vector<probed_metric>& found);

}  // namespace outlay
