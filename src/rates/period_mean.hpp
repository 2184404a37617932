// period_mean: the mean of the daily rates of a period, for a rate that stands for a flow and not for a day.
// Promises: exact; all its days by one path and of one source; in the direction in which the pair is quoted, since the
//   inverse of a mean is not the mean of the inverses.
// Leaves out: means as they were published (published_mean.hpp).
#pragma once

#include "rates/rate_search.hpp"

namespace outlay {

/// The mean as a leg from → to: its days are the first and the last fixing. Of several paths or sources the one that
/// answers on most days is taken, of these a quote before a cross. Nothing if no day has a rate.
[[nodiscard]] std::optional<rate_leg> mean_of_days(const rate_search& search, const currency_table& currencies,
                                                   currency_code from, currency_code to, const date_span& period);

}  // namespace outlay
