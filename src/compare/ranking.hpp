// ranking: which place each investment takes by each metric.
// Promises: an unknown metric has no place; a ceiling or a floor has all the places that its bounds allow.
// Leaves out: what the places mean.
#pragma once

#include <outlay/compare/comparison.hpp>

namespace outlay {

[[nodiscard]] std::vector<compared_rank> ranks_of(const std::vector<compared_investment>& investments);
/// The number that a known metric states, whichever bound it is.
[[nodiscard]] const ratio& stated_number(const metric& value);

}  // namespace outlay
