// discounting: what a sum that is spent over years is worth today, as factors of it.
// Promises: exact, but for the root that the middle of a year needs; a period or a rate with bounds gives a factor with bounds.
// Leaves out: which rate is right; who asks states it. Both factors of an annual cost at one range of rates: annual_cost.hpp.
//   present value = Σ outlay × share(k) / (1 + d)^(k − t), t = 0 at the end, ½ in the middle, 1 at the start of a year
//   equivalent annual cost = present value × d / (1 − (1 + d)^−n), present value / n without a rate (textbook annuity)
#pragma once

#include "compare/input_metrics.hpp"

namespace outlay {

/// Present value of one unit spent over `years`. Missing: discount-rate-not-stated, period-too-long (200 years),
/// phasing-of-other-years.
[[nodiscard]] metric discount_factor(const metric& years, const assumptions& assumed);

/// One unit of present value as equal sums a year over `life`. Missing: life-not-whole-years and the above.
[[nodiscard]] metric annuity_factor(const metric& life, const assumptions& assumed);

/// The two at one rate, of so many years; nothing where the years do not suit.
[[nodiscard]] std::optional<ratio> present_value_at(const ratio& years, const ratio& rate, const assumptions& assumed);
[[nodiscard]] std::optional<ratio> annuity_at(const ratio& years, const ratio& rate);

/// The largest share that falls into one year.
[[nodiscard]] metric peak_share(const metric& years, const assumptions& assumed);

}  // namespace outlay
