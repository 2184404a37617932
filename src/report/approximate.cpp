#include "report/approximate.hpp"

#include <outlay/number/rounding.hpp>

#include <cmath>

namespace outlay {

ratio exact_value(double value) {
    int exponent = 0;
    const double part = std::frexp(value, &exponent);
    const auto whole = static_cast<std::int64_t>(std::ldexp(part, 53));
    exponent -= 53;
    const integer power = boost::multiprecision::pow(integer(2), static_cast<unsigned>(std::abs(exponent)));
    return exponent < 0 ? make_ratio(whole, power) : ratio(integer(whole) * power);
}

std::string plain_approximate(double value) {
    if (value == 0) return "0";
    return round_significant(exact_value(value), 6, rounding_mode::half_up).normalized().text();
}

std::string approximate_words(const engine& data, double value, const metric& form, const format_options& options) {
    constexpr int digits = 3;
    const auto rounded = to_ratio(round_significant(exact_value(value), digits, options.rounding));
    const bool is_bound = !form.value.central && !form.value.is_point();
    const qualifier q = is_bound ? form.qualifier : qualifier::about;
    const auto forms = format_interval(data, interval<ratio>::point(rounded), q, form.unit, digits, options);
    return forms.words.empty() ? forms.full : forms.words;
}

}  // namespace outlay
