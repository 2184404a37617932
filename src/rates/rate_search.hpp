// rate_search: the legs that lead from one currency to another, of given rates, of quotes of one day, of fixed rates.
// Promises: every leg is labelled by its kind. Leaves out: which day and which rule (rate_policy.cpp).
#pragma once

#include <outlay/rates/rate_policy.hpp>

#include <span>

namespace outlay {

using rate_legs = std::vector<rate_leg>;

class rate_search {
public:
    /// Of quotes it sees those of one side. A cross has no side but mid. `in_force`: the day on which a fixed rate must
    /// hold, where that is not the day of the quotes beside it.
    rate_search(const rate_table& table, std::span<const given_rate> given, std::vector<currency_code> pivots,
                rate_side side = rate_side::mid, std::optional<date> in_force = std::nullopt);

    [[nodiscard]] std::optional<rate_leg> given(currency_code from, currency_code to) const;
    /// A spot quote of the day, or else its inverse.
    [[nodiscard]] std::optional<rate_leg> quoted(currency_code from, currency_code to, date day) const;
    /// A peg or an irrevocable rate in force on the day, or else its inverse.
    [[nodiscard]] std::optional<rate_leg> fixed(currency_code from, currency_code to, std::optional<date> day) const;
    /// The same, of irrevocable rates alone, which have no side: they are the rate, whatever was quoted before.
    [[nodiscard]] std::optional<rate_leg> irrevocable(currency_code from, currency_code to, std::optional<date> day) const;
    /// From a currency to each other one that it is fixed to on the day, an irrevocable rate before a peg.
    [[nodiscard]] rate_legs anchors(currency_code from, std::optional<date> day) const;
    /// The legs of a cross: through the first pivot that answers, else through two; empty if none does.
    /// Its spot legs are of one day and one source; no day, no spot legs.
    [[nodiscard]] rate_legs cross(currency_code from, currency_code to, std::optional<date> day) const;
    /// A quote or a cross of the market on that day: no given rate, and a spot quote among the legs.
    [[nodiscard]] rate_legs market(currency_code from, currency_code to, date day) const;

    /// What one source gives on that day, be it a quote or a cross with given and fixed rates; empty if it quotes no leg.
    [[nodiscard]] rate_legs of_source(currency_code from, currency_code to, date day, std::uint8_t source) const;
    /// A published mean of the period, or else its inverse, or a cross of such means, given and fixed rates.
    [[nodiscard]] rate_legs published_mean(currency_code from, currency_code to, const date_span& period) const;

    [[nodiscard]] const rate_table& table() const { return table_; }
    [[nodiscard]] rate_side side() const { return side_; }
    [[nodiscard]] std::span<const currency_code> pivots() const { return pivots_; }

private:
    using path = std::span<const currency_code>;
    /// Of the paths through one pivot, else through two, the first that has legs.
    template <class Legs>
    [[nodiscard]] rate_legs through_pivots(currency_code from, currency_code to, Legs legs_along) const;
    [[nodiscard]] rate_legs along(path currencies, std::optional<date> day) const;
    [[nodiscard]] rate_legs along(path currencies, std::optional<date> day, std::optional<std::uint8_t> source) const;
    [[nodiscard]] std::vector<std::uint8_t> sources_along(path currencies, date day) const;
    [[nodiscard]] std::optional<rate_leg> quoted_by(currency_code from, currency_code to, date day,
                                                    std::uint8_t source) const;
    [[nodiscard]] std::optional<rate_leg> mean_of(currency_code from, currency_code to, const date_span& period) const;
    [[nodiscard]] bool is_seen(const quote& observed) const { return table_.source_of(observed).side == side_; }
    [[nodiscard]] std::optional<rate_leg> fixed_rate(currency_code from, currency_code to, date day) const;
    [[nodiscard]] rate_leg leg_of(const quote& observed, bool inverted) const;

    const rate_table& table_;
    std::span<const given_rate> given_;
    std::vector<currency_code> pivots_;
    rate_side side_;
    std::optional<date> in_force_;
};

/// The pivots of a policy, or else the currencies that most series of the table are quoted in.
[[nodiscard]] std::vector<currency_code> pivots_of(const rate_policy& policy, const rate_table& table);

/// What an amount is multiplied by along the legs.
[[nodiscard]] ratio factor_of(const rate_legs& legs);

/// The sources of the legs, each once.
[[nodiscard]] std::string sources_of(const rate_legs& legs);

}  // namespace outlay
