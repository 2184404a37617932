#include <outlay/figures/figure.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace outlay {

namespace {

template <class E, std::size_t N>
using names = std::array<std::pair<std::string_view, E>, N>;

constexpr names<figure_kind, 7> kind_names{{
    {"money", figure_kind::money}, {"jobs", figure_kind::jobs}, {"duration", figure_kind::duration},
    {"date", figure_kind::date}, {"power", figure_kind::power}, {"accelerators", figure_kind::accelerators},
    {"count", figure_kind::count},
}};
constexpr names<qualifier, 11> qualifier_names{{
    {"exact", qualifier::exact}, {"about", qualifier::about}, {"at_most", qualifier::at_most},
    {"at_least", qualifier::at_least}, {"below", qualifier::below}, {"above", qualifier::above},
    {"nearly", qualifier::nearly}, {"just_over", qualifier::just_over}, {"band", qualifier::band},
    {"range", qualifier::range}, {"several", qualifier::several},
}};
constexpr names<per_unit, 11> per_names{{
    {"", per_unit::none}, {"year", per_unit::year}, {"quarter", per_unit::quarter}, {"month", per_unit::month},
    {"week", per_unit::week}, {"day", per_unit::day}, {"hour", per_unit::hour}, {"job", per_unit::job},
    {"gigawatt", per_unit::gigawatt}, {"megawatt", per_unit::megawatt}, {"accelerator", per_unit::accelerator},
}};

template <class E, std::size_t N>
std::string_view name_of(const names<E, N>& table, E value) {
    return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.second == value; })->first;
}

template <class E, std::size_t N>
std::optional<E> value_of(const names<E, N>& table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
    if (found == table.end()) return std::nullopt;
    return found->second;
}

/// The size of the place of the last non-zero digit: 700조 → 100조, 1430 → 10.
decimal band_step(const decimal& x) { return x.normalized().last_place(); }

}  // namespace

std::string_view to_text(figure_kind kind) { return name_of(kind_names, kind); }
std::optional<figure_kind> parse_figure_kind(std::string_view text) { return value_of(kind_names, text); }
std::string_view to_text(qualifier q) { return name_of(qualifier_names, q); }
std::optional<qualifier> parse_qualifier(std::string_view text) { return value_of(qualifier_names, text); }
std::string_view to_text(per_unit per) { return name_of(per_names, per); }
std::optional<per_unit> parse_per_unit(std::string_view text) { return value_of(per_names, text); }

interval<decimal> bounds_of(qualifier q, const decimal& x) {
    const bool mirrored = x.sign() < 0 && (q == qualifier::band || q == qualifier::several);
    if (mirrored) {  // "minus several billion": between −9 and −2 billion
        const auto above_zero = bounds_of(q, -x);
        return {-*above_zero.high, -*above_zero.low, std::nullopt, above_zero.high_open, above_zero.low_open};
    }
    switch (q) {
        case qualifier::at_most: return {std::nullopt, x, std::nullopt, false, false};
        case qualifier::below: return {std::nullopt, x, std::nullopt, false, true};
        case qualifier::at_least: return {x, std::nullopt, std::nullopt, false, false};
        case qualifier::above: return {x, std::nullopt, std::nullopt, true, false};
        case qualifier::nearly: return {std::nullopt, x, x, false, true};
        case qualifier::just_over: return {x, std::nullopt, x, true, false};
        case qualifier::band: return {x, x + band_step(x), std::nullopt, false, true};
        case qualifier::several: return {x * decimal(2), x * decimal(9), std::nullopt, false, false};
        default: return interval<decimal>::point(x);
    }
}

}  // namespace outlay
