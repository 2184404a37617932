#include <outlay/report/render_rate.hpp>

#include "report/words.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int rate_digits = 6;         // after the point, in readable output
constexpr int plain_significant = 10;  // of a decimal that does not end, in JSON
constexpr std::size_t longest_fraction = 24;

std::optional<std::string> text_of(const std::optional<date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

std::optional<std::string> text_of(const std::optional<ratio>& value) {
    return value ? std::optional(exact_text(*value)) : std::nullopt;
}

bool is_mean_leg(const rate_leg& leg) { return leg.kind == rate_kind::period_mean; }

bool is_given(const rate& used) {
    return std::ranges::all_of(used.legs, [](const rate_leg& leg) { return leg.kind == rate_kind::given; });
}

std::string kind_words(rate_kind kind, const format_options& options) {
    return say(options, std::string("kind.").append(to_text(kind)));
}

void write_days(json_writer& json, std::string_view key, const std::optional<date_span>& days) {
    if (!days) return;
    json.key(key).begin_object();
    json.key("first").text(to_text(days->first));
    json.key("last").text(to_text(days->last));
    json.end_object();
}

/// Of a mean its days, of a year-end rate its day; nothing for a rate of one day.
std::optional<std::string> format_period(const rate& used, const std::string& as_of, const format_options& options) {
    if (!used.period) return std::nullopt;
    if (used.observed) return say(options, "rate.year-end", {{"date", to_text(*used.observed)}, {"as_of", as_of}});
    const auto mean = std::ranges::find_if(used.legs, is_mean_leg);
    if (mean == used.legs.end()) return std::nullopt;
    const auto& days = *mean->days;
    if (mean->fixings == 0)
        return say(options, "rate.mean-published",
                   {{"first", to_text(days.first)}, {"last", to_text(days.last)}, {"as_of", as_of}});
    return say(options, "rate.mean",
               {{"fixings", std::to_string(mean->fixings)},
                {"first", to_text(days.first)},
                {"last", to_text(days.last)},
                {"as_of", as_of}});
}

void write_leg(json_writer& json, const rate_leg& leg) {
    json.begin_object();
    json.key("pair").text(to_text(leg.pair));
    json.key("value").text(plain_digits(leg.value));
    json.key("exact").text(fraction_text(leg.value));
    json.key("date").text_or_null(text_of(leg.observed));
    json.key("source").text(leg.source);
    json.key("kind").text(to_text(leg.kind));
    json.key("inverted").boolean(leg.inverted);
    if (leg.side) json.key("side").text(to_text(*leg.side));
    if (leg.fixings != 0) json.key("fixings").number(static_cast<std::uint64_t>(leg.fixings));
    write_days(json, "days", leg.days);
    if (!leg.crossed.empty()) {
        std::vector<std::string> pairs;
        for (const auto& pair : leg.crossed) pairs.push_back(to_text(pair));
        json.key("crossed").texts(pairs);
    }
    json.end_object();
}

/// What was asked for and what is to be known of the answer: only where it is not what is usual.
void write_convention(json_writer& json, const rate& used) {
    const auto& how = used.convention;
    if (how.timing != rate_timing::previous) json.key("policy").text(to_text(how.timing));
    write_days(json, "period", used.period);
    if (how.side != rate_side::mid) json.key("side").text(to_text(how.side));
    if (how.spread) json.key("spread").text(how.spread->written);
    if (used.remarks.empty()) return;
    std::vector<std::string> notes;
    for (const auto& remark : used.remarks) notes.push_back(remark.id);
    json.key("notes").texts(notes);
}

std::string format_leg(const rate_leg& leg, bool is_only, const format_options& options) {
    if (leg.side)
        return say(options, std::string("leg.side.").append(to_text(*leg.side))) + " " + leg.value_text + " [" +
               leg.source + "]";
    auto text = to_text(leg.pair) + " " + leg.value_text;
    if (leg.fixings != 0) return text + " [" + format_mean(leg, options) + "]";
    if (!is_only && leg.kind != rate_kind::spot) text += " [" + kind_words(leg.kind, options) + "]";
    return text;
}

}  // namespace

std::string format_mean(const rate_leg& leg, const format_options& options) {
    const auto fixings = std::to_string(leg.fixings);
    if (leg.crossed.empty()) return say(options, "leg.mean", {{"fixings", fixings}});
    std::string pairs;
    for (const auto& pair : leg.crossed) pairs += (pairs.empty() ? "" : " ") + to_text(pair);
    return say(options, "leg.mean-crossed", {{"fixings", fixings}, {"pairs", pairs}});
}

