// render_simulation: how the results of a comparison are spread when its inputs are.
// Promises: says that the numbers are approximate, how they were made, of which inputs, and how far they had settled.
// Leaves out: the arithmetic (analysis/uncertainty.hpp).
#pragma once

#include <outlay/analysis/uncertainty.hpp>
#include <outlay/report/layout.hpp>
#include <outlay/report/number_format.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

struct simulation_answer {
    uncertain_question about;
    /// Of the last the outputs are the answer; one stage of zero samples where nothing was drawn.
    std::vector<simulation_stage> stages;
    std::uint64_t seed = 0;
    [[nodiscard]] bool is_computed() const { return stages.back().samples == 0; }
};

[[nodiscard]] std::string render_simulation(const engine& data, const simulation_answer& what, std::string_view title,
                                            report_layout layout, const format_options& options);

}  // namespace outlay
