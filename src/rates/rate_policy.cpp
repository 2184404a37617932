// rate_policy: the numbered rules, tried in their order.
#include <outlay/rates/rate_policy.hpp>

#include "rates/missing_rate.hpp"
#include "rates/rate_search.hpp"

#include <algorithm>

namespace outlay {

namespace {

struct answer {
    rate_legs legs;
    int precedence = 0;
    std::optional<date> observed;
};

std::optional<answer> single(std::optional<rate_leg> leg, int if_direct, int if_inverted,
                             std::optional<date> observed) {
    if (!leg) return std::nullopt;
    const int precedence = leg->inverted ? if_inverted : if_direct;
    return answer{{std::move(*leg)}, precedence, observed};
}

std::optional<answer> crossed(const rate_search& search, currency_code from, currency_code to,
                              std::optional<date> day) {
    auto legs = search.cross(from, to, day);
    if (legs.empty()) return std::nullopt;
    const bool is_dated =
        std::any_of(legs.begin(), legs.end(), [](const rate_leg& leg) { return leg.kind == rate_kind::spot; });
    return answer{std::move(legs), 4, is_dated ? day : std::nullopt};
}

/// Rules 2 to 4 on one day.
std::optional<answer> on_day(const rate_search& search, currency_code from, currency_code to, std::optional<date> day) {
    if (day)
        if (auto found = single(search.quoted(from, to, *day), 2, 3, day)) return found;
    return crossed(search, from, to, day);
}

/// All rules, in order.
std::optional<answer> find(const rate_search& search, currency_code from, currency_code to, std::optional<date> as_of,
                           int age_limit_days) {
    if (auto given = single(search.given(from, to), 1, 3, std::nullopt)) return given;
    if (auto found = on_day(search, from, to, as_of)) return found;
    if (!as_of) return std::nullopt;
    for (int age = 1; age <= age_limit_days; ++age) {
        auto found = on_day(search, from, to, *as_of - std::chrono::days{age});
        if (!found) continue;
        found->precedence = 5;
        return found;
    }
    return single(search.fixed(from, to, as_of), 6, 6, std::nullopt);
}

/// A given leg makes the whole a given rate, a spot leg makes it one of its day.
rate_kind kind_of(const rate_legs& legs) {
    const auto has = [&](rate_kind kind) {
        return std::any_of(legs.begin(), legs.end(), [&](const rate_leg& leg) { return leg.kind == kind; });
    };
    for (const auto kind : {rate_kind::given, rate_kind::spot, rate_kind::peg})
        if (has(kind)) return kind;
    return rate_kind::irrevocable;
}

rate_path path_of(const rate_legs& legs) {
    if (legs.size() > 1) return rate_path::cross;
    return legs.front().inverted ? rate_path::inverse : rate_path::direct;
}

/// The one who gave a rate decides its direction, else the market does.
void set_pair(rate& found, const currency_table& currencies) {
    if (found.legs.size() == 1 && found.kind == rate_kind::given) {
        found.pair = found.legs.front().pair;
        found.value = found.legs.front().value;
        return;
    }
    const bool as_asked = currencies.is_quoted_as_base(found.from, found.to);
    const currency_pair asked{found.from, found.to};
    found.pair = as_asked ? asked : asked.reversed();
    found.value = as_asked ? found.factor : ratio(1) / found.factor;
}

rate identity(const rate_policy& policy, currency_code code) {
    rate same;
    same.pair = {code, code};
    same.value = 1;
    same.factor = 1;
    same.from = code;
    same.to = code;
    same.as_of = policy.as_of;
    same.origin = policy.origin;
    same.path = rate_path::identity;
    return same;
}

rate make_rate(answer found, const rate_policy& policy, std::optional<date> as_of, currency_code from, currency_code to,
               const currency_table& currencies) {
    rate made;
    made.from = from;
    made.to = to;
    made.factor = factor_of(found.legs);
    made.kind = kind_of(found.legs);
    made.path = path_of(found.legs);
    made.source = sources_of(found.legs);
    made.precedence = found.precedence;
    made.observed = found.observed;
    const bool is_stated = std::all_of(found.legs.begin(), found.legs.end(),
                                       [](const rate_leg& leg) { return leg.kind == rate_kind::given; });
    made.as_of = is_stated ? policy.as_of : as_of;
    made.origin = policy.as_of ? policy.origin : as_of_origin::newest_of_rates;
    if (as_of && found.observed) made.age_days = static_cast<int>((*as_of - *found.observed).count());
    made.legs = std::move(found.legs);
    set_pair(made, currencies);
    return made;
}

}  // namespace

std::string_view to_text(as_of_origin origin) {
    switch (origin) {
        case as_of_origin::stated_by_user: return "given";
        case as_of_origin::stated_by_scenario: return "scenario";
        case as_of_origin::stated_by_document: return "document";
        case as_of_origin::newest_of_rates: break;
    }
    return "newest";
}

std::string_view to_text(rate_path path) {
    switch (path) {
        case rate_path::identity: return "identity";
        case rate_path::direct: return "direct";
        case rate_path::inverse: return "inverse";
        case rate_path::cross: break;
    }
    return "cross";
}

result<rate> resolve_rate(const rate_table& table, const currency_table& currencies, const rate_policy& policy,
                          currency_code from, currency_code to) {
    if (from == to) return identity(policy, from);
    const rate_search search(table, policy.given, pivots_of(policy, table));
    const auto as_of = policy.as_of ? policy.as_of : table.newest_day();
    auto found = find(search, from, to, as_of, policy.age_limit_days);
    if (!found) return missing_rate(table, currencies, search.pivots(), from, to, as_of);
    return make_rate(std::move(*found), policy, as_of, from, to, currencies);
}

}  // namespace outlay
