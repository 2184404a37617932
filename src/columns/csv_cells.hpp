// csv_cells: complete records as rows of cells, each with its line.
#pragma once

#include "columns/csv_header.hpp"
#include "columns/csv_input.hpp"

#include <algorithm>
#include <cstdint>

namespace outlay {

class csv_cells {
public:
    struct cell {
        const char* begin = nullptr;
        const char* end = nullptr;
        [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
    };

    /// A row without its line end.
    struct row {
        const char* text = nullptr;
        const std::uint32_t* ends = nullptr;  ///< of its cells; the one before them ends the row before
        std::size_t cells = 0;

        [[nodiscard]] const char* begin() const { return text + (ends[-1] + 1U); }
        /// The byte before a row is a line feed or padding, so an empty one needs no care.
        [[nodiscard]] const char* end() const {
            const auto* line_feed = text + ends[cells - 1];
            return line_feed - (line_feed[-1] == '\r');
        }
        [[nodiscard]] cell whole() const { return {begin(), end()}; }
        [[nodiscard]] cell at(std::size_t column) const {
            const auto* cell_ends = ends + column;
            return {text + (cell_ends[-1] + 1U), column + 1 == cells ? end() : text + *cell_ends};
        }
    };

    /// The cells of a column, row by row.
    class column_cells {
    public:
        column_cells(const char* text, const std::uint32_t* ends, std::size_t columns, bool is_last)
            : text_(text), ends_(ends), columns_(columns), is_last_(is_last) {}
        [[nodiscard]] cell next() {
            const auto* end = text_ + *ends_;
            end -= static_cast<std::ptrdiff_t>(is_last_ & (end[-1] == '\r'));
            const cell found{text_ + (ends_[-1] + 1U), end};
            ends_ += columns_;
            return found;
        }

    private:
        const char* text_;
        const std::uint32_t* ends_;
        std::size_t columns_;
        bool is_last_;
    };

    /// Rows of equal numbers of cells that follow each other.
    struct run {
        const char* text = nullptr;
        const std::uint32_t* ends = nullptr;  ///< as in a row
        std::size_t columns = 0;
        std::size_t rows = 0;

        [[nodiscard]] row at(std::size_t index) const { return {text, ends + index * columns, columns}; }
        [[nodiscard]] column_cells column(std::size_t index) const {
            return {text, ends + index, columns, index + 1 == columns};
        }
    };

    explicit csv_cells(const csv_input& input)
        : text_(input.text().data()), found_(input.found()), counted_lines_(input.line()), counted_(text_) {}

    [[nodiscard]] std::size_t rows() const { return found_.count; }
    [[nodiscard]] row at(std::size_t index) const {
        return {text_, found_.ends.data() + found_.records[index] + 1, found_.cells(index)};
    }
    /// The rows from `index` on that have so many columns; none if it has not.
    [[nodiscard]] run run_from(std::size_t index, std::size_t columns) const {
        auto end = found_.is_regular ? found_.count : index;
        while (end < found_.count && found_.cells(end) == columns) ++end;
        return {text_, found_.ends.data() + found_.records[index] + 1, columns, end - index};
    }
    /// With its line end.
    [[nodiscard]] std::string_view record(std::size_t index) const {
        return {text_ + found_.begin(index), found_.line_end(index) + std::size_t{1} - found_.begin(index)};
    }

    /// Of the beginning of a row. Rows are to be asked for in their order.
    [[nodiscard]] std::size_t line(std::size_t index) {
        const auto* begin = at(index).begin();
        counted_lines_ += static_cast<std::size_t>(std::count(counted_, begin, '\n'));
        counted_ = begin;
        return counted_lines_;
    }

private:
    const char* text_;
    const csv_records& found_;
    std::size_t counted_lines_;
    const char* counted_;
};

}  // namespace outlay
