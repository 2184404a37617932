#include "rates/rate_remarks.hpp"

#include <outlay/number/rounding.hpp>

#include <algorithm>

namespace outlay {

namespace {

diagnostic remark(severity level, std::string_view id, message_arguments arguments) {
    auto made = make_diagnostic(id, arguments);
    made.level = level;
    made.cause = cause::missing_fact;
    return made;
}

/// What a source says of the answer's pair on its day.
struct opinion {
    std::string_view source;
    ratio value;
};

std::vector<opinion> opinions_on(const rate& found, const rate_table& table, const rate_policy& policy) {
    std::vector<opinion> all;
    const rate_search search(table, {}, pivots_of(policy, table));
    for (std::size_t i = 0; i < table.sources().size(); ++i) {
        const auto& origin = table.sources()[i];
        if (origin.kind != rate_kind::spot || origin.side != rate_side::mid) continue;
        const auto legs =
            search.of_source(found.pair.base, found.pair.quote, *found.observed, static_cast<std::uint8_t>(i));
        if (!legs.empty()) all.push_back({origin.name, factor_of(legs)});
    }
    return all;
}

bool has_several_markets(const rate_table& table) {
    return std::count_if(table.sources().begin(), table.sources().end(), [](const rate_source& origin) {
               return origin.kind == rate_kind::spot && origin.side == rate_side::mid;
           }) > 1;
}

void add_conflict(diagnostics& remarks, const rate& found, const rate_table& table, const rate_policy& policy) {
    if (!found.observed || found.kind != rate_kind::spot || !has_several_markets(table)) return;
    const auto opinions = opinions_on(found, table, policy);
    if (opinions.size() < 2) return;
    const auto [low, high] = std::minmax_element(opinions.begin(), opinions.end(),
                                                 [](const opinion& a, const opinion& b) { return a.value < b.value; });
    if (high->value <= low->value * (1 + policy.conflict_limit)) return;
    constexpr int digits = 6;
    const auto shown = [](const ratio& value) {
        return round_significant(value, digits, rounding_mode::half_up).text();
    };
    const auto gap = round_significant((high->value / low->value - 1) * 100, 2, rounding_mode::half_up).text();
    remarks.push_back(remark(severity::warning, "rate-conflict",
                             {{"pair", to_text(found.pair)},
                              {"date", to_text(*found.observed)},
                              {"gap", gap},
                              {"low", shown(low->value)},
                              {"low_source", low->source},
                              {"high", shown(high->value)},
                              {"high_source", high->source}}));
}

void add_age(diagnostics& remarks, const rate& found) {
    if (found.convention.timing != rate_timing::previous || found.age_days == 0) return;
    remarks.push_back(remark(severity::note, "rate-stale",
                             {{"pair", to_text(found.pair)},
                              {"as_of", to_text(*found.as_of)},
                              {"date", to_text(*found.observed)},
                              {"days", std::to_string(found.age_days)}}));
}

void add_mean(diagnostics& remarks, const rate& found, const rate_policy& policy) {
    std::size_t means = 0;
    for (const auto& leg : found.legs) {
        if (leg.kind != rate_kind::period_mean) continue;
        ++means;
        if (leg.fixings == 0 || covers(leg, *found.period, policy.age_limit_days)) continue;
        remarks.push_back(remark(severity::warning, "rate-mean-partial",
                                 {{"pair", to_text(leg.pair)},
                                  {"first", to_text(leg.days->first)},
                                  {"last", to_text(leg.days->last)},
                                  {"begin", to_text(found.period->first)},
                                  {"end", to_text(found.period->last)}}));
    }
    if (means > 1) remarks.push_back(remark(severity::note, "rate-mean-crossed", {{"pair", to_text(found.pair)}}));
}

}  // namespace

bool covers(const rate_leg& mean, const date_span& period, int days) {
    const std::chrono::days limit{days};
    return mean.days->first <= period.first + limit && mean.days->last + limit >= period.last;
}

diagnostics remarks_on(const rate& found, const rate_table& table, const rate_policy& policy) {
    diagnostics remarks;
    add_age(remarks, found);
    add_mean(remarks, found, policy);
    add_conflict(remarks, found, table, policy);
    return remarks;
}

}  // namespace outlay
