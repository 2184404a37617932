#include <outlay/economy/indicator.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 8> names{"gdp",       "population",      "employment",         "ppp",
                                                "inflation", "consumer-prices", "deflator-inflation", "gdp-deflator"};

auto key_of(const observation& o) { return std::tuple(o.what, o.economy, int{o.year}); }

}  // namespace

std::string_view to_text(indicator what) { return names[static_cast<std::size_t>(what)]; }

std::optional<indicator> read_indicator(std::string_view text) {
    const auto* found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<indicator>(found - names.begin());
}

const observation* indicator_table::find(indicator what, economy_code economy, int year) const {
    const auto key = std::tuple(what, economy, year);
    const auto found = std::lower_bound(observations_.begin(), observations_.end(), key,
                                        [](const observation& o, const auto& wanted) { return key_of(o) < wanted; });
    return found != observations_.end() && key_of(*found) == key ? &*found : nullptr;
}

std::span<const observation> indicator_table::years(indicator what, economy_code economy) const {
    const auto key = std::tuple(what, economy);
    const auto begin = std::partition_point(observations_.begin(), observations_.end(),
                                            [&](const observation& o) { return std::tuple(o.what, o.economy) < key; });
    const auto end = std::partition_point(begin, observations_.end(),
                                          [&](const observation& o) { return std::tuple(o.what, o.economy) == key; });
    return {begin, end};
}

}  // namespace outlay
