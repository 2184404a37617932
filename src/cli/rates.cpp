// outlay rates: which exchange rates are known, and the values of a pair; and the commands below it.
#include "cli/rates_commands.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/report/render_rate_store.hpp>
#include <outlay/report/render_rates.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct rates_request {
    std::vector<std::string> pairs;
    std::optional<date> as_of;
    day_limits days;
    store_options store;
    std::string format = std::string(as_table);
};

int answer_series(session& s, rate_shelf& shelf, const rates_request& request) {
    diagnostics problems;
    const auto list = read_list(shelf, problems);
    if (!problems.empty()) return fail(problems);
    if (list.store.empty())
        return s.answer(request.format == as_json ? render_rate_series_json(s.data)
                                                  : render_rate_series(s.data, s.format));
    return s.answer(request.format == as_json ? render_rate_list_json(s.data, list)
                                              : render_rate_list(s.data, list, s.format));
}

/// A pair without quotes may have a rate all the same: a peg, an irrevocable rate.
std::optional<int> answer_fixed(session& s, const rate& found, bool is_json) {
    if (found.observed || found.path == rate_path::identity) return std::nullopt;
    return s.answer(is_json ? render_rate_values_json({found}) : render_one_rate(s.data, found, s.format));
}

int answer_values(session& s, rate_shelf& shelf, const currency_pair& pair, const rates_request& request) {
    auto problems = check(request.days);
    if (!problems.empty()) return fail(problems);
    shelf.stock_days(s, with_pivots(s, pair), {span_of(request.days)}, problems);
    if (!problems.empty()) return fail(problems);
    const auto values = values_of(s.data, pair, request.days);
    if (values.empty()) {
        const auto policy = policy_as_of(s.data, request.days.from ? request.days.from : request.days.to);
        const auto missing = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
        if (!missing) return fail(missing.problems());
        if (const auto code = answer_fixed(s, *missing, request.format == as_json)) return *code;
    }
    return s.answer(request.format == as_json ? render_rate_values_json(values)
                                              : render_rate_values(s.data, values, s.format));
}

int answer_one(session& s, rate_shelf& shelf, const currency_pair& pair, const rates_request& request) {
    auto policy = policy_as_of(s.data, request.as_of);
    diagnostics problems;
    shelf.stock(s, policy, {pair.base, pair.quote}, problems);
    if (!problems.empty()) return fail(problems);
    const auto found = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
    if (!found) return fail(found.problems());
    return s.answer(request.format == as_json ? render_rate_values_json({*found})
                                              : render_one_rate(s.data, *found, s.format));
}

/// A word that is neither a pair nor one of the commands, though it may be meant for one.
diagnostic unknown_command(const command_line& line, const std::string& word) {
    auto problem = make_diagnostic("rates-command-unknown", {{"word", word}}, line.place_of(word));
    std::vector<std::string_view> names;
    for (const auto& known : rates_commands) names.push_back(known.name);
    problem.near = near_misses(word, names);
    return problem;
}

/// No option, and no pair.
bool is_misspelt(const std::string& word) { return !word.starts_with('-') && word.find('/') == std::string::npos; }

}  // namespace

int rates(const command_line& line) {
    for (const auto& known : rates_commands)
        if (!line.arguments().empty() && line.arguments().front() == known.name) return known.run(line.below());

    if (!line.arguments().empty() && is_misspelt(line.arguments().front()))
        return fail({unknown_command(line, line.arguments().front())});
    rates_request request;
    option_set options("rates");
    options.positionals(request.pairs, 0, 1);
    options.day("--as-of", request.as_of);
    options.day("--from", request.days.from);
    options.day("--to", request.days.to);
    declare(options, request.store);
    options.choice("--format", request.format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    rate_shelf shelf(line, request.store);
    if (request.pairs.empty()) {
        if (request.as_of || request.days.from || request.days.to) return fail({make_diagnostic("rates-without-pair")});
        return answer_series(*s, shelf, request);
    }
    const auto& word = request.pairs.front();
    const auto pair = read_pair(word, s->data.currencies(), line.place_of(word));
    if (!pair) return fail(pair.problems());
    if (!request.as_of) return answer_values(*s, shelf, *pair, request);
    if (request.days.from || request.days.to) return fail({make_diagnostic("rates-day-and-days")});
    return answer_one(*s, shelf, *pair, request);
}

}  // namespace outlay::cli
