#include <outlay/scenario/assumptions.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 3> timings{"end", "mid", "start"};
constexpr std::array<std::string_view, 3> bases{"nominal", "real", "ppp"};

/// The share spent by x of the period: flat at both ends, steepest in the middle.
ratio s_curve(const ratio& x) { return x * x * (3 - 2 * x); }

template <class T>
void take(std::optional<T>& out, const std::optional<T>& upper) {
    if (upper) out = upper;
}

}  // namespace

std::string_view to_text(flow_timing timing) { return timings[static_cast<std::size_t>(timing)]; }
std::optional<flow_timing> parse_flow_timing(std::string_view text) {
    const auto* found = std::find(timings.begin(), timings.end(), text);
    if (found == timings.end()) return std::nullopt;
    return static_cast<flow_timing>(found - timings.begin());
}
std::string_view to_text(price_basis basis) { return bases[static_cast<std::size_t>(basis)]; }

assumptions lay_over(const assumptions& lower, const assumptions& upper) {
    assumptions out = lower;
    take(out.phasing, upper.phasing);
    take(out.realisation, upper.realisation);
    take(out.discount_rate, upper.discount_rate);
    take(out.rounded_outlay, upper.rounded_outlay);
    take(out.timing, upper.timing);
    take(out.job_duration, upper.job_duration);
    take(out.asset_life, upper.asset_life);
    take(out.prices, upper.prices);
    take(out.price_measure_used, upper.price_measure_used);
    take(out.base_year, upper.base_year);
    take(out.jobs_kind, upper.jobs_kind);
    take(out.from_announcement, upper.from_announcement);
    take(out.population_year, upper.population_year);
    take(out.employment_year, upper.employment_year);
    take(out.gdp_year, upper.gdp_year);
    take(out.ppp_year, upper.ppp_year);
    return out;
}

std::optional<std::vector<ratio>> yearly_shares(const phasing& how, const ratio& years) {
    if (how.form == phasing::shape::weights) {
        if (ratio(how.weights.size()) != years) return std::nullopt;
        return how.weights;
    }
    std::vector<ratio> shares;
    ratio spent = 0;
    for (ratio year = 1; spent < 1; year += 1) {
        const ratio x = year < years ? ratio(year / years) : ratio(1);
        const ratio by_then = how.form == phasing::shape::s_curve ? s_curve(x) : x;
        shares.push_back(by_then - spent);
        spent = by_then;
    }
    return shares;
}

}  // namespace outlay
