#include <outlay/compare/case_inputs.hpp>

#include "compare/account_inputs.hpp"
#include "compare/case_warnings.hpp"
#include "compare/rate_trace.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <initializer_list>

namespace outlay {

namespace {

/// In order of precedence. A pair that a higher level gives in either direction is not asked of a lower one.
std::vector<given_rate> stack_rates(std::initializer_list<const std::vector<given_rate>*> levels) {
    std::vector<given_rate> out;
    for (const auto* level : levels) {
        const std::size_t above = out.size();
        for (const given_rate& each : *level) {
            const auto covers = [&](const given_rate& known) {
                return known.pair == each.pair || known.pair == each.pair.reversed();
            };
            const auto end = out.begin() + static_cast<std::ptrdiff_t>(above);
            if (std::none_of(out.begin(), end, covers)) out.push_back(each);
        }
    }
    return out;
}

currency_code target_of(const scenario& what, const compare_options& options) {
    if (!options.to.empty()) return options.to;
    if (!what.to.empty()) return what.to;
    for (const programme& each : what.investments)
        if (each.outlay) return each.outlay->value.currency;
    return {};
}

rate_policy policy_of(const engine& data, const scenario& what, const scenario_case* variation,
                      const compare_options& options) {
    static const std::vector<given_rate> none;
    rate_policy policy = data.default_policy();
    if (options.convention) {
        policy.convention = *options.convention;
    } else if (variation && variation->convention) {
        policy.convention = *variation->convention;
    } else if (what.convention) {
        policy.convention = *what.convention;
    }
    policy.given = stack_rates({variation ? &variation->rates : &none, &options.rates, &what.rates});
    const bool own_days = variation && variation->at_announcement;
    if (options.as_of) {
        policy.as_of = options.as_of;
        policy.origin = as_of_origin::stated_by_user;
    } else if (const auto day = variation && variation->as_of ? variation->as_of : what.as_of; day && !own_days) {
        policy.as_of = day;
        policy.origin = as_of_origin::stated_by_scenario;
    }
    return policy;
}

class case_resolver {
public:
    case_resolver(const engine& data, const scenario& what, const compare_options& options,
                  const scenario_case* variation)
        : data_(data), what_(what), variation_(variation), policy_(policy_of(data, what, variation, options)) {
        if (variation) out_.name = variation->name;
        out_.to = target_of(what, options);
        out_.baseline = what.baseline.empty() ? what.investments.front().name : what.baseline;
        const auto asked = !options.metrics.empty() ? options.metrics
                           : !what.metrics.empty()  ? what.metrics
                                                    : usual_metrics(what);
        for (const std::string_view name : metric_names())
            if (std::find(asked.begin(), asked.end(), name) != asked.end()) out_.metrics.emplace_back(name);
    }

    resolved_case run() {
        for (const scenario_investment& each : what_.investments) out_.investments.push_back(resolve(stated_in_case(each)));
        set_day();
        set_pairs();
        out_.overlaps = what_.overlaps;
        add_problems(warnings_of(what_, out_));
        return std::move(out_);
    }

private:
    [[nodiscard]] const scenario_investment& stated_in_case(const scenario_investment& each) const {
        if (variation_)
            for (const scenario_investment& other : variation_->investments)
                if (other.name == each.name) return other;
        return each;
    }

    resolved_investment resolve(const scenario_investment& stated) {
        resolved_investment out;
        out.stated = stated;
        out.assumed = lay_over(what_.assumed, stated.assumed);
        if (variation_) {
            out.assumed = lay_over(out.assumed, variation_->assumed);
            out.assumed = lay_over(out.assumed, own_of_case(stated));
        }
        fill_stated_inputs(out);
        if (needs_accounts(out)) fill_account_inputs(data_, out);
        fill_rates(out);
        return out;
    }

    [[nodiscard]] bool is_wanted(std::initializer_list<std::string_view> names) const {
        return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
            return std::find(out_.metrics.begin(), out_.metrics.end(), name) != out_.metrics.end();
        });
    }
    /// Lookups that nobody asked for would only report what is missing.
    [[nodiscard]] bool needs_gdp() const { return is_wanted({"share_of_gdp", "total_of_gdp"}); }
    [[nodiscard]] bool needs_base_rate(const resolved_investment& what) const {
        return what.assumed.prices == price_basis::real || is_wanted({"real_total"});
    }
    [[nodiscard]] bool needs_accounts(const resolved_investment& what) const {
        return needs_gdp() || needs_base_rate(what) || what.assumed.prices == price_basis::purchasing_power ||
               is_wanted({"per_head", "per_worker", "ppp_total"});
    }

    /// What the case assumes of this investment alone.
    [[nodiscard]] assumptions own_of_case(const scenario_investment& stated) const {
        const auto& changed = variation_->investments;
        const bool is_changed = std::any_of(changed.begin(), changed.end(),
                                            [&](const scenario_investment& each) { return &each == &stated; });
        return is_changed ? stated.assumed_in_case : assumptions{};
    }

