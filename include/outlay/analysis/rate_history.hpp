// rate_history: how much an exchange rate has moved, from the daily rates that are known before a day.
// Promises: says whose rates, of which days and how many; no rate of a later day is looked at.
// Leaves out: forecasts. A random walk of the logarithm is assumed, without drift, and said so.
//   volatility a year = √(Σ (log r_i/r_(i−1))² / Σ (days between them) × 365.25)
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/engine.hpp>

#include <cstddef>
#include <string>

namespace outlay {

struct rate_volatility {
    currency_pair pair;
    double a_year = 0;        ///< standard deviation of the logarithm after a year
    std::size_t changes = 0;  ///< from one day with a rate to the next
    date first;
    date last;
    std::string source;
};

/// From the rates of the `days` before `until` and of that day. Errors: history-too-short (fewer than ten changes).
[[nodiscard]] result<rate_volatility> find_volatility(const engine& data, const currency_pair& pair, date until,
                                                      int days);

}  // namespace outlay
