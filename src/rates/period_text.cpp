#include "rates/period_text.hpp"

#include <array>
#include <charconv>

namespace outlay {

namespace {

constexpr std::size_t year_digits = 4;
constexpr unsigned months_of_a_quarter = 3;

/// One or two digits.
std::optional<unsigned> read_number(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

date last_day_of(date day, rate_period period) {
    const std::chrono::year_month_day parts{day};
    const auto month = static_cast<unsigned>(parts.month());
    switch (period) {
        case rate_period::month: return parts.year() / parts.month() / std::chrono::last;
        case rate_period::quarter: {
            const auto third = (month + months_of_a_quarter - 1) / months_of_a_quarter * months_of_a_quarter;
            return parts.year() / std::chrono::month{third} / std::chrono::last;
        }
        case rate_period::year: return parts.year() / std::chrono::December / std::chrono::last;
        case rate_period::day: break;
    }
    return day;
}

std::optional<written_period> read_written_period(std::string_view text) {
    auto period = rate_period::year;
    unsigned month = 1;
    if (text.size() > year_digits) {
        const bool is_quarter = text.substr(year_digits).starts_with("-Q");
        const std::size_t mark = is_quarter ? 2 : 1;
        const std::size_t digits = is_quarter ? 1 : 2;
        if (text[year_digits] != '-' || text.size() != year_digits + mark + digits) return std::nullopt;
        const auto number = read_number(text.substr(year_digits + mark));
        if (!number || *number == 0) return std::nullopt;
        period = is_quarter ? rate_period::quarter : rate_period::month;
        month = is_quarter ? *number * months_of_a_quarter : *number;
    }
    // parse_date() judges the year and the month.
    constexpr unsigned ten = 10;
    const std::string digits{static_cast<char>('0' + month / ten % ten), static_cast<char>('0' + month % ten)};
    const auto first = month < 100 ? parse_date(std::string(text.substr(0, year_digits)) + "-" + digits + "-01") : std::nullopt;
    if (!first) return std::nullopt;
    return written_period{last_day_of(*first, period), period};
}

}  // namespace outlay
