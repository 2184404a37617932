// rate_search: legs, and crosses made of them.
#include "rates/rate_search.hpp"

#include "rates/published_mean.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace outlay {

namespace {

bool is_spot(const rate_leg& leg) { return leg.kind == rate_kind::spot; }

}  // namespace

rate_search::rate_search(const rate_table& table, std::span<const given_rate> given, std::vector<currency_code> pivots,
                         rate_side side, std::optional<date> in_force)
    : table_(table), given_(given), pivots_(std::move(pivots)), side_(side), in_force_(in_force) {}

rate_leg rate_search::leg_of(const quote& observed, bool inverted) const {
    const auto& origin = table_.source_of(observed);
    const auto value = observed.value();
    return {observed.pair, to_ratio(value),          value.text(), observed.observed(),
            origin.kind,   std::string(origin.name), inverted};
}

std::optional<rate_leg> rate_search::given(currency_code from, currency_code to) const {
    const currency_pair pair{from, to};
    for (const auto& rate : given_) {
        if (rate.pair != pair && rate.pair != pair.reversed()) continue;
        return rate_leg{rate.pair,        rate.value,  rate.written,     std::nullopt,
                        rate_kind::given, rate.source, rate.pair != pair};
    }
    return std::nullopt;
}

std::optional<rate_leg> rate_search::quoted(currency_code from, currency_code to, date day) const {
    const currency_pair pair{from, to};
    for (const bool inverted : {false, true})
        for (const auto* observed : table_.between(inverted ? pair.reversed() : pair, day, day))
            if (is_seen(*observed)) return leg_of(*observed, inverted);
    return std::nullopt;
}

std::optional<rate_leg> rate_search::fixed(currency_code from, currency_code to, std::optional<date> day) const {
    if (!day || side_ != rate_side::mid) return std::nullopt;
    return fixed_rate(from, to, in_force_.value_or(*day));
}

std::optional<rate_leg> rate_search::irrevocable(currency_code from, currency_code to, std::optional<date> day) const {
    if (!day) return std::nullopt;
    auto leg = fixed_rate(from, to, in_force_.value_or(*day));
    return leg && leg->kind == rate_kind::irrevocable ? leg : std::nullopt;
}

std::optional<rate_leg> rate_search::fixed_rate(currency_code from, currency_code to, date day) const {
    const currency_pair pair{from, to};
    if (const auto* direct = table_.fixed(pair, day)) return leg_of(*direct, false);
    if (const auto* inverse = table_.fixed(pair.reversed(), day)) return leg_of(*inverse, true);
    return std::nullopt;
}

rate_legs rate_search::anchors(currency_code from, std::optional<date> day) const {
    rate_legs legs;
    for (const auto& series : table_.series()) {
        if (series.pair.base != from && series.pair.quote != from) continue;
        const auto other = series.pair.base == from ? series.pair.quote : series.pair.base;
        auto leg = fixed(from, other, day);
        const bool is_new = std::none_of(legs.begin(), legs.end(), [&](const rate_leg& known) {
            return leg && known.pair == leg->pair;
        });
        if (leg && is_new) legs.push_back(std::move(*leg));
    }
    std::stable_partition(legs.begin(), legs.end(),
                          [](const rate_leg& leg) { return leg.kind == rate_kind::irrevocable; });
    return legs;
}

std::optional<rate_leg> rate_search::quoted_by(currency_code from, currency_code to, date day,
                                               std::uint8_t source) const {
    const currency_pair pair{from, to};
    for (const bool inverted : {false, true})
        for (const auto* observed : table_.between(inverted ? pair.reversed() : pair, day, day))
            if (observed->source == source) return leg_of(*observed, inverted);
    return std::nullopt;
}

std::vector<std::uint8_t> rate_search::sources_along(path currencies, date day) const {
    std::vector<std::uint8_t> sources;
    for (std::size_t i = 1; i < currencies.size(); ++i) {
        const currency_pair pair{currencies[i - 1], currencies[i]};
        for (const auto& direction : {pair, pair.reversed()})
            for (const auto* observed : table_.between(direction, day, day))
                if (is_seen(*observed) && std::find(sources.begin(), sources.end(), observed->source) == sources.end())
                    sources.push_back(observed->source);
    }
    return sources;
}

rate_legs rate_search::along(path currencies, std::optional<date> day, std::optional<std::uint8_t> source) const {
    rate_legs legs;
    for (std::size_t i = 1; i < currencies.size(); ++i) {
        const auto from = currencies[i - 1];
        const auto to = currencies[i];
        auto leg = given(from, to);
        if (!leg) leg = irrevocable(from, to, day);
        if (!leg && day && source) leg = quoted_by(from, to, *day, *source);
        if (!leg) leg = fixed(from, to, day);
        if (!leg) return {};
        legs.push_back(std::move(*leg));
    }
    return legs;
}

