// config_file: one table of config/, with rows of one key refused.
#include "engine/config_folder.hpp"

#include <map>

namespace outlay {

namespace {

std::string key_text(const csv_table& table, std::size_t row, const std::vector<std::string_view>& key) {
    std::string text;
    for (const auto column : key) {
        if (!table.has(column)) continue;
        if (!text.empty()) text += ',';
        text += table.cell(row, column).text;
    }
    return text;
}

diagnostics find_duplicates(const source& text, const csv_table& table, const std::vector<std::string_view>& key) {
    diagnostics problems;
    std::map<std::string, std::size_t> first_row;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto name = key_text(table, row, key);
        const auto [found, is_new] = first_row.emplace(name, row);
        if (is_new) continue;
        const auto& cell = table.cell(row, key.front());
        const auto line = std::to_string(text.line_of(table.cell(found->second, key.front()).begin));
        problems.push_back(make_diagnostic("config-duplicate-row", {{"row", name}, {"line", line}},
                                           text.at(cell.begin, cell.end)));
    }
    return problems;
}

}  // namespace

result<config_file> read_config_file(const std::string& path, const std::vector<std::string_view>& required,
                                     const std::vector<std::string_view>& optional,
                                     const std::vector<std::string_view>& key) {
    auto text = source::read(path);
    if (!text) return text.problems();
    auto table = read_csv(*text, required, optional);
    if (!table) return table.problems();
    if (!key.empty()) {
        auto problems = find_duplicates(*text, *table, key);
        if (!problems.empty()) return problems;
    }
    return config_file{std::move(text).value(), std::move(table).value()};
}

}  // namespace outlay
