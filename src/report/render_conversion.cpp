#include <outlay/report/render_conversion.hpp>

#include <outlay/report/render_rate.hpp>
#include <outlay/report/table.hpp>

#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int words_digits = 3;              // of an amount in words
constexpr std::size_t named_candidates = 3;  // of the currencies that a sign could also mean

void write_from(json_writer& json, const conversion& what) {
    json.key("from").begin_object();
    json.key("text").text(what.words);
    write_stated_bounds(json, what.from);
    json.key("currency").text(what.from.currency.text());
    std::vector<std::string> candidates;
    for (const auto code : what.from.candidates) candidates.emplace_back(code.text());
    json.key("candidates").texts(candidates);
    if (!what.from.reason.empty()) json.key("reason").text(what.from.reason);
    json.key("per");
    what.from.per == per_unit::none ? json.null() : json.text(to_text(what.from.per));
    json.end_object();
}

std::optional<std::string> bound_text(const std::optional<decimal>& value) {
    return value ? std::optional(value->normalized().text()) : std::nullopt;
}

}  // namespace

std::string unit_in(currency_code currency, const figure& what) {
    std::string unit(currency.text());
    if (what.per != per_unit::none) unit.append("/").append(to_text(what.per));
    return unit;
}

std::string format_candidates(const figure& what, const format_options& options, bool with_reason) {
    std::vector<std::string_view> others;
    for (const auto& code : what.candidates)
        if (code != what.currency) others.push_back(code.text());
    if (others.empty()) return {};
    std::string named;
    const auto shown = others.size() > named_candidates + 1 ? named_candidates : others.size();
    for (std::size_t i = 0; i < shown; ++i) named.append(i == 0 ? "" : ", ").append(others[i]);
    if (shown < others.size())
        named = say(options, "candidates.more", {{"named", named}, {"count", std::to_string(others.size() - shown)}});
    const bool explained = with_reason && !what.reason.empty();
    return say(options, explained ? "candidates.reason" : "candidates",
               {{"currency", what.currency.text()}, {"others", named}, {"reason", what.reason}});
}

void write_stated_bounds(json_writer& json, const figure& what) {
    const bool is_date = what.kind == figure_kind::date;
    std::optional<std::string> low = bound_text(what.amount.low);
    std::optional<std::string> high = bound_text(what.amount.high);
    std::optional<std::string> central = bound_text(what.amount.central);
    if (is_date) {
        low = what.days ? std::optional(to_text(what.days->first)) : std::nullopt;
        high = what.days ? std::optional(to_text(what.days->last)) : std::nullopt;
        central = low == high ? low : std::nullopt;
    }
    json.key("low").text_or_null(low);
    json.key("high").text_or_null(high);
    json.key("central").text_or_null(central);
    json.key("low_open").boolean(what.amount.low_open);
    json.key("high_open").boolean(what.amount.high_open);
}

std::string render_conversion(const engine& data, const conversion& what, const format_options& options) {
    const auto& used = what.to.used;
    const auto show = [&](const interval<ratio>& amount, currency_code currency) {
        return format_interval(data, amount, what.from.qualifier, unit_in(currency, what.from), words_digits, options);
    };
    const auto stated = show(to_ratio(what.from.amount), what.from.currency).full;
    label_list lines;
    lines.add(say(options, "label.amount"), say(options, "amount.read", {{"words", what.words}, {"amount", stated}}));
    lines.add(say(options, "label.read-as"), format_candidates(what.from, options, true));
    if (used.path == rate_path::identity) {
        lines.add(say(options, "label.rate"), format_rate_line(data, used, options));
    } else {
        lines.add(say(options, "label.rate"), format_rate_value(data, used, options));
        lines.add(say(options, "label.date"), format_rate_date(used, options));
        lines.add(say(options, "label.path"), format_rate_path(used, options));
        lines.add(say(options, "label.source"), format_rate_source(used, options));
    }
    return show(what.to.amount, used.to).both() + "\n" + lines.text(2, options.columns);
}

std::string render_conversion_json(const engine& data, const conversion& what, const format_options& options) {
    const auto& used = what.to.used;
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("schema").text(schema_id);
    write_from(json, what);
    json.key("to").begin_object();
    write_point(json, what.to.amount, data.currencies().minor_units(used.to), options.rounding);
    write_bounds(json, what.to.amount);
    json.key("currency").text(used.to.text());
    json.end_object();
    json.key("rate");
    write_rate(json, used);
    json.key("qualifier").text(to_text(what.from.qualifier));
    json.end_object();
    json.finish();
    return out;
}

}  // namespace outlay
