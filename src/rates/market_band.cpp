// market_band: the market rates of the days about a date.
#include <outlay/rates/rate_policy.hpp>

#include "rates/rate_search.hpp"

#include <algorithm>

namespace outlay {

std::optional<market_band> find_market_band(const rate_table& table, const rate_policy& policy,
                                            const currency_pair& pair, date as_of, int business_days) {
    if (pair.base == pair.quote) return std::nullopt;
    const rate_search search(table, {}, pivots_of(policy, table));
    std::optional<market_band> band;
    rate_legs all;
    const auto last = add_business_days(as_of, business_days);
    for (auto day = add_business_days(as_of, -business_days); day <= last; day += std::chrono::days{1}) {
        const auto legs = search.market(pair.base, pair.quote, day);
        if (legs.empty()) continue;
        const auto value = factor_of(legs);
        if (!band) band = market_band{pair, value, value, 0, day, day, as_of, {}};
        band->low = std::min(band->low, value);
        band->high = std::max(band->high, value);
        band->last = day;
        ++band->fixings;
        all.insert(all.end(), legs.begin(), legs.end());
    }
    if (band) band->source = sources_of(all);
    return band;
}

}  // namespace outlay
