// published_mean: the mean of a month, a quarter or a year as a source published it.
// Promises: how long a period a mean is of is what its source says: a December does not answer for its year.
// Leaves out: means of daily rates (period_mean.hpp).
#pragma once

#include <outlay/rates/rate_table.hpp>

namespace outlay {

/// The quote of kind mean of exactly this pair and period; null if there is none.
[[nodiscard]] const quote* find_published_mean(const rate_table& table, const currency_pair& pair,
                                               const date_span& period);

}  // namespace outlay
