#include <outlay/report/render_sensitivity.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/report/json.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/analysis_words.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t bar_width = 25;
constexpr std::string_view full_block = "\xE2\x96\x88";  // █
constexpr std::string_view base_mark = "\xE2\x94\x82";   // │

std::optional<ratio> size_of(const metric& value) {
    if (const auto shown = representative(value.value)) return shown;
    if (value.value.low && value.value.high) return ratio((*value.value.low + *value.value.high) / 2);
    return std::nullopt;
}

/// The results of an input from the smaller to the larger.
std::pair<const metric*, const metric*> in_order(const input_swing& swing) {
    const bool falls = *size_of(swing.at_high) < *size_of(swing.at_low);
    return falls ? std::pair{&swing.at_high, &swing.at_low} : std::pair{&swing.at_low, &swing.at_high};
}

/// All bars of a result on one scale.
class bar_scale {
public:
    explicit bar_scale(const sensitivity& what) : base_(*size_of(what.base)), least_(base_), most_(base_) {
        for (const auto& swing : what.swings) {
            const auto [low, high] = in_order(swing);
            least_ = std::min(least_, *size_of(*low));
            most_ = std::max(most_, *size_of(*high));
        }
    }

    [[nodiscard]] std::string bar(const input_swing& swing) const {
        const auto [low, high] = in_order(swing);
        const auto from = column_of(*size_of(*low));
        const auto to = column_of(*size_of(*high));
        const auto base = column_of(base_);
        std::string out;
        for (std::size_t c = 0; c < bar_width; ++c)
            out += c == base ? base_mark : from <= c && c <= to ? full_block : std::string_view(" ");
        return out;
    }

private:
    [[nodiscard]] std::size_t column_of(const ratio& value) const {
        if (least_ == most_) return bar_width / 2;
        const ratio at = (value - least_) / (most_ - least_) * static_cast<std::int64_t>(bar_width - 1) + ratio(1) / 2;
        return static_cast<std::size_t>(
            integer(boost::multiprecision::numerator(at) / boost::multiprecision::denominator(at)));
    }

    ratio base_;
    ratio least_;
    ratio most_;
};

class sensitivity_report {
public:
    sensitivity_report(const engine& data, const std::vector<sensitivity>& what, std::string_view title,
                       const ratio& share, std::string_view baseline, const format_options& options)
        : data_(data), what_(what), title_(title), share_(share), baseline_(baseline), options_(options) {}

    [[nodiscard]] std::string text() const {
        std::string out = title_.empty() ? std::string{} : hanging("", title_, options_.columns);
        out += hanging("", explanation(), options_.columns);
        for (const auto& each : what_) {
            const bar_scale scale(each);
            out += "\n" + hanging("", output_label(each.key, baseline_, options_) + "  " +
                                          short_form(data_, each.base, options_), options_.columns);
            std::size_t width = 0;
            for (const auto& swing : each.swings) width = std::max(width, display_width(lower(swing)));
            for (const auto& swing : each.swings) {
                out += hanging("  ", input_line(swing), options_.columns);
                out += "    " + padded(lower(swing), width, alignment::right) + "  " + scale.bar(swing) + "  " +
                       upper(swing) + "\n";
            }
        }
        return out;
    }

    [[nodiscard]] table rows(bool exact) const {
        table out({{"investment"},
                   {"metric"},
                   {"is_ratio"},
                   {"input"},
                   {"origin"},
                   {"low"},
                   {"high"},
                   {"unit"},
                   {"at_low", alignment::right},
                   {"base", alignment::right},
                   {"at_high", alignment::right}});
        const auto number = [&](const metric& value) {
            if (!exact) return short_form(data_, value, options_);
            const auto size = representative(value.value);
            if (size) return exact_text(*size);
            const auto& ends = value.value;
            return ends.low && ends.high ? exact_text(*ends.low) + ".." + exact_text(*ends.high) : std::string{};
        };
        for (const auto& each : what_)
            for (const auto& swing : each.swings)
                out.add_row({each.key.investment, each.key.metric, each.key.is_ratio ? "true" : "false",
                             swing.input.name, origin_id(swing), exact_text(swing.low), exact_text(swing.high),
                             plain_unit(swing), number(swing.at_low), number(each.base), number(swing.at_high)});
        return out;
    }

    [[nodiscard]] std::string json() const {
        std::string out;
        json_writer json(out, json_writer::layout::indented);
        json.begin_object();
        json.key("schema").text(schema_id);
        json.key("title").text(title_);
        json.key("share").text(exact_text(share_));
        json.key("results").begin_array();
        for (const auto& each : what_) {
            json.begin_object();
            write_output_key(json, each.key);
            write_metric(json, "base", each.base);
            json.key("inputs").begin_array();
            for (const auto& swing : each.swings) {
                json.begin_object();
                json.key("input").text(swing.input.name);
                json.key("origin").text(origin_id(swing));
                json.key("low").text(exact_text(swing.low));
                json.key("high").text(exact_text(swing.high));
                json.key("unit").text(plain_unit(swing));
                write_metric(json, "at_low", swing.at_low);
                write_metric(json, "at_high", swing.at_high);
                json.end_object();
            }
            json.end_array();
            json.end_object();
        }
        json.end_array();
        json.end_object();
        json.finish();
        return out;
    }

    [[nodiscard]] std::string explanation() const {
        return say(options_, "sensitivity.explanation", {{"share", input_words(data_, share_, "%", options_)}});
    }

private:
    void write_metric(json_writer& json, std::string_view key, const metric& value) const {
        json.key(key).begin_object();
        write_metric_fields(json, data_, value, options_);
        json.end_object();
    }

    /// A share is written as a fraction and has none.
    [[nodiscard]] static std::string plain_unit(const input_swing& swing) {
        return swing.unit == "%" ? std::string{} : swing.unit;
    }
    [[nodiscard]] static std::string origin_id(const input_swing& swing) {
        switch (swing.origin) {
            case swing_origin::stated_bounds: return "stated";
            case swing_origin::uncertain: return "uncertain";
            case swing_origin::share: break;
        }
        return "share";
    }

    [[nodiscard]] std::string lower(const input_swing& swing) const {
        return short_form(data_, *in_order(swing).first, options_);
    }
    [[nodiscard]] std::string upper(const input_swing& swing) const {
        return short_form(data_, *in_order(swing).second, options_);
    }

    [[nodiscard]] std::string input_line(const input_swing& swing) const {
        const auto* id = swing.origin == swing_origin::share ? "sensitivity.input" : "sensitivity.input-stated";
        return say(options_, id,
                   {{"input", swing.input.name},
                    {"low", input_words(data_, swing.low, swing.unit, options_)},
                    {"high", input_words(data_, swing.high, swing.unit, options_)}});
    }

    const engine& data_;
    const std::vector<sensitivity>& what_;
    std::string_view title_;
    const ratio& share_;
    std::string_view baseline_;
    const format_options& options_;
};

}  // namespace

std::string render_sensitivity(const engine& data, const std::vector<sensitivity>& what, std::string_view title,
                               std::string_view baseline, const ratio& share, report_layout layout,
                               const format_options& options) {
    const sensitivity_report report(data, what, title, share, baseline, options);
    switch (layout) {
        case report_layout::json: return report.json();
        case report_layout::csv: return report.rows(true).csv();
        case report_layout::markdown:
            return (title.empty() ? "" : "# " + std::string(title) + "\n\n") + report.explanation() + "\n\n" +
                   report.rows(false).markdown();
        case report_layout::table: break;
    }
    return report.text();
}

}  // namespace outlay
