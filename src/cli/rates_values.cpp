// rates_values: what the commands below `outlay rates` share.
#include "cli/rates_commands.hpp"

#include <set>

namespace outlay::cli {

namespace {

/// The days on which something is quoted of either currency.
std::set<date> days_of(const rate_table& table, const currency_pair& pair, const date_span& limits) {
    std::set<date> days;
    const auto concerns = [&](currency_code c) { return c == pair.base || c == pair.quote; };
    for (const auto& q : table.quotes()) {
        if (table.source_of(q).kind != rate_kind::spot || (!concerns(q.pair.base) && !concerns(q.pair.quote))) continue;
        const auto day = q.observed();
        if (day >= limits.first && day <= limits.last) days.insert(day);
    }
    return days;
}

}  // namespace

diagnostics check(const day_limits& days) {
    if (!days.from || !days.to || *days.from <= *days.to) return {};
    return {make_diagnostic("rates-days-reversed", {{"from", to_text(*days.from)}, {"to", to_text(*days.to)}})};
}

date_span span_of(const day_limits& days) {
    return {days.from.value_or(make_date(1, 1, 1)), days.to.value_or(make_date(9999, 12, 31))};
}

std::vector<rate> values_of(const engine& data, const currency_pair& pair, const day_limits& days) {
    std::vector<rate> values;
    // As the market quotes it: so the path leads to the values that stand beside it.
    const bool is_base = data.currencies().is_quoted_as_base(pair.base, pair.quote);
    const auto quoted = is_base ? pair : pair.reversed();
    for (const auto day : days_of(data.rates(), pair, span_of(days))) {
        auto policy = policy_as_of(data, day);
        policy.age_limit_days = 0;
        auto found = resolve_rate(data.rates(), data.currencies(), policy, quoted.base, quoted.quote);
        if (found && found->observed == day) values.push_back(std::move(found).value());
    }
    return values;
}

std::vector<currency_code> with_pivots(const session& s, const currency_pair& pair) {
    std::vector<currency_code> currencies{pair.base, pair.quote};
    const auto pivots = s.data.default_policy().pivots;
    currencies.insert(currencies.end(), pivots.begin(), pivots.end());
    return currencies;
}

listed_rates read_list(rate_shelf& shelf, diagnostics& problems) {
    listed_rates list;
    const auto* store = shelf.open(problems);
    if (store == nullptr) return list;
    auto series = store->series(shelf.vintage());
    auto imports = store->imports();
    append(problems, series.problems());
    append(problems, imports.problems());
    if (series) list.stored = std::move(series).value();
    if (imports) list.imports = std::move(imports).value();
    list.store = store->path();
    return list;
}

const rate_store* required_store(rate_shelf& shelf, const store_options& options, diagnostics& problems) {
    const auto* store = shelf.open(problems);
    const auto path = store_path(options);
    if (store == nullptr && problems.empty())
        problems.push_back(make_diagnostic("store-missing", {{"file", path}}, place{path, 0, 0, {}, 0, 1}));
    return store;
}

}  // namespace outlay::cli
