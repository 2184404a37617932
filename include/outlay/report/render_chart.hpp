// render_chart: the investments of a comparison as bars on a logarithmic scale, metric by metric.
// Promises: at most 80 columns, names aligned by display width; what is unknown has no bar and says so; the same bytes
//   everywhere. Only the length of a bar is approximate.
// Leaves out: ratios and break-even (render_comparison.hpp).
#pragma once

#include <outlay/compare/comparison.hpp>
#include <outlay/report/number_format.hpp>

#include <string>

namespace outlay {

[[nodiscard]] std::string render_comparison_chart(const engine& data, const comparison& what,
                                                  const format_options& options);

}  // namespace outlay
