// outlay rates show: the rates of a pair over days, as a chart and as a table.
#include "cli/rates_commands.hpp"

#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_rate_store.hpp>
#include <outlay/report/render_rates.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_csv = "csv";
constexpr std::string_view as_json = "json";

/// The rate that holds without quotes, be it a peg or an irrevocable one.
std::optional<rate> fixed_rate(const session& s, const currency_pair& pair, std::optional<date> day) {
    const auto policy = policy_as_of(s.data, day);
    auto found = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
    if (!found || found->observed || found->path == rate_path::identity) return std::nullopt;
    return std::move(found).value();
}

/// Of days without a quote: the rate that holds without one, or why there is none on the first of them.
int answer_without_quotes(session& s, const currency_pair& pair, const day_limits& days, bool is_json) {
    const auto day = days.from ? days.from : days.to;
    if (const auto fixed = fixed_rate(s, pair, day))
        return s.answer(is_json ? render_rate_values_json({*fixed}) : render_one_rate(s.data, *fixed, s.format));
    const auto policy = policy_as_of(s.data, day);
    const auto missing = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
    return fail(missing ? diagnostics{make_diagnostic("rates-none-between", {{"pair", to_text(pair)}})}
                        : missing.problems());
}

/// A pair whose quotes end with a rate that is fixed since: "from 2023-01-01 on EUR/HRK 7.53450".
std::string fixed_line(const session& s, const currency_pair& pair, const std::vector<rate>& values,
                       const day_limits& days) {
    const auto last = days.to ? days.to : s.data.rates().newest_day();
    if (!last || *last <= *values.back().observed) return {};
    const auto fixed = fixed_rate(s, pair, last);
    if (!fixed || fixed->legs.size() != 1) return {};
    return "\n" + format_rate_line(s.data, *fixed, s.format) + "\n";
}

}  // namespace

int rates_show(const command_line& line) {
    std::vector<std::string> words;
    day_limits days;
    store_options store;
    std::string format(as_table);
    option_set options(line.command());
    options.positionals(words, 1, 1);
    options.day("--from", days.from);
    options.day("--to", days.to);
    declare(options, store);
    options.choice("--format", format, {as_table, as_csv, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    const auto pair = read_pair(words.front(), s->data.currencies(), line.place_of(words.front()));
    auto problems = pair.problems();
    append(problems, check(days));
    if (!problems.empty()) return fail(problems);
    rate_shelf shelf(line, store);
    shelf.stock_days(*s, with_pivots(*s, *pair), {span_of(days)}, problems);
    if (!problems.empty()) return fail(problems);

    const auto values = values_of(s->data, *pair, days);
    if (values.empty()) return answer_without_quotes(*s, *pair, days, format == as_json);
    if (format == as_csv) return s->answer(render_rate_values_csv(values));
    if (format == as_json) return s->answer(render_rate_values_json(values));
    return s->answer(render_rate_chart(s->data, values, s->format) + fixed_line(*s, *pair, values, days));
}

}  // namespace outlay::cli
