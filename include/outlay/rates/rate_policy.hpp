// rate_policy: how a question ("USD in KRW, as of 2025-01-22") is answered from quotes and given rates.
// Precedence, in this order:
//   1 a given rate: of the case, then of the command line, then of the file
//   2 a quote of the pair on the as-of date; an irrevocable rate in force on it takes the place of any quote, here and in 3, 4
//   3 the inverse of a given rate or of such a quote (no quote is taken where the pair has a given rate, either way round)
//   4 a cross through the pivots (through one, else through two), its legs of one date and one source; a given rate, a
//     peg or an irrevocable rate may be a leg, and is labelled; else through a currency that one of the two is fixed to
//   5 the nearest earlier date within the age limit, by 2 to 4, date and age shown
//   6 a peg
// A convention (rate_convention.hpp) changes which dates count: `exact` leaves rule 5 out, `year-end` begins with the last
// day of the year, a mean takes the place of the quotes in rules 2 to 4: the mean of the daily rates of its period, all
// by one path and of one source; where they do not cover the period, a published mean of it; else of those there are.
// Otherwise the error rate-missing (cause: missing fact), naming the nearest quote there is.
// Promises: exact; every leg is in the answer. Leaves out: where quotes come from (rate_table.hpp).
#pragma once

#include <outlay/rates/rate_convention.hpp>
#include <outlay/rates/rate_table.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// A rate that the user or a file states: used as it is, before any quote.
struct given_rate {
    currency_pair pair;
    ratio value;          ///< positive
    std::string written;  ///< as written: "1436", "200000/157"
    std::string source;   ///< whose words it is; "command line" where nothing was said
};

/// Whose date the as-of date is; printed with every rate.
enum class as_of_origin { stated_by_user, stated_by_scenario, stated_by_document, stated_by_announcement, newest_of_rates };
[[nodiscard]] std::string_view to_text(as_of_origin origin);  ///< "given", "scenario", "document", "announcement", "newest"

struct rate_policy {
    std::optional<date> as_of;  ///< nothing: the newest day of the table
    as_of_origin origin = as_of_origin::newest_of_rates;
    std::vector<given_rate> given;       ///< in order of precedence: case, command line, file
    int age_limit_days = 7;
    std::vector<currency_code> pivots;   ///< in order of preference; empty: the table's usual ones (engine's settings)
    rate_convention convention;
    ratio conflict_limit = ratio(1) / 200;  ///< sources of one pair and day that are further apart are told
};

/// One step of a rate: a quote or a given rate, and whether it was multiplied by or divided by.
struct rate_leg {
    currency_pair pair;
    ratio value;
    std::string value_text;  ///< as published or as written; of a computed mean its first digits
    std::optional<date> observed;
    rate_kind kind = rate_kind::spot;
    std::string source;
    bool inverted = false;   ///< true: the amount was divided by it
    std::optional<date_span> days = std::nullopt;  ///< of a mean: of a published one the period, else first and last fixing
    int fixings = 0;                               ///< of a mean that was computed: how many daily rates it is made of
    std::vector<currency_pair> crossed = {};       ///< of a mean of daily crosses: their legs
    std::optional<rate_side> side = std::nullopt;  ///< a stated spread: what the rate before it is multiplied by for this side
};

enum class rate_path { identity, direct, inverse, cross };
[[nodiscard]] std::string_view to_text(rate_path path);

/// What a policy resolved. `value` is quote units per base unit of `pair`; `factor` turns an amount of `from` into `to`.
struct rate {
    currency_pair pair;             ///< in the direction the market (or the one who gave it) quotes it
    ratio value;
    ratio factor;                   ///< amount in `to` = amount in `from` × factor
    currency_code from;
    currency_code to;
    std::optional<date> as_of;      ///< the date asked for; nothing for a given rate without one
    as_of_origin origin = as_of_origin::newest_of_rates;
    std::optional<date> observed;   ///< the date of the quotes; nothing for a given rate or a peg (its leg has since when)
    int age_days = 0;               ///< as_of − observed
    rate_kind kind = rate_kind::spot;  ///< of a cross: given if a leg is, else spot if a leg is
    std::string source;             ///< of the legs, each once, "; " between
    rate_path path = rate_path::direct;
    std::vector<rate_leg> legs;     ///< empty for identity
    int precedence = 0;             ///< which rule of the list above answered; 0 for identity
    rate_convention convention;     ///< what was asked for
    std::optional<date_span> period;  ///< of a mean or a year-end rate: the month, quarter or year
    diagnostics remarks;            ///< rate-stale, rate-mean-crossed (notes); rate-conflict, rate-mean-partial (warnings)
};

/// Given and irrevocable rates have no side. Errors: rate-missing; rate-side-missing where a bid or an ask is asked for, none is known and no spread was stated.
/// The same currency on both sides is the identity, with no legs.
[[nodiscard]] result<rate> resolve_rate(const rate_table& table, const currency_table& currencies,
                                        const rate_policy& policy, currency_code from, currency_code to);

/// The days of the quotes that an answer may need, as of a day.
[[nodiscard]] date_span days_needed(const rate_policy& policy, date as_of);

/// Lowest and highest market rate (spot, direct, inverse or cross of one day) of the pair within ±`business_days`.
struct market_band {
    currency_pair pair;
    ratio low;
    ratio high;
    int fixings = 0;      ///< days within the window that have a rate
    date first;           ///< of those days
    date last;
    date as_of;
    std::string source;
};
[[nodiscard]] std::optional<market_band> find_market_band(const rate_table& table, const rate_policy& policy,
                                                          const currency_pair& pair, date as_of, int business_days = 5);

/// "1436" or "200000/157". Errors: number-malformed, number-out-of-range, division-by-zero, rate-not-positive.
[[nodiscard]] result<ratio> read_rate_value(std::string_view text, std::optional<place> where = std::nullopt);

/// "USD/KRW=1436", or "1436" alone for the pair of `from` and `to`: then the direction that lies within a factor of
/// two of a known rate is taken and echoed; if neither or both do, the error rate-direction-unclear.
/// Errors: rate-malformed, pair-malformed, pair-of-itself, unknown-currency, and those of read_rate_value.
[[nodiscard]] result<given_rate> read_given_rate(std::string_view text, const currency_table& currencies,
                                                 std::optional<place> where = std::nullopt);
[[nodiscard]] result<given_rate> read_bare_rate(std::string_view text, const rate_table& table,
                                                const currency_table& currencies, const rate_policy& policy,
                                                currency_code from, currency_code to,
                                                std::optional<place> where = std::nullopt);

}  // namespace outlay
