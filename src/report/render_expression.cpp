#include <outlay/report/render_expression.hpp>

#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/metric_json.hpp"
#include "report/trace_text.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int ratio_digits = 6;  ///< after the point of a number without a unit

bool is_given(const rate& used) {
    return std::ranges::all_of(used.legs, [](const rate_leg& leg) { return leg.kind == rate_kind::given; });
}

/// "USD/KRW 1,436, given".
std::string short_rate(const engine& data, const rate& used, const format_options& options) {
    auto text = to_text(used.pair) + " " + format_exact(data, used.value, ratio_digits, options) + ", ";
    if (is_given(used)) return text + say(options, "rate.given");
    if (used.observed) text += to_text(*used.observed) + ", ";
    return text + format_rate_source(used, options);
}

/// A number of nothing: every digit, not the few of a metric.
std::string plain_value(const engine& data, const metric& value, const format_options& options) {
    const auto& bounds = value.value;
    const auto digits = [&](const ratio& n) { return format_exact(data, n, ratio_digits, options); };
    const auto& point = bounds.central ? bounds.central : bounds.is_point() ? bounds.low : std::nullopt;
    if (point) return std::string(qualifier_sign(value.qualifier)) + digits(*point);
    if (bounds.low && bounds.high) return digits(*bounds.low) + "–" + digits(*bounds.high);
    const auto q = bounds.high ? (bounds.high_open ? qualifier::below : qualifier::at_most)
                               : (bounds.low_open ? qualifier::above : qualifier::at_least);
    return std::string(qualifier_sign(q)) + digits(bounds.high ? *bounds.high : *bounds.low);
}

bool lacks(const programme& what, std::string_view id) {
    return (id == "outlay-not-stated" && !what.outlay) || (id == "period-not-stated" && !what.period) ||
           (id == "jobs-not-stated" && what.jobs.empty());
}

/// Whether what a name is asked for needs the fact; "per" may ask an outlay for any.
bool asks_for(const expression_node& name, std::string_view id, bool has_per) {
    const std::string_view asked = name.metric;
    if (id == "outlay-not-stated") return asked != "jobs" && asked != "period";
    if (asked == "outlay" || asked == "total") return has_per;
    if (id == "jobs-not-stated") return asked == "jobs" || asked.starts_with("per_job");
    if (id == "period-not-stated") return asked == "period" || asked.ends_with("year");
    return true;
}

/// "National AI Computing Center: period not stated [period-not-stated]".
std::string unknown_words(const evaluated_line& what, const format_options& options) {
    std::string reasons;
    const bool has_per = std::ranges::any_of(what.read->nodes, [](const expression_node& n) { return n.kind == operation::per; });
    for (const auto& id : what.value->value.missing) {
        std::string names;
        for (const auto& node : what.read->nodes) {
            if (node.kind != operation::name) continue;
            const auto& name = what.programmes[node.programme].name;
            if (asks_for(node, id, has_per) && lacks(what.programmes[node.programme], id) && names.find(name) == std::string::npos)
                names += (names.empty() ? "" : ", ") + name;
        }
        reasons += (reasons.empty() ? "" : "; ") + (names.empty() ? names : names + ": ") + say_reason(options, id) + " [" + id + "]";
    }
    return say(options, "unknown") + ": " + reasons;
}

/// Two bounds that an "about" went into: a range has no sign of its own.
bool is_about_two(const metric& m) {
    const bool two = m.value.low && m.value.high && !m.value.central && !m.value.is_point();
    return two && std::ranges::find(m.notes, "approximate") != m.notes.end();
}

bool is_assumption(const std::string& note) { return note.starts_with("assumption-"); }

}  // namespace

std::string render_value(const engine& data, const evaluated_line& what, const format_options& options) {
    const auto& m = what.value->value;
    if (!m.known()) return unknown_words(what, options);
    const std::string sign(is_about_two(m) ? qualifier_sign(qualifier::about) : "");
    if (what.value->unit.is_none()) return sign + plain_value(data, m, options);
    if (m.unit.starts_with('/')) return sign + plain_value(data, m, options) + m.unit;
    return sign + format_metric(data, m, options);
}

std::string render_evaluated_line(const engine& data, const evaluated_line& what, const format_options& options) {
    auto out = render_reading(data, what, options) + (what.value->is_solved ? "  ⇒  ? = " : " = ") +
               render_value(data, what, options);
    std::string rates;
    for (const auto& used : what.value->rates) rates += (rates.empty() ? "  [" : "; ") + short_rate(data, used, options);
    if (!rates.empty()) out += rates + "]";
    return out + "\n";
}

std::string render_evaluation(const engine& data, const evaluated_line& what, const format_options& options,
                              std::size_t width) {
    auto out = hanging("  ", render_reading(data, what, options), width);
    out += hanging(what.value->is_solved ? "  ? = " : "  = ", render_value(data, what, options), width);
    label_list lines;
    for (const auto& used : what.value->rates) lines.add(say(options, "label.rate"), format_rate_line(data, used, options));
    if (what.value->value.known())
        for (const auto& id : what.value->value.notes)
            if (is_assumption(id)) lines.add(say(options, "label.note"), say_reason(options, id) + " [" + id + "]");
    return out + lines.text(4, width);
}

std::string render_evaluation_steps(const engine& data, const evaluated_line& what, const format_options& options) {
    const auto& value = what.value->value;
    auto out = hanging("  ", std::string(what.read->text.text()) + ": " + render_value(data, what, options), options.columns);
    out += trace_text(value, options);
    label_list lines;
    for (const auto& used : what.value->rates) lines.add(say(options, "label.rate"), format_rate_line(data, used, options));
    if (value.known()) {
        for (const auto& id : value.notes) lines.add(say(options, "label.note"), say_reason(options, id) + " [" + id + "]");
        const auto& bounds = value.value;
        const auto& shown = point_of(bounds) ? point_of(bounds) : bounds.high ? bounds.high : bounds.low;
        if (shown)
            lines.add(say(options, "label.exact"),
                      std::string(qualifier_sign(value.qualifier)) + fraction_text(*shown) +
                          (value.unit.empty() ? "" : " " + value.unit));
    }
    return out + lines.text(4, options.columns);
}

std::string render_evaluation_json(const engine& data, const evaluated_line& what, const format_options& options,
                                   bool with_trace) {
    std::string out;
    json_writer json(out);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("line").number(what.line);
    json.key("text").text(what.read->text.text());
    json.key("reading").text(render_reading(data, what, options));
    json.key("dimension").text(what.value->unit.dimension_text());
    json.key("result").begin_object();
    write_metric_fields(json, data, what.value->value, options, with_trace);
    json.end_object();
    json.key("rates").begin_array();
    for (const auto& used : what.value->rates) write_rate(json, used);
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

std::string render_problem_line_json(std::string_view text, std::size_t line, const diagnostics& problems) {
    std::string out;
    json_writer json(out);
    json.begin_object();
    json.key("schema").text(schema_id);
    json.key("line").number(line);
    json.key("text").text(text);
    json.key("problems").begin_array();
    for (const auto& problem : problems) {
        json.begin_object();
        json.key("id").text(problem.id);
        json.key("message").text(problem.message);
        json.key("column");
        problem.where && problem.where->line > 0 ? json.number(problem.where->column) : json.null();
        json.key("near").texts(problem.near);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.finish();
    return out;
}

}  // namespace outlay
