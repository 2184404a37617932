// wide_table: a table that may have more columns than a page: those that do not fit stand in further blocks below.
// Promises: at most as many columns as asked for where one column fits; titles are folded, by display width, over their cells.
// Leaves out: what the cells say; other forms than text (report/table.hpp).
#pragma once

#include <outlay/report/table.hpp>

#include <string>
#include <vector>

namespace outlay {

class wide_table {
public:
    /// The first `repeated` columns stand in every block; numbers by nature, unless they are names.
    wide_table(std::vector<std::string> titles, std::size_t repeated, alignment repeated_side = alignment::right,
               std::size_t least_title = 14)
        : titles_(std::move(titles)), repeated_(repeated), repeated_side_(repeated_side), least_title_(least_title) {}

    void add_row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] std::string text(std::size_t page) const;
    /// The same cells, unfolded, for Markdown.
    [[nodiscard]] table plain() const;

private:
    [[nodiscard]] alignment side_of(std::size_t column) const {
        return column < repeated_ ? repeated_side_ : alignment::right;
    }
    [[nodiscard]] std::vector<std::size_t> widths() const;
    [[nodiscard]] std::string block(const std::vector<std::size_t>& columns,
                                    const std::vector<std::size_t>& widths) const;

    std::vector<std::string> titles_;
    std::size_t repeated_;
    alignment repeated_side_;
    std::size_t least_title_;  ///< titles are not folded narrower than that
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace outlay
