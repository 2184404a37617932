#include <outlay/report/render_difference.hpp>

#include <outlay/report/json.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/words.hpp"

namespace outlay {

namespace {

class difference_report {
public:
    difference_report(const engine& data, const scenario_difference& what, std::string_view before,
                      std::string_view after, const format_options& options)
        : data_(data), what_(what), before_(before), after_(after), options_(options) {}

    [[nodiscard]] std::string text() const {
        std::string out = hanging("", heading(), options_.columns);
        if (!what_.inputs.empty()) out += "\n" + say(options_, "difference.inputs") + "\n";
        for (const auto& each : what_.inputs) out += hanging("  ", input_line(each), options_.columns);
        for (const auto& line : others()) out += hanging("  ", line, options_.columns);
        for (const auto& each : what_.outputs) {
            out += "\n" + hanging("", output_line(each), options_.columns);
            for (const auto& part : each.parts) out += hanging("  ", part_line(each, part), options_.columns);
            if (!each.is_explained) out += hanging("  ", say(options_, "difference.unexplained"), options_.columns);
        }
        if (what_.outputs.empty()) out += "\n" + hanging("", say(options_, "difference.nothing"), options_.columns);
        return out;
    }

    [[nodiscard]] table rows(bool exact) const {
        table out({{"investment"}, {"metric"}, {"is_ratio"}, {"cause"}, {"before"}, {"after"},
                   {"value_before", alignment::right}, {"value_after", alignment::right}, {"factor", alignment::right}});
        const auto number = [&](const metric& value) {
            if (!exact) return short_form(data_, value, options_);
            const auto size = value.known() ? representative(value.value) : std::nullopt;
            return size ? exact_text(*size) : std::string{};
        };
        const auto add = [&](const changed_output& output, const std::string& cause, const std::string& before,
                             const std::string& after, const metric& now) {
            const auto factor = factor_of(output.before, now);
            out.add_row({output.key.investment, output.key.metric, output.key.is_ratio ? "true" : "false", cause,
                         before, after, number(output.before), number(now),
                         !factor ? std::string{} : exact ? exact_text(*factor) : factor_words(*factor)});
        };
        for (const auto& each : what_.outputs) {
            add(each, "", "", "", each.after);
            for (const auto& part : each.parts) {
                const auto& input = what_.inputs[part.input];
                add(each, input.input.name, before_words(input), after_words(input), part.alone);
            }
        }
        return out;
    }

    [[nodiscard]] std::string markdown() const {
        std::string out = "# " + heading() + "\n\n";
        for (const auto& each : what_.inputs) out += "- " + input_line(each) + "\n";
        for (const auto& line : others()) out += "- " + line + "\n";
        return out + "\n" + rows(false).markdown();
    }

