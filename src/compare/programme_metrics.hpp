// programme_metrics: the metrics of one announced investment, in its own currency and in another.
// Promises: each has all its reasons, notes and steps.
// Leaves out: other investments (comparison.cpp).
#pragma once

#include <outlay/compare/comparison.hpp>

namespace outlay {

/// What an announcement states, as metrics; what it does not state is missing, with its reason.
struct programme_inputs {
    metric outlay;
    metric years;
    metric jobs;
};

[[nodiscard]] programme_inputs inputs_of(const programme& what);

/// The outlay at a rate.
[[nodiscard]] metric convert(const metric& outlay, const rate& used);
/// The outlay in a currency no rate is known for.
[[nodiscard]] metric without_rate(const metric& outlay, currency_code to);

/// All metrics of metric_names(), in order, of an outlay in any currency.
[[nodiscard]] std::vector<named_metric> metrics_of(const metric& total, const programme_inputs& inputs);

}  // namespace outlay