rate_legs rate_search::along(path currencies, std::optional<date> day) const {
    if (day) {
        for (const auto source : sources_along(currencies, *day))
            if (auto legs = along(currencies, day, source); !legs.empty()) return legs;
    }
    return along(currencies, day, std::nullopt);
}

template <class Legs>
rate_legs rate_search::through_pivots(currency_code from, currency_code to, Legs legs_along) const {
    const auto is_end = [&](currency_code pivot) { return pivot == from || pivot == to; };
    for (const auto pivot : pivots_) {
        if (is_end(pivot)) continue;
        if (auto legs = legs_along(std::array{from, pivot, to}); !legs.empty()) return legs;
    }
    for (const auto first : pivots_) {
        for (const auto second : pivots_) {
            if (first == second || is_end(first) || is_end(second)) continue;
            if (auto legs = legs_along(std::array{from, first, second, to}); !legs.empty()) return legs;
        }
    }
    return {};
}

rate_legs rate_search::cross(currency_code from, currency_code to, std::optional<date> day) const {
    if (side_ != rate_side::mid) return {};
    return through_pivots(from, to, [&](path currencies) { return along(currencies, day); });
}

rate_legs rate_search::market(currency_code from, currency_code to, date day) const {
    if (auto leg = quoted(from, to, day)) return {std::move(*leg)};
    auto legs = cross(from, to, day);
    const bool is_market = std::any_of(legs.begin(), legs.end(), is_spot);
    return is_market ? legs : rate_legs{};
}

rate_legs rate_search::of_source(currency_code from, currency_code to, date day, std::uint8_t source) const {
    if (auto leg = quoted_by(from, to, day, source)) return {std::move(*leg)};
    auto legs = through_pivots(from, to, [&](path currencies) { return along(currencies, day, source); });
    return std::any_of(legs.begin(), legs.end(), is_spot) ? legs : rate_legs{};
}

std::optional<rate_leg> rate_search::mean_of(currency_code from, currency_code to, const date_span& period) const {
    const currency_pair pair{from, to};
    for (const bool inverted : {false, true}) {
        const auto* published = find_published_mean(table_, inverted ? pair.reversed() : pair, period);
        if (published == nullptr) continue;
        auto leg = leg_of(*published, inverted);
        leg.observed.reset();
        leg.days = period;
        return leg;
    }
    return std::nullopt;
}

rate_legs rate_search::published_mean(currency_code from, currency_code to, const date_span& period) const {
    if (auto leg = mean_of(from, to, period)) return {std::move(*leg)};
    const auto leg_between = [&](currency_code a, currency_code b) {
        auto leg = given(a, b);
        if (!leg) leg = mean_of(a, b, period);
        return leg ? leg : fixed(a, b, period.last);
    };
    for (const auto pivot : pivots_) {
        if (pivot == from || pivot == to) continue;
        auto first = leg_between(from, pivot);
        auto second = first ? leg_between(pivot, to) : std::nullopt;
        if (first && second && (first->days || second->days)) return {std::move(*first), std::move(*second)};
    }
    return {};
}

std::vector<currency_code> pivots_of(const rate_policy& policy, const rate_table& table) {
    if (!policy.pivots.empty()) return policy.pivots;
    std::map<currency_code, std::size_t> counts;
    for (const auto& series : table.series())
        if (table.sources()[series.source].kind == rate_kind::spot) ++counts[series.pair.base];
    std::vector<std::pair<std::size_t, currency_code>> sorted;
    for (const auto& [code, count] : counts) sorted.emplace_back(count, code);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<currency_code> pivots;
    for (const auto& [count, code] : sorted) pivots.push_back(code);
    return pivots;
}

ratio factor_of(const rate_legs& legs) {
    ratio factor = 1;
    for (const auto& leg : legs) {
        if (leg.inverted) {
            factor /= leg.value;
        } else {
            factor *= leg.value;
        }
    }
    return factor;
}

std::string sources_of(const rate_legs& legs) {
    std::string text;
    std::vector<std::string_view> seen;
    for (const auto& leg : legs) {
        if (std::find(seen.begin(), seen.end(), leg.source) != seen.end()) continue;
        if (!seen.empty()) text += "; ";
        text += leg.source;
        seen.push_back(leg.source);
    }
    return text;
}

}  // namespace outlay
