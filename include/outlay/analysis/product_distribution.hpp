// product_distribution: how a product of independent inputs is spread, computed instead of sampled.
// Promises: the logarithm of a product is a sum of independent terms, so its density is the convolution of theirs; on a
//   grid of 8192 steps, by FFT, percentiles are within 10⁻⁵ of the spread; the same bytes on every machine.
// Leaves out: models in which something is more than a product of functions of single inputs.
#pragma once

#include <outlay/analysis/distribution.hpp>

#include <vector>

namespace outlay {

/// One summary an output, without sampling errors.
[[nodiscard]] std::vector<spread_summary> distribute(const uncertain_model& model);

}  // namespace outlay
