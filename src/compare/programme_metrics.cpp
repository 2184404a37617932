#include "compare/programme_metrics.hpp"

#include "compare/annual_cost.hpp"
#include "compare/bounds_text.hpp"
#include "compare/discounting.hpp"
#include "compare/input_metrics.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace outlay {

namespace {

constexpr std::string_view assumption_prefix = "assumption-";
constexpr std::string_view unit_at_parity = "intl$";

/// Assumptions stand first among the notes, in the order they were made.
metric assumptions_first(metric out) {
    std::stable_partition(out.notes.begin(), out.notes.end(),
                          [](const std::string& note) { return note.starts_with(assumption_prefix); });
    return out;
}

/// total / divisor, under its name.
metric per(const metric& total, const metric& divisor, std::string_view formula, std::string_view unit) {
    metric out = divide(total, divisor, total.unit.empty() ? std::string{} : total.unit + "/" + std::string(unit));
    out.currency = total.currency;
    name_step(out, formula);
    return assumptions_first(std::move(out));
}

/// The total or a part of it, in its own unit.
metric times(const metric& total, const metric& factor, std::string_view formula) {
    metric out = multiply(total, factor, total.unit);
    out.currency = total.currency;
    name_step(out, formula);
    return assumptions_first(std::move(out));
}

metric in_percent(metric share) {
    if (share.known()) share.value = scale(share.value, 100);
    share.unit = "%";
    share.currency = {};
    if (share.known() && share.keeps_steps) share.trace.back().detail += " = " + metric_text(share);
    return share;
}

}  // namespace

struct programme_metrics::rule {
    std::string_view name;
    metric (*compute)(programme_metrics&);
};

const metric& programme_metrics::operator[](std::string_view name) {
    const auto known = std::find_if(known_.begin(), known_.end(), [&](const named_metric& m) { return m.name == name; });
    if (known != known_.end()) return known->value;
    metric value = compute(name);  // which may ask for others first
    return known_.emplace_back(named_metric{std::string(name), std::move(value)}).value;
}

metric programme_metrics::compute(std::string_view name) {
    using self = programme_metrics;
    // The order of metric_names().
    static constexpr std::array<rule, 18> rules{{
        {"total", [](self& m) { return m.total(); }},
        {"per_year", [](self& m) { return m.per_year(); }},
        {"per_job", [](self& m) { return per(m["total"], m.what_->inputs.jobs, "per_job = total / jobs", "job"); }},
        {"per_job_year", [](self& m) { return m.per_job_year(); }},
        {"job_years", [](self& m) { return m.what_->inputs.job_years; }},
        {"per_gw", [](self& m) { return per(m["total"], m.what_->inputs.power, "per_gw = total / power", power_unit); }},
        {"per_accelerator",
         [](self& m) {
             return per(m["total"], m.what_->inputs.accelerators, "per_accelerator = total / accelerators",
                        "accelerator");
         }},
        {"per_head",
         [](self& m) { return per(m["total"], m.what_->inputs.population, "per_head = total / population", "person"); }},
        {"per_worker",
         [](self& m) { return per(m["total"], m.what_->inputs.employment, "per_worker = total / employment", "worker"); }},
        {"share_of_gdp", [](self& m) { return m.share_of_gdp(); }},
        {"total_of_gdp", [](self& m) { return m.total_of_gdp(); }},
        {"present_value", [](self& m) { return m.present_value(); }},
        {"equivalent_annual_cost", [](self& m) { return m.equivalent_annual_cost(); }},
        {"peak_year", [](self& m) { return m.peak_year(); }},
        {"public_total", [](self& m) { return m.public_total(); }},
        {"private_total", [](self& m) { return m.private_total(); }},
        {"real_total", [](self& m) { return m.real(); }},
        {"ppp_total", [](self& m) { return m.at_parity(); }},
    }};
    const auto* found = std::find_if(rules.begin(), rules.end(), [&](const rule& each) { return each.name == name; });
    if (found == rules.end()) throw std::logic_error("no such metric");
    return found->compute(*this);
}

metric programme_metrics::nominal() const {
    const programme_inputs& in = what_->inputs;
    if (!in_target_ || in.outlay.currency == to_) return in.outlay;
    metric out = in.outlay;
    if (in.outlay.known() && in.factor.known()) {
        out = multiply(in.outlay, in.factor, std::string(to_.text()));
        name_step(out, "total = outlay \xC3\x97 rate");
    } else if (in.outlay.known()) {
        out.value = {};
        out.notes.clear();
        out.missing = in.factor.missing;
        out.trace.insert(out.trace.end(), in.factor.trace.begin(), in.factor.trace.end());
    }
    out.unit = to_.text();
    out.currency = to_;
    return out;
}

