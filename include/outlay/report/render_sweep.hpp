// render_sweep: a comparison at every point of a grid: a line a case, a column a number.
// Promises: machine-readable forms hold every case; fractions are rounded once, as they are written.
// Leaves out: what does not change along the grid.
#pragma once

#include <outlay/analysis/sweep.hpp>
#include <outlay/report/layout.hpp>
#include <outlay/report/number_format.hpp>

#include <string>

namespace outlay {

[[nodiscard]] std::string render_sweep(const engine& data, const sweep& what, std::string_view title,
                                       report_layout layout, const format_options& options);

}  // namespace outlay
