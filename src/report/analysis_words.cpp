#include "report/analysis_words.hpp"

#include <outlay/report/render_rate.hpp>

#include "report/comparison_words.hpp"

namespace outlay {

std::string output_label(const output_key& key, std::string_view baseline, const format_options& options) {
    const std::string owner = key.is_ratio
                                  ? say(options, "compare.ratio", {{"baseline", baseline}, {"name", key.investment}})
                                  : key.investment;
    return say(options, "explain.metric", {{"name", owner}, {"metric", metric_label(key.metric, options)}});
}

std::string input_words(const engine& data, const ratio& amount, std::string_view unit, const format_options& options) {
    if (unit.empty()) return format_rate_number(data, amount, options);
    if (unit == "%") return format_exact(data, amount * 100, 6, options) + " %";
    const auto forms = format_interval(data, interval<ratio>::point(amount), qualifier::exact, unit, 3, options);
    if (forms.words.empty()) return forms.full;
    // What words round is said in full.
    const auto rounded = round_significant(amount, 3, rounding_mode::half_up);
    if (to_ratio(rounded) != amount) return forms.full;
    const auto space = forms.words.find(' ');
    return forms.words.substr(space + 1);  // without the sign of an approximation
}

std::string short_form(const engine& data, const metric& value, const format_options& options) {
    if (!value.known()) return say(options, "unknown");
    const auto forms = format_metric_forms(data, value, options);
    return forms.words.empty() ? forms.full : forms.words;
}

void write_output_key(json_writer& json, const output_key& key) {
    json.key("investment").text(key.investment);
    json.key("metric").text(key.metric);
    json.key("is_ratio").boolean(key.is_ratio);
}

}  // namespace outlay
