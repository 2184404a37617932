// annual_cost: the equivalent annual cost of one unit of outlay where the discount rate is a range.
// Promises: one rate stands in both factors. Where the cost only rises or only falls along the rates its ends are those of
//   the two rates, exactly; where it turns the bounds hold and are wider than need be by less than 1/10000 of what it varies.
// Leaves out: a rate that is one number (discounting.hpp has both factors).
//   cost(d) = Σ share(k) v^(k − t) / Σ v^j, v = 1 / (1 + d), k over the years of spending, j over those of use. Its logarithm
//   rises with v where Σ share(k) (k − t − j) v^(k + j) is above zero: a polynomial, whose terms bound it between two rates.
#pragma once

#include "compare/input_metrics.hpp"

namespace outlay {

/// Of `years` of spending and `life` of use, both known; nothing where the rate is none or one number, or years do not suit.
[[nodiscard]] std::optional<interval<ratio>> annual_cost_factor(const interval<ratio>& years, const interval<ratio>& life,
                                                                const assumptions& assumed);

}  // namespace outlay
