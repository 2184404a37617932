// csv_header: the line of column names of a table that is to be converted.
// Promises: every name that is asked for is found once, or the error says what is near it.
#pragma once

#include <outlay/columns/csv_conversion.hpp>

#include "columns/csv_scan.hpp"

#include <optional>

namespace outlay {

struct csv_header {
    std::size_t columns = 0;
    std::size_t amount = 0;
    std::optional<std::size_t> currency;
    std::optional<std::size_t> date;
    std::string line;      ///< as it is written, without its end
    std::string line_end;  ///< "\n" or "\r\n"
};

/// `record` is the first of a text.
[[nodiscard]] result<csv_header> read_header(const csv_question& question, std::string_view text,
                                             const csv_records& found);

/// A cell as it is meant: without the quotes about it, two inside of it one.
[[nodiscard]] std::string cell_text(std::string_view written);
/// A cell as it has to be written.
[[nodiscard]] std::string quoted_cell(std::string_view text, char delimiter);

/// The place of text.substr(begin, end − begin), which begins in line `line`, within a record that begins at the
/// beginning of that line or before.
[[nodiscard]] place place_in_record(const std::string& source, std::size_t line, std::string_view record,
                                    std::size_t begin, std::size_t end);

}  // namespace outlay
