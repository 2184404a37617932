// analysis_words: what the reports of analysis/ say alike: names of results and of inputs, their values.
// Promises: the same input is named and written the same way in all of them.
// Leaves out: layout.
#pragma once

#include <outlay/analysis/question.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/number_format.hpp>

#include "report/metric_json.hpp"

#include <string>
#include <string_view>

namespace outlay {

/// "Stargate, per job"; "Stargate ÷ National AI Computing Center, per job".
[[nodiscard]] std::string output_label(const output_key& key, std::string_view baseline, const format_options& options);
/// "1,436"; "$500 billion"; "100,000 jobs"; "20 %" for 1/5 of the unit "%".
[[nodiscard]] std::string input_words(const engine& data, const ratio& amount, std::string_view unit,
                                      const format_options& options);
/// A metric in words if they say more than its digits, else in digits; unknown where it is.
[[nodiscard]] std::string short_form(const engine& data, const metric& value, const format_options& options);
/// "investment", "metric", "is_ratio".
void write_output_key(json_writer& json, const output_key& key);

}  // namespace outlay
