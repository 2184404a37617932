// int128: the 128-bit integers of the C interface, and exact numbers.
// Promises: nothing is lost: a number that does not fit is nothing.
// Leaves out: arithmetic.
#pragma once

#include <outlay/outlay.h>
#include <outlay/number/decimal.hpp>

#include <limits>
#include <optional>

namespace outlay::capi {

[[nodiscard]] inline integer to_integer(const outlay_int128& value) {
    integer high = value.high;
    return (high << 64) + value.low;
}

[[nodiscard]] inline std::optional<outlay_int128> to_int128(const integer& value) {
    const integer limit = integer(1) << 127;
    if (value >= limit || value < -limit) return std::nullopt;
    const integer whole = value < 0 ? integer(value + (integer(1) << 128)) : value;  // two's complement
    constexpr auto all = std::numeric_limits<std::uint64_t>::max();
    const auto high = static_cast<std::uint64_t>(integer(whole >> 64));
    return outlay_int128{static_cast<std::uint64_t>(integer(whole & all)), static_cast<std::int64_t>(high)};
}

[[nodiscard]] inline std::optional<outlay_decimal> to_c(const decimal& value) {
    const auto coefficient = to_int128(value.coefficient());
    if (!coefficient) return std::nullopt;
    return outlay_decimal{*coefficient, value.scale()};
}

}  // namespace outlay::capi
