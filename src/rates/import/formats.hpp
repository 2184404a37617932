// formats: one reader for each way in which publishers lay out their rates.
// Promises: a reader takes what it knows and reports all else; it is told from the others by the first line of columns.
// Leaves out: archives, and what becomes of the quotes (quote_sink.hpp).
#pragma once

#include "rates/import/line_reader.hpp"
#include "rates/import/quote_sink.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::importing {

/// The lines above the columns of a plain file: "# source: …".
using header_lines = std::map<std::string, std::string, std::less<>>;

/// What a reader of lines starts with: it stands on the line of columns.
struct csv_input {
    line_reader& lines;
    std::vector<line_cell> columns;
    header_lines header;
    quote_sink& sink;
};

/// A layout of CSV: its name, whether these columns are its own, and its reader.
struct csv_format {
    std::string_view name;
    bool (*is_it)(const std::vector<line_cell>& columns);
    void (*read)(csv_input& input);
};

[[nodiscard]] bool is_ecb_csv(const std::vector<line_cell>& columns);
void read_ecb_csv(csv_input& input);
[[nodiscard]] bool is_fred_csv(const std::vector<line_cell>& columns);
void read_fred_csv(csv_input& input);
[[nodiscard]] bool is_bis_csv(const std::vector<line_cell>& columns);
void read_bis_csv(csv_input& input);
[[nodiscard]] bool is_plain_csv(const std::vector<line_cell>& columns);
void read_plain_csv(csv_input& input);

/// eurofxref-daily.xml and the file of 90 days.
void read_ecb_xml(byte_stream& stream, std::string_view start, quote_sink& sink);

/// Calls `read` with the cells of each further line that is not blank. A line of another length than the line of columns
/// is reported; a last cell that is empty counts for nothing, on either side.
template <class Read>
void for_each_row(csv_input& input, Read read) {
    std::vector<line_cell> cells;
    const auto without_last = [](const std::vector<line_cell>& row) {
        return row.size() - (row.size() > 1 && row.back().text.empty() ? 1 : 0);
    };
    const auto columns = without_last(input.columns);
    while (input.lines.next()) {
        if (trimmed(input.lines.line()).empty()) continue;
        diagnostics problems;
        if (!input.lines.split(cells, problems)) {
            for (auto& problem : problems) input.sink.report(std::move(problem));
            continue;
        }
        if (cells.size() != input.columns.size() && without_last(cells) != columns) {
            input.sink.report("csv-row-length",
                              {{"row", std::string(cells.front().text.substr(0, 40))},
                               {"found", std::to_string(cells.size())},
                               {"columns", std::to_string(input.columns.size())}},
                              input.lines.span(0, input.lines.line().size()));
            continue;
        }
        read(cells);
    }
}

}  // namespace outlay::importing
