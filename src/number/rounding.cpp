// rounding: whole quotients with their remainders.
#include <outlay/number/rounding.hpp>

namespace outlay {

namespace {

using boost::multiprecision::denominator;
using boost::multiprecision::numerator;

/// True if a quotient's size grows by one, given twice its remainder against its divisor.
bool rounds_away(rounding_mode mode, const integer& quotient, const integer& remainder, const integer& divisor) {
    if (remainder.is_zero()) return false;
    const int half = integer(remainder * 2).compare(divisor);
    switch (mode) {
        case rounding_mode::half_up: return half >= 0;
        case rounding_mode::half_even: return half > 0 || (half == 0 && boost::multiprecision::bit_test(quotient, 0));
        case rounding_mode::up: return true;
        case rounding_mode::down: break;
    }
    return false;
}

int digit_count(const integer& positive) { return static_cast<int>(positive.str().size()); }

}  // namespace

decimal round(const ratio& value, int scale, rounding_mode mode) {
    return round(numerator(value), denominator(value), scale, mode);
}

decimal round(const integer& top, const integer& bottom, int scale, rounding_mode mode) {
    const bool minus = top.sign() < 0;
    integer dividend = boost::multiprecision::abs(top);
    integer divisor = bottom;
    if (scale > 0) dividend *= power_of_ten(scale);
    if (scale < 0) divisor *= power_of_ten(-scale);
    integer quotient;
    integer remainder;
    boost::multiprecision::divide_qr(dividend, divisor, quotient, remainder);
    if (rounds_away(mode, quotient, remainder, divisor)) ++quotient;
    return {minus ? integer(-quotient) : quotient, scale};
}

int leading_exponent(const ratio& value) {
    if (value.is_zero()) return 0;
    const integer dividend = boost::multiprecision::abs(integer(numerator(value)));
    const integer divisor = denominator(value);
    // The quotient of an n-digit and an m-digit number begins at 10^(n−m) or one place below.
    const int exponent = digit_count(dividend) - digit_count(divisor);
    const bool reaches =
        exponent >= 0 ? dividend >= divisor * power_of_ten(exponent) : dividend * power_of_ten(-exponent) >= divisor;
    return reaches ? exponent : exponent - 1;
}

decimal round_significant(const ratio& value, int digits, rounding_mode mode) {
    if (value.is_zero()) return {};
    const int scale = digits - 1 - leading_exponent(value);
    auto rounded = round(value, scale, mode);
    const bool carried = leading_exponent(to_ratio(rounded)) > leading_exponent(value);
    return carried ? round(value, scale - 1, mode) : rounded;  // 9.996 to three digits is 10.0, not 10.00
}

}  // namespace outlay
