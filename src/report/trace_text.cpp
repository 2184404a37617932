#include "report/trace_text.hpp"

#include <outlay/report/table.hpp>

#include "report/byte_span.hpp"
#include "report/words.hpp"

namespace outlay {

namespace {

/// The place, and the bytes of the words there.
std::string place_text(const place& where, const format_options& options, const source_finder& sources) {
    if (where.line == 0) return where.source;
    const auto text = where.source + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
    const auto bytes = find_bytes(sources, where);
    if (!bytes) return text;
    return say(options, "explain.bytes",
               {{"place", text}, {"begin", std::to_string(bytes->begin)}, {"end", std::to_string(bytes->end)}});
}

std::string step_text(std::size_t number, const trace_step& step, const format_options& options,
                      const source_finder& sources) {
    const auto mark = std::to_string(number) + ". ";
    const std::string indent(4 + mark.size(), ' ');
    std::string out = hanging("    " + mark, step.formula, options.columns);
    if (!step.detail.empty()) out += hanging(indent, "= " + step.detail, options.columns);
    std::string origin =
        step.where && !step.evidence.empty() ? say(options, "quoted", {{"words", step.evidence}}) : step.evidence;
    if (step.where) origin += (origin.empty() ? "" : ", ") + place_text(*step.where, options, sources);
    if (!origin.empty()) out += hanging(indent, say(options, "explain.from", {{"origin", origin}}), options.columns);
    return out;
}

}  // namespace

std::string trace_text(const metric& value, const format_options& options, const source_finder& sources) {
    std::string out;
    for (std::size_t i = 0; i < value.trace.size(); ++i) out += step_text(i + 1, value.trace[i], options, sources);
    return out;
}

}  // namespace outlay
