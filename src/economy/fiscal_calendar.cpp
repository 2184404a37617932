#include <outlay/economy/fiscal_calendar.hpp>

#include <charconv>
#include <optional>
#include <string>

namespace outlay {

namespace {

/// "10-01" as month and day; nothing if no year has that day.
std::optional<std::chrono::year_month_day> read_first_day(std::string_view text) {
    constexpr std::string_view leap_year = "2024-";
    const auto day = parse_date(std::string(leap_year).append(text));
    if (!day || text.size() != 5) return std::nullopt;
    return std::chrono::year_month_day(*day);
}

}  // namespace

date_span fiscal_year(const fiscal_calendar& calendar, int year) {
    const bool is_calendar_year = calendar.first_month == 1 && calendar.first_day == 1;
    const int begin = year - (calendar.named_by_end && !is_calendar_year ? 1 : 0);
    const date first = make_date(begin, calendar.first_month, calendar.first_day);
    return {first, make_date(begin + 1, calendar.first_month, calendar.first_day) - std::chrono::days(1)};
}

result<std::vector<fiscal_calendar>> read_calendars(const source& text, const csv_table& table) {
    std::vector<fiscal_calendar> rows;
    diagnostics problems;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& begins = table.cell(row, "begins");
        const auto& named = table.cell(row, "named_by");
        const auto first = read_first_day(begins.text);
        if (!first)
            problems.push_back(make_diagnostic("calendar-day-malformed", {{"text", begins.text}},
                                               text.at(begins.begin, begins.end)));
        if (named.text != "start" && named.text != "end")
            problems.push_back(make_diagnostic("calendar-naming-unknown", {{"text", named.text}},
                                               text.at(named.begin, named.end)));
        if (!first) continue;
        rows.push_back({table.cell(row, "name").text, static_cast<unsigned>(first->month()),
                        static_cast<unsigned>(first->day()), named.text == "end", table.cell(row, "title").text,
                        table.cell(row, "source").text});
    }
    if (!problems.empty()) return problems;
    return rows;
}

}  // namespace outlay
