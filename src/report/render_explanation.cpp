#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "compare/bounds_text.hpp"
#include "report/comparison_words.hpp"
#include "report/metric_scale.hpp"
#include "report/trace_text.hpp"

#include <algorithm>

namespace outlay {

namespace {

bool same_derivation(const metric& a, const metric& b) {
    return a.value == b.value && a.missing == b.missing && a.unit == b.unit &&
           std::ranges::equal(a.trace, b.trace, [](const trace_step& x, const trace_step& y) {
               return x.formula == y.formula && x.detail == y.detail && x.evidence == y.evidence;
           });
}

/// A fraction that is too long to be read as its first digits; JSON has it whole.
std::string legible_fraction(const ratio& value) {
    const auto text = legible_text(value);
    return text.ends_with("\xE2\x80\xA6") ? text : fraction_text(value);
}

class explanation {
public:
    explanation(const engine& data, const comparison& what, std::string_view wanted, const format_options& options,
                const source_finder& sources)
        : data_(data), what_(what), wanted_(wanted), options_(options), sources_(sources) {}

    [[nodiscard]] std::string text() const {
        std::string out = say(options_, "explain.title") + "\n";
        for (std::size_t i = 0; i < what_.cases.size(); ++i) {
            if (what_.cases.size() > 1)
                out += "\n" + hanging("", say(options_, "compare.case", {{"name", case_label(what_, i, options_)}}), options_.columns);
            out += of_case(what_.cases[i]);
        }
        return out;
    }

private:
    [[nodiscard]] std::string of_case(const compared_case& c) const {
        std::string out;
        for (const auto& investment : c.investments)
            for (const auto& named : investment.metrics)
                if (is_wanted(named.name)) out += of_investment(c, investment, named);
        for (const auto& row : c.ratios)
            if (is_wanted(row.metric) && row.value.known())
                out += of_metric(title(say(options_, "compare.ratio", {{"baseline", c.baseline}, {"name", row.name}}),
                                       metric_label(row.metric, options_)),
                                 row.value, nullptr);
        if (!wanted_.empty()) return out;
        for (const auto& row : c.break_even)
            for (const auto& answer : break_even_answers(c, row, options_))
                if (answer.value->known()) out += of_metric(title(answer.title, answer.label), *answer.value, nullptr);
        return out;
    }

    /// In full, or as in the first case where nothing differs from it.
    [[nodiscard]] std::string of_investment(const compared_case& c, const compared_investment& investment,
                                            const named_metric& named) const {
        const auto heading = title(investment.name, metric_label(named.name, options_));
        const auto& first = what_.cases.front();
        if (&c != &first) {
            const auto* same = find_investment(first, investment.name);
            const auto* value = same ? find_metric(same->metrics, named.name) : nullptr;
            if (value != nullptr && same_derivation(*value, named.value))
                return "\n" +
                       hanging("  ", heading + ": " +
                                         say(options_, "explain.same", {{"name", case_label(what_, 0, options_)}}), options_.columns);
        }
        const bool is_converted = investment.used_rate && investment.used_rate->path != rate_path::identity;
        return of_metric(heading, named.value, is_converted ? &*investment.used_rate : nullptr);
    }

    [[nodiscard]] std::string title(const std::string& name, const std::string& label) const {
        return say(options_, "explain.metric", {{"name", name}, {"metric", label}});
    }

    [[nodiscard]] bool is_wanted(std::string_view name) const { return wanted_.empty() || wanted_ == name; }

    [[nodiscard]] std::string of_metric(const std::string& title, const metric& value, const rate* used) const {
        const auto result = value.known() ? format_metric_forms(data_, value, options_).full : say(options_, "unknown");
        std::string out = "\n" + hanging("  ", title + ": " + result, options_.columns);
        for (const auto& id : value.missing)
            out += hanging("    ", say(options_, "explain.missing", {{"text", say_reason(options_, id)}, {"id", id}}), options_.columns);
        out += trace_text(value, options_, sources_);
        if (!value.known()) return out;
        label_list lines;
        if (used != nullptr) lines.add(say(options_, "label.rate"), format_rate_line(data_, *used, options_));
        for (const auto& id : value.notes)
            lines.add(say(options_, "label.note"),
                      say(options_, "footnote.note", {{"text", say_reason(options_, id)}, {"id", id}}));
        lines.add(say(options_, "label.exact"), exact_words(value));
        return out + lines.text(4, options_.columns);
    }

    /// The exact value, and how it was rounded for the line above.
    [[nodiscard]] std::string exact_words(const metric& value) const {
        const auto& bounds = value.value;
        const auto point = point_of(bounds);
        const auto& shown = point ? point : (bounds.high ? bounds.high : bounds.low);
        if (!shown) return {};
        std::string text = std::string(qualifier_sign(value.qualifier)) + legible_fraction(*shown);
        if (!point && bounds.low && bounds.high)
            text = std::string(bounds.low_open ? "(" : "[") + legible_fraction(*bounds.low) + ", " +
                   legible_fraction(*bounds.high) + (bounds.high_open ? ")" : "]");
        if (options_.digits == all_digits) return value.unit.empty() ? text : text + " " + value.unit;
        if (value.unit.empty())
            return say(
                options_, "explain.rounded-digits",
                {{"exact", text}, {"digits", std::to_string(value.significant_digits)}, {"mode", rounding_words()}});
        return say(options_, "explain.rounded",
                   {{"exact", text},
                    {"unit", value.unit},
                    {"digits", std::to_string(scale_of(data_, value))},
                    {"mode", rounding_words()}});
    }

    [[nodiscard]] std::string rounding_words() const {
        return say(options_, options_.rounding == rounding_mode::half_even ? "rounding.half-even" : "rounding.half-up");
    }

    const engine& data_;
    const comparison& what_;
    std::string_view wanted_;
    const format_options& options_;
    const source_finder& sources_;
};

}  // namespace

std::string render_explanation(const engine& data, const comparison& what, std::string_view metric_name,
                               const format_options& options, const source_finder& sources) {
    return explanation(data, what, metric_name, options, sources).text();
}

}  // namespace outlay
