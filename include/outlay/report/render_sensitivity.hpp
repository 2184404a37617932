// render_sensitivity: which input moves a result how far: a tornado, the widest bar on top.
// Promises: bars are placed by comparing fractions; where the low and the high of an input come from is said.
// Leaves out: the arithmetic (analysis/sensitivity.hpp).
#pragma once

#include <outlay/analysis/sensitivity.hpp>
#include <outlay/report/layout.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace outlay {

[[nodiscard]] std::string render_sensitivity(const engine& data, const std::vector<sensitivity>& what,
                                             std::string_view title, std::string_view baseline,
                                             const ratio& share, report_layout layout,
                                             const format_options& options);

}  // namespace outlay
