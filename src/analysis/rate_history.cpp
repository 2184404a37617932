#include <outlay/analysis/rate_history.hpp>

#include "analysis/sampling.hpp"

#include <algorithm>
#include <cmath>

namespace outlay {

namespace {

constexpr std::size_t least_changes = 10;

/// Of these days, those that spot rates are known around: the others need not be asked for.
date_span known_days(const rate_table& rates, date_span days) {
    auto known = rates.series();
    std::erase_if(known, [&](const rate_series& each) { return rates.sources()[each.source].kind != rate_kind::spot; });
    if (known.empty()) return {days.last, days.first};
    return {std::max(days.first, std::ranges::min(known, {}, &rate_series::first).first),
            std::min(days.last, std::ranges::max(known, {}, &rate_series::last).last)};
}

}  // namespace

result<rate_volatility> find_volatility(const engine& data, const currency_pair& pair, date until, int days) {
    rate_volatility out;
    out.pair = pair;
    double squares = 0;
    double last = 0;
    auto policy = data.default_policy();
    policy.convention.timing = rate_timing::exact;
    const auto known = known_days(data.rates(), {until - std::chrono::days{days}, until});
    for (date day = known.first; day <= known.last; day += std::chrono::days{1}) {
        if (is_weekend(day)) continue;
        policy.as_of = day;
        const auto found = resolve_rate(data.rates(), data.currencies(), policy, pair.base, pair.quote);
        if (!found || found->kind != rate_kind::spot) continue;
        const double logarithm = sampling::natural_logarithm(found->factor.convert_to<double>());
        if (last == 0) {
            out.first = day;
        } else {
            squares += (logarithm - last) * (logarithm - last);
            ++out.changes;
        }
        last = logarithm;
        out.last = day;
        out.source = found->source;
    }
    if (out.changes < least_changes) {
        diagnostic problem = make_diagnostic("history-too-short", {{"pair", to_text(pair)},
                                                                   {"changes", std::to_string(out.changes)},
                                                                   {"until", to_text(until)}});
        problem.cause = cause::missing_fact;
        return problem;
    }
    const auto span = static_cast<double>((out.last - out.first).count());
    out.a_year = std::sqrt(squares / span * 365.25);
    return out;
}

}  // namespace outlay
