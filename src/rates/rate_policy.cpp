// rate_policy: the numbered rules, tried in their order.
#include <outlay/rates/rate_policy.hpp>

#include <outlay/base/message.hpp>

#include "rates/missing_rate.hpp"
#include "rates/period_mean.hpp"
#include "rates/rate_remarks.hpp"
#include "rates/rate_search.hpp"

#include <algorithm>

namespace outlay {

namespace {

struct answer {
    rate_legs legs;
    int precedence = 0;
    std::optional<date> observed;
};

/// What is asked, as one value.
struct question {
    const rate_search& search;
    const currency_table& currencies;
    const rate_policy& policy;
    currency_code from;
    currency_code to;
    std::optional<date> as_of;

    [[nodiscard]] date_span period() const { return period_of(policy.convention.timing, *as_of); }
};

int age_limit(const rate_policy& policy) {
    if (policy.convention.timing == rate_timing::exact) return 0;
    return policy.convention.limit_days.value_or(policy.age_limit_days);
}

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

/// Rules 2 to 5, from a day on backwards.
std::optional<answer> at_or_before(const question& q, date day) {
    if (auto found = on_day(q.search, q.from, q.to, day)) return found;
    for (int age = 1; age <= age_limit(q.policy); ++age) {
        auto found = on_day(q.search, q.from, q.to, day - std::chrono::days{age});
        if (!found) continue;
        found->precedence = 5;
        return found;
    }
    return std::nullopt;
}

/// Rules 2 to 4 for a mean: of all days of the period, else as it was published, else of the days that are known.
std::optional<answer> mean_of(const question& q) {
    const auto period = q.period();
    auto daily = mean_of_days(q.search, q.currencies, q.from, q.to, period);
    if (!daily || !covers(*daily, period, q.policy.age_limit_days)) {
        auto published = q.search.published_mean(q.from, q.to, period);
        if (published.size() > 1) return answer{std::move(published), 4, std::nullopt};
        if (published.size() == 1) return single(std::move(published.front()), 2, 3, std::nullopt);
    }
    if (daily && !daily->crossed.empty()) return answer{{std::move(*daily)}, 4, std::nullopt};
    return single(std::move(daily), 2, 3, std::nullopt);
}

/// Rules 2 to 5, by the convention asked for.
std::optional<answer> quoted(const question& q) {
    if (!q.as_of) return crossed(q.search, q.from, q.to, std::nullopt);
    if (!is_mean(q.policy.convention.timing)) return at_or_before(q, q.period().last);
    if (auto found = mean_of(q)) return found;
    return crossed(q.search, q.from, q.to, q.as_of);  // of given and fixed rates: with a market's there is a mean
}

/// All rules, in order. An irrevocable rate stands in the place of a quote of the day.
std::optional<answer> find_between(const question& q) {
    if (auto given = single(q.search.given(q.from, q.to), 1, 3, std::nullopt)) return given;
    if (auto fixed = single(q.search.irrevocable(q.from, q.to, q.as_of), 2, 3, std::nullopt)) return fixed;
    if (auto found = quoted(q)) return found;
    return single(q.search.fixed(q.from, q.to, q.as_of), 6, 6, std::nullopt);
}

/// From one of two currencies to what it is fixed to, or nothing where it is itself that is converted.
rate_legs steps_from(const question& q, currency_code code) {
    auto legs = q.search.anchors(code, q.as_of);
    legs.insert(legs.begin(), rate_leg{});
    return legs;
}

currency_code other_end(const rate_leg& leg, currency_code code) {
    if (leg.pair.base.empty()) return code;
    return leg.pair.base == code ? leg.pair.quote : leg.pair.base;
}

/// Rule 4 once more, through a currency that one of the two is fixed to, or each of them is.
std::optional<answer> find_anchored(const question& q) {
    const auto last_steps = steps_from(q, q.to);
    for (const auto& first : steps_from(q, q.from)) {
        for (const auto& last : last_steps) {
            const auto a = other_end(first, q.from);
            const auto b = other_end(last, q.to);
            if ((a == q.from && b == q.to) || a == q.to || b == q.from) continue;
            answer found{{}, 4, std::nullopt};
            if (a != b) {
                auto inner = find_between({q.search, q.currencies, q.policy, a, b, q.as_of});
                if (!inner) continue;
                found = std::move(*inner);
            }
            if (a != q.from) found.legs.insert(found.legs.begin(), first);
            if (b != q.to) {
                found.legs.push_back(last);
                found.legs.back().inverted = !last.inverted;
            }
            found.precedence = found.precedence == 5 ? 5 : 4;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<answer> find(const question& q) {
    if (auto found = find_between(q)) return found;
    return q.search.side() == rate_side::mid ? find_anchored(q) : std::nullopt;
}

/// A given leg makes the whole a given rate, a spot leg makes it one of its day, a mean one of its period.
rate_kind kind_of(const rate_legs& legs) {
    const auto has = [&](rate_kind kind) {
        return std::any_of(legs.begin(), legs.end(), [&](const rate_leg& leg) { return leg.kind == kind; });
    };
    for (const auto kind : {rate_kind::given, rate_kind::spot, rate_kind::period_mean, rate_kind::peg})
        if (has(kind)) return kind;
    return rate_kind::irrevocable;
}

bool is_stated(const rate_legs& legs) {
    return std::all_of(legs.begin(), legs.end(), [](const rate_leg& leg) { return leg.kind == rate_kind::given; });
}

/// A given rate is taken as it is, and an irrevocable one is nobody's price.
bool has_sides(const rate_legs& legs) {
    return std::any_of(legs.begin(), legs.end(), [](const rate_leg& leg) {
        return leg.kind != rate_kind::given && leg.kind != rate_kind::irrevocable;
    });
}

/// The day on which fixed rates must hold: that of the question, however old a quote is. In a mean each day has its own.
std::optional<date> in_force_on(const rate_policy& policy, const std::optional<date>& as_of) {
    const auto timing = policy.convention.timing;
    return as_of && !is_mean(timing) ? std::optional(period_of(timing, *as_of).last) : std::nullopt;
}

rate_path path_of(const rate_legs& legs) {
    if (legs.size() > 1 || !legs.front().crossed.empty()) return rate_path::cross;
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

rate make_rate(answer found, const question& q) {
    const auto& how = q.policy.convention;
    rate made;
    made.from = q.from;
    made.to = q.to;
    made.factor = factor_of(found.legs);
    made.kind = kind_of(found.legs);
    made.path = path_of(found.legs);
    made.source = sources_of(found.legs);
    made.precedence = found.precedence;
    made.observed = found.observed;
    made.convention = how;
    made.as_of = is_stated(found.legs) ? q.policy.as_of : q.as_of;
    made.origin = q.policy.as_of ? q.policy.origin : as_of_origin::newest_of_rates;
    const bool is_of_year_end = how.timing == rate_timing::year_end && found.observed;
    if (q.as_of && (made.kind == rate_kind::period_mean || is_of_year_end)) made.period = q.period();
    if (q.as_of && found.observed) made.age_days = static_cast<int>((q.period().last - *found.observed).count());
    made.legs = std::move(found.legs);
    set_pair(made, q.currencies);
    return made;
}

/// Half of the spread lies on either side of the rate; the pair's base currency is bought at the ask.
void apply_spread(rate& found, rate_side side, const stated_spread& spread) {
    rate_leg leg;
    leg.pair = found.pair;
    leg.value = side == rate_side::ask ? 1 + spread.share / 2 : 1 - spread.share / 2;
    leg.value_text = exact_text(leg.value);
    leg.kind = rate_kind::given;
    leg.source = message("stated-spread", {{"spread", spread.written}, {"side", to_text(side)}});
    leg.inverted = found.pair.base != found.from;
    leg.side = side;
    found.value *= leg.value;
    found.factor = leg.inverted ? found.factor / leg.value : found.factor * leg.value;
    found.source += "; " + leg.source;
    found.legs.push_back(std::move(leg));
}

diagnostic side_missing(const rate& found, rate_side side) {
    auto problem = make_diagnostic("rate-side-missing", {{"pair", to_text(found.pair)}, {"side", to_text(side)}});
    problem.cause = cause::missing_fact;
    return problem;
}

/// A quote of the side asked for, where one is known.
std::optional<rate> sided_rate(const rate_table& table, const currency_table& currencies, const rate_policy& policy,
                               currency_code from, currency_code to, std::optional<date> as_of) {
    const rate_search search(table, policy.given, {}, policy.convention.side, in_force_on(policy, as_of));
    const question q{search, currencies, policy, from, to, as_of};
    auto found = find(q);
    if (!found) return std::nullopt;
    return make_rate(std::move(*found), q);
}

}  // namespace

std::string_view to_text(as_of_origin origin) {
    switch (origin) {
        case as_of_origin::stated_by_user: return "given";
        case as_of_origin::stated_by_scenario: return "scenario";
        case as_of_origin::stated_by_document: return "document";
        case as_of_origin::stated_by_announcement: return "announcement";
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
    const auto as_of = policy.as_of ? policy.as_of : table.newest_day();
    const auto side = policy.convention.side;
    if (side != rate_side::mid)
        if (auto sided = sided_rate(table, currencies, policy, from, to, as_of)) return std::move(*sided);
    const rate_search search(table, policy.given, pivots_of(policy, table), rate_side::mid, in_force_on(policy, as_of));
    const question q{search, currencies, policy, from, to, as_of};
    auto found = find(q);
    if (!found) {
        const bool is_of_year_end = as_of && policy.convention.timing == rate_timing::year_end;
        return missing_rate(table, currencies, search.pivots(), from, to, is_of_year_end ? q.period().last : as_of);
    }
    auto made = make_rate(std::move(*found), q);
    made.remarks = remarks_on(made, table, policy);
    if (side == rate_side::mid || !has_sides(made.legs)) return made;
    if (!policy.convention.spread) return side_missing(made, side);
    apply_spread(made, side, *policy.convention.spread);
    return made;
}

date_span days_needed(const rate_policy& policy, date as_of) {
    const auto period = period_of(policy.convention.timing, as_of);
    if (is_mean(policy.convention.timing)) return period;
    return {period.last - std::chrono::days{age_limit(policy)}, period.last};
}

}  // namespace outlay
