// interval: what is known of a number: a low and a high bound, each closed, open or absent, and a central value
// where one was stated. "Up to x" is (absent, x]; nobody stated a zero, so none is written.
// Promises: bounds go through every formula; an absent bound stays absent; a point stays a point.
// Leaves out: probability. Arithmetic here is for quantities; divisors must be positive.
#pragma once

#include <outlay/number/ratio.hpp>

#include <optional>
#include <utility>

namespace outlay {

template <class T>
struct interval {
    std::optional<T> low;
    std::optional<T> high;
    std::optional<T> central;
    bool low_open = false;
    bool high_open = false;

    [[nodiscard]] static interval point(T value) { return {value, value, value, false, false}; }
    [[nodiscard]] static interval at_most(T high) { return {std::nullopt, std::move(high), std::nullopt, false, false}; }
    [[nodiscard]] static interval at_least(T low) { return {std::move(low), std::nullopt, std::nullopt, false, false}; }
    [[nodiscard]] static interval between(T low, T high, bool low_open = false, bool high_open = false) {
        return {std::move(low), std::move(high), std::nullopt, low_open, high_open};
    }

    [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
    [[nodiscard]] bool is_empty_statement() const { return !low && !high && !central; }
    bool operator==(const interval&) const = default;
};

[[nodiscard]] interval<ratio> to_ratio(const interval<decimal>& value);

/// Every bound times a positive factor.
[[nodiscard]] interval<ratio> scale(const interval<ratio>& value, const ratio& factor);
/// a / b where b is positive: low is a.low / b.high, high is a.high / b.low (an absent bound of b makes one absent, and
/// so does an open low bound of zero). Nothing if b says that it can be zero or negative.
[[nodiscard]] std::optional<interval<ratio>> divide(const interval<ratio>& a, const interval<ratio>& b);
/// a × b for non-negative a and b.
[[nodiscard]] interval<ratio> multiply(const interval<ratio>& a, const interval<ratio>& b);

/// Bound by bound; an absent bound of either makes one absent.
[[nodiscard]] interval<ratio> add(const interval<ratio>& a, const interval<ratio>& b);
[[nodiscard]] interval<ratio> negate(const interval<ratio>& value);

[[nodiscard]] bool contains(const interval<ratio>& whole, const ratio& value);
/// True if no number lies in both.
[[nodiscard]] bool disjoint(const interval<ratio>& a, const interval<ratio>& b);

/// The numbers that half-up rounding turns into `written`: [x − ½u, x + ½u), u one unit of the last written digit; x is
/// the central value. (Ties go away from zero: below zero it is (x − ½u, x + ½u], around zero both bounds are open.)
[[nodiscard]] interval<ratio> rounding_interval(const decimal& written);

}  // namespace outlay