    [[nodiscard]] rate_policy policy_for(const programme& stated) const {
        rate_policy policy = policy_;
        if (policy.as_of || !stated.announced) return policy;
        policy.as_of = stated.announced;
        policy.origin = as_of_origin::stated_by_announcement;
        return policy;
    }

    void fill_rates(resolved_investment& out) {
        const rate_policy policy = policy_for(out.stated);
        if (out.stated.outlay) {
            const currency_code from = out.stated.outlay->value.currency;
            // Of real prices the rate of the base year is the one that is used.
            const bool is_real = out.assumed.prices == price_basis::real;
            out.inputs.factor = is_real ? missing_input("rate", "rate-missing", "") : factor_of(policy, from, &out.used_rate);
            if (needs_base_rate(out))
                out.inputs.base_factor = base_factor_of(out, policy, from, is_real ? &out.used_rate : nullptr);
        }
        metric& gdp = out.inputs.gdp;
        if (!needs_gdp() || !gdp.known() || gdp.currency.empty() || gdp.currency == out_.to) return;
        gdp = multiply(gdp, factor_of(policy, gdp.currency, nullptr), std::string(out_.to.text()));
        gdp.currency = out_.to;
    }

    metric factor_of(const rate_policy& policy, currency_code from, std::optional<rate>* used) {
        auto found = resolve_rate(data_.rates(), data_.currencies(), policy, from, out_.to);
        metric out;
        if (!found) {
            add_problems(found.problems());
            const std::string pair = std::string(from.text()) + " \xE2\x86\x92 " + std::string(out_.to.text());
            out.missing.emplace_back("rate-missing");
            out.trace.push_back({"rate", pair, std::string(message_pattern("rate-missing.reason")), std::nullopt});
            return out;
        }
        out.value = interval<ratio>::point(found->factor);
        out.significant_digits = justified_digits(*found);
        out.trace = trace_of(*found);
        add_warnings(found->remarks);
        if (used != nullptr) *used = std::move(*found);
        return out;
    }

    /// At the mean of the base year, as the DAC converts; a given rate is taken as that year's.
    metric base_factor_of(const resolved_investment& what, rate_policy policy, currency_code from,
                          std::optional<rate>* used) {
        if (!what.assumed.base_year) return missing_input("rate", "base-year-not-stated", "");
        policy.as_of = make_date(*what.assumed.base_year, 12, 31);
        policy.origin = as_of_origin::stated_by_scenario;
        policy.convention.timing = rate_timing::year_mean;
        return factor_of(policy, from, used);
    }

    /// The one day of the case; nothing where each investment has its own.
    void set_day() {
        out_.as_of = policy_.as_of;
        out_.origin = policy_.origin;
        if (out_.as_of) return;
        const auto has_day = [](const resolved_investment& each) { return each.stated.announced.has_value(); };
        if (std::none_of(out_.investments.begin(), out_.investments.end(), has_day))
            out_.as_of = data_.rates().newest_day();
        else
            out_.origin = as_of_origin::stated_by_announcement;
    }

    void set_pairs() {
        const auto currency_of = [](const resolved_investment& each) {
            return each.stated.outlay ? each.stated.outlay->value.currency : currency_code{};
        };
        const auto baseline = std::ranges::find_if(
            out_.investments, [&](const resolved_investment& each) { return each.stated.name == out_.baseline; });
        if (baseline == out_.investments.end()) return;
        const currency_code base = currency_of(*baseline);
        for (resolved_investment& each : out_.investments) {
            const currency_code own = currency_of(each);
            if (base.empty() || own.empty() || own == base) continue;
            const bool in_order = data_.currencies().is_quoted_as_base(base, own);
            each.pair_with_baseline = in_order ? currency_pair{base, own} : currency_pair{own, base};
        }
    }

    /// What is no warning stands beside the rate itself.
    void add_warnings(const diagnostics& remarks) {
        for (const diagnostic& each : remarks)
            if (each.level == severity::warning) add_problems({each});
    }

    void add_problems(diagnostics found) {
        for (diagnostic& each : found)
            if (std::find(out_.problems.begin(), out_.problems.end(), each) == out_.problems.end())
                out_.problems.push_back(std::move(each));
    }

    const engine& data_;
    const scenario& what_;
    const scenario_case* variation_;
    rate_policy policy_;
    resolved_case out_;
};

}  // namespace

resolved_case resolve(const engine& data, const scenario& what, const compare_options& options,
                      const scenario_case* variation) {
    return case_resolver(data, what, options, variation).run();
}

resolved_case without_steps(resolved_case what) {
    for (resolved_investment& each : what.investments) {
        programme_inputs& in = each.inputs;
        for (metric* input :
             {&in.stated_outlay, &in.outlay, &in.years, &in.jobs, &in.job_years, &in.power, &in.accelerators, &in.population,
              &in.employment, &in.gdp, &in.parity, &in.price_factor, &in.public_share, &in.factor, &in.base_factor}) {
            input->trace.clear();
            input->keeps_steps = false;
        }
    }
    return what;
}

}  // namespace outlay
