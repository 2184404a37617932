// accumulator: how digits, multipliers and magnitudes add up to a number.
// Promises: exact, keeps the precision of the writing.
// Leaves out: which words those are (number_words.cpp, quick_reader.cpp).
#pragma once

#include "amount.hpp"

#include <optional>

namespace outlay::reading {

/// A number under construction: total + section + current.
///   "two hundred million": current 2 → section 200 → total 200 × 10^6
///   1조 2천4백억: total 10^12; section 2400 → total + 2400 × 10^8
class accumulator {
public:
    std::optional<decimal> current;
    bool any = false;
    int magnitude = 0;

    void multiply(int exponent) {
        add_to(section_, times_power(current.value_or(decimal(1)), exponent));
        current.reset();
        any = true;
    }

    /// False where the magnitude cannot continue the number: a larger one after a smaller ("5억 2조").
    bool magnify(int exponent) {
        constexpr int largest_factor =
            5;  // "dos mil quinientos millones", 一万五千亿: thousands (or lakhs) of a larger one
        if (current) add_to(section_, *current), current.reset();
        if (!section_ && last_part_) {  // 万亿, lakh crore, thousand million: the words multiply
            constexpr int largest = 24;  // a million million million million; nobody means more
            if (magnitude + exponent > largest) return false;
            last_part_ = times_power(*last_part_, exponent);
            magnitude += exponent;
            return true;
        }
        if (magnitude != 0 && exponent >= magnitude) {
            if (magnitude > largest_factor || exponent == magnitude) return false;
            if (total_) add_to(last_part_, *total_), total_.reset();
            if (last_part_) add_to(section_, *last_part_), last_part_.reset();
        }
        if (last_part_) add_to(total_, *last_part_);
        last_part_ = times_power(section_.value_or(decimal(1)), exponent);
        section_.reset();
        magnitude = exponent;
        any = true;
        return true;
    }

    /// "a billion and a half": so much of the last magnitude.
    void add_of_magnitude(const decimal& part) { add_to(last_part_, times_power(part, magnitude)); }

    /// True if a numeral can be added: it is smaller than the last place that is not zero ("twenty" + "five").
    [[nodiscard]] bool takes(const decimal& value) const {
        if (!current) return true;
        if (current->scale() > 0 || value.scale() > 0 || current->sign() <= 0) return false;
        integer place = 1;
        while (current->coefficient() % (place * 10) == 0) place *= 10;
        return value.sign() > 0 && value < decimal(place, 0);
    }

    [[nodiscard]] bool after_magnitude() const { return last_part_ && !section_ && !current; }
    [[nodiscard]] bool has_section() const { return section_.has_value(); }

    [[nodiscard]] decimal value() const {
        std::optional<decimal> sum = total_;
        for (const auto* part : {&last_part_, &section_, &current})
            if (*part) add_to(sum, **part);
        return sum.value_or(decimal(0));
    }

private:
    static void add_to(std::optional<decimal>& sum, const decimal& part) { sum = sum ? *sum + part : part; }
    std::optional<decimal> total_, last_part_, section_;
};

}  // namespace outlay::reading
