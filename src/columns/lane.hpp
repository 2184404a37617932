// lane: one row as a kernel computes it, without vector instructions.
#pragma once

#include "columns/kernels.hpp"

#include <bit>
#include <cfloat>
#include <cmath>

static_assert(FLT_EVAL_METHOD == 0, "columns/ needs doubles that are not computed more precisely than they are kept");

namespace outlay::kernels {

/// Added to a double of less than 2^51, it leaves the nearest integer in the low bits.
constexpr double integer_shift = 0x1.8p52;

inline std::int64_t nearest_integer(double value) {
    return std::bit_cast<std::int64_t>(value + integer_shift) - std::bit_cast<std::int64_t>(integer_shift);
}

/// x × numerator / denominator; false if the row lies outside of the kernels' limits.
template <ties Ties>
inline bool round_lane(std::int64_t x, std::int64_t numerator, std::int64_t denominator, double quotient,
                       std::int64_t& value) {
    const double estimate = static_cast<double>(x) * quotient;
    if (!(std::fabs(estimate) < estimate_limit)) return false;
    const auto q = nearest_integer(estimate);
    const auto wrap = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b);
    };
    const auto left = static_cast<std::int64_t>(wrap(x, numerator) - wrap(q, denominator));
    const std::int64_t is_odd = q & 1;
    const std::int64_t tie_up = Ties == ties::to_even ? is_odd : x > 0;
    const std::int64_t tie_down = Ties == ties::to_even ? is_odd : x < 0;
    value = q + (2 * left + tie_up > denominator) - (2 * left - tie_down < -denominator);
    return true;
}

template <ties Ties>
std::size_t by_one(const block& rows, const prepared_fraction& by) {
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const bool settled =
            round_lane<Ties>(rows.amounts[i], by.numerator, by.denominator, by.quotient, rows.values[i]);
        rows.status[i] = settled ? 0 : unsettled;
        left += !settled;
    }
    return left;
}

template <ties Ties>
std::size_t by_rate(const block& rows, const prepared_fraction& unit) {
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto rate = rows.rates[i];
        const bool settled = rate > 0 && rate < prepared_fraction::narrow_limit &&
                             round_lane<Ties>(rows.amounts[i], rate, unit.denominator,
                                              static_cast<double>(rate) * unit.quotient, rows.values[i]);
        rows.status[i] = settled ? 0 : unsettled;
        left += !settled;
    }
    return left;
}

template <ties Ties>
std::size_t by_choice(const block& rows, const prepared_fraction* table, std::uint32_t size) {
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto& by = table[rows.which[i] < size ? rows.which[i] : multiplier_table::none];
        const bool settled =
            round_lane<Ties>(rows.amounts[i], by.numerator, by.denominator, by.quotient, rows.values[i]);
        rows.status[i] = settled ? 0 : unsettled;
        left += !settled;
    }
    return left;
}

}  // namespace outlay::kernels