    [[nodiscard]] std::string json() const {
        std::string out;
        json_writer json(out, json_writer::layout::indented);
        json.begin_object();
        json.key("schema").text(schema_id);
        json.key("before").text(before_);
        json.key("after").text(after_);
        json.key("inputs").begin_array();
        for (const auto& each : what_.inputs) {
            json.begin_object();
            json.key("input").text(each.input.name);
            json.key("before").text(before_words(each));
            json.key("after").text(after_words(each));
            json.end_object();
        }
        json.end_array();
        json.key("only_before").texts(what_.only_before);
        json.key("only_after").texts(what_.only_after);
        json.key("changes").begin_array();
        for (const auto& each : what_.outputs) write_change(json, each);
        json.end_array();
        json.end_object();
        json.finish();
        return out;
    }

private:
    void write_change(json_writer& json, const changed_output& each) const {
        json.begin_object();
        write_output_key(json, each.key);
        write_metric(json, "before", each.before);
        write_metric(json, "after", each.after);
        write_factor(json, each.before, each.after);
        json.key("is_explained").boolean(each.is_explained);
        json.key("causes").begin_array();
        for (const auto& part : each.parts) {
            json.begin_object();
            json.key("input").text(what_.inputs[part.input].input.name);
            write_metric(json, "alone", part.alone);
            write_factor(json, each.before, part.alone);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    void write_metric(json_writer& json, std::string_view key, const metric& value) const {
        json.key(key).begin_object();
        write_metric_fields(json, data_, value, options_);
        json.end_object();
    }
    static void write_factor(json_writer& json, const metric& before, const metric& after) {
        const auto factor = factor_of(before, after);
        json.key("factor").text_or_null(factor ? std::optional(exact_text(*factor)) : std::nullopt);
    }

    [[nodiscard]] static std::optional<ratio> factor_of(const metric& before, const metric& after) {
        if (!before.known() || !after.known()) return std::nullopt;
        const auto a = representative(before.value);
        const auto b = representative(after.value);
        if (!a || !b || a->is_zero()) return std::nullopt;
        return ratio(*b / *a);
    }

    [[nodiscard]] std::string heading() const {
        return say(options_, "difference.heading", {{"before", before_}, {"after", after_}});
    }

    [[nodiscard]] std::string factor_words(const ratio& factor) const {
        return "\xC3\x97 " + format_number_in_words(data_, factor, 4, options_);
    }

    [[nodiscard]] std::string rate_words(const ratio& value, const std::string& origin) const {
        const auto digits = input_words(data_, value, "", options_);
        return origin.empty() ? digits : digits + " (" + origin + ")";
    }
    [[nodiscard]] std::string before_words(const changed_input& each) const {
        return each.before_rate ? rate_words(*each.before_rate, each.before) : each.before;
    }
    [[nodiscard]] std::string after_words(const changed_input& each) const {
        return each.after_rate ? rate_words(*each.after_rate, each.after) : each.after;
    }
    [[nodiscard]] std::string shown(const std::string& words, bool is_quoted) const {
        if (words.empty()) return say(options_, "difference.not-stated");
        return is_quoted ? say(options_, "quoted", {{"words", words}}) : words;
    }

    [[nodiscard]] std::string input_line(const changed_input& each) const {
        const bool is_quoted = !each.before_rate;
        return say(options_, "difference.input",
                   {{"input", each.input.name},
                    {"before", shown(before_words(each), is_quoted)},
                    {"after", shown(after_words(each), is_quoted)}});
    }

    [[nodiscard]] std::vector<std::string> others() const {
        std::vector<std::string> out;
        for (const auto& name : what_.only_before) out.push_back(say(options_, "difference.gone", {{"name", name}}));
        for (const auto& name : what_.only_after) out.push_back(say(options_, "difference.new", {{"name", name}}));
        return out;
    }

    [[nodiscard]] std::string change_words(const metric& before, const metric& after) const {
        const auto factor = factor_of(before, after);
        return short_form(data_, before, options_) + " \xE2\x86\x92 " + short_form(data_, after, options_) +
               (factor ? "  (" + factor_words(*factor) + ")" : std::string{});
    }
    [[nodiscard]] std::string output_line(const changed_output& each) const {
        return output_label(each.key, what_.baseline, options_) + "  " + change_words(each.before, each.after);
    }
    [[nodiscard]] std::string part_line(const changed_output& each, const change_part& part) const {
        return say(options_, "difference.alone",
                   {{"input", what_.inputs[part.input].input.name}, {"change", change_words(each.before, part.alone)}});
    }

    const engine& data_;
    const scenario_difference& what_;
    std::string_view before_;
    std::string_view after_;
    const format_options& options_;
};

}  // namespace

std::string render_difference(const engine& data, const scenario_difference& what, std::string_view before,
                              std::string_view after, report_layout layout, const format_options& options) {
    const difference_report report(data, what, before, after, options);
    switch (layout) {
        case report_layout::json: return report.json();
        case report_layout::csv: return report.rows(true).csv();
        case report_layout::markdown: return report.markdown();
        case report_layout::table: break;
    }
    return report.text();
}

}  // namespace outlay
