// case_inputs: a case of a scenario with everything looked up: bounds of each programme, rates, accounts; and its measures.
// Promises: immutable facts in, exact metrics out. resolve() reads words, rates and tables once; measure() only computes,
//   so that a sweep varies `inputs` and measures again; without_steps() is what makes thousands of cases cheap.
// Leaves out: what to vary, and how cases are laid out.
#pragma once

#include <outlay/compare/comparison.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// What an announcement states or a user assumes, as metrics; what is not known is missing, with its reasons. Accounts,
/// parities and rates of a base year are looked up where a metric of the case needs them, else they stay empty.
struct programme_inputs {
    metric stated_outlay;  ///< in the currency of the announcement
    metric outlay;       ///< the same, as far as it is realised
    metric years;        ///< of the period
    metric jobs;         ///< of the kind that is divided by
    metric job_years;    ///< jobs × how long they last
    metric power;        ///< GW
    metric accelerators;
    metric population;   ///< persons
    metric employment;   ///< persons
    metric gdp;          ///< a year's, in the target currency of the case
    metric parity;       ///< local currency for one international dollar; the outlay must be in that currency
    metric price_factor; ///< P(base) / P(year of the announcement), for real prices
    metric public_share;
    metric factor;       ///< target currency for one unit of the announcement's, at the rate of the case
    metric base_factor;  ///< the same at the rate of the base year, for real prices
};

struct resolved_investment {
    scenario_investment stated;  ///< with the overrides of the case
    assumptions assumed;         ///< of case, investment and file, in that order
    programme_inputs inputs;
    std::optional<rate> used_rate;
    /// Of its own currency and the baseline's, as markets quote them; nothing where they are one or one is not stated.
    std::optional<currency_pair> pair_with_baseline;
};

struct resolved_case {
    std::string name;
    currency_code to;
    std::optional<date> as_of;
    as_of_origin origin = as_of_origin::newest_of_rates;
    std::string baseline;
    std::vector<std::string> metrics;  ///< names of what to measure
    std::vector<resolved_investment> investments;
    std::vector<overlap> overlaps;     ///< as the scenario states them
    diagnostics problems;              ///< of rates that are missing; warnings about what is compared
};

/// `variation` is null for the file's own case, else one of what.cases.
[[nodiscard]] resolved_case resolve(const engine& data, const scenario& what, const compare_options& options,
                                    const scenario_case* variation = nullptr);

/// The same inputs without the steps behind them.
[[nodiscard]] resolved_case without_steps(resolved_case what);

/// All investments of a case, ratios to the baseline, ranks, and what would make them equal.
[[nodiscard]] compared_case measure(const resolved_case& what);

/// One metric of one investment without the others, in the target currency of the case or that of its announcement.
[[nodiscard]] metric measure(const resolved_investment& what, std::string_view metric_name, currency_code to,
                             bool in_target = true);

}  // namespace outlay
