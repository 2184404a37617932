#include <outlay/report/render_sweep.hpp>

#include <outlay/report/json.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/by_layout.hpp"
#include "report/metric_scale.hpp"
#include "report/wide_table.hpp"
#include "report/words.hpp"

namespace outlay {

namespace {

class sweep_report {
public:
    sweep_report(const engine& data, const sweep& what, std::string_view title, const format_options& options)
        : data_(data), what_(what), title_(title), options_(options) {}

    [[nodiscard]] std::string text() const {
        std::string out = title_.empty() ? std::string{} : hanging("", title_, options_.columns);
        for (const auto& axis : what_.axes()) out += hanging("", axis_line(axis), options_.columns);
        return out + "\n" + rows().text(options_.columns) + footnote();
    }

    [[nodiscard]] std::string markdown() const {
        std::string out = title_.empty() ? std::string{} : "# " + std::string(title_) + "\n\n";
        for (const auto& axis : what_.axes()) out += axis_line(axis) + "\n\n";
        return out + rows().plain().markdown();
    }

    [[nodiscard]] std::string csv() const {
        std::string out;
        const auto cell = [&](std::string_view text) {
            if (!out.empty() && out.back() != '\n') out += ',';
            out += text;
        };
        for (const auto& axis : what_.axes()) cell(csv_cell_text(with_unit(axis.input.name, plain_unit(axis))));
        for (const auto& output : what_.outputs()) cell(csv_cell_text(csv_title(output)));
        out += '\n';
        std::vector<std::vector<std::string>> written;
        for (const auto& axis : what_.axes()) {
            auto& texts = written.emplace_back();
            for (const auto& value : axis.values) texts.push_back(exact_text(value.amount));
        }
        std::vector<int> scales;
        for (const auto& output : what_.outputs()) scales.push_back(scale_of(data_, output.first));
        for (std::size_t i = 0; i < what_.cases(); ++i) {
            for (std::size_t axis = 0; axis < written.size(); ++axis) cell(written[axis][what_.value_of(i, axis)]);
            for (std::size_t k = 0; k < scales.size(); ++k) {
                out += ',';
                append_value(out, k, i, scales[k]);
            }
            out += '\n';
        }
        return out;
    }

    [[nodiscard]] std::string json() const {
        std::string out;
        json_writer json(out, json_writer::layout::indented);
        json.begin_object();
        json.key("schema").text(schema_id);
        json.key("title").text(title_);
        json.key("axes").begin_array();
        for (const auto& axis : what_.axes()) {
            json.begin_object();
            json.key("input").text(axis.input.name);
            json.key("unit").text(plain_unit(axis));
            std::vector<std::string> values;
            for (const auto& value : axis.values) values.push_back(exact_text(value.amount));
            json.key("values").texts(values);
            json.end_object();
        }
        json.end_array();
        json.key("outputs").begin_array();
        for (const auto& output : what_.outputs()) {
            json.begin_object();
            write_output_key(json, output.key);
            json.end_object();
        }
        json.end_array();
        json.key("cases").begin_array();
        for (std::size_t i = 0; i < what_.cases(); ++i) write_case(json, i);
        json.end_array();
        json.end_object();
        json.finish();
        return out;
    }

private:
    void write_case(json_writer& json, std::size_t i) const {
        json.begin_object();
        std::vector<std::string> at;
        for (std::size_t axis = 0; axis < what_.axes().size(); ++axis)
            at.push_back(exact_text(what_.axes()[axis].values[what_.value_of(i, axis)].amount));
        json.key("at").texts(at);
        json.key("metrics").begin_array();
        for (std::size_t k = 0; k < what_.outputs().size(); ++k) {
            json.begin_object();
            write_metric_fields(json, data_, what_.at(k, i), options_);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }

    [[nodiscard]] std::string axis_line(const sweep_axis& axis) const {
        const auto unit = axis.values.front().unit();
        return say(options_, "sweep.axis",
                   {{"input", axis.input.name},
                    {"first", input_words(data_, axis.values.front().amount, unit, options_)},
                    {"last", input_words(data_, axis.values.back().amount, unit, options_)},
                    {"count", std::to_string(axis.values.size())}});
    }

    [[nodiscard]] wide_table rows() const {
        std::vector<std::string> titles;
        for (const auto& axis : what_.axes()) titles.push_back(axis.input.name);
        for (const auto& output : what_.outputs())
            titles.push_back(output_label(output.key, what_.baseline(), options_));
        wide_table out(std::move(titles), what_.axes().size());
        for (std::size_t i = 0; i < what_.cases(); ++i) {
            std::vector<std::string> cells;
            for (std::size_t axis = 0; axis < what_.axes().size(); ++axis) {
                const auto& value = what_.axes()[axis].values[what_.value_of(i, axis)];
                cells.push_back(input_words(data_, value.amount, value.unit(), options_));
            }
            for (std::size_t k = 0; k < what_.outputs().size(); ++k)
                cells.push_back(short_form(data_, what_.at(k, i), options_));
            out.add_row(std::move(cells));
        }
        return out;
    }

    [[nodiscard]] std::string footnote() const {
        return "\n" + hanging("", say(options_, "sweep.exact", {{"cases", std::to_string(what_.cases())}}), options_.columns);
    }

    /// Of an axis where its values are written as fractions: a share has none.
    [[nodiscard]] static std::string plain_unit(const sweep_axis& axis) {
        return axis.values.front().is_part ? std::string{} : axis.values.front().unit();
    }
    [[nodiscard]] static std::string with_unit(const std::string& name, const std::string& unit) {
        return unit.empty() ? name : name + " (" + unit + ")";
    }
    [[nodiscard]] std::string csv_title(const swept_output& output) const {
        const std::string owner =
            output.key.is_ratio ? std::string(what_.baseline()) + "/" + output.key.investment : output.key.investment;
        std::string unit(to_text(output.first.qualifier));
        if (!output.first.unit.empty()) unit.insert(0, output.first.unit + ", ");
        return with_unit(owner + " " + output.key.metric, unit);
    }

    void append_value(std::string& out, std::size_t output, std::size_t i, int scale) const {
        integer top;
        integer bottom;
        if (what_.quotient_at(output, i, top, bottom)) round(top, bottom, scale, options_.rounding).append_to(out);
    }

    const engine& data_;
    const sweep& what_;
    std::string_view title_;
    const format_options& options_;
};

}  // namespace

std::string render_sweep(const engine& data, const sweep& what, std::string_view title, report_layout layout,
                         const format_options& options) {
    return by_layout(sweep_report(data, what, title, options), layout);
}

}  // namespace outlay
