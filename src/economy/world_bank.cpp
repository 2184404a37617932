// world_bank: the layouts of the World Bank's files as one table, a row an economy and year.
#include <outlay/economy/indicator_file.hpp>

#include <algorithm>
#include <set>

namespace outlay {

namespace {

constexpr std::string_view country_prefix = "Country ";
constexpr std::string_view name_column = "Country Name";
constexpr std::string_view series_column = "Indicator Code";
constexpr std::string_view year_column = "Year";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view updated = "Last Updated Date";

std::string_view unquoted(std::string_view text) {
    return text.size() > 1 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2) : text;
}

/// The fields of a line of column names; those of the World Bank hold no quotes and no commas.
std::vector<std::string_view> fields_of(std::string_view line) {
    if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find(',', begin), line.size());
        fields.push_back(unquoted(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return fields;
}

/// A country by its code, of two letters or of three.
bool is_code_column(std::string_view name) { return name.starts_with(country_prefix) && name != name_column; }

bool is_year(std::string_view name) {
    return name.size() == 4 && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// The line of column names, from 1; 0 if there is none among the first lines.
std::size_t column_line(const source& text) {
    constexpr std::size_t most_lines = 30;
    for (std::size_t line = 1; line <= std::min(text.line_count(), most_lines); ++line)
        if (!text.line_text(line).starts_with('#') &&
            std::ranges::any_of(fields_of(text.line_text(line)), is_code_column))
            return line;
    return 0;
}

/// "Last Updated Date","2025-07-01": the vintage.
std::string vintage_of(const source& text, std::size_t columns) {
    for (std::size_t line = 1; line < columns; ++line) {
        const auto fields = fields_of(text.line_text(line));
        if (fields.size() > 1 && fields.front() == updated) return std::string(fields[1]);
    }
    return {};
}

/// The text with its preamble as one comment line: offsets stay what they are, and so many lines fewer stand before them.
struct bare_text {
    source text;
    std::size_t lines_fewer = 0;
};

bare_text without_preamble(const source& text, std::size_t columns) {
    std::size_t first = 1;
    while (first < columns && text.line_text(first).starts_with('#')) ++first;
    std::string kept(text.text());
    const auto begin = text.line_begin(first);
    const auto end = text.line_begin(columns);
    if (end < begin + 2) return {{text.name(), std::move(kept)}, 0};
    std::fill(kept.begin() + static_cast<std::ptrdiff_t>(begin), kept.begin() + static_cast<std::ptrdiff_t>(end) - 1,
              ' ');
    kept[begin] = '#';
    return {{text.name(), std::move(kept)}, columns - first - 1};
}

class world_bank_reader {
public:
    world_bank_reader(const csv_table& read, std::span<const economy> economies) : read_(read) {
        for (const auto& row : economies) {
            known_.insert(row.code);
            known_.insert(row.alpha3);
        }
        out_.header = read.header;
        for (const auto* name : {"economy", "year", "value"}) add_column(name);
        if (read.has(series_column)) add_column("series");
    }

    csv_table run() {
        for (std::size_t row = 0; row < read_.rows.size(); ++row) {
            const auto& code = code_cell(row);
            if (!known_.contains(code.text)) continue;
            if (read_.has(year_column)) {
                add_row(row, code, read_.cell(row, year_column), value_cell(row));
                continue;
            }
            for (std::size_t i = 0; i < read_.columns.size(); ++i)
                if (is_year(read_.columns[i].text)) add_row(row, code, read_.columns[i], read_.rows[row][i]);
        }
        return std::move(out_);
    }

private:
    void add_column(std::string name) { out_.columns.push_back({std::move(name), 0, 0}); }

    [[nodiscard]] const csv_cell& code_cell(std::size_t row) const {
        const auto column =
            std::ranges::find_if(read_.columns, [](const csv_cell& name) { return is_code_column(name.text); });
        return read_.rows[row][static_cast<std::size_t>(column - read_.columns.begin())];
    }

    /// The last column that has a name: some files end each line with a comma.
    [[nodiscard]] const csv_cell& value_cell(std::size_t row) const {
        auto last = read_.columns.size() - 1;
        while (last > 0 && read_.columns[last].text.empty()) --last;
        return read_.rows[row][last];
    }

    void add_row(std::size_t row, const csv_cell& code, const csv_cell& year, const csv_cell& value) {
        if (value.text.empty()) return;
        std::vector<csv_cell> cells{code, year, value};
        if (read_.has(series_column)) cells.push_back(read_.cell(row, series_column));
        out_.rows.push_back(std::move(cells));
    }

    const csv_table& read_;
    std::set<std::string_view> known_;
    csv_table out_;
};

}  // namespace

bool is_world_bank_csv(const source& text) { return column_line(text) != 0; }

result<csv_table> read_world_bank_csv(const source& text, std::span<const economy> economies) {
    const auto columns = column_line(text);
    if (columns == 0) return make_diagnostic("world-bank-columns", {}, text.whole());
    const auto names = fields_of(text.line_text(columns));
    const bool has_values = std::ranges::any_of(names, is_year) || std::ranges::find(names, year_column) != names.end();
    const auto begin = text.line_begin(columns);
    if (!has_values)
        return make_diagnostic("world-bank-columns", {}, text.at(begin, begin + text.line_text(columns).size()));
    const auto bare = without_preamble(text, columns);
    auto read = read_csv(bare.text, {}, names);
    if (!read) {
        auto problems = read.problems();
        for (auto& problem : problems)
            if (problem.where && problem.where->line > 0) problem.where->line += bare.lines_fewer;
        return problems;
    }
    if (const auto vintage = vintage_of(text, columns); !vintage.empty()) read->header.emplace("date", vintage);
    return world_bank_reader(*read, economies).run();
}

}  // namespace outlay
