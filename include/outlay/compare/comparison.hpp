// comparison: the metrics of every investment of a scenario, in one currency, case by case, and the ratios between them.
// Promises: what is not stated is missing with its reasons; every assumption used stands in a note.
// Leaves out: break-even questions (break_even.hpp), looking up inputs and varying them (case_inputs.hpp), layout (report/).
//   total, per_year = total / period (even phasing), per_job = total / jobs,
//   per_job_year = total / (jobs × period) (jobs that last the whole period); docs/formulae.md has them all
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/engine.hpp>
#include <outlay/scenario/metric_names.hpp>
#include <outlay/scenario/scenario.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace outlay {

struct compare_options {
    currency_code to;                  ///< empty: the scenario's
    std::optional<date> as_of;         ///< overrides the scenario's
    std::vector<given_rate> rates;     ///< of the command line; they come before the file's
    std::vector<std::string> metrics;  ///< names; empty: the scenario's, else the usual ones
    std::optional<rate_convention> convention;  ///< at which of the known rates to convert; before the scenario's
};

struct named_metric {
    std::string name;  ///< one of metric_names()
    metric value;
};

struct compared_investment {
    std::string name;
    std::string economy;
    std::vector<named_metric> metrics;           ///< in the target currency
    currency_code original_currency;             ///< empty without an outlay
    std::vector<named_metric> original_metrics;  ///< in the currency of the announcement
    std::optional<rate> used_rate;               ///< nothing without an outlay
};

/// baseline / investment, for each metric.
struct compared_ratio {
    std::string name;  ///< the investment
    std::string metric;
    outlay::metric value;
};

/// Where an investment stands among those whose metric is known, the largest first. `stated` counts the number that was
/// stated, be it a ceiling or a floor; the bounds allow any place from `best` to `worst`.
struct compared_rank {
    std::string name;
    std::string metric;
    int stated = 0;  ///< 0: unknown
    int best = 0;
    int worst = 0;
    bool operator==(const compared_rank&) const = default;
};

/// The answer to "?" in a scenario file.
struct solved_value {
    std::string name;
    asked_value what = asked_value::jobs;
    metric value;
};

/// What would make an investment equal the baseline.
struct break_even_row {
    std::string name;
    metric jobs;    ///< jobs at which its per-job equals the baseline's
    metric period;  ///< years at which its per-year equals the baseline's
    metric days;    ///< its total as days of the baseline's even spending (365.25 a year)
    std::optional<currency_pair> pair;  ///< of the two currencies; nothing where the rate between them plays no part
    metric rate;                        ///< of `pair`, at which the totals are equal
    std::string whole;                  ///< the larger of the two
    metric part;                        ///< of the larger one's stated outlay, in percent, that equals the other
};

/// What a sum does not count.
struct left_out_of_sum {
    std::string name;
    std::vector<std::string> reasons;  ///< part-of-another, older-vintage, stage-cancelled, or why the total is unknown
    std::string counted_in;            ///< the one that holds it, or the newer vintage; empty: neither
};

/// The totals added up, each sum of money once. A ceiling beside a floor has no sum (`all` is then missing:
/// ceilings-and-floors), so what is stated each way is added up for itself.
struct compared_sum {
    std::optional<metric> points;    ///< of totals with both bounds
    std::optional<metric> ceilings;  ///< of those without a low one
    std::optional<metric> floors;    ///< of those without a high one
    metric all;
    std::vector<std::string> counted;
    std::vector<left_out_of_sum> left_out;
};

struct compared_case {
    std::string name;  ///< empty: the file's own
    currency_code to;
    std::optional<date> as_of;
    as_of_origin origin = as_of_origin::newest_of_rates;
    std::vector<compared_investment> investments;
    std::string baseline;
    std::vector<compared_ratio> ratios;
    std::vector<break_even_row> break_even;
    diagnostics problems;  ///< of rates that were missing for some of it; warnings about what stands beside what
    std::vector<compared_rank> ranks;   ///< metric by metric
    std::vector<solved_value> solved;
    std::optional<compared_sum> sum;  ///< of total; compare() fills it in
};

struct comparison {
    std::string title;
    std::vector<compared_case> cases;  ///< the first is the file's own
};

/// Errors: rate-missing where nothing at all could be converted; no-investments; unknown-metric.
/// Warnings, in `problems`: overlap, vintage-superseded, public-private-mixed, jobs-kinds-differ, scope-mismatch.
[[nodiscard]] result<comparison> compare(const engine& data, const scenario& what, const compare_options& options = {});

/// The metrics that are shown where none are asked for: total, per_year, per_job and per_job_year, and what a scenario states
/// more for: per_gw, per_accelerator, present_value, equivalent_annual_cost, public_total, private_total.
[[nodiscard]] std::vector<std::string> usual_metrics(const scenario& what);

}  // namespace outlay
