#include <outlay/expression/unit_product.hpp>

#include <outlay/scenario/scenario.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view time_dimension = "time";
constexpr std::string_view power_dimension = "power";
constexpr int hours_per_year = 8766;  // 365.25 days

/// Watts with or without a prefix of the SI; nothing for another unit.
std::optional<ratio> watts_per(std::string_view unit) {
    if (unit.empty() || unit.back() != 'W' || unit.size() > 2) return std::nullopt;
    if (unit.size() == 1) return ratio(1);
    constexpr std::string_view prefixes = "kMGT";
    const auto at = prefixes.find(unit.front());
    if (at == std::string_view::npos) return std::nullopt;
    return ratio(power_of_ten(3 * (static_cast<int>(at) + 1)));
}

std::optional<ratio> years_of(std::string_view unit) {
    if (unit == "hour") return ratio(1) / hours_per_year;
    return years_per(unit);
}

std::string_view dimension_of(std::string_view unit) {
    if (years_of(unit)) return time_dimension;
    return watts_per(unit) ? power_dimension : unit;
}

/// Money first, time last, the others by name between them: USD/job-year.
auto order_of(const unit_part& part) {
    const int group = part.dimension == money_dimension ? 0 : part.dimension == time_dimension ? 2 : 1;
    return std::pair(group, std::string_view(part.dimension));
}

}  // namespace

unit_product unit_product::of(currency_code currency) {
    unit_product made;
    if (!currency.empty()) made.add({std::string(money_dimension), std::string(currency.text()), 1});
    return made;
}

unit_product unit_product::of(std::string_view unit) {
    unit_product made;
    if (!unit.empty()) made.add({std::string(dimension_of(unit)), std::string(unit), 1});
    return made;
}

void unit_product::add(unit_part part) {
    const auto at = std::ranges::find(parts_, part.dimension, &unit_part::dimension);
    if (at == parts_.end()) {
        parts_.push_back(std::move(part));
        std::ranges::sort(parts_, {}, order_of);
        return;
    }
    at->power += part.power;
    if (at->power == 0) parts_.erase(at);
}

const unit_part* unit_product::find(std::string_view dimension) const {
    const auto at = std::ranges::find(parts_, dimension, &unit_part::dimension);
    return at == parts_.end() ? nullptr : &*at;
}

currency_code unit_product::currency() const {
    const auto* money = find(money_dimension);
    return money == nullptr ? currency_code{} : currency_code(money->unit);
}

bool unit_product::conforms_to(const unit_product& other) const {
    return std::ranges::equal(parts_, other.parts_, [](const unit_part& a, const unit_part& b) {
        return a.dimension == b.dimension && a.power == b.power;
    });
}

unit_product unit_product::inverse() const {
    auto made = *this;
    for (auto& part : made.parts_) part.power = -part.power;
    return made;
}

unit_product operator*(const unit_product& a, const unit_product& b) {
    auto made = a;
    for (const auto& part : b.parts_) made.add(part);
    return made;
}

unit_product unit_product::with_unit(std::string_view dimension, std::string_view unit) const {
    auto made = *this;
    for (auto& part : made.parts_)
        if (part.dimension == dimension) part.unit = unit;
    return made;
}

std::string unit_product::joined(std::string unit_part::* what) const {
    std::string above;
    std::string below;
    for (const auto& part : parts_) {
        auto& side = part.power > 0 ? above : below;
        if (!side.empty()) side += '-';
        side += part.*what;
        const int power = part.power > 0 ? part.power : -part.power;
        if (power > 1) side += '^' + std::to_string(power);
    }
    return below.empty() ? above : above + '/' + below;
}

std::string unit_product::text() const { return joined(&unit_part::unit); }
std::string unit_product::dimension_text() const { return joined(&unit_part::dimension); }

std::optional<ratio> unit_factor(std::string_view from, std::string_view to) {
    if (from == to) return ratio(1);
    const auto years_from = years_of(from);
    const auto years_to = years_of(to);
    if (years_from && years_to) return ratio(*years_from / *years_to);
    const auto watts_from = watts_per(from);
    const auto watts_to = watts_per(to);
    if (watts_from && watts_to) return ratio(*watts_from / *watts_to);
    return std::nullopt;
}

}  // namespace outlay
