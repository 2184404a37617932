#include "report/log_bars.hpp"

#include <outlay/scenario/scenario_input.hpp>

#include "analysis/sampling.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view full_block = "\xE2\x96\x88";

/// The end of a range that is farther from zero stands for it.
std::optional<double> logarithm_of(const metric& value) {
    if (!value.known()) return std::nullopt;
    const auto shown = representative(value.value);
    const auto& size = shown ? shown : value.value.high;
    if (!size || *size <= 0) return std::nullopt;
    return sampling::natural_logarithm(size->convert_to<double>());
}

}  // namespace

void log_bars::add(const metric& value) {
    const auto size = logarithm_of(value);
    if (!size) return;
    least_ = least_ ? std::min(*least_, *size) : size;
    most_ = most_ ? std::max(*most_, *size) : size;
}

std::string log_bars::bar(const metric& value, std::size_t room) const {
    const auto size = logarithm_of(value);
    if (!size || !least_ || room == 0) return {};
    const double share = *most_ > *least_ ? (*size - *least_) / (*most_ - *least_) : 1;
    const auto blocks = 1 + static_cast<std::size_t>(share * static_cast<double>(room - 1) + 0.5);
    std::string out;
    for (std::size_t i = 0; i < blocks; ++i) out += full_block;
    return out;
}

}  // namespace outlay
