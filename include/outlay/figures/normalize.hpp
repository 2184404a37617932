// normalize: a figure of money in another currency, at the rate a policy resolves.
// Promises: exact; every bound goes through the rate and stays open, closed or absent as it was.
// Leaves out: which date and which given rates (rates/rate_policy.hpp), and rounding (report/).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/figures/figure.hpp>

namespace outlay {

struct normalized {
    interval<ratio> amount;  ///< in `used.to`
    rate used;
};

/// `what` is money with a currency. Errors: those of resolve_rate.
[[nodiscard]] result<normalized> normalize(const engine& data, const figure& what, currency_code to,
                                           const rate_policy& policy);

}  // namespace outlay
