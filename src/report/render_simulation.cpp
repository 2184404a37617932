#include <outlay/report/render_simulation.hpp>

#include <outlay/report/json.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/approximate.hpp"
#include "report/by_layout.hpp"
#include "report/wide_table.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

std::string percent_text(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)); }

class simulation_report {
public:
    simulation_report(const engine& data, const simulation_answer& what, std::string_view title,
                      const format_options& options)
        : data_(data), what_(what), about_(what.about), title_(title), options_(options) {}

    [[nodiscard]] std::string text() const {
        std::string out = title_.empty() ? std::string{} : hanging("", title_, options_.columns);
        if (about_.outputs.empty()) return out + left_out_lines();
        out += hanging("", method_words(), options_.columns) + "\n" + hanging("", say(options_, "simulation.inputs"), options_.columns);
        for (const auto& line : input_lines()) out += hanging("  ", line, options_.columns);
        out += hanging("", say(options_, "simulation.independent"), options_.columns);
        out += "\n" + percentiles().text(options_.columns);
        if (!what_.is_computed()) out += "\n" + hanging("", say(options_, "simulation.settling"), options_.columns) + settling().text(options_.columns);
        return out + left_out_lines();
    }

    [[nodiscard]] std::string markdown() const {
        std::string out = title_.empty() ? std::string{} : "# " + std::string(title_) + "\n\n";
        out += method_words() + "\n\n";
        for (const auto& line : input_lines()) out += "- " + line + "\n";
        out += "\n" + say(options_, "simulation.independent") + "\n\n" + percentiles().plain().markdown();
        if (!what_.is_computed())
            out += "\n" + say(options_, "simulation.settling") + "\n\n" + settling().plain().markdown();
        for (const auto& each : about_.left_out) out += "\n" + left_out_line(each) + "\n";
        return out;
    }

    [[nodiscard]] std::string csv() const {
        table rows({{"investment"},
                    {"metric"},
                    {"is_ratio"},
                    {"unit"},
                    {"qualifier"},
                    {"samples"},
                    {"statistic"},
                    {"value"},
                    {"error"}});
        for (const auto& stage : what_.stages)
            for (std::size_t k = 0; k < about_.outputs.size(); ++k) {
                const auto& output = about_.outputs[k];
                const auto add = [&](std::string name, double value, const std::string& error) {
                    rows.add_row({output.key.investment, output.key.metric, output.key.is_ratio ? "true" : "false",
                                  output.form.unit, std::string(to_text(output.form.qualifier)),
                                  std::to_string(stage.samples), std::move(name), plain_approximate(value), error});
                };
                const auto& spread = stage.outputs[k];
                for (std::size_t i = 0; i < percentile_shares.size(); ++i)
                    add("p" + percent_text(percentile_shares[i]), spread.percentiles[i],
                        what_.is_computed() ? "" : plain_approximate(spread.errors[i]));
                add("mean", spread.mean, "");
                add("deviation", spread.deviation, "");
            }
        return rows.csv();
    }

    [[nodiscard]] std::string json() const {
        std::string out;
        json_writer json(out, json_writer::layout::indented);
        json.begin_object();
        json.key("schema").text(schema_id);
        json.key("title").text(title_);
        json.key("approximate").boolean(true);
        json.key("method").text(what_.is_computed() ? "computed" : "sampled");
        json.key("seed").text(std::to_string(what_.seed));
        json.key("horizon_years").text(exact_text(about_.horizon_years));
        json.key("inputs").begin_array();
        for (const auto& each : about_.inputs) write_input(json, each);
        json.end_array();
        json.key("outputs").begin_array();
        for (std::size_t k = 0; k < about_.outputs.size(); ++k) write_output(json, k);
        json.end_array();
        json.key("left_out").begin_array();
        for (const auto& each : about_.left_out) {
            json.begin_object();
            write_output_key(json, each.key);
            json.key("missing").texts({each.reason});
            json.end_object();
        }
        json.end_array();
        json.end_object();
        json.finish();
        return out;
    }

private:
    [[nodiscard]] std::string left_out_lines() const {
        std::string out;
        for (const auto& each : about_.left_out)
            out += (out.empty() && about_.outputs.empty() ? "" : "\n") +
                   hanging("", left_out_line(each), options_.columns);
        return out;
    }

    [[nodiscard]] const std::vector<spread_summary>& answers() const { return what_.stages.back().outputs; }

    [[nodiscard]] std::string method_words() const {
        if (what_.is_computed()) return say(options_, "simulation.computed");
        return say(options_, "simulation.sampled",
                   {{"samples", format_grouped(data_, ratio(what_.stages.back().samples), 0, options_)},
                    {"seed", std::to_string(what_.seed)}});
    }

