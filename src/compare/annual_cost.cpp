#include "compare/annual_cost.hpp"

#include "compare/discounting.hpp"

#include <algorithm>
#include <vector>

namespace outlay {

namespace {

constexpr int most_halvings = 16;

/// The cost along the rates, of one number of years to spend and to use.
class cost_curve {
public:
    cost_curve(const ratio& years, const ratio& life, const assumptions& assumed)
        : years_(years), life_(life), assumed_(assumed) {
        const auto shares = yearly_shares(assumed.phasing.value_or(phasing{}), years);
        fits_ = shares && is_whole(life) && life > 0;
        if (!fits_) return;
        const flow_timing timing = assumed.timing.value_or(flow_timing::end);
        const ratio shift = timing == flow_timing::start ? ratio(1) : timing == flow_timing::mid ? make_ratio(1, 2) : ratio(0);
        const auto uses = life.convert_to<std::size_t>();
        slope_.assign(shares->size() + uses + 1, ratio(0));
        for (std::size_t k = 1; k <= shares->size(); ++k)
            for (std::size_t j = 1; j <= uses; ++j)
                slope_[k + j] += (*shares)[k - 1] * (ratio(k) - shift - ratio(j));
    }

    [[nodiscard]] bool fits() const { return fits_; }

    /// The least and the largest from one rate to another.
    [[nodiscard]] interval<ratio> between(const ratio& low, const ratio& high) {
        const ratio at_low = cost(low, low);
        least_ = most_ = at_low;
        take(cost(high, high));
        halve(low, high, 0);
        return interval<ratio>::between(least_, most_);
    }

private:
    /// Discounted at one rate, spread at the other: of both, exactly, where they are one.
    [[nodiscard]] ratio cost(const ratio& discounted, const ratio& spread) const {
        return *present_value_at(years_, discounted, assumed_) * *annuity_at(life_, spread);
    }

    void take(const ratio& value) {
        least_ = std::min(least_, value);
        most_ = std::max(most_, value);
    }

    /// Its ends are taken already.
    void halve(const ratio& low, const ratio& high, int halvings) {
        if (only_rises_or_falls(low, high)) return;
        if (halvings == most_halvings) {
            take(cost(high, low));
            take(cost(low, high));
            return;
        }
        const ratio middle = (low + high) / 2;
        take(cost(middle, middle));
        halve(low, middle, halvings + 1);
        halve(middle, high, halvings + 1);
    }

    [[nodiscard]] bool only_rises_or_falls(const ratio& low, const ratio& high) const {
        const ratio far = ratio(1) / (1 + high);
        const ratio near = ratio(1) / (1 + low);
        return terms(far, 1) + terms(near, -1) >= 0 || terms(near, 1) + terms(far, -1) <= 0;
    }

    /// The terms of one sign, which grow in size with v.
    [[nodiscard]] ratio terms(const ratio& v, int sign) const {
        ratio sum = 0;
        for (auto each = slope_.rbegin(); each != slope_.rend(); ++each)
            sum = sum * v + (each->sign() == sign ? *each : ratio(0));
        return sum;
    }

    const ratio& years_;
    const ratio& life_;
    const assumptions& assumed_;
    std::vector<ratio> slope_;  ///< by the power of v
    ratio least_;
    ratio most_;
    bool fits_ = false;
};

}  // namespace

std::optional<interval<ratio>> annual_cost_factor(const interval<ratio>& years, const interval<ratio>& life,
                                                  const assumptions& assumed) {
    if (!assumed.discount_rate || !assumed.discount_rate->high) return std::nullopt;
    const interval<ratio> rates = assumed.discount_rate->bounds();
    interval<ratio> out;
    bool fits = true;
    // It falls as the years grow, of spending and of use.
    const auto fill = [&](const auto& spent, const auto& used, std::optional<ratio> interval<ratio>::* end) {
        if (!spent || !used) return;
        cost_curve curve(*spent, *used, assumed);
        fits = fits && curve.fits();
        if (curve.fits()) out.*end = curve.between(*rates.low, *rates.high).*end;
    };
    fill(years.high, life.high, &interval<ratio>::low);
    fill(years.low, life.low, &interval<ratio>::high);
    if (!fits) return std::nullopt;
    out.low_open = out.low && (years.high_open || life.high_open);
    out.high_open = out.high && (years.low_open || life.low_open);
    if (out.is_point()) out.central = out.low;
    return out;
}

}  // namespace outlay
