// table: rows of cells as text that lines up, as Markdown and as CSV; and sentences folded to a width.
// Promises: aligns by display width (a Hangul syllable is two columns); the same cells give the same bytes.
// Leaves out: what the cells say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// What readable output fits into unless told, terminal or not: the same input gives the same bytes.
inline constexpr std::size_t text_width = 80;
/// Nothing is folded narrower, nor wider: longer lines are hard to read.
inline constexpr std::size_t least_width = 20;

enum class alignment { left, right };

struct table_column {
    std::string title;
    alignment side = alignment::left;
};

class table {
public:
    explicit table(std::vector<table_column> columns) : columns_(std::move(columns)) {}

    /// As many cells as there are columns, or fewer: the rest is empty.
    void add_row(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Display columns of a row, `gap` between its cells.
    [[nodiscard]] std::size_t width(std::size_t gap = 2) const;
    /// Display columns before a column.
    [[nodiscard]] std::size_t column_start(std::size_t column, std::size_t gap = 2) const;

    /// Lines that end without spaces, under a line of titles if any column has one.
    [[nodiscard]] std::string text(std::size_t indent = 0, std::size_t gap = 2) const;
    /// The same; but on a page that is narrower than text_width and than the table each row is lines of its own: the
    /// first cell, then the others, each behind its title.
    [[nodiscard]] std::string text_within(std::size_t width, std::size_t indent = 0) const;
    [[nodiscard]] std::string markdown() const;
    /// RFC 4180, with "\n" as line end.
    [[nodiscard]] std::string csv() const;

private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<table_column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// A cell as CSV writes it: in quotes where it needs them.
[[nodiscard]] std::string csv_cell_text(std::string_view cell);

/// `text` with spaces up to `width` display columns, on the right unless told.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width, alignment side = alignment::left);

/// `text` cut at its spaces into lines of at most `width` columns; a longer word stands alone.
[[nodiscard]] std::vector<std::string> folded(std::string_view text, std::size_t width);

/// At most `width` columns of the text; what was cut ends in "…".
[[nodiscard]] std::string clipped(std::string_view text, std::size_t width);

/// `lead`, then the text folded behind it: "(1) assumes that …" with the later lines indented to the text.
[[nodiscard]] std::string hanging(std::string_view lead, std::string_view text, std::size_t width);

/// Lines of a label and a text, the texts lined up and folded, or under their labels where the page is too narrow for
/// both. A line without a text is left out.
class label_list {
public:
    void add(std::string label, std::string text) {
        if (!text.empty()) entries_.push_back({std::move(label), std::move(text)});
    }
    [[nodiscard]] std::string text(std::size_t indent, std::size_t width) const;

private:
    struct entry {
        std::string label;
        std::string words;
    };
    std::vector<entry> entries_;
};

}  // namespace outlay
