// simulation: draws an uncertain model many times and counts the outcomes.
// Promises: the same model, seed and number of samples give the same bytes for any number of threads and any vector
//   instructions (how: src/analysis/sampling.hpp); memory does not grow with the samples: outcomes are counted in
//   histograms, and percentiles are read off them to about 10⁻⁵ of the spread.
// Leaves out: models that are no products of powers (a model with curves is refused: std::invalid_argument), and exactness: this is the one place of outlay where doubles stand for money.
#pragma once

#include <outlay/analysis/distribution.hpp>
#include <outlay/columns/instruction_set.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace outlay {

struct simulation_options {
    std::uint64_t samples = 1'000'000;
    std::uint64_t seed = 0;
    unsigned threads = 1;                         ///< the calling one and others
    std::optional<instruction_set> instructions;  ///< nothing: the best there are
};

/// The outcomes after so many samples, the first of them all.
struct simulation_stage {
    std::uint64_t samples = 0;
    std::vector<spread_summary> outputs;  ///< as many as the model's
};

/// At a hundredth, a tenth and all of the samples (stages of less than a thousand samples are left out): what the last
/// stage gives, and how it got there.
[[nodiscard]] std::vector<simulation_stage> simulate(const uncertain_model& model, const simulation_options& options);

}  // namespace outlay
