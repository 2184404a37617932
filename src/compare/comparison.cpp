#include <outlay/compare/comparison.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/compare/case_inputs.hpp>

#include "compare/sum_of_totals.hpp"

#include <algorithm>

namespace outlay {

namespace {

diagnostics check_metrics(const std::vector<std::string>& asked) {
    diagnostics problems;
    const auto names = metric_names();
    for (const std::string& name : asked) {
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
    return has_errors(problems) ? problems : diagnostics{};
}

/// A problem of several cases is told with the first of them.
void tell_once(comparison& all) {
    diagnostics told;
    for (compared_case& each : all.cases) {
        std::erase_if(each.problems, [&](const diagnostic& problem) {
            return std::find(told.begin(), told.end(), problem) != told.end();
        });
        told.insert(told.end(), each.problems.begin(), each.problems.end());
    }
}

bool any_of_all(const scenario& what, bool (*states)(const scenario_investment&)) {
    const auto& own = what.investments;
    return std::any_of(own.begin(), own.end(), states) ||
           std::any_of(what.cases.begin(), what.cases.end(), [&](const scenario_case& each) {
               return std::any_of(each.investments.begin(), each.investments.end(), states);
           });
}

bool is_discounted(const scenario& what) {
    return what.assumed.discount_rate ||
           std::any_of(what.cases.begin(), what.cases.end(),
                       [](const scenario_case& each) { return each.assumed.discount_rate.has_value(); }) ||
           any_of_all(what, [](const scenario_investment& each) {
               return each.assumed.discount_rate || each.assumed_in_case.discount_rate;
           });
}

}  // namespace

std::vector<std::string> usual_metrics(const scenario& what) {
    std::vector<std::string> out{"total", "per_year", "per_job", "per_job_year"};
    if (any_of_all(what, [](const scenario_investment& each) { return each.power.has_value(); }))
        out.emplace_back("per_gw");
    if (any_of_all(what, [](const scenario_investment& each) { return each.accelerators.has_value(); }))
        out.emplace_back("per_accelerator");
    if (is_discounted(what)) out.insert(out.end(), {"present_value", "equivalent_annual_cost"});
    if (any_of_all(what, [](const scenario_investment& each) { return each.payer.public_share.has_value(); }))
        out.insert(out.end(), {"public_total", "private_total"});
    return out;
}

result<comparison> compare(const engine& data, const scenario& what, const compare_options& options) {
    diagnostics problems = check_metrics(options.metrics);
    for (diagnostic& problem : check_metrics(what.metrics)) problems.push_back(std::move(problem));
    if (what.investments.empty()) problems.push_back(make_diagnostic("no-investments"));
    if (!problems.empty()) return problems;
    comparison out;
    out.title = what.title;
    const auto add_case = [&](const scenario_case* variation) {
        const resolved_case resolved = resolve(data, what, options, variation);
        compared_case measured = measure(resolved);
        measured.sum = sum_of_totals(resolved, measured);
        out.cases.push_back(std::move(measured));
    };
    add_case(nullptr);
    for (const scenario_case& each : what.cases) add_case(&each);
    if (auto missing = unanswered(out); !missing.empty()) return missing;
    tell_once(out);
    return out;
}

}  // namespace outlay
