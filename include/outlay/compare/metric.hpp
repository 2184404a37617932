// metric: an outlay, or an outlay per something, as known as its inputs are: bounds and qualifier, or why it is missing.
// Promises: exact; a ceiling stays a ceiling; unknown is a value with all its reasons, never 0 or infinity.
// Leaves out: whose metric it is (comparison.hpp) and how it is written (report/).
#pragma once

#include <outlay/figures/figure.hpp>
#include <outlay/number/interval.hpp>

#include <string>
#include <vector>

namespace outlay {

/// A step of a derivation: "per_job = total / jobs", with the inputs as they were read.
struct trace_step {
    std::string formula;         ///< with the names of its inputs
    std::string detail;          ///< with their exact values
    std::string evidence;        ///< the words an input was read from, or a rate's source; may be empty
    std::optional<place> where;  ///< of those words
};

struct metric {
    interval<ratio> value;  ///< meaningless where something is missing
    outlay::qualifier qualifier = outlay::qualifier::exact;
    std::string unit;        ///< "USD", "USD/year", "USD/job", "USD/job-year", "job", "year", "day", "" for a ratio
    currency_code currency;  ///< of a money metric
    std::vector<std::string> missing;  ///< reason ids; not empty: the metric is unknown
    std::vector<std::string> notes;    ///< assumption-even-phasing, assumption-job-duration, approximate, …
    std::vector<trace_step> trace;
    bool keeps_steps = true;  ///< false: what is computed from it has no steps, which is what makes a sweep cheap
    int significant_digits = 3;  ///< what its inputs justify in words, 2 or 3

    [[nodiscard]] bool known() const { return missing.empty(); }
};

/// The qualifier that the bounds show: exact or about for a point, at_most, at_least, below, above, nearly, just_over,
/// range for two bounds (`band` and `several` are kept where the only qualified input had them).
[[nodiscard]] qualifier qualifier_of(const interval<ratio>& value, qualifier a, qualifier b = qualifier::exact);

/// a / b with the qualifier, the missing reasons and the notes of both; steps where both keep theirs.
[[nodiscard]] metric divide(const metric& a, const metric& b, std::string unit);
[[nodiscard]] metric multiply(const metric& a, const metric& b, std::string unit);
/// a + b and a − b, both in one unit.
[[nodiscard]] metric add(const metric& a, const metric& b);
[[nodiscard]] metric subtract(const metric& a, const metric& b);
[[nodiscard]] metric negate(const metric& a);

}  // namespace outlay
