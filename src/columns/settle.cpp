// settle: long division, with the rules of number/rounding.hpp.
#include "columns/settle.hpp"

#include "columns/lane.hpp"

namespace outlay {

namespace {

__extension__ using uint128 = unsigned __int128;

constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();

/// True if a quotient's size grows by one.
bool rounds_away(rounding_mode rounding, std::uint64_t quotient, std::uint64_t remainder, std::uint64_t divisor) {
    if (remainder == 0) return false;
    const auto rest = divisor - remainder;
    switch (rounding) {
        case rounding_mode::half_up: return remainder >= rest;
        case rounding_mode::half_even: return remainder > rest || (remainder == rest && (quotient & 1) != 0);
        case rounding_mode::up: return true;
        case rounding_mode::down: break;
    }
    return false;
}

std::optional<std::int64_t> to_column(const integer& value) {
    constexpr auto limit = std::numeric_limits<std::int64_t>::max();
    if (value > limit || value < -limit) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

/// The nearest integer, if the estimate decides it: four roundings are off by less than |estimate| × 2^−51.
std::optional<std::int64_t> certain(std::int64_t x, double factor) {
    const double estimate = static_cast<double>(x) * factor;
    if (!(std::fabs(estimate) < kernels::estimate_limit)) return std::nullopt;
    const auto nearest = kernels::nearest_integer(estimate);
    const double beside = std::fabs(estimate - static_cast<double>(nearest));
    if (0.5 - beside <= std::fabs(estimate) * 0x1p-51) return std::nullopt;
    return nearest;
}

}  // namespace

std::optional<std::int64_t> settle(std::int64_t x, std::int64_t numerator, std::int64_t denominator,
                                   rounding_mode rounding) {
    const auto size = x < 0 ? 0 - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
    const auto divisor = static_cast<std::uint64_t>(denominator);
    const uint128 product = uint128{size} * static_cast<std::uint64_t>(numerator);
    if (product / divisor > most) return std::nullopt;
    const auto quotient = static_cast<std::uint64_t>(product / divisor);
    const auto remainder = static_cast<std::uint64_t>(product - uint128{quotient} * divisor);
    const auto rounded = quotient + (rounds_away(rounding, quotient, remainder, divisor) ? 1 : 0);
    if (rounded > most) return std::nullopt;
    return x < 0 ? -static_cast<std::int64_t>(rounded) : static_cast<std::int64_t>(rounded);
}

std::optional<std::int64_t> settle(std::int64_t x, const prepared_fraction& by, rounding_mode rounding,
                                   const std::function<ratio()>& exact) {
    if (by.fits()) return settle(x, by.numerator, by.denominator, rounding);
    const bool is_nearest = rounding == rounding_mode::half_even || rounding == rounding_mode::half_up;
    if (is_nearest)
        if (const auto value = certain(x, by.estimate)) return value;
    return to_column(round(ratio(integer(x)) * exact(), 0, rounding).coefficient());
}

}  // namespace outlay
