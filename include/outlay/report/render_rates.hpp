// render_rates: which exchange rates are known, from where, and the values of one pair over days.
// Promises: every value with its date, path and source.
// Leaves out: choosing a rate (rates/rate_policy.hpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <vector>

namespace outlay {

/// A line a series (pair, first and last day, count) under the source, its kind, licence and address.
[[nodiscard]] std::string render_rate_series(const engine& data, const format_options& options);
[[nodiscard]] std::string render_rate_series_json(const engine& data);

/// One rate with its date, path and source.
[[nodiscard]] std::string render_one_rate(const engine& data, const rate& found, const format_options& options);
/// The rates of one pair, a line a day.
[[nodiscard]] std::string render_rate_values(const engine& data, const std::vector<rate>& values,
                                             const format_options& options);
/// One or many: {"schema", "pair", "values": […]}.
[[nodiscard]] std::string render_rate_values_json(const std::vector<rate>& values);

}  // namespace outlay