/// Deflated where it is spent, converted at the rate of the base year afterwards (economy/price_index.hpp).
metric programme_metrics::real() const {
    const programme_inputs& in = what_->inputs;
    metric out = multiply(in.outlay, in.price_factor, in.outlay.unit);
    out.currency = in.outlay.currency;
    name_step(out, "real = outlay \xC3\x97 P(base) / P(year)");
    if (!in_target_ || in.outlay.currency == to_) return out;
    out = multiply(out, in.base_factor, std::string(to_.text()));
    out.currency = to_;
    name_step(out, "real_total = real \xC3\x97 base_rate");
    return out;
}

metric programme_metrics::at_parity() const {
    metric out = divide(what_->inputs.outlay, what_->inputs.parity, std::string(unit_at_parity));
    out.currency = {};
    name_step(out, "ppp_total = outlay / parity");
    return out;
}

metric programme_metrics::total() {
    switch (what_->assumed.prices.value_or(price_basis::nominal)) {
        case price_basis::nominal: break;
        case price_basis::real: return real();
        case price_basis::purchasing_power: return at_parity();
    }
    return nominal();
}

metric programme_metrics::per_year() {
    metric out = per((*this)["total"], what_->inputs.years, "per_year = total / period", "year");
    if (!out.known()) return out;
    const auto& how = what_->assumed.phasing;
    assume(out, how && how->form != phasing::shape::even ? "mean-of-phased-years" : "assumption-even-phasing");
    return out;
}

metric programme_metrics::per_job_year() {
    const metric& job_years = what_->inputs.job_years;
    return per((*this)["total"], job_years, "per_job_year = total / job-years", "job-year");
}

metric programme_metrics::share_of_gdp() {
    metric out = divide((*this)["per_year"], what_->inputs.gdp, "");
    name_step(out, "share_of_gdp = per_year / GDP of a year \xC3\x97 100");
    return in_percent(std::move(out));
}

metric programme_metrics::total_of_gdp() {
    metric out = divide((*this)["total"], what_->inputs.gdp, "");
    name_step(out, "total_of_gdp = total / GDP of a year \xC3\x97 100");
    out = in_percent(std::move(out));
    if (out.known()) assume(out, "total-beside-yearly-gdp");
    return out;
}

metric programme_metrics::present_value() {
    return times((*this)["total"], discount_factor(what_->inputs.years, what_->assumed),
                 "present_value = \xCE\xA3 total \xC3\x97 share(k) / (1 + d)^(k - t)");
}

metric programme_metrics::equivalent_annual_cost() {
    const auto& life = what_->assumed.asset_life;
    metric years = what_->inputs.years;
    if (life) {
        years = duration_input("asset_life", *life);
        years.notes.emplace_back("assumption-asset-life");
    } else if (years.known()) {
        years.notes.emplace_back("assumption-life-of-period");
    }
    const metric value = (*this)["present_value"];
    metric out = multiply(value, annuity_factor(years, what_->assumed),
                          value.unit.empty() ? std::string{} : value.unit + "/year");
    out.currency = value.currency;
    name_step(out, "equivalent_annual_cost = present_value \xC3\x97 d / (1 - (1 + d)^-n)");
    if (out.known()) at_one_rate(out, (*this)["total"], years);
    return assumptions_first(std::move(out));
}

/// A range of rates stands in both factors: what they bound apart from each other is wider than what one rate allows.
void programme_metrics::at_one_rate(metric& cost, const metric& total, const metric& life) const {
    const metric& years = what_->inputs.years;
    const auto factor = annual_cost_factor(years.value, life.value, what_->assumed);
    if (!factor) return;
    cost.value = multiply(total.value, *factor);
    cost.qualifier = qualifier_of(cost.value, total.qualifier, qualifier_of(*factor, years.qualifier, life.qualifier));
    if (!cost.keeps_steps) return;
    cost.trace.push_back({"at_one_rate = total \xC3\x97 cost(d)",
                          metric_text(total) + " \xC3\x97 " + bounds_text(*factor, qualifier::exact) + " = " +
                              metric_text(cost),
                          {}, std::nullopt});
}

metric programme_metrics::peak_year() {
    return times((*this)["total"], peak_share(what_->inputs.years, what_->assumed),
                 "peak_year = total \xC3\x97 largest_share");
}

metric programme_metrics::public_total() {
    return times((*this)["total"], what_->inputs.public_share, "public_total = total \xC3\x97 public_share");
}

metric programme_metrics::private_total() {
    metric rest = what_->inputs.public_share;
    if (what_->stated.payer.kind == payer_kind::private_money) {
        rest = known_input("private_share", 1, "", std::string(to_text(payer_kind::private_money)), {});
    } else if (rest.known() && rest.value.central == ratio(1)) {
        rest = missing_input("public_share", "no-private-money", "");
    } else if (rest.known()) {
        rest.value = interval<ratio>::point(1 - *rest.value.central);
    }
    rest.keeps_steps = what_->inputs.public_share.keeps_steps;
    return times((*this)["total"], rest, "private_total = total \xC3\x97 (1 - public_share)");
}

metric measure(const resolved_investment& what, std::string_view metric_name, currency_code to, bool in_target) {
    programme_metrics metrics(what, to, in_target);
    return metrics[metric_name];
}

}  // namespace outlay
