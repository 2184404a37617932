// rate_trace: what a derivation says of the exchange rate it used.
// Promises: every leg, as published or given, with its day and its source.
// Leaves out: how the rate was found (rates/rate_policy.hpp).
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <vector>

namespace outlay {

/// A step a leg, then the factor; nothing for the same currency on both sides.
[[nodiscard]] std::vector<trace_step> trace_of(const rate& used);

/// Digits that a written number justifies: 3, or 2 if it has two. One digit is a round number of policy, which is
/// as precise as what it is combined with.
[[nodiscard]] int justified_digits(const decimal& written);
[[nodiscard]] int justified_digits(const rate& used);

}  // namespace outlay
