#include <outlay/number/root.hpp>

namespace outlay {

square_root root_of(const ratio& value, unsigned digits) {
    using boost::multiprecision::denominator;
    using boost::multiprecision::numerator;
    const integer above = numerator(value);
    const integer below = denominator(value);
    const integer root_above = boost::multiprecision::sqrt(above);
    const integer root_below = boost::multiprecision::sqrt(below);
    if (root_above * root_above == above && root_below * root_below == below)
        return {make_ratio(root_above, root_below), true};
    const integer unit = boost::multiprecision::pow(integer(10), digits);
    return {make_ratio(boost::multiprecision::sqrt(above * unit * unit / below), unit), false};
}

ratio power_of(const ratio& value, unsigned exponent) {
    ratio out = 1;
    for (ratio square = value; exponent != 0; exponent >>= 1U) {
        if ((exponent & 1U) != 0) out *= square;
        if (exponent > 1) square *= square;
    }
    return out;
}

}  // namespace outlay
