// column_cases: amounts and fractions that are hard to round, from fixed seeds.
#pragma once

#include <outlay/columns/convert.hpp>

#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace column_cases {

using outlay::integer;
using outlay::ratio;

/// Fewer cases where nothing is optimised: one of them takes 20 times as long there.
#ifdef NDEBUG
constexpr std::size_t many = 1;
#else
constexpr std::size_t many = 20;
#endif

/// splitmix64: the same numbers on every machine.
class number_source {
public:
    explicit number_source(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    /// 1 to `digits` digits, each length equally likely.
    std::int64_t with_digits(int digits) {
        std::uint64_t limit = 10;
        for (auto left = below(static_cast<std::uint64_t>(digits)); left > 0; --left) limit *= 10;
        return static_cast<std::int64_t>(limit / 10 + below(limit - limit / 10));
    }
    std::int64_t with_sign(std::int64_t value) { return (next() & 1) != 0 ? -value : value; }

private:
    std::uint64_t state_;
};

inline std::int64_t ten_to(int exponent) {
    std::int64_t power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

/// A rate as tables have it: decimals of up to 15 places, crosses of two of them, small fractions, powers of two.
inline ratio any_rate(number_source& from) {
    const auto decimal = [&](int digits, int places) {
        return outlay::make_ratio(from.with_digits(digits),
                                  ten_to(static_cast<int>(from.below(static_cast<std::uint64_t>(places) + 1))));
    };
    switch (from.below(6)) {
        case 0: return decimal(7, 6);
        case 1: return decimal(15, 15);
        case 2: return ratio(decimal(6, 5) / decimal(7, 4));
        case 3: return ratio(decimal(6, 5) / decimal(6, 4) * decimal(4, 4));
        case 4: return outlay::make_ratio(from.with_digits(3), from.with_digits(3));
        default: return outlay::make_ratio(from.with_digits(5), integer(1) << static_cast<int>(from.below(51)));
    }
}

/// The inverse of n modulo d; they have no common factor.
inline std::int64_t inverse(std::int64_t n, std::int64_t d) {
    __extension__ using wide = __int128;
    wide a = n % d;
    wide b = d;
    wide u = 1;
    wide v = 0;
    while (b != 0) {
        const wide q = a / b;
        a -= q * b;
        std::swap(a, b);
        u -= q * v;
        std::swap(u, v);
    }
    return static_cast<std::int64_t>((u % d + d) % d);
}

/// An amount whose product with n/d lies exactly between two integers; 0 if there is none.
inline std::int64_t tie(number_source& from, const outlay::prepared_fraction& by) {
    if (!by.fits() || by.denominator % 2 != 0) return 0;
    __extension__ using wide = __int128;
    const auto half = by.denominator / 2;
    const auto first = static_cast<std::int64_t>(wide{half} * inverse(by.numerator, by.denominator) % by.denominator);
    const auto steps = (std::int64_t{1} << 50) / by.denominator;
    const auto further = steps > 0 ? static_cast<std::int64_t>(from.below(static_cast<std::uint64_t>(steps))) : 0;
    return from.with_sign(first + by.denominator * further);
}

inline std::int64_t extreme(number_source& from) {
    const auto bits = 40 + from.below(24);
    const auto edge = bits == 63 ? std::numeric_limits<std::int64_t>::max() - 3 : std::int64_t{1} << bits;
    return from.with_sign(edge + (static_cast<std::int64_t>(from.below(7)) - 3));
}

/// An amount for a fraction: any, a tie, beside a tie, at the edge of what machine numbers hold.
inline std::int64_t amount(number_source& from, const outlay::prepared_fraction& by) {
    switch (from.below(8)) {
        case 0: return tie(from, by);
        case 1: return tie(from, by) + 1;
        case 2: return tie(from, by) - 1;
        case 3: return extreme(from);
        case 4: return from.with_sign(static_cast<std::int64_t>(from.below(3)));
        default: return from.with_sign(from.with_digits(16));
    }
}

/// What the row is by ratio arithmetic alone.
struct expected {
    std::int64_t value = 0;
    outlay::row_status status = outlay::row_status::converted;
    bool operator==(const expected&) const = default;
};

inline expected exactly(std::int64_t x, const ratio& by, outlay::rounding_mode rounding) {
    if (by.sign() <= 0) return {0, outlay::row_status::no_rate};
    const auto value = outlay::round(ratio(ratio(integer(x)) * by), 0, rounding).coefficient();
    const integer limit = std::numeric_limits<std::int64_t>::max();
    if (value > limit || value < -limit) return {0, outlay::row_status::out_of_range};
    return {static_cast<std::int64_t>(value), outlay::row_status::converted};
}

inline std::string described(std::int64_t x, const ratio& by, outlay::instruction_set instructions) {
    return std::to_string(x) + " x " + outlay::fraction_text(by) + " with " + std::string(to_text(instructions));
}

}  // namespace column_cases
