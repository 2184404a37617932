#include <outlay/compare/comparison.hpp>

#include "compare/programme_metrics.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/compare/break_even.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 4> names{"total", "per_year", "per_job", "per_job_year"};

/// One investment, with all its metrics whichever were asked for.
struct computed_investment {
    const programme* source = nullptr;
    std::vector<named_metric> original;
    std::vector<named_metric> target;
    std::optional<rate> used;
};

const metric& find_metric(const std::vector<named_metric>& metrics, std::string_view name) {
    return std::find_if(metrics.begin(), metrics.end(), [&](const named_metric& each) { return each.name == name; })
        ->value;
}

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
    policy.convention = options.convention;
    policy.given = stack_rates({variation ? &variation->rates : &none, &options.rates, &what.rates});
    if (options.as_of) {
        policy.as_of = options.as_of;
        policy.origin = as_of_origin::stated_by_user;
    } else if (variation && variation->as_of) {
        policy.as_of = variation->as_of;
        policy.origin = as_of_origin::stated_by_scenario;
    } else if (what.as_of) {
        policy.as_of = what.as_of;
        policy.origin = as_of_origin::stated_by_scenario;
    }
    return policy;
}

/// Steps of an investment within a derivation about two of them.
metric owned_by(const std::string& owner, metric value) {
    for (trace_step& step : value.trace) step.formula = owner + ": " + step.formula;
    return value;
}

/// One case: every investment in one currency, and what follows for them together.
class case_comparer {
public:
    case_comparer(const engine& data, const scenario& what, const compare_options& options,
                  const scenario_case* variation)
        : data_(data), what_(what), options_(options), policy_(policy_of(data, what, variation, options)) {
        if (variation) out_.name = variation->name;
        out_.to = target_of(what, options);
        out_.as_of = policy_.as_of ? policy_.as_of : data.rates().newest_day();
        out_.origin = policy_.origin;
        out_.baseline = what.baseline.empty() ? what.investments.front().name : what.baseline;
    }

    compared_case run() {
        for (const programme& each : what_.investments) computed_.push_back(compute(each));
        for (const computed_investment& each : computed_) out_.investments.push_back(show(each));
        const auto baseline = std::find_if(computed_.begin(), computed_.end(), [&](const computed_investment& each) {
            return each.source->name == out_.baseline;
        });
        if (baseline == computed_.end()) return std::move(out_);
        for (const computed_investment& each : computed_)
            if (&each != &*baseline) relate(*baseline, each);
        return std::move(out_);
    }

private:
    computed_investment compute(const programme& what) {
        const programme_inputs inputs = inputs_of(what);
        computed_investment out;
        out.source = &what;
        out.original = metrics_of(inputs.outlay, inputs);
        metric total = inputs.outlay;
        if (inputs.outlay.known()) {
            auto found = resolve_rate(data_.rates(), data_.currencies(), policy_, inputs.outlay.currency, out_.to);
            if (found) {
                total = convert(inputs.outlay, *found);
                add_warnings(found->remarks);
                out.used = std::move(*found);
            } else {
                total = without_rate(inputs.outlay, out_.to);
                add_problems(found.problems());
            }
        } else {
            total.unit = out_.to.text();
            total.currency = out_.to;
        }
        out.target = metrics_of(total, inputs);
        return out;
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

    [[nodiscard]] bool is_wanted(std::string_view name) const {
        return options_.metrics.empty() ||
               std::find(options_.metrics.begin(), options_.metrics.end(), name) != options_.metrics.end();
    }

    [[nodiscard]] std::vector<named_metric> wanted(const std::vector<named_metric>& metrics) const {
        std::vector<named_metric> out;
        std::copy_if(metrics.begin(), metrics.end(), std::back_inserter(out),
                     [&](const named_metric& each) { return is_wanted(each.name); });
        return out;
    }

    [[nodiscard]] compared_investment show(const computed_investment& each) const {
        compared_investment out;
        out.name = each.source->name;
        out.economy = each.source->economy;
        out.metrics = wanted(each.target);
        if (each.source->outlay) out.original_currency = each.source->outlay->value.currency;
        out.original_metrics = wanted(each.original);
        out.used_rate = each.used;
        return out;
    }

    void relate(const computed_investment& baseline, const computed_investment& other) {
        // In one currency the rate cancels: what follows from the announcements alone needs none.
        const bool same_currency = baseline.source->outlay && other.source->outlay &&
                                   baseline.source->outlay->value.currency == other.source->outlay->value.currency;
        const auto& a = same_currency ? baseline.original : baseline.target;
        const auto& b = same_currency ? other.original : other.target;
        const auto of_baseline = [&](std::string_view name) {
            return owned_by(baseline.source->name, find_metric(a, name));
        };
        const auto of_other = [&](std::string_view name) { return owned_by(other.source->name, find_metric(b, name)); };
        for (const std::string_view name : names) {
            if (!is_wanted(name)) continue;
            metric ratio_value = divide(of_baseline(name), of_other(name), "");
            ratio_value.trace.back().formula = "ratio = " + baseline.source->name + " / " + other.source->name;
            out_.ratios.push_back({other.source->name, std::string(name), std::move(ratio_value)});
        }
        const metric total = of_other("total");
        out_.break_even.push_back({other.source->name, break_even_jobs(total, of_baseline("per_job")),
                                   break_even_period(total, of_baseline("per_year")),
                                   days_of_spending(total, of_baseline("per_year"))});
    }

    const engine& data_;
    const scenario& what_;
    const compare_options& options_;
    rate_policy policy_;
    std::vector<computed_investment> computed_;
    compared_case out_;
};

diagnostics check_metrics(const compare_options& options) {
    diagnostics problems;
    for (const std::string& name : options.metrics) {
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        diagnostic problem = make_diagnostic("unknown-metric", {{"text", name}});
        problem.near = near_misses(name, names);
        for (const std::string_view each : names) (problem.expected += problem.expected.empty() ? "" : ", ") += each;
        problems.push_back(std::move(problem));
    }
    return problems;
}

/// The problems of all cases, each once, if no outlay of any case could be converted.
diagnostics unanswered(const comparison& all) {
    diagnostics problems;
    for (const compared_case& each : all.cases) {
        const bool some = std::any_of(each.investments.begin(), each.investments.end(),
                                      [](const compared_investment& one) { return one.used_rate.has_value(); });
        if (some) return {};
        for (const diagnostic& problem : each.problems)
            if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
    }
    return problems;
}

}  // namespace

std::span<const std::string_view> metric_names() { return names; }

result<comparison> compare(const engine& data, const scenario& what, const compare_options& options) {
    diagnostics problems = check_metrics(options);
    if (what.investments.empty()) problems.push_back(make_diagnostic("no-investments"));
    if (!problems.empty()) return problems;
    comparison out;
    out.title = what.title;
    out.cases.push_back(case_comparer(data, what, options, nullptr).run());
    for (const scenario_case& each : what.cases) out.cases.push_back(case_comparer(data, what, options, &each).run());
    if (auto missing = unanswered(out); !missing.empty()) return missing;
    return out;
}

}  // namespace outlay
