// decimal: an exact decimal number, coefficient × 10^−scale, that remembers how precisely it was written.
// Promises: exact; equality and order by value (1.50 equals 1.5); up to 128 bits it does not allocate.
// Leaves out: division (number/ratio.hpp) and rounding (number/rounding.hpp).
#pragma once

#include <outlay/base/result.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace outlay {

using integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

/// 10^exponent, exponent from 0 to decimal::max_exponent.
[[nodiscard]] integer power_of_ten(int exponent);

class decimal {
public:
    /// Longest text and largest exponent that are read; more is a slip or an attack, not a sum of money.
    static constexpr int max_digits = 400;
    static constexpr int max_exponent = 400;

    decimal() = default;
    decimal(std::int64_t value) : coefficient_(value) {}  // loses nothing, so it may be implicit
    decimal(integer coefficient, int scale) : coefficient_(std::move(coefficient)), scale_(scale) {}

    /// "1436", "-0.5", "1.57", "2e12" (no grouping, no spaces). The scale is what was written: "1.50" has scale 2.
    /// Errors: number-malformed, number-out-of-range.
    [[nodiscard]] static result<decimal> parse(std::string_view text);

    [[nodiscard]] const integer& coefficient() const { return coefficient_; }
    [[nodiscard]] int scale() const { return scale_; }  ///< digits after the point; negative: zeros before it (2e12: −12)
    [[nodiscard]] int sign() const { return coefficient_.sign(); }

    /// Trailing zeros of the coefficient removed; zero has scale 0.
    [[nodiscard]] decimal normalized() const;
    /// Digits from the first to the last non-zero one; 1 for zero.
    [[nodiscard]] int significant_digits() const;
    /// One unit of the last written digit, 10^−scale: half of it is the rounding of a written number.
    [[nodiscard]] decimal last_place() const { return {integer(1), scale_}; }

    /// Plain digits, no exponent, trailing zeros after the point kept: "500000000000", "1.57".
    [[nodiscard]] std::string text() const;
    void append_to(std::string& out) const;  ///< the same, behind what is there

    friend decimal operator+(const decimal& a, const decimal& b);
    friend decimal operator-(const decimal& a, const decimal& b);
    friend decimal operator*(const decimal& a, const decimal& b);
    friend decimal operator-(const decimal& a) { return {-a.coefficient_, a.scale_}; }
    friend bool operator==(const decimal& a, const decimal& b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const decimal& a, const decimal& b);

private:
    integer coefficient_ = 0;
    int scale_ = 0;
};

}  // namespace outlay
