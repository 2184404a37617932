// rate_search: the legs that lead from one currency to another, of given rates, of quotes of one day, of fixed rates.
// Promises: every leg is labelled by its kind. Leaves out: which day and which rule (rate_policy.cpp).
#pragma once

#include <outlay/rates/rate_policy.hpp>

#include <span>

namespace outlay {

using rate_legs = std::vector<rate_leg>;

class rate_search {
public:
    rate_search(const rate_table& table, std::span<const given_rate> given, std::vector<currency_code> pivots);

    [[nodiscard]] std::optional<rate_leg> given(currency_code from, currency_code to) const;
    /// A spot quote of the day, or else its inverse.
    [[nodiscard]] std::optional<rate_leg> quoted(currency_code from, currency_code to, date day) const;
    /// A peg or an irrevocable rate in force on the day, or else its inverse.
    [[nodiscard]] std::optional<rate_leg> fixed(currency_code from, currency_code to, std::optional<date> day) const;
    /// The legs of a cross: through the first pivot that answers, else through two; empty if none does.
    /// Its spot legs are of one day and one source; no day, no spot legs.
    [[nodiscard]] rate_legs cross(currency_code from, currency_code to, std::optional<date> day) const;
    /// A quote or a cross of the market on that day: no given rate, and a spot quote among the legs.
    [[nodiscard]] rate_legs market(currency_code from, currency_code to, date day) const;

    [[nodiscard]] std::span<const currency_code> pivots() const { return pivots_; }

private:
    using path = std::span<const currency_code>;
    [[nodiscard]] rate_legs along(path currencies, std::optional<date> day) const;
    [[nodiscard]] rate_legs along(path currencies, std::optional<date> day, std::optional<std::uint8_t> source) const;
    [[nodiscard]] std::vector<std::uint8_t> sources_along(path currencies, date day) const;
    [[nodiscard]] std::optional<rate_leg> quoted_by(currency_code from, currency_code to, date day,
                                                    std::uint8_t source) const;
    [[nodiscard]] rate_leg leg_of(const quote& observed, bool inverted) const;

    const rate_table& table_;
    std::span<const given_rate> given_;
    std::vector<currency_code> pivots_;
};

/// The pivots of a policy, or else the currencies that most series of the table are quoted in.
[[nodiscard]] std::vector<currency_code> pivots_of(const rate_policy& policy, const rate_table& table);

/// What an amount is multiplied by along the legs.
[[nodiscard]] ratio factor_of(const rate_legs& legs);

/// The sources of the legs, each once.
[[nodiscard]] std::string sources_of(const rate_legs& legs);

}  // namespace outlay
