// sum_of_totals: the totals of a case added up, each sum of money once.
// Promises: what is part of another, an older vintage, cancelled or unknown is left out and named; money that overlaps by
//   an amount nobody states makes a range; ceilings and floors are never added to a number that looks like one.
// Leaves out: whether such a sum means anything; that the years and the payers differ is warned of elsewhere.
#pragma once

#include <outlay/compare/case_inputs.hpp>

#include <optional>

namespace outlay {

/// Nothing for fewer than two investments, or where the totals are not among the metrics.
[[nodiscard]] std::optional<compared_sum> sum_of_totals(const resolved_case& what, const compared_case& measured);

}  // namespace outlay