    /// Of the inputs that something shown depends on.
    [[nodiscard]] std::vector<std::string> input_lines() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < about_.inputs.size(); ++i) {
            const bool is_used = std::ranges::any_of(about_.model.outputs, [i](const factor_product& output) {
                const auto is_it = [i](const auto& each) { return each.input == i; };
                return std::ranges::any_of(output.powers, is_it) || std::ranges::any_of(output.curves, is_it);
            });
            if (is_used) out.push_back(input_line(about_.inputs[i]));
        }
        return out;
    }

    [[nodiscard]] std::string input_line(const spread_input& each) const {
        if (each.stated) {
            const auto words = [&](const input_value& v) { return input_words(data_, v.amount, v.unit(), options_); };
            const auto id = "simulation." + std::string(to_text(each.stated->shape));
            return message("report." + id,
                           {{"input", each.input.name},
                            {"low", words(each.stated->low)},
                            {"mode", each.stated->mode ? words(*each.stated->mode) : std::string{}},
                            {"high", words(each.stated->high)}},
                           options_.locale);
        }
        const auto& history = *each.history;
        return say(options_, "simulation.history",
                   {{"input", each.input.name},
                    {"centre", input_words(data_, *each.centre, "", options_)},
                    {"volatility", format_grouped(data_, exact_value(history.a_year * 100), 1, options_)},
                    {"changes", std::to_string(history.changes)},
                    {"first", to_text(history.first)},
                    {"last", to_text(history.last)},
                    {"source", history.source},
                    {"years", input_words(data_, about_.horizon_years, "year", options_)}});
    }

    [[nodiscard]] std::string left_out_line(const left_out_output& each) const {
        return say(options_, "simulation.left-out",
                   {{"output", output_label(each.key, about_.baseline, options_)},
                    {"reason", say_reason(options_, each.reason)}});
    }

    [[nodiscard]] std::vector<std::string> titles(std::string_view first) const {
        std::vector<std::string> out{std::string(first)};
        for (const auto& each : about_.outputs) out.push_back(output_label(each.key, about_.baseline, options_));
        return out;
    }

    template <class Value>
    void add_row(wide_table& rows, std::string label, const std::vector<spread_summary>& from, Value value) const {
        std::vector<std::string> cells{std::move(label)};
        for (std::size_t k = 0; k < from.size(); ++k)
            cells.push_back(approximate_words(data_, value(from[k]), about_.outputs[k].form, options_));
        rows.add_row(std::move(cells));
    }

    [[nodiscard]] wide_table percentiles() const {
        wide_table rows(titles(say(options_, "simulation.percentile")), 1);
        for (std::size_t i = 0; i < percentile_shares.size(); ++i)
            add_row(rows, percent_text(percentile_shares[i]) + " %", answers(),
                    [i](const spread_summary& s) { return s.percentiles[i]; });
        add_row(rows, say(options_, "simulation.mean"), answers(), [](const spread_summary& s) { return s.mean; });
        return rows;
    }

    /// The median after each stage, and the standard error of the last.
    [[nodiscard]] wide_table settling() const {
        wide_table rows(titles(say(options_, "simulation.samples")), 1);
        for (const auto& stage : what_.stages) {
            std::vector<std::string> cells{format_grouped(data_, ratio(stage.samples), 0, options_)};
            for (const auto& spread : stage.outputs) {
                const double error = spread.errors[median_index] / spread.percentiles[median_index] * 100;
                cells.push_back(plain_approximate(spread.percentiles[median_index]) + " \xC2\xB1 " +
                                round_significant(exact_value(error), 2, rounding_mode::up).normalized().text() + " %");
            }
            rows.add_row(std::move(cells));
        }
        return rows;
    }

    void write_input(json_writer& json, const spread_input& each) const {
        json.begin_object();
        json.key("input").text(each.input.name);
        json.key("shape").text(to_text(each.spread.shape));
        if (each.stated) {
            json.key("low").text(exact_text(each.stated->low.amount));
            if (each.stated->mode) json.key("mode").text(exact_text(each.stated->mode->amount));
            json.key("high").text(exact_text(each.stated->high.amount));
            json.key("source").text(each.stated->source);
        } else {
            const auto& history = *each.history;
            json.key("median").text(exact_text(*each.centre));
            json.key("volatility").text(plain_approximate(history.a_year));
            json.key("changes").number(history.changes);
            json.key("first").text(to_text(history.first));
            json.key("last").text(to_text(history.last));
            json.key("source").text(history.source);
        }
        json.end_object();
    }

    void write_output(json_writer& json, std::size_t k) const {
        const auto& output = about_.outputs[k];
        json.begin_object();
        write_output_key(json, output.key);
        json.key("unit").text(output.form.unit);
        json.key("qualifier").text(to_text(output.form.qualifier));
        json.key("notes").texts(output.form.notes);
        json.key("stages").begin_array();
        for (const auto& stage : what_.stages) {
            const auto& spread = stage.outputs[k];
            json.begin_object();
            json.key("samples").number(stage.samples);
            write_percentiles(json, "percentiles", spread.percentiles);
            if (!what_.is_computed()) write_percentiles(json, "errors", spread.errors);
            json.key("mean").text(plain_approximate(spread.mean));
            json.key("deviation").text(plain_approximate(spread.deviation));
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }

    static void write_percentiles(json_writer& json, std::string_view name,
                                  const std::array<double, percentile_shares.size()>& values) {
        json.key(name).begin_object();
        for (std::size_t i = 0; i < values.size(); ++i)
            json.key(percent_text(percentile_shares[i])).text(plain_approximate(values[i]));
        json.end_object();
    }

    const engine& data_;
    const simulation_answer& what_;
    const uncertain_question& about_;
    std::string_view title_;
    const format_options& options_;
};

}  // namespace

std::string render_simulation(const engine& data, const simulation_answer& what, std::string_view title,
                              report_layout layout, const format_options& options) {
    return by_layout(simulation_report(data, what, title, options), layout);
}

}  // namespace outlay
