// csv_scan: where the cells and records of comma-separated text end (RFC 4180), 64 bytes at a time.
// Promises: a delimiter or a line end inside of double quotes is text; a double quote that does not open or close a
//   whole cell stops the scan, so that one slip costs one record.
// Leaves out: what the cells mean, and records that are not complete yet.
#pragma once

#include <outlay/columns/instruction_set.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace outlay {

/// Bytes that scan() may read past the text.
constexpr std::size_t csv_padding = 64;

struct csv_records {
    /// Offsets of the delimiters and line feeds that end a cell, in order; the first stands for the beginning of the
    /// text and is one less than 0. Room may be left at the end.
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> records;  ///< indices of their line feeds in `ends`; the first is 0, for the beginning
    std::size_t count = 0;               ///< of complete records
    std::size_t inner_lines = 0;         ///< line feeds inside of double quotes, of the records and what follows
    std::optional<std::size_t> stray_quote;  ///< after the records, if something is wrong there
    bool is_regular = false;                 ///< all records have as many cells as was expected
    bool ends_inside = false;                ///< the text ends inside of double quotes

    /// Records count from 0.
    [[nodiscard]] std::uint32_t begin(std::size_t record) const { return ends[records[record]] + 1; }
    [[nodiscard]] std::uint32_t line_end(std::size_t record) const { return ends[records[record + 1]]; }
    [[nodiscard]] std::size_t cells(std::size_t record) const { return records[record + 1] - records[record]; }
};

/// `text` begins with a record; what was found before is lost. Records of `columns` cells are expected (0: of any).
void scan(const char* text, std::size_t size, char delimiter, std::size_t columns, instruction_set instructions,
          csv_records& found);

}  // namespace outlay
