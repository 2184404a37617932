// settle: one row of any size, exactly: by 128-bit integers where they hold it, else by an estimate that is far enough
// from a tie to be certain, else by ratio arithmetic.
#pragma once

#include <outlay/columns/convert.hpp>

#include <functional>

namespace outlay {

/// x × fraction, rounded; nothing if it does not fit. `exact` gives the fraction where 63 bits do not hold it.
[[nodiscard]] std::optional<std::int64_t> settle(std::int64_t x, const prepared_fraction& by, rounding_mode rounding,
                                                 const std::function<ratio()>& exact);

/// x × numerator / denominator, rounded; both positive.
[[nodiscard]] std::optional<std::int64_t> settle(std::int64_t x, std::int64_t numerator, std::int64_t denominator,
                                                 rounding_mode rounding);

}  // namespace outlay
