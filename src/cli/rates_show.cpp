// outlay rates show: the rates of a pair over days, as a chart and as a table.
#include "cli/rates_commands.hpp"

#include <outlay/report/render_rate_store.hpp>
#include <outlay/report/render_rates.hpp>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_csv = "csv";
constexpr std::string_view as_json = "json";

/// Why there is nothing: the error of the first day asked for.
int fail_for_day(const session& s, const currency_pair& pair, const day_limits& days) {
    const auto policy = policy_as_of(s.data, days.from ? days.from : days.to);
    const auto missing = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
    return fail(missing ? diagnostics{make_diagnostic("rates-none-between", {{"pair", to_text(pair)}})}
                        : missing.problems());
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
    shelf.stock_days(*s, with_pivots(*s, *pair), {span_of(days)}, rate_side::mid, problems);
    if (!problems.empty()) return fail(problems);

    const auto values = values_of(s->data, *pair, days);
    if (values.empty()) return fail_for_day(*s, *pair, days);
    if (format == as_csv) return s->answer(render_rate_values_csv(values));
    if (format == as_json) return s->answer(render_rate_values_json(values));
    return s->answer(render_rate_chart(s->data, values, s->format));
}

}  // namespace outlay::cli
