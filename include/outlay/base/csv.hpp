// csv: tables of facts as comma-separated text (RFC 4180) that opens with "# key: value" lines.
// Promises: every cell knows its bytes; a malformed row is an error with its place; all errors in one pass.
// Leaves out: what the columns mean.
#pragma once

#include <outlay/base/result.hpp>
#include <outlay/base/source.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

struct csv_cell {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct csv_table {
    std::map<std::string, std::string, std::less<>> header;  ///< the "# key: value" lines
    std::vector<csv_cell> columns;
    std::vector<std::vector<csv_cell>> rows;  ///< each as long as `columns`

    /// The cell of a row in the column of that name; an empty one if the table lacks the column.
    [[nodiscard]] const csv_cell& cell(std::size_t row, std::string_view column) const;
    [[nodiscard]] bool has(std::string_view column) const;
};

/// Errors: csv-unknown-column (with a near miss), csv-missing-column, csv-column-twice, csv-row-length, csv-quote-open,
/// csv-quote-stray, csv-no-columns, not-utf8. `required` and `optional` name the columns that may stand there. Blank lines
/// are skipped; a byte order mark is no text. A header key that comes twice holds both texts, a line each.
[[nodiscard]] result<csv_table> read_csv(const source& text, const std::vector<std::string_view>& required,
                                         const std::vector<std::string_view>& optional = {});

}  // namespace outlay
