// The diagnostics of the C interface.
#include "capi/border.hpp"

#include <outlay/report/json.hpp>

namespace {

using namespace outlay;
using outlay::capi::guarded;
using outlay::capi::write;

std::string_view cause_id(cause why) {
    return why == cause::missing_fact ? "missing-fact" : why == cause::input ? "input" : "defect";
}

std::string_view severity_id(severity level) {
    return level == severity::error ? "error" : level == severity::warning ? "warning" : "note";
}

std::string lines(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : "\n") + text;
    return all;
}

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> part_of(const diagnostic& problem, outlay_problem_part part) {
    switch (part) {
        case OUTLAY_PROBLEM_ID: return problem.id;
        case OUTLAY_PROBLEM_MESSAGE: return problem.message;
        case OUTLAY_PROBLEM_EXPECTED: return unless_empty(problem.expected);
        case OUTLAY_PROBLEM_NEAR: return unless_empty(lines(problem.near));
        case OUTLAY_PROBLEM_REMEDY: return unless_empty(problem.remedy);
        case OUTLAY_PROBLEM_SOURCE: return problem.where ? unless_empty(problem.where->source) : std::nullopt;
        case OUTLAY_PROBLEM_EXCERPT: return problem.where ? unless_empty(problem.where->excerpt) : std::nullopt;
        case OUTLAY_PROBLEM_RENDERED: return render(problem);
    }
    return std::nullopt;
}

void write_place(json_writer& json, const std::optional<place>& where) {
    json.key("where");
    if (!where) return void(json.null());
    json.begin_object();
    json.key("source").text(where->source);
    json.key("line").number(where->line);
    json.key("column").number(where->column);
    json.key("excerpt").text(where->excerpt);
    json.key("caret").number(where->caret);
    json.key("caret_width").number(where->caret_width);
    json.end_object();
}

std::string as_json(const diagnostics& problems) {
    std::string out;
    json_writer json(out);
    json.begin_array();
    for (const auto& problem : problems) {
        json.begin_object();
        json.key("id").text(problem.id);
        json.key("severity").text(severity_id(problem.level));
        json.key("cause").text(cause_id(problem.cause));
        json.key("message").text(problem.message);
        write_place(json, problem.where);
        json.key("expected").text(problem.expected);
        json.key("near").texts(problem.near);
        json.key("remedy").text(problem.remedy);
        json.key("rendered").text(render(problem));
        json.end_object();
    }
    json.end_array();
    return out;
}

const diagnostic* at(const outlay_problems* problems, size_t index) {
    return problems == nullptr || index >= problems->list.size() ? nullptr : &problems->list[index];
}

}  // namespace

extern "C" {

size_t outlay_problems_count(const outlay_problems* problems) {
    return problems == nullptr ? 0 : problems->list.size();
}

outlay_status outlay_problem_text(const outlay_problems* problems, size_t index, outlay_problem_part part,
                                  outlay_string* out) {
    return guarded([&] {
        const auto* problem = at(problems, index);
        if (problem == nullptr || part < OUTLAY_PROBLEM_ID || part > OUTLAY_PROBLEM_RENDERED) return OUTLAY_BAD_CALL;
        return write(part_of(*problem, part), out);
    });
}

outlay_status outlay_problem_where(const outlay_problems* problems, size_t index, outlay_problem_place* out) {
    return guarded([&] {
        const auto* problem = at(problems, index);
        if (problem == nullptr || out == nullptr) return OUTLAY_BAD_CALL;
        outlay_problem_place found{};
        found.severity = static_cast<int32_t>(problem->level);
        found.status = problem->cause == cause::missing_fact ? OUTLAY_MISSING_FACT
                       : problem->cause == cause::input      ? OUTLAY_BAD_INPUT
                                                             : OUTLAY_DEFECT;
        if (problem->where) {
            found.line = problem->where->line;
            found.column = problem->where->column;
            found.caret = problem->where->caret;
            found.caret_width = problem->where->caret_width;
        }
        return capi::copy_out(out, &found, sizeof found) ? OUTLAY_OK : OUTLAY_BAD_CALL;
    });
}

outlay_status outlay_problems_json(const outlay_problems* problems, outlay_string* out) {
    return guarded([&] { return write(as_json(problems == nullptr ? diagnostics{} : problems->list), out); });
}

void outlay_problems_free(outlay_problems* problems) { delete problems; }

}  // extern "C"
