#include "compare/discounting.hpp"

#include "compare/bounds_text.hpp"

#include <outlay/number/root.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr int longest_period = 200;

struct discounting {
    const assumptions& assumed;
    phasing how;
    ratio growth = 1;  ///< 1 + rate
    ratio shift = 1;   ///< growth to the power of t
    bool exact = true;

    discounting(const assumptions& given, const ratio& rate) : assumed(given) {
        if (given.phasing) how = *given.phasing;
        growth = 1 + rate;
        const flow_timing timing = given.timing.value_or(flow_timing::end);
        if (timing == flow_timing::start) shift = growth;
        if (timing != flow_timing::mid) return;
        const square_root root = root_of(growth);
        shift = root.value;
        exact = root.exact;
    }

    [[nodiscard]] std::optional<ratio> present_value(const ratio& years) const {
        const auto shares = yearly_shares(how, years);
        if (!shares) return std::nullopt;
        // From the last year backwards, as Horner does: one division a year.
        ratio sum = 0;
        for (auto share = shares->rbegin(); share != shares->rend(); ++share) sum = (sum + *share) / growth;
        return sum * shift;
    }
};

metric unknown_factor(const metric& years, std::string reason) {
    metric out;
    out.missing = years.missing;
    out.keeps_steps = years.keeps_steps;
    out.trace = years.trace;
    if (std::find(out.missing.begin(), out.missing.end(), reason) == out.missing.end())
        out.missing.push_back(std::move(reason));
    return out;
}

bool is_too_long(const metric& years) {
    const auto& value = years.value;
    return (value.high && *value.high > longest_period) || (value.low && *value.low > longest_period);
}

/// The years it was said for, by what is known of them: the factor falls as the period grows. `least` and `most` differ
/// where something else of it is a range.
template <class Least, class Most>
bool fill_falling(metric& out, const interval<ratio>& years, Least least, Most most) {
    const auto at = [](const std::optional<ratio>& bound, std::optional<ratio>& into, const auto& factor) {
        if (!bound) return true;
        into = factor(*bound);
        return into.has_value();
    };
    out.value.low_open = years.high_open;
    out.value.high_open = years.low_open;
    return at(years.high, out.value.low, least) && at(years.low, out.value.high, most) &&
           at(years.central, out.value.central, least);
}

void note_phasing(metric& out, const assumptions& assumed) {
    const auto form = assumed.phasing ? assumed.phasing->form : phasing::shape::even;
    switch (form) {
        case phasing::shape::even: return assume(out, "assumption-even-phasing");
        case phasing::shape::s_curve: return assume(out, "assumption-s-curve");
        case phasing::shape::weights: return assume(out, "assumption-given-weights");
    }
}

std::string timing_text(const assumptions& assumed) {
    return std::string(to_text(assumed.timing.value_or(flow_timing::end)));
}

}  // namespace

std::optional<ratio> present_value_at(const ratio& years, const ratio& rate, const assumptions& assumed) {
    return discounting(assumed, rate).present_value(years);
}

std::optional<ratio> annuity_at(const ratio& years, const ratio& rate) {
    if (!is_whole(years) || years <= 0) return std::nullopt;
    if (rate == 0) return ratio(1) / years;
    const ratio grown = power_of(1 + rate, years.convert_to<unsigned>());
    return rate * grown / (grown - 1);
}

metric discount_factor(const metric& years, const assumptions& assumed) {
    if (!assumed.discount_rate) return unknown_factor(years, "discount-rate-not-stated");
    if (!years.known()) return unknown_factor(years, years.missing.front());
    if (is_too_long(years)) return unknown_factor(years, "period-too-long");
    // It falls as the rate grows too: the least is that of the highest rate.
    const interval<ratio> rates = assumed.discount_rate->bounds();
    const discounting at_low(assumed, *rates.low);
    const discounting at_high(assumed, *rates.high);
    metric out;
    out.trace = years.trace;
    out.keeps_steps = years.keeps_steps;
    const auto least = [&](const ratio& length) { return at_high.present_value(length); };
    const auto most = [&](const ratio& length) { return at_low.present_value(length); };
    if (!fill_falling(out, years.value, least, most)) return unknown_factor(years, "phasing-of-other-years");
    if (!rates.is_point()) out.value.central.reset();
    out.notes = years.notes;
    out.qualifier = qualifier_of(out.value, years.qualifier, at_low.exact && at_high.exact ? qualifier::exact : qualifier::about);
    out.significant_digits = years.significant_digits;
    if (!out.keeps_steps) return note_phasing(out, assumed), out;
    const auto& rate = *assumed.discount_rate;
    out.trace.push_back({"discount_rate", bounds_text(rates, qualifier::exact) + ", " + timing_text(assumed), rate.text,
                         rate.where});
    note_phasing(out, assumed);
    return out;
}

metric annuity_factor(const metric& life, const assumptions& assumed) {
    if (!assumed.discount_rate) return unknown_factor(life, "discount-rate-not-stated");
    if (!life.known()) return unknown_factor(life, life.missing.front());
    if (is_too_long(life)) return unknown_factor(life, "period-too-long");
    metric out;
    out.trace = life.trace;
    out.keeps_steps = life.keeps_steps;
    // It grows with the rate.
    const interval<ratio> rates = assumed.discount_rate->bounds();
    const auto least = [&](const ratio& years) { return annuity_at(years, *rates.low); };
    const auto most = [&](const ratio& years) { return annuity_at(years, *rates.high); };
    if (!fill_falling(out, life.value, least, most)) return unknown_factor(life, "life-not-whole-years");
    if (!rates.is_point()) out.value.central.reset();
    out.notes = life.notes;
    out.qualifier = qualifier_of(out.value, life.qualifier);
    out.significant_digits = life.significant_digits;
    return out;
}

metric peak_share(const metric& years, const assumptions& assumed) {
    if (!years.known()) return unknown_factor(years, years.missing.front());
    if (is_too_long(years)) return unknown_factor(years, "period-too-long");
    const phasing how = assumed.phasing.value_or(phasing{});
    metric out;
    out.trace = years.trace;
    out.keeps_steps = years.keeps_steps;
    const auto largest = [&](const ratio& length) -> std::optional<ratio> {
        const auto shares = yearly_shares(how, length);
        if (!shares) return std::nullopt;
        return *std::max_element(shares->begin(), shares->end());
    };
    if (!fill_falling(out, years.value, largest, largest)) return unknown_factor(years, "phasing-of-other-years");
    out.notes = years.notes;
    out.qualifier = qualifier_of(out.value, years.qualifier);
    out.significant_digits = years.significant_digits;
    note_phasing(out, assumed);
    return out;
}

}  // namespace outlay
