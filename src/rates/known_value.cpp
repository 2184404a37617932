#include "rates/known_value.hpp"

#include <algorithm>
#include <cstdlib>

namespace outlay {

namespace {

constexpr int same_time_days = 7;

void keep_nearer(std::optional<known_value>& best, std::optional<known_value> other) {
    if (other && (!best || other->days_apart < best->days_apart)) best = std::move(other);
}

std::optional<known_value> known_quote(const rate_table& table, const quote* found, bool is_inverse, date day) {
    if (found == nullptr) return std::nullopt;
    const auto value = to_ratio(found->value());
    return known_value{is_inverse ? ratio(1) / value : value, std::abs((found->observed() - day).count()),
                       found->observed(), std::string(table.source_of(*found).name)};
}

/// A quote of the pair, or its inverse, or a peg.
std::optional<known_value> find_leg(const rate_table& table, const currency_pair& pair, date day) {
    if (pair.base == pair.quote) return known_value{1, 0, day, {}};
    auto best = known_quote(table, table.nearest(pair, day), false, day);
    keep_nearer(best, known_quote(table, table.nearest(pair.reversed(), day), true, day));
    for (const bool is_inverse : {false, true}) {
        auto fixed = known_quote(table, table.fixed(is_inverse ? pair.reversed() : pair, day), is_inverse, day);
        if (fixed) fixed->days_apart = 0;  // it holds
        keep_nearer(best, std::move(fixed));
    }
    return best;
}

}  // namespace

std::optional<known_value> find_known_value(const rate_table& table, std::span<const currency_code> pivots,
                                      const currency_pair& pair, date day) {
    auto best = find_leg(table, pair, day);
    for (const auto pivot : pivots) {
        if (best && best->days_apart <= same_time_days) break;
        if (pivot == pair.base || pivot == pair.quote) continue;
        const auto first = find_leg(table, {pair.base, pivot}, day);
        const auto second = first ? find_leg(table, {pivot, pair.quote}, day) : std::nullopt;
        if (second) {
            keep_nearer(best, known_value{first->value * second->value, std::max(first->days_apart, second->days_apart),
                                          second->source.empty() ? first->day : second->day,
                                          second->source.empty() ? first->source : second->source});
        }
    }
    return best;
}

ratio distance(const ratio& a, const ratio& b) { return a > b ? a / b : b / a; }

}  // namespace outlay
