// ecb_csv: eurofxref-hist.csv: a line a day, the newest first, a column a currency, a comma at the end of each line.
#include "rates/import/formats.hpp"

#include <algorithm>

namespace outlay::importing {

namespace {

constexpr std::string_view layout = "ecb";
constexpr std::string_view no_value = "N/A";

struct column {
    std::size_t index = 0;
    std::size_t series = 0;
};

}  // namespace

bool is_ecb_csv(const std::vector<line_cell>& columns) {
    if (columns.size() < 2 || lower_case(trimmed(columns.front().text)) != "date") return false;
    return std::all_of(columns.begin() + 1, columns.end(), [](const line_cell& cell) {
        const auto text = trimmed(cell.text);
        return text.empty() || !currency_code(text).empty();
    });
}

void read_ecb_csv(csv_input& input) {
    auto& sink = input.sink;
    const auto* publisher = publisher_of(sink, layout, rate_period::day, input.lines.span(input.columns.front()));
    if (publisher == nullptr) return;
    const auto source = source_of(*publisher);
    std::vector<column> columns;
    for (std::size_t i = 1; i < input.columns.size(); ++i) {
        const auto& cell = input.columns[i];
        const auto where = input.lines.span(cell);
        if (trimmed(cell.text).empty()) continue;
        const auto code = sink.code(trimmed(cell.text), where);
        if (!code) continue;
        const auto series = sink.series(source, {publisher->base, *code}, rate_side::mid, where);
        const bool is_twice =
            std::any_of(columns.begin(), columns.end(), [&](const column& c) { return c.series == *series; });
        if (is_twice) sink.report("csv-column-twice", {{"column", code->text()}}, where);
        columns.push_back({i, *series});
    }
    for_each_row(input, [&](const std::vector<line_cell>& cells) {
        const auto day = sink.day(trimmed(cells.front().text), input.lines.span(cells.front()));
        if (!day) return;
        for (const auto& [index, series] : columns) {
            if (index >= cells.size()) continue;
            const auto text = trimmed(cells[index].text);
            if (text.empty() || text == no_value) continue;
            const auto where = input.lines.span(cells[index]);
            if (const auto value = sink.value(text, where)) sink.take(series, *day, *value, where);
        }
    });
}

}  // namespace outlay::importing
