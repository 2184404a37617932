// fiscal_calendar: whose "fiscal 2025" is which days.
// Promises: rows are data (config/calendars.csv).
// Leaves out: calendar years, which need no name.
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/base/csv.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace outlay {

/// A row of config/calendars.csv.
struct fiscal_calendar {
    std::string_view name;          ///< "us-federal"
    unsigned first_month = 1;
    unsigned first_day = 1;
    bool named_by_end = false;      ///< fiscal 2025 is the year that ends in 2025, else the one that begins in it
    std::string_view title;
    std::string_view source;
};
[[nodiscard]] std::span<const fiscal_calendar> embedded_calendars();  ///< sorted by name

/// From its first day to its last.
[[nodiscard]] date_span fiscal_year(const fiscal_calendar& calendar, int year);

/// Errors: calendar-day-malformed, calendar-naming-unknown.
[[nodiscard]] result<std::vector<fiscal_calendar>> read_calendars(const source& text, const csv_table& table);

}  // namespace outlay
