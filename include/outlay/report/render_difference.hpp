// render_difference: what changed between two comparisons, and why.
// Promises: the words of an input before and after stand beside what it did to each result.
// Leaves out: the arithmetic (analysis/difference.hpp).
#pragma once

#include <outlay/analysis/difference.hpp>
#include <outlay/report/layout.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <string_view>

namespace outlay {

/// `before` and `after` name the two: files, or the file and what is different.
[[nodiscard]] std::string render_difference(const engine& data, const scenario_difference& what,
                                            std::string_view before, std::string_view after, report_layout layout,
                                            const format_options& options);

}  // namespace outlay
