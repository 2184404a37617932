// render_league: a comparison as a league table: one row an investment, the largest first, and their sum.
// Promises: at most as many columns as asked for; a blank has its reason; the sum counts no money twice and names what it
//   leaves out; the machine-readable forms hold the bounds.
// Leaves out: ratios and break-even (render_comparison.hpp).
#pragma once

#include <outlay/compare/comparison.hpp>
#include <outlay/report/layout.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <vector>

namespace outlay {

struct league_request {
    std::string by;            ///< a metric that was compared; empty: the first
    bool has_bars = false;     ///< of that metric, on a logarithmic scale, where there is room for them
    std::size_t columns = 80;
};

[[nodiscard]] std::string render_league(const engine& data, const comparison& what, const league_request& request,
                                        report_layout layout, const format_options& options);

/// What a league table shows where nobody asks for metrics: total, per_year and per_job; and the one it is ordered by.
[[nodiscard]] std::vector<std::string> league_metrics(const scenario& what, std::vector<std::string> asked,
                                                      const std::string& by);

}  // namespace outlay
