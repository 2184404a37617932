// number_recipe: how a number was put together from digits and words, so that other digits can be put in their place.
// Promises: exact; the value that the accumulator finds.
// Leaves out: which words there were.
#pragma once

#include "accumulator.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace outlay::reading {

struct number_step {
    enum class kind : std::uint8_t { digits, constant, multiply, magnify };
    kind what = kind::digits;
    std::size_t place = 0;  ///< of digits: where they stand, then which of the numbers they are
    int exponent = 0;       ///< of multiply and magnify
    decimal value;          ///< of a constant
};

using number_recipe = std::vector<number_step>;

/// coefficient × 10^exponent.
struct plain_amount {
    std::int64_t coefficient = 0;
    int exponent = 0;
};

/// A recipe as a sum: a constant, and digits × 10^exponent for each number that it names.
struct linear_recipe {
    plain_amount constant;
    std::vector<std::optional<int>> exponents;
};

/// The value with these numbers in place of the digits, in their order.
[[nodiscard]] inline decimal value_of(const number_recipe& steps, std::span<const decimal> numbers) {
    accumulator sum;
    for (const number_step& step : steps) switch (step.what) {
            case number_step::kind::digits: sum.current = numbers[step.place]; break;
            case number_step::kind::constant: sum.current = step.value; break;
            case number_step::kind::multiply: sum.multiply(step.exponent); break;
            case number_step::kind::magnify: static_cast<void>(sum.magnify(step.exponent)); break;
        }
    return sum.value();
}

/// The recipe as a sum, if it is simple: every step is linear, so that each number's share can be asked alone.
[[nodiscard]] inline std::optional<linear_recipe> linear(const number_recipe& steps, std::size_t count) {
    std::vector<decimal> numbers(count, decimal(0));
    const decimal constant = value_of(steps, numbers).normalized();
    if (constant.coefficient() > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    linear_recipe made;
    made.constant = {static_cast<std::int64_t>(constant.coefficient()), -constant.scale()};
    for (decimal& own : numbers) {
        own = decimal(1);
        const decimal share = (value_of(steps, numbers) - constant).normalized();
        own = decimal(0);
        if (share.coefficient() > 1) return std::nullopt;
        made.exponents.push_back(share.sign() == 0 ? std::nullopt : std::optional(-share.scale()));
    }
    return made;
}

}  // namespace outlay::reading
