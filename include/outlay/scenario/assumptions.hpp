// assumptions: what nobody stated and a user supposes: phasing, realisation, discounting, job duration, price basis.
// Promises: a value; nothing is supposed unless it was written down; facts are kept apart (programme.hpp).
// Leaves out: what follows (compare/).
#pragma once

#include <outlay/economy/price_index.hpp>
#include <outlay/scenario/programme.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// A share or a rate a year, as it was written: "80 %", "0.8" or "4/5"; some may be a range, "50–80 %".
struct stated_share {
    ratio value;  ///< the lower end of a range
    std::string text;
    place where;
    std::optional<ratio> high = std::nullopt;  ///< the upper end of a range; nothing: there is one value

    [[nodiscard]] interval<ratio> bounds() const {
        return high ? interval<ratio>::between(value, *high) : interval<ratio>::point(value);
    }
};

/// How an outlay is spread over the years of its period.
struct phasing {
    enum class shape : std::uint8_t {
        even,
        s_curve,  ///< slow, fast, slow: the share spent by x of the period is 3x² − 2x³
        weights,  ///< as given, a weight a year; their sum is one
    };
    shape form = shape::even;
    std::vector<ratio> weights;  ///< of `weights` alone
};

/// When in a year its money flows: t in outlay/(1 + rate)^(k − t) is 0 at the end, ½ in the middle, 1 at the start.
enum class flow_timing : std::uint8_t { end, mid, start };
[[nodiscard]] std::string_view to_text(flow_timing timing);
[[nodiscard]] std::optional<flow_timing> parse_flow_timing(std::string_view text);

/// nominal: as announced. real: at the prices of `base_year`. purchasing_power: in international dollars.
enum class price_basis : std::uint8_t { nominal, real, purchasing_power };
[[nodiscard]] std::string_view to_text(price_basis basis);  ///< "nominal", "real", "ppp"

/// The year of which a GDP, a population and so on is taken.
struct account_year {
    int year = 0;         ///< 0: the latest that is known
    bool operator==(const account_year&) const = default;
};

struct assumptions {
    std::optional<outlay::phasing> phasing;         ///< nothing: even, and said so
    std::optional<stated_share> realisation;        ///< of the outlay; nothing: all of it
    std::optional<stated_share> discount_rate;      ///< a year; nothing: no present value
    std::optional<bool> rounded_outlay;             ///< true: known to half a unit of its last written digit
    std::optional<flow_timing> timing;              ///< nothing: end of the year
    std::optional<stated_figure> job_duration;      ///< nothing: the whole period
    std::optional<stated_figure> asset_life;        ///< for the equivalent annual cost; nothing: the period
    std::optional<price_basis> prices;              ///< nothing: nominal
    std::optional<price_measure> price_measure_used;///< of real prices; must be stated there
    std::optional<int> base_year;                   ///< of real prices; must be stated there
    std::optional<job_kind> jobs_kind;              ///< which of several numbers of jobs; nothing: the first
    std::optional<bool> from_announcement;          ///< a period whose start is not stated begins with the announcement
    std::optional<account_year> population_year;    ///< nothing: the year of the announcement
    std::optional<account_year> employment_year;
    std::optional<account_year> gdp_year;
    std::optional<account_year> ppp_year;
};

/// What `upper` states, and `lower` where it states nothing.
[[nodiscard]] assumptions lay_over(const assumptions& lower, const assumptions& upper);

/// Shares of the outlay by year for a period of so many years (a part of a year at the end counts as such); the sum is
/// one. Nothing for given weights of another number of years.
[[nodiscard]] std::optional<std::vector<ratio>> yearly_shares(const phasing& how, const ratio& years);

}  // namespace outlay
