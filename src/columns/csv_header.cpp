// csv_header: names, and which column each is.
#include "columns/csv_header.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t excerpt_bytes = 4096;  ///< of a line at most: it is cut to a terminal's width later

struct span {
    std::size_t begin;
    std::size_t end;
};

class header_reader {
public:
    header_reader(const csv_question& question, std::string_view record, std::vector<span> cells)
        : question_(question), record_(record), cells_(std::move(cells)) {
        for (const auto& cell : cells_) names_.push_back(cell_text(record.substr(cell.begin, cell.end - cell.begin)));
    }

    result<csv_header> read() {
        csv_header header;
        header.columns = cells_.size();
        header.amount = find(question_.amount);
        if (!question_.currency.empty()) header.currency = find(question_.currency);
        if (!question_.date.empty()) header.date = find(question_.date);
        if (std::find(names_.begin(), names_.end(), question_.added) != names_.end())
            problems_.push_back(make_diagnostic("csv-column-exists", {{"column", question_.added}}, whole()));
        header.line = record_;
        if (!problems_.empty()) return std::move(problems_);
        return header;
    }

private:
    [[nodiscard]] place whole() const { return place_in_record(question_.name, 1, record_, 0, record_.size()); }

    std::size_t find(const std::string& name) {
        const auto first = std::find(names_.begin(), names_.end(), name);
        if (first == names_.end()) {
            auto problem = make_diagnostic("csv-no-column", {{"column", name}}, whole());
            problem.near = near_misses(name, std::vector<std::string_view>(names_.begin(), names_.end()));
            problems_.push_back(std::move(problem));
            return 0;
        }
        const auto again = std::find(first + 1, names_.end(), name);
        if (again != names_.end()) {
            const auto& cell = cells_[static_cast<std::size_t>(again - names_.begin())];
            problems_.push_back(make_diagnostic("csv-column-twice", {{"column", name}},
                                                place_in_record(question_.name, 1, record_, cell.begin, cell.end)));
        }
        return static_cast<std::size_t>(first - names_.begin());
    }

    const csv_question& question_;
    std::string_view record_;
    std::vector<span> cells_;
    std::vector<std::string> names_;
    diagnostics problems_;
};

}  // namespace

result<csv_header> read_header(const csv_question& question, std::string_view text, const csv_records& found) {
    auto end = std::size_t{found.line_end(0)};
    const bool has_return = end > 0 && text[end - 1] == '\r';
    if (has_return) --end;
    const auto record = text.substr(0, end);
    if (record.find('\0') != std::string_view::npos || find_invalid_utf8(record))
        return make_diagnostic("csv-not-text", {{"file", question.name}}, place{question.name, 0, 0, {}, 0, 1});
    // A cell that is not quoted has no line end in it: these are lines that end in another way than the rest.
    if (const auto mark = record.find('\r'); mark != std::string_view::npos && record.find('"') == std::string_view::npos)
        return make_diagnostic("csv-line-ends", {{"file", question.name}},
                               place_in_record(question.name, 1, record.substr(0, mark), 0, mark));
    if (record.empty())
        return make_diagnostic("csv-no-columns", {{"file", question.name}}, place{question.name, 0, 0, {}, 0, 1});
    std::vector<span> cells;
    for (std::size_t i = 1; i <= found.cells(0); ++i) cells.push_back({found.ends[i - 1] + 1U, found.ends[i]});
    cells.back().end = end;
    auto header = header_reader(question, record, std::move(cells)).read();
    if (header) header->line_end = has_return ? "\r\n" : "\n";
    return header;
}

std::string cell_text(std::string_view written) {
    if (written.size() < 2 || written.front() != '"' || written.back() != '"') return std::string(written);
    written = written.substr(1, written.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        text += written[i];
        if (written[i] == '"') ++i;
    }
    return text;
}

std::string quoted_cell(std::string_view text, char delimiter) {
    const auto needs = [&](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; };
    if (std::none_of(text.begin(), text.end(), needs)) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

place place_in_record(const std::string& source, std::size_t line, std::string_view record, std::size_t begin,
                      std::size_t end) {
    const auto before = record.substr(0, begin);
    const auto line_break = before.rfind('\n');
    const auto line_begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    const auto line_end = std::min(record.find('\n', begin), record.size());
    place where;
    where.source = source;
    where.line = line + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    where.caret = display_width(printable(record.substr(line_begin, begin - line_begin)));
    where.column = where.caret + 1;
    where.caret_width = display_width(printable(record.substr(begin, std::min(end, line_end) - begin)));
    const auto shown = std::min(line_end, std::max(begin, line_begin) + excerpt_bytes);
    where.excerpt = record.substr(line_begin, shown - line_begin);
    if (where.excerpt.ends_with('\r')) where.excerpt.pop_back();
    return where;
}

}  // namespace outlay
