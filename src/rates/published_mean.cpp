#include "rates/published_mean.hpp"

#include <algorithm>

namespace outlay {

namespace {

rate_period length_of(const date_span& period) {
    const std::chrono::year_month_day first{period.first};
    const std::chrono::year_month_day last{period.last};
    if (first.month() == last.month()) return rate_period::month;
    return static_cast<unsigned>(last.month()) - static_cast<unsigned>(first.month()) == 2 ? rate_period::quarter
                                                                                           : rate_period::year;
}

}  // namespace

const quote* find_published_mean(const rate_table& table, const currency_pair& pair, const date_span& period) {
    const auto wanted = static_cast<std::int32_t>(period.last.time_since_epoch().count());
    const auto length = length_of(period);
    const auto quotes = table.quotes();
    auto at = std::partition_point(quotes.begin(), quotes.end(), [&](const quote& q) { return q.pair < pair; });
    while (at != quotes.end() && at->pair == pair) {
        const auto end = std::partition_point(at, quotes.end(),
                                              [&](const quote& q) { return q.pair == pair && q.source == at->source; });
        const auto& origin = table.source_of(*at);
        if (origin.kind == rate_kind::period_mean && origin.period == length) {
            const auto found =
                std::lower_bound(at, end, wanted, [](const quote& q, std::int32_t day) { return q.day < day; });
            if (found != end && found->day == wanted) return &*found;
        }
        at = end;
    }
    return nullptr;
}

}  // namespace outlay
