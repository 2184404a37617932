#include "report/metric_json.hpp"

#include <outlay/report/render_rate.hpp>

#include "report/byte_span.hpp"
#include "report/metric_scale.hpp"

namespace outlay {

namespace {

void write_trace(json_writer& json, const metric& value, const source_finder& sources) {
    json.key("trace").begin_array();
    for (const auto& step : value.trace) {
        const bool has_line = step.where && step.where->line > 0;
        json.begin_object();
        json.key("formula").text(step.formula);
        json.key("detail").text(step.detail);
        json.key("evidence").text(step.evidence);
        json.key("source").text_or_null(step.where ? std::optional(step.where->source) : std::nullopt);
        json.key("line");
        has_line ? json.number(step.where->line) : json.null();
        json.key("column");
        has_line ? json.number(step.where->column) : json.null();
        const auto bytes = has_line ? find_bytes(sources, *step.where) : std::nullopt;
        json.key("begin");
        bytes ? json.number(bytes->begin) : json.null();
        json.key("end");
        bytes ? json.number(bytes->end) : json.null();
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_metric_fields(json_writer& json, const engine& data, const metric& value, const format_options& options,
                         bool with_trace, const source_finder& sources) {
    if (value.known()) {
        write_point(json, value.value, scale_of(data, value), options.rounding);
        write_bounds(json, value.value);
        json.key("unit").text(value.unit);
        json.key("qualifier").text(to_text(value.qualifier));
        json.key("notes").texts(value.notes);
    } else {
        json.key("missing").texts(value.missing);
    }
    if (with_trace) write_trace(json, value, sources);
}

}  // namespace outlay
