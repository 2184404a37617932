// metric_json: the keys of a metric in the contract: its value, bounds, unit and notes, or what is missing.
// Promises: one form wherever a metric stands.
// Leaves out: the object around them.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/number_format.hpp>
#include <outlay/report/source_finder.hpp>

namespace outlay {

void write_metric_fields(json_writer& json, const engine& data, const metric& value, const format_options& options,
                         bool with_trace = false, const source_finder& sources = {});

}  // namespace outlay
