// line_reader: a stream of bytes as numbered lines, and lines as cells.
// Promises: holds one line at a time; a line of more than a megabyte is an error, not memory.
// Leaves out: what the cells mean.
#pragma once

#include "rates/import/byte_stream.hpp"

#include <outlay/base/diagnostic.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace outlay::importing {

/// Bytes of a line of a text.
struct text_span {
    const std::string* file = nullptr;
    std::size_t line = 0;   ///< from 1
    std::string_view text;  ///< of the line, or as much of it as is known
    std::size_t begin = 0;
    std::size_t end = 0;
};
[[nodiscard]] place place_of(const text_span& where);

/// A cell of a line, as it is meant, and where it stands.
struct line_cell {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class line_reader {
public:
    static constexpr std::size_t longest_line = std::size_t{1} << 20U;
    static constexpr std::size_t most_cells = 10000;

    /// `start`: bytes that were taken from the stream already.
    line_reader(byte_stream& stream, std::string_view start);

    /// False at the end. Throws line-too-long, not-utf8, import-encoding.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view line() const { return line_; }  ///< without its end
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] bool has_end() const { return has_end_; }  ///< false for a last line without a line end
    [[nodiscard]] text_span span(std::size_t begin, std::size_t end) const;
    [[nodiscard]] text_span span(const line_cell& cell) const { return span(cell.begin, cell.end); }

    /// The cells of the line, by RFC 4180; a cell may not run over a line end. False if it cannot be split, with the
    /// reason added: csv-quote-open, csv-quote-stray, line-too-many-cells.
    [[nodiscard]] bool split(std::vector<line_cell>& cells, diagnostics& problems);

private:
    [[nodiscard]] bool refill();
    void check(std::string_view line) const;
    [[noreturn]] void fail(std::string_view id, std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool split_quoted(std::size_t& at, line_cell& cell, diagnostics& problems);

    byte_stream& stream_;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< of the next line, in the buffer
    std::string_view line_;
    std::size_t number_ = 0;
    bool has_end_ = true;
    bool is_over_ = false;
    std::vector<std::string> unquoted_;  ///< cells with doubled quotes, as they are meant
};

}  // namespace outlay::importing