std::string plain_digits(const ratio& value) {
    if (const auto exact = exact_decimal(value)) return exact->normalized().text();
    return round_significant(value, plain_significant, rounding_mode::half_up).text();
}

std::optional<ratio> point_of(const interval<ratio>& value) {
    if (value.central) return value.central;
    return value.is_point() ? value.low : std::nullopt;
}

void write_bounds(json_writer& json, const interval<ratio>& value) {
    json.key("low").text_or_null(text_of(value.low));
    json.key("high").text_or_null(text_of(value.high));
    json.key("low_open").boolean(value.low_open);
    json.key("high_open").boolean(value.high_open);
}

void write_point(json_writer& json, const interval<ratio>& value, int scale, rounding_mode rounding) {
    const auto point = point_of(value);
    json.key("value");
    point ? json.text(round(*point, scale, rounding).text()) : json.null();
    json.key("exact");
    point ? json.text(fraction_text(*point)) : json.null();
}

std::string format_rate_number(const engine& data, const ratio& value, const format_options& options) {
    const auto digits = format_exact(data, value, rate_digits, options);
    const auto fraction = fraction_text(value);
    if (exact_decimal(value) || fraction.size() > longest_fraction) return digits;
    return say(options, "rate.exactly", {{"digits", digits}, {"fraction", fraction}});
}

std::string format_rate_value(const engine& data, const rate& used, const format_options& options) {
    return to_text(used.pair) + " " + format_rate_number(data, used.value, options);
}

std::string format_as_of(date day, as_of_origin origin, const format_options& options) {
    return say(options, "as-of",
               {{"date", to_text(day)}, {"origin", say(options, std::string("origin.").append(to_text(origin)))}});
}

std::string format_rate_date(const rate& used, const format_options& options) {
    if (is_given(used)) return say(options, "rate.no-date");
    const auto as_of = used.as_of ? format_as_of(*used.as_of, used.origin, options) : std::string{};
    if (auto period = format_period(used, as_of, options)) return std::move(*period);
    if (!used.observed) return as_of;
    if (!used.as_of || used.age_days == 0) return as_of.empty() ? to_text(*used.observed) : as_of;
    return say(options, used.age_days == 1 ? "rate.older-by-one" : "rate.older",
               {{"date", to_text(*used.observed)}, {"days", std::to_string(used.age_days)}, {"as_of", as_of}});
}

std::string format_rate_path(const rate& used, const format_options& options) {
    std::string path;
    for (const auto& leg : used.legs) {
        if (!path.empty()) path += ' ';
        path += (leg.inverted ? "÷ " : "× ") + format_leg(leg, used.legs.size() == 1, options);
    }
    return path + " (" + say(options, std::string("path.").append(to_text(used.path))) + ")";
}

std::string format_rate_source(const rate& used, const format_options& options) {
    std::vector<std::string> sources;
    for (const auto& leg : used.legs) {
        if (leg.side) continue;  // stands in the path
        auto words = leg.kind == rate_kind::given ? leg.source : leg.source + ", " + kind_words(leg.kind, options);
        if (std::ranges::find(sources, words) == sources.end()) sources.push_back(std::move(words));
    }
    std::string text;
    for (const auto& source : sources) text += (text.empty() ? "" : "; ") + source;
    return text;
}

std::string format_rate_line(const engine& data, const rate& used, const format_options& options) {
    if (used.path == rate_path::identity) return say(options, "rate.none", {{"currency", used.to.text()}});
    auto line = format_rate_value(data, used, options) + ", ";
    line += (is_given(used) ? say(options, "rate.given") : format_rate_date(used, options)) + "; ";
    if (used.path == rate_path::cross || used.legs.size() > 1) line += format_rate_path(used, options) + "; ";
    return line + format_rate_source(used, options);
}

void write_rate(json_writer& json, const rate& used) {
    if (used.path == rate_path::identity) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("pair").text(to_text(used.pair));
    json.key("value").text(plain_digits(used.value));
    json.key("exact").text(fraction_text(used.value));
    json.key("date").text_or_null(text_of(used.observed));
    json.key("source").text(used.source);
    json.key("kind").text(to_text(used.kind));
    json.key("path").text(to_text(used.path));
    json.key("as_of").text_or_null(text_of(used.as_of));
    json.key("as_of_origin");
    used.as_of ? json.text(to_text(used.origin)) : json.null();
    write_convention(json, used);
    json.key("legs").begin_array();
    for (const auto& leg : used.legs) write_leg(json, leg);
    json.end_array();
    json.end_object();
}

}  // namespace outlay
