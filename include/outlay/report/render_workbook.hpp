// render_workbook: a comparison as a spreadsheet (Office Open XML) that computes: change a rate, and every amount follows.
// Promises: a formula stands only where it is what the engine computed, exactly; rates are named cells; sources are comments;
//   a number that a spreadsheet cannot hold, of more than 15 digits, stands beside it as text; the same input, the same bytes.
// Leaves out: the arithmetic (compare/).
#pragma once

#include <outlay/compare/case_inputs.hpp>
#include <outlay/compare/comparison.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <vector>

namespace outlay {

/// `inputs` are those of each case of the comparison, in the same order (compare/case_inputs.hpp: resolve).
[[nodiscard]] std::string render_comparison_workbook(const engine& data, const comparison& what,
                                                     const std::vector<resolved_case>& inputs, const format_options& options);

/// resolve() of every case of a scenario.
[[nodiscard]] std::vector<resolved_case> resolve_cases(const engine& data, const scenario& what, const compare_options& options);

}  // namespace outlay
