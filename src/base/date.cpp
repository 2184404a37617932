// date: ISO 8601 days as text, and business days.
#include <outlay/base/date.hpp>

#include <array>
#include <cstdio>

namespace outlay {

namespace {

std::optional<unsigned> read_digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

}  // namespace

std::optional<date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = read_digits(text.substr(0, 4));
    const auto month = read_digits(text.substr(5, 2));
    const auto day = read_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const auto found = std::chrono::year{static_cast<int>(*year)} / std::chrono::month{*month} / std::chrono::day{*day};
    if (!found.ok()) return std::nullopt;
    return date{found};
}

std::string to_text(date day) {
    const std::chrono::year_month_day parts{day};
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(parts.year()),
                                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
    return {text.data(), static_cast<std::size_t>(length)};
}

bool is_weekend(date day) { return std::chrono::weekday{day}.iso_encoding() > 5; }

date add_business_days(date day, int count) {
    const std::chrono::days step{count < 0 ? -1 : 1};
    for (int left = count < 0 ? -count : count; left > 0;) {
        day += step;
        if (!is_weekend(day)) --left;
    }
    return day;
}

}  // namespace outlay
