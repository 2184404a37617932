#include <outlay/report/table.hpp>

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

void drop_trailing_spaces(std::string& line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
}

std::string markdown_cell(std::string_view cell) {
    std::string escaped;
    for (const char c : cell) {
        if (c == '|' || c == '\\') escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    return escaped;
}

}  // namespace

std::string csv_cell_text(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string padded(std::string_view text, std::size_t width, alignment side) {
    const auto used = display_width(text);
    const std::string spaces(used < width ? width - used : 0, ' ');
    return side == alignment::left ? std::string(text) + spaces : spaces + std::string(text);
}

std::string clipped(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    std::size_t end = 0;
    std::size_t used = 0;
    for (auto point = decode_at(text, end); point.length != 0; point = decode_at(text, end)) {
        const auto columns = display_width(point.value);
        if (used + columns + 1 > width) break;
        used += columns;
        end += point.length;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> folded(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto needed = display_width(word);
        if (!line.empty() && used + 1 + needed > width) {
            const auto number = word == "%" ? line.rfind(' ') : std::string::npos;  // a percent sign stays with its number
            auto kept = number == std::string::npos ? std::string{} : line.substr(number + 1);
            if (number != std::string::npos) line.resize(number);
            lines.push_back(std::move(line));
            line = std::move(kept);
            used = display_width(line);
        }
        if (!line.empty()) {
            line += ' ';
            ++used;
        }
        line += word;
        used += needed;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string hanging(std::string_view lead, std::string_view text, std::size_t width) {
    const auto indent = display_width(lead);
    std::string result(lead);
    const auto lines = folded(text, width > indent ? width - indent : 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 0) result.append(indent, ' ');
        result += lines[i];
        result += '\n';
    }
    if (lines.empty()) result += '\n';
    return result;
}

void table::add_row(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> table::widths() const {
    std::vector<std::size_t> widest(columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        widest[c] = display_width(columns_[c].title);
        for (const auto& row : rows_) widest[c] = std::max(widest[c], display_width(row[c]));
    }
    return widest;
}

std::size_t table::width(std::size_t gap) const {
    std::size_t total = columns_.empty() ? 0 : gap * (columns_.size() - 1);
    for (const auto column : widths()) total += column;
    return total;
}

std::size_t table::column_start(std::size_t column, std::size_t gap) const {
    const auto all = widths();
    std::size_t start = 0;
    for (std::size_t c = 0; c < column; ++c) start += all[c] + gap;
    return start;
}

std::string table::text(std::size_t indent, std::size_t gap) const {
    const auto widest = widths();
    std::string result;
    const auto add_line = [&](auto cell_at) {
        std::string line(indent, ' ');
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c != 0) line.append(gap, ' ');
            line += padded(cell_at(c), widest[c], columns_[c].side);
        }
        drop_trailing_spaces(line);
        result += line;
        result += '\n';
    };
    if (std::ranges::any_of(columns_, [](const table_column& c) { return !c.title.empty(); }))
        add_line([&](std::size_t c) -> std::string_view { return columns_[c].title; });
    for (const auto& row : rows_) add_line([&](std::size_t c) -> std::string_view { return row[c]; });
    return result;
}

std::string table::text_within(std::size_t width, std::size_t indent) const {
    if (rows_.empty() || width >= text_width || indent + this->width() <= width) return text(indent);
    std::string result;
    for (const auto& row : rows_) {
        result += hanging(std::string(indent, ' '), row.front(), width);
        label_list cells;
        for (std::size_t c = 1; c < row.size(); ++c) cells.add(columns_[c].title, row[c]);
        result += cells.text(indent + 2, width);
    }
    return result;
}

std::string table::markdown() const {
    std::string result = "|";
    for (const auto& column : columns_) result += " " + markdown_cell(column.title) + " |";
    result += "\n|";
    for (const auto& column : columns_) result += column.side == alignment::left ? " --- |" : " ---: |";
    result += "\n";
    for (const auto& row : rows_) {
        result += "|";
        for (const auto& cell : row) result += " " + markdown_cell(cell) + " |";
        result += "\n";
    }
    return result;
}

std::string table::csv() const {
    std::string result;
    const auto add_line = [&](auto cell_at) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c != 0) result += ',';
            result += csv_cell_text(cell_at(c));
        }
        result += '\n';
    };
    add_line([&](std::size_t c) -> std::string_view { return columns_[c].title; });
    for (const auto& row : rows_) add_line([&](std::size_t c) -> std::string_view { return row[c]; });
    return result;
}

std::string label_list::text(std::size_t indent, std::size_t width) const {
    std::size_t labels = 0;
    for (const auto& e : entries_) labels = std::max(labels, display_width(e.label));
    const std::string margin(indent, ' ');
    const bool is_narrow = indent + labels + 2 + least_width > width;
    std::string result;
    for (const auto& e : entries_) {
        if (!is_narrow)
            result += hanging(margin + padded(e.label, labels) + "  ", e.words, width);
        else
            result += hanging(margin, e.label, width) + hanging(margin + "    ", e.words, width);
    }
    return result;
}

}  // namespace outlay
