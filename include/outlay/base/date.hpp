// date: a day of the Gregorian calendar, and spans of days.
// Promises: plain values; nothing here knows today.
// Leaves out: times of day and time zones.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace outlay {

using date = std::chrono::sys_days;

/// Both ends included: the days a text can mean ("September last year").
struct date_span {
    date first;
    date last;
    bool operator==(const date_span&) const = default;
};

[[nodiscard]] constexpr date make_date(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

/// "2025-01-22"; nothing if it is not a day that exists.
[[nodiscard]] std::optional<date> parse_date(std::string_view text);
[[nodiscard]] std::string to_text(date day);
[[nodiscard]] bool is_weekend(date day);
/// `count` business days (Monday to Friday) later, or earlier if negative.
[[nodiscard]] date add_business_days(date day, int count);

}  // namespace outlay
