#include "analysis/powers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace outlay {

namespace {

constexpr std::array exponents{0, 1, -1, 2, -2};

const std::optional<ratio>& some_bound(const interval<ratio>& value) {
    if (value.central) return value.central;
    return value.low ? value.low : value.high;
}

}  // namespace

ratio integer_power(const ratio& value, int exponent) {
    ratio out = 1;
    for (int k = 0; k < std::abs(exponent); ++k) out *= value;
    return exponent < 0 ? ratio(1 / out) : out;
}

std::optional<ratio> factor_between(const metric& from, const metric& to) {
    if (!from.known() || !to.known() || from.qualifier != to.qualifier) return std::nullopt;
    const auto& a = some_bound(from.value);
    const auto& b = some_bound(to.value);
    if (!a || !b || a->is_zero()) return std::nullopt;
    ratio factor = *b / *a;
    if (factor <= 0 || scale(from.value, factor) != to.value) return std::nullopt;
    return factor;
}

std::optional<int> exponent_of_input(const metric& first, const std::vector<probed_metric>& found) {
    for (const int exponent : exponents) {
        const bool fits = std::ranges::all_of(found, [&](const probed_metric& each) {
            if (each.value == nullptr) return false;
            if (!first.known() || !each.value->known()) return exponent == 0 && first.missing == each.value->missing;
            const auto factor = factor_between(first, *each.value);
            return factor && *factor == integer_power(each.relative, exponent);
        });
        if (fits) return exponent;
    }
    return std::nullopt;
}

}  // namespace outlay
