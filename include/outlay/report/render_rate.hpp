// render_rate: an exchange rate as a reader may challenge it: value, date, path and source; and as JSON.
// Promises: a rate never appears without its date or the words "given"; every leg of a cross is shown.
// Leaves out: lists of rates (render_rates.hpp).
#pragma once

#include <outlay/rates/rate_policy.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/number_format.hpp>

#include <string>
#include <utility>
#include <vector>

namespace outlay {

/// "1,436", "1,273.885350… (exactly 200000/157)".
[[nodiscard]] std::string format_rate_number(const engine& data, const ratio& value, const format_options& options);
/// "USD/KRW 1,436".
[[nodiscard]] std::string format_rate_value(const engine& data, const rate& used, const format_options& options);
/// "2025-01-22, the date given"; for a given rate that it is given, and by whom.
[[nodiscard]] std::string format_rate_date(const rate& used, const format_options& options);
/// "× EUR/KRW 1491.57 ÷ EUR/USD 1.0412 (cross)".
[[nodiscard]] std::string format_rate_path(const rate& used, const format_options& options);
/// "mean of 22 daily crosses, EUR/USD EUR/KRW", of a leg that was computed.
[[nodiscard]] std::string format_mean(const rate_leg& leg, const format_options& options);
/// The distinct sources of its legs, with their kinds.
[[nodiscard]] std::string format_rate_source(const rate& used, const format_options& options);
/// All of it in one paragraph.
[[nodiscard]] std::string format_rate_line(const engine& data, const rate& used, const format_options& options);

/// "2025-01-23, the date the document states".
[[nodiscard]] std::string format_as_of(date day, as_of_origin origin, const format_options& options);

/// The contract's rate object, or null for the identity.
void write_rate(json_writer& json, const rate& used);

/// Digits with a decimal point, no grouping: all of them where they end, else ten significant ones.
[[nodiscard]] std::string plain_digits(const ratio& value);
/// The one value a report may print as a point: the central one, or the only one.
[[nodiscard]] std::optional<ratio> point_of(const interval<ratio>& value);
/// "low", "high", "low_open", "high_open" of the contract.
void write_bounds(json_writer& json, const interval<ratio>& value);
/// "value" and "exact": null unless there is a point; `scale` digits after the point.
void write_point(json_writer& json, const interval<ratio>& value, int scale, rounding_mode rounding);

}  // namespace outlay
