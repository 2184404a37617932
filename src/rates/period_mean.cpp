#include "rates/period_mean.hpp"

#include <outlay/number/rounding.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace outlay {

namespace {

constexpr std::size_t longest_fraction = 24;
constexpr int shown_digits = 10;  // of a value below 1
constexpr int shown_places = 6;   // of another one, as in a report

/// What makes two days' legs the same path: a number of legs first, so that quotes come before crosses.
using path_key = std::tuple<std::size_t, std::vector<std::tuple<currency_pair, bool, std::string>>>;

struct daily_rates {
    std::vector<ratio> values;
    rate_legs legs;  ///< of the first day
    date first;
    date last;
};

path_key key_of(const rate_legs& legs) {
    path_key key{legs.size(), {}};
    for (const auto& leg : legs) std::get<1>(key).emplace_back(leg.pair, leg.inverted, leg.source);
    return key;
}

/// By halves, so that few fractions with large denominators are added.
ratio sum_of(std::span<const ratio> values) {
    if (values.size() == 1) return values.front();
    const auto half = values.size() / 2;
    return sum_of(values.first(half)) + sum_of(values.subspan(half));
}

/// Rounded as reports round a rate, so that one number does not end in two ways.
std::string text_of(const ratio& value) {
    auto text = exact_text(value);
    if (text.size() <= longest_fraction && text.find('/') == std::string::npos) return text;
    const auto shown = value >= 1 ? round(value, shown_places, rounding_mode::half_up)
                                  : round_significant(value, shown_digits, rounding_mode::half_up);
    return shown.text() + "\xE2\x80\xA6";
}

void add_day(std::map<path_key, daily_rates>& found, date day, rate_legs legs) {
    auto& rates = found[key_of(legs)];
    rates.values.push_back(legs.size() == 1 ? legs.front().value : factor_of(legs));
    if (rates.legs.empty()) {
        rates.legs = std::move(legs);
        rates.first = day;
    }
    rates.last = day;
}

std::map<path_key, daily_rates> rates_of_days(const rate_search& search, const currency_pair& pair,
                                              const date_span& period) {
    std::map<path_key, daily_rates> found;
    const auto sources = search.table().sources();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].kind != rate_kind::spot || sources[i].side != search.side()) continue;
        for (auto day = period.first; day <= period.last; day += std::chrono::days{1}) {
            auto legs = search.of_source(pair.base, pair.quote, day, static_cast<std::uint8_t>(i));
            if (!legs.empty()) add_day(found, day, std::move(legs));
        }
    }
    return found;
}

}  // namespace

std::optional<rate_leg> mean_of_days(const rate_search& search, const currency_table& currencies, currency_code from,
                                     currency_code to, const date_span& period) {
    const currency_pair asked{from, to};
    const auto pair = currencies.is_quoted_as_base(from, to) ? asked : asked.reversed();
    const auto found = rates_of_days(search, pair, period);
    const auto most = std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.second.values.size() < b.second.values.size();
    });
    if (most == found.end()) return std::nullopt;
    const auto& days = most->second;
    rate_leg mean;
    mean.pair = days.legs.size() == 1 ? days.legs.front().pair : pair;
    mean.value = sum_of(days.values) / days.values.size();
    mean.value_text = text_of(mean.value);
    mean.kind = rate_kind::period_mean;
    mean.source = sources_of(days.legs);
    mean.inverted = mean.pair.base != from;
    mean.days = date_span{days.first, days.last};
    mean.fixings = static_cast<int>(days.values.size());
    if (days.legs.size() > 1)
        for (const auto& leg : days.legs) mean.crossed.push_back(leg.pair);
    return mean;
}

}  // namespace outlay
