#include "engine/fact_rows.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>
#include <charconv>

namespace outlay {

namespace {

bool is_upper(std::string_view text, std::size_t length) {
    return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void append(diagnostics& all, diagnostics more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The settings whose values are read as something other than text.
enum class setting_shape { text, whole_number, number, currencies };

setting_shape shape_of(std::string_view name) {
    if (name.ends_with("-days")) return setting_shape::whole_number;
    if (name.ends_with("-percent")) return setting_shape::number;
    if (name == "pivots") return setting_shape::currencies;
    return setting_shape::text;
}

std::optional<diagnostic> check_whole_number(std::string_view name, std::string_view value, const place& where) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc{} && end == value.data() + value.size() && number >= 0) return std::nullopt;
    return make_diagnostic("config-bad-setting", {{"name", name}, {"value", value}}, where);
}

std::optional<diagnostic> check_number(std::string_view name, std::string_view value, const place& where) {
    const auto number = decimal::parse(value);
    if (number && number->sign() >= 0) return std::nullopt;
    return make_diagnostic("config-bad-number", {{"name", name}, {"value", value}}, where);
}

diagnostics check_value(std::string_view name, std::string_view value, const currency_table& currencies,
                        const place& where) {
    diagnostics problems;
    switch (shape_of(name)) {
        case setting_shape::text: break;
        case setting_shape::whole_number:
            if (auto problem = check_whole_number(name, value, where)) problems.push_back(std::move(*problem));
            break;
        case setting_shape::number:
            if (auto problem = check_number(name, value, where)) problems.push_back(std::move(*problem));
            break;
        case setting_shape::currencies:
            for (std::size_t begin = 0; begin < value.size();) {
                const auto end = std::min(value.find(' ', begin), value.size());
                const auto word = value.substr(begin, end - begin);
                if (!word.empty()) append(problems, currencies.read_code(word, where).problems());
                begin = end + 1;
            }
            break;
    }
    return problems;
}

std::optional<diagnostic> check_name(std::string_view name, std::span<const setting> known, const place& where) {
    if (known.empty()) return std::nullopt;
    std::vector<std::string_view> names;
    for (const auto& row : known) names.push_back(row.name);
    if (std::find(names.begin(), names.end(), name) != names.end()) return std::nullopt;
    auto problem = make_diagnostic("config-unknown-setting", {{"name", name}}, where);
    problem.near = near_misses(name, names);
    return problem;
}

}  // namespace

result<std::vector<economy>> read_economies(const source& text, const csv_table& table,
                                            const currency_table& currencies) {
    std::vector<economy> rows;
    diagnostics problems;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& code = table.cell(row, "code");
        const auto& alpha3 = table.cell(row, "alpha3");
        const auto& currency = table.cell(row, "currency");
        if (!is_upper(code.text, 2))
            problems.push_back(make_diagnostic("economy-code-malformed", {{"code", code.text}}, text.at(code.begin, code.end)));
        if (!is_upper(alpha3.text, 3))
            problems.push_back(make_diagnostic("economy-code-malformed", {{"code", alpha3.text}}, text.at(alpha3.begin, alpha3.end)));
        currency_code used;
        if (!currency.text.empty()) {
            const auto read = currencies.read_code(currency.text, text.at(currency.begin, currency.end));
            if (read) used = *read;
            append(problems, read.problems());
        }
        rows.push_back({code.text, alpha3.text, table.cell(row, "name").text, table.cell(row, "name_ko").text, used});
    }
    if (!problems.empty()) return problems;
    return rows;
}

result<std::vector<setting>> read_settings(const source& text, const csv_table& table, const currency_table& currencies,
                                           std::span<const setting> known) {
    std::vector<setting> rows;
    diagnostics problems;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& name = table.cell(row, "name");
        const auto& value = table.cell(row, "value");
        if (auto problem = check_name(name.text, known, text.at(name.begin, name.end))) problems.push_back(std::move(*problem));
        append(problems, check_value(name.text, value.text, currencies, text.at(value.begin, value.end)));
        rows.push_back({name.text, value.text});
    }
    if (!problems.empty()) return problems;
    return rows;
}

std::vector<format_row> read_formats(const csv_table& table) {
    std::vector<format_row> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        rows.push_back({table.cell(row, "locale").text, table.cell(row, "key").text, table.cell(row, "value").text});
    return rows;
}

}  // namespace outlay
