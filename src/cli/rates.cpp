// outlay rates: which exchange rates are known, and the values of a pair.
#include "cli/commands.hpp"
#include "cli/session.hpp"

#include <outlay/report/render_rates.hpp>

#include <algorithm>
#include <set>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";

struct rates_request {
    std::vector<std::string> pairs;
    std::optional<date> as_of;
    std::optional<date> from;
    std::optional<date> to;
    std::string format = std::string(as_table);
};

/// The days on which something is quoted of either currency.
std::set<date> days_of(const rate_table& table, const currency_pair& pair, const rates_request& request) {
    std::set<date> days;
    const auto concerns = [&](currency_code c) { return c == pair.base || c == pair.quote; };
    for (const auto& q : table.quotes()) {
        if (table.source_of(q).kind != rate_kind::spot || (!concerns(q.pair.base) && !concerns(q.pair.quote))) continue;
        const auto day = q.observed();
        if ((!request.from || day >= *request.from) && (!request.to || day <= *request.to)) days.insert(day);
    }
    return days;
}

/// The rate of each day that has one of its own.
std::vector<rate> values_of(const session& s, const currency_pair& pair, const rates_request& request) {
    std::vector<rate> values;
    for (const auto day : days_of(s.data.rates(), pair, request)) {
        auto policy = policy_as_of(s.data, day);
        policy.age_limit_days = 0;
        auto found = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
        if (found && found->observed == day) values.push_back(std::move(found).value());
    }
    return values;
}

int answer_values(session& s, const currency_pair& pair, const rates_request& request) {
    const auto values = values_of(s, pair, request);
    if (values.empty()) {
        const auto policy = policy_as_of(s.data, request.from ? request.from : request.to);
        const auto missing = resolve_rate(s.data.rates(), s.data.currencies(), policy, pair.base, pair.quote);
        if (!missing) return fail(missing.problems());
    }
    return s.answer(request.format == as_json ? render_rate_values_json(values) : render_rate_values(s.data, values, s.format));
}

int answer_one(session& s, const currency_pair& pair, const rates_request& request) {
    const auto found = resolve_rate(s.data.rates(), s.data.currencies(), policy_as_of(s.data, request.as_of), pair.base, pair.quote);
    if (!found) return fail(found.problems());
    return s.answer(request.format == as_json ? render_rate_values_json({*found}) : render_one_rate(s.data, *found, s.format));
}

}  // namespace

int rates(const command_line& line) {
    rates_request request;
    option_set options("rates");
    options.positionals(request.pairs, 0, 1);
    options.day("--as-of", request.as_of);
    options.day("--from", request.from);
    options.day("--to", request.to);
    options.choice("--format", request.format, {as_table, as_json});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    if (request.pairs.empty()) {
        if (request.as_of || request.from || request.to) return fail({make_diagnostic("rates-without-pair")});
        return s->answer(request.format == as_json ? render_rate_series_json(s->data) : render_rate_series(s->data, s->format));
    }
    const auto pair = read_pair(request.pairs.front(), s->data.currencies(), line.place_of(request.pairs.front()));
    if (!pair) return fail(pair.problems());
    if (request.as_of && (request.from || request.to)) return fail({make_diagnostic("rates-day-and-days")});
    if (request.from && request.to && *request.from > *request.to)
        return fail({make_diagnostic("rates-days-reversed", {{"from", to_text(*request.from)}, {"to", to_text(*request.to)}})});
    return request.as_of ? answer_one(*s, *pair, request) : answer_values(*s, *pair, request);
}

}  // namespace outlay::cli
