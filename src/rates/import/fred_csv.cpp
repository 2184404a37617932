// fred_csv: series of the Federal Reserve as FRED serves them: a line a day, month or year, a column a series. A month and
// a year are dated by their first day.
#include "rates/import/formats.hpp"

#include <outlay/base/suggestion.hpp>

#include "rates/period_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace outlay::importing {

namespace {

constexpr std::string_view layout = "fred";
constexpr std::string_view no_value = ".";
constexpr std::array<std::string_view, 2> day_columns{"date", "observation_date"};

struct column {
    std::size_t index = 0;
    std::size_t series = 0;
    rate_period period = rate_period::day;
};

void report_unknown(csv_input& input, std::string_view name, const text_span& where) {
    std::vector<std::string_view> codes;
    for (const auto& row : input.sink.facts().series_codes) codes.push_back(row.code);
    auto problem = make_diagnostic("fred-series-unknown", {{"series", name}}, place_of(where));
    problem.near = near_misses(name, codes);
    input.sink.report(std::move(problem));
}

std::optional<column> read_column(csv_input& input, std::size_t index) {
    auto& sink = input.sink;
    const auto& cell = input.columns[index];
    const auto where = input.lines.span(cell);
    const auto* code = find_series_code(sink.facts().series_codes, trimmed(cell.text));
    if (code == nullptr) {
        report_unknown(input, trimmed(cell.text), where);
        return std::nullopt;
    }
    const auto* publisher = find_publisher(sink.facts().publishers, code->publisher);
    if (publisher == nullptr) {
        sink.report("rate-publisher-unknown", {{"source", code->publisher}}, where);
        return std::nullopt;
    }
    return column{index, *sink.series(source_of(*publisher), code->pair, rate_side::mid, where), code->period};
}

}  // namespace

bool is_fred_csv(const std::vector<line_cell>& columns) {
    const auto first = lower_case(trimmed(columns.front().text));
    return columns.size() >= 2 && std::find(day_columns.begin(), day_columns.end(), first) != day_columns.end() &&
           !is_ecb_csv(columns) && !is_plain_csv(columns);
}

void read_fred_csv(csv_input& input) {
    auto& sink = input.sink;
    if (publisher_of(sink, layout, rate_period::day, input.lines.span(input.columns.front())) == nullptr) return;
    std::vector<column> columns;
    for (std::size_t i = 1; i < input.columns.size(); ++i) {
        if (trimmed(input.columns[i].text).empty()) continue;
        const auto read = read_column(input, i);
        if (!read) continue;
        const bool is_twice =
            std::any_of(columns.begin(), columns.end(), [&](const column& c) { return c.series == read->series; });
        if (is_twice)
            sink.report("csv-column-twice", {{"column", trimmed(input.columns[i].text)}},
                        input.lines.span(input.columns[i]));
        columns.push_back(*read);
    }
    for_each_row(input, [&](const std::vector<line_cell>& cells) {
        const auto day = sink.day(trimmed(cells.front().text), input.lines.span(cells.front()));
        if (!day) return;
        for (const auto& [index, series, period] : columns) {
            if (index >= cells.size()) continue;
            const auto text = trimmed(cells[index].text);
            if (text.empty() || text == no_value) continue;
            const auto where = input.lines.span(cells[index]);
            if (const auto value = sink.value(text, where)) sink.take(series, last_day_of(*day, period), *value, where);
        }
    });
}

}  // namespace outlay::importing
