#include "rates/published_mean.hpp"

#include <algorithm>

namespace outlay {

namespace {

using quote_span = std::span<const quote>;

/// The months that a mean of the series covers, told from the distance of its quotes: 1, 3 or 12. A table stores a period
/// under its last day, so of a single quote only the end of a year can be taken for a year.
int months_of(quote_span series) {
    constexpr int longest_month = 31;
    constexpr int longest_quarter = 92;
    if (series.size() < 2) {
        const std::chrono::year_month_day day{series.front().observed()};
        return day.month() == std::chrono::December ? 12 : 1;
    }
    auto shortest = series[1].day - series[0].day;
    for (std::size_t i = 2; i < series.size(); ++i) shortest = std::min(shortest, series[i].day - series[i - 1].day);
    if (shortest <= longest_month) return 1;
    return shortest <= longest_quarter ? 3 : 12;
}

int months_of(const date_span& period) {
    const std::chrono::year_month_day first{period.first};
    const std::chrono::year_month_day last{period.last};
    return static_cast<int>(static_cast<unsigned>(last.month()) - static_cast<unsigned>(first.month())) + 1;
}

}  // namespace

const quote* find_published_mean(const rate_table& table, const currency_pair& pair, const date_span& period) {
    const auto wanted = static_cast<std::int32_t>(period.last.time_since_epoch().count());
    const auto quotes = table.quotes();
    auto at = std::partition_point(quotes.begin(), quotes.end(), [&](const quote& q) { return q.pair < pair; });
    while (at != quotes.end() && at->pair == pair) {
        const auto end = std::partition_point(at, quotes.end(),
                                              [&](const quote& q) { return q.pair == pair && q.source == at->source; });
        if (table.source_of(*at).kind == rate_kind::period_mean &&
            months_of(quote_span(at, end)) == months_of(period)) {
            const auto found =
                std::lower_bound(at, end, wanted, [](const quote& q, std::int32_t day) { return q.day < day; });
            if (found != end && found->day == wanted) return &*found;
        }
        at = end;
    }
    return nullptr;
}

}  // namespace outlay
