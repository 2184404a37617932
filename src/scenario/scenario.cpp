#include <outlay/scenario/scenario.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 8> names{"unstated",   "aspired", "announced", "committed",
                                                "contracted", "spent",   "operating", "cancelled"};

}  // namespace

std::string_view to_text(stage value) { return names[static_cast<std::size_t>(value)]; }

std::optional<stage> parse_stage(std::string_view text) {
    const auto* found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<stage>(found - names.begin());
}

std::span<const std::string_view> stage_names() { return names; }

std::optional<ratio> years_per(std::string_view unit) {
    // The calendar's mean year of 365.25 days, as in days of spending.
    if (unit == "year") return ratio(1);
    if (unit == "decade") return ratio(10);
    if (unit == "quarter") return ratio(1) / 4;
    if (unit == "month") return ratio(1) / 12;
    if (unit == "week") return ratio(28) / 1461;
    if (unit == "day") return ratio(4) / 1461;
    return std::nullopt;
}

}  // namespace outlay
