// interval: bounds through arithmetic.
#include <outlay/number/interval.hpp>

#include <outlay/number/rounding.hpp>

namespace outlay {

namespace {

struct bound {
    std::optional<ratio> value;
    bool open = false;
};

/// An absent bound is never open.
interval<ratio> assemble(const bound& low, const bound& high, std::optional<ratio> central) {
    return {low.value, high.value, std::move(central), low.value && low.open, high.value && high.open};
}

bound low_of(const interval<ratio>& value) { return {value.low, value.low_open}; }
bound high_of(const interval<ratio>& value) { return {value.high, value.high_open}; }

std::optional<ratio> times(const std::optional<ratio>& value, const ratio& factor) {
    if (!value) return std::nullopt;
    return ratio(*value * factor);
}

/// A zero that is reached stays reached, whatever it is multiplied or divided by.
bool opens(const bound& a, const bound& b) {
    const bool reached_zero = a.value->is_zero() && !a.open;
    return !reached_zero && (a.open || b.open);
}

bound quotient(const bound& dividend, const bound& divisor) {
    if (!dividend.value || !divisor.value || divisor.value->is_zero()) return {};
    return {ratio(*dividend.value / *divisor.value), opens(dividend, divisor)};
}

bound product(const bound& a, const bound& b) {
    if (!a.value || !b.value) return {};
    return {ratio(*a.value * *b.value), opens(a, b) && opens(b, a)};
}

/// Known exactly, as most figures are: then one result stands for all three numbers.
bool is_exact(const interval<ratio>& value) {
    return value.central && value.is_point() && *value.low == *value.central && !value.low_open && !value.high_open;
}

bool is_divisor(const interval<ratio>& value) {
    if (value.central && value.central->sign() <= 0) return false;
    if (value.high && value.high->sign() <= 0) return false;
    return !value.low || value.low->sign() > 0 || (value.low->is_zero() && value.low_open);
}

/// True if every number of `a` is below every number of `b`.
bool is_below(const interval<ratio>& a, const interval<ratio>& b) {
    if (!a.high || !b.low) return false;
    return *a.high < *b.low || (*a.high == *b.low && (a.high_open || b.low_open));
}

}  // namespace

interval<ratio> to_ratio(const interval<decimal>& value) {
    const auto convert = [](const std::optional<decimal>& bound) {
        return bound ? std::optional(to_ratio(*bound)) : std::nullopt;
    };
    return {convert(value.low), convert(value.high), convert(value.central), value.low_open, value.high_open};
}

interval<ratio> scale(const interval<ratio>& value, const ratio& factor) {
    if (is_exact(value)) return interval<ratio>::point(*value.central * factor);
    return {times(value.low, factor), times(value.high, factor), times(value.central, factor), value.low_open,
            value.high_open};
}

std::optional<interval<ratio>> divide(const interval<ratio>& a, const interval<ratio>& b) {
    if (!is_divisor(b)) return std::nullopt;
    if (is_exact(a) && is_exact(b)) return interval<ratio>::point(*a.central / *b.central);
    // A negative bound moves towards zero as the divisor grows, a positive one away from zero as it shrinks.
    const bool low_negative = a.low && a.low->sign() < 0;
    const bool high_negative = a.high && a.high->sign() < 0;
    std::optional<ratio> central;
    if (a.central && b.central) central = *a.central / *b.central;
    return assemble(quotient(low_of(a), low_negative ? low_of(b) : high_of(b)),
                    quotient(high_of(a), high_negative ? high_of(b) : low_of(b)), std::move(central));
}

interval<ratio> multiply(const interval<ratio>& a, const interval<ratio>& b) {
    if (is_exact(a) && is_exact(b)) return interval<ratio>::point(*a.central * *b.central);
    std::optional<ratio> central;
    if (a.central && b.central) central = *a.central * *b.central;
    return assemble(product(low_of(a), low_of(b)), product(high_of(a), high_of(b)), std::move(central));
}

interval<ratio> add(const interval<ratio>& a, const interval<ratio>& b) {
    const auto sum = [](const bound& x, const bound& y) {
        return x.value && y.value ? bound{ratio(*x.value + *y.value), x.open || y.open} : bound{};
    };
    std::optional<ratio> central;
    if (a.central && b.central) central = *a.central + *b.central;
    return assemble(sum(low_of(a), low_of(b)), sum(high_of(a), high_of(b)), std::move(central));
}

interval<ratio> negate(const interval<ratio>& value) {
    const auto minus_one = ratio(-1);
    return {times(value.high, minus_one), times(value.low, minus_one), times(value.central, minus_one), value.high_open,
            value.low_open};
}

bool contains(const interval<ratio>& whole, const ratio& value) {
    if (whole.low && (value < *whole.low || (whole.low_open && value == *whole.low))) return false;
    return !whole.high || value < *whole.high || (!whole.high_open && value == *whole.high);
}

bool disjoint(const interval<ratio>& a, const interval<ratio>& b) { return is_below(a, b) || is_below(b, a); }

interval<ratio> rounding_interval(const decimal& written) {
    const ratio value = to_ratio(written);
    const ratio half = to_ratio(written.last_place()) / 2;
    // Ties go away from zero, so the bound nearer to zero is reached; around zero neither is.
    return {value - half, value + half, value, written.sign() <= 0, written.sign() >= 0};
}

}  // namespace outlay
