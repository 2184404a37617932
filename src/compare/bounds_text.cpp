#include "compare/bounds_text.hpp"

#include <outlay/base/message.hpp>
#include <outlay/number/rounding.hpp>

namespace outlay {

namespace {

constexpr std::string_view about_sign = "\xE2\x89\x88 ";
constexpr std::string_view at_most_sign = "\xE2\x89\xA4 ";
constexpr std::string_view at_least_sign = "\xE2\x89\xA5 ";

std::string signed_text(std::string_view sign, const ratio& value) { return std::string(sign) + legible_text(value); }

}  // namespace

std::string legible_text(const ratio& value) {
    constexpr std::size_t longest = 100;
    constexpr int digits = 20;
    std::string text = exact_text(value);
    if (text.size() <= longest) return text;
    return round_significant(value, digits, rounding_mode::half_even).text() + "\xE2\x80\xA6";
}

/// A reason may be the id of an error too, whose sentence is about more than the reason.
std::string reason_words(const std::string& id) {
    const std::string_view words = message_pattern(id + ".reason");
    return words.empty() ? message(id) : std::string(words);
}

std::string bounds_text(const interval<ratio>& value, qualifier q) {
    if (value.is_point()) return signed_text(q == qualifier::exact ? "" : about_sign, *value.low);
    if (value.low && value.high)
        return (value.low_open ? "(" : "[") + legible_text(*value.low) + ", " + legible_text(*value.high) +
               (value.high_open ? ")" : "]");
    if (value.high) return signed_text(value.high_open ? "< " : at_most_sign, *value.high);
    if (value.low) return signed_text(value.low_open ? "> " : at_least_sign, *value.low);
    return value.central ? signed_text(about_sign, *value.central) : std::string{};
}

std::string metric_text(const metric& value) {
    if (value.known()) return bounds_text(value.value, value.qualifier) + (value.unit.empty() ? "" : " ") + value.unit;
    std::string reasons;
    for (const std::string& reason : value.missing) (reasons += reasons.empty() ? "" : ", ") += reason_words(reason);
    return message("unknown-because", {{"reasons", reasons}});
}

}  // namespace outlay
