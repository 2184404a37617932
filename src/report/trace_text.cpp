#include "report/trace_text.hpp"

#include <outlay/report/table.hpp>

#include "report/words.hpp"

namespace outlay {

namespace {

std::string place_text(const place& where) {
    if (where.line == 0) return where.source;
    return where.source + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
}

std::string step_text(std::size_t number, const trace_step& step, const format_options& options) {
    const auto mark = std::to_string(number) + ". ";
    const std::string indent(4 + mark.size(), ' ');
    std::string out = hanging("    " + mark, step.formula);
    if (!step.detail.empty()) out += hanging(indent, "= " + step.detail);
    std::string origin =
        step.where && !step.evidence.empty() ? say(options, "quoted", {{"words", step.evidence}}) : step.evidence;
    if (step.where) origin += (origin.empty() ? "" : ", ") + place_text(*step.where);
    if (!origin.empty()) out += hanging(indent, say(options, "explain.from", {{"origin", origin}}));
    return out;
}

}  // namespace

std::string trace_text(const metric& value, const format_options& options) {
    std::string out;
    for (std::size_t i = 0; i < value.trace.size(); ++i) out += step_text(i + 1, value.trace[i], options);
    return out;
}

}  // namespace outlay
