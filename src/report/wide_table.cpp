#include "report/wide_table.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t gap = 2;

std::string without_end_spaces(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

}  // namespace

std::vector<std::size_t> wide_table::widths() const {
    std::vector<std::size_t> out(titles_.size(), 0);
    for (const auto& row : rows_)
        for (std::size_t c = 0; c < row.size(); ++c) out[c] = std::max(out[c], display_width(row[c]));
    for (std::size_t c = 0; c < titles_.size(); ++c) {
        const auto wanted = std::max(out[c], least_title_);
        for (const auto& line : folded(titles_[c], wanted)) out[c] = std::max(out[c], display_width(line));
    }
    return out;
}

std::string wide_table::block(const std::vector<std::size_t>& columns, const std::vector<std::size_t>& widths) const {
    std::vector<std::vector<std::string>> heads;
    std::size_t height = 0;
    for (const auto c : columns) height = std::max(height, heads.emplace_back(folded(titles_[c], widths[c])).size());
    std::string out;
    const auto line = [&](auto cell_at) {
        std::string text;
        for (std::size_t k = 0; k < columns.size(); ++k) {
            if (k != 0) text.append(gap, ' ');
            text += padded(cell_at(k), widths[columns[k]], side_of(columns[k]));
        }
        out += without_end_spaces(std::move(text));
    };
    for (std::size_t i = 0; i < height; ++i)
        line(
            [&](std::size_t k) { return i + heads[k].size() >= height ? heads[k][i + heads[k].size() - height] : ""; });
    for (const auto& row : rows_)
        line([&](std::size_t k) { return columns[k] < row.size() ? row[columns[k]] : std::string{}; });
    return out;
}

std::string wide_table::text(std::size_t page) const {
    const auto width = widths();
    std::vector<std::size_t> repeated;
    std::size_t begin_width = 0;
    for (std::size_t c = 0; c < repeated_; ++c) {
        repeated.push_back(c);
        begin_width += width[c] + (c == 0 ? 0 : gap);
    }
    std::string out;
    std::size_t next = repeated_;
    while (next < titles_.size()) {
        auto columns = repeated;
        auto used = begin_width;
        do {
            used += gap + width[next];
            columns.push_back(next++);
        } while (next < titles_.size() && used + gap + width[next] <= page);
        out += (out.empty() ? "" : "\n") + block(columns, width);
    }
    return out;
}

table wide_table::plain() const {
    std::vector<table_column> columns;
    for (const auto& title : titles_) columns.push_back({title, side_of(columns.size())});
    table out(std::move(columns));
    for (const auto& row : rows_) out.add_row(row);
    return out;
}

}  // namespace outlay
