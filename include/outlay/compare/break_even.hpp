// break_even: what would make two investments equal.
// Promises: exact; bounds carried through.
// Leaves out: whether it is likely.
#pragma once

#include <outlay/compare/metric.hpp>

namespace outlay {

/// Jobs at which `total` / jobs equals `per_job` of the other: total / per_job.
[[nodiscard]] metric break_even_jobs(const metric& total, const metric& per_job);
/// Years at which `total` / years equals `per_year` of the other: total / per_year.
[[nodiscard]] metric break_even_period(const metric& total, const metric& per_year);
/// `total` as days of `per_year` spent evenly, a year of 365.25 days.
[[nodiscard]] metric days_of_spending(const metric& total, const metric& per_year);
/// The exchange rate at which `base` and `quote`, each in its own currency, are equal: quote / base.
[[nodiscard]] metric break_even_rate(const metric& quote, const metric& base);
/// The part of `whole`, in percent, that equals `total`.
[[nodiscard]] metric break_even_part(const metric& total, const metric& whole);

}  // namespace outlay
