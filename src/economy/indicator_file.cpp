// indicator_file: rows of config/economy/.
#include <outlay/economy/indicator_file.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <tuple>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 40;
constexpr int first_year = 1800;
constexpr int last_year = 2200;
constexpr std::size_t most_series = std::size_t{std::numeric_limits<std::uint8_t>::max()} + 1;

std::string_view header_value(const csv_table& table, std::string_view key) {
    const auto found = table.header.find(key);
    return found == table.header.end() ? std::string_view{} : std::string_view(found->second);
}

/// "World Bank, https://…" is a name and an address.
std::pair<std::string_view, std::string_view> split_source(std::string_view text) {
    const auto begin = text.find("http");
    if (begin == std::string_view::npos) return {text, {}};
    const auto end = text.find_last_not_of(" ,;", begin == 0 ? 0 : begin - 1);
    const auto address = text.substr(begin, text.find_first_of(" ,;", begin) - begin);
    return {begin == 0 ? std::string_view{} : text.substr(0, end + 1), address};
}

const indicator_code* find_code(std::span<const indicator_code> codes, std::string_view code) {
    const auto found =
        std::lower_bound(codes.begin(), codes.end(), code,
                         [](const indicator_code& row, std::string_view wanted) { return row.code < wanted; });
    return found != codes.end() && found->code == code ? &*found : nullptr;
}

class indicator_file_reader {
public:
    indicator_file_reader(const source& text, const csv_table& table, std::span<const economy> economies,
                          std::span<const indicator_code> codes)
        : text_(text), table_(table), codes_(codes) {
        for (const auto& row : economies) {
            by_code_.emplace(row.code, economy_code(row.code));
            by_code_.emplace(row.alpha3, economy_code(row.code));
        }
    }

    result<indicator_file> read() {
        const bool has_column = table_.has("series");
        if (!has_column && header_value(table_, "series").empty())
            return make_diagnostic("indicator-series-missing", {}, text_.whole());
        for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row, has_column);
        if (!problems_.empty()) return std::move(problems_);
        std::sort(file_.observations.begin(), file_.observations.end(), [](const observation& a, const observation& b) {
            return std::tie(a.what, a.economy, a.year) < std::tie(b.what, b.economy, b.year);
        });
        return std::move(file_);
    }

private:
    [[nodiscard]] place at(const csv_cell& cell) const { return text_.at(cell.begin, cell.end); }

    diagnostic& report(std::string_view id, const csv_cell& cell, message_arguments arguments) {
        return problems_.emplace_back(make_diagnostic(id, arguments, at(cell)));
    }

    void read_row(std::size_t row, bool has_column) {
        const auto* series = series_of(row, has_column);
        const auto economy = read_economy(table_.cell(row, "economy"));
        const auto year = read_year(table_.cell(row, "year"));
        const auto value = read_value(table_.cell(row, "value"));
        if (series == nullptr || !economy || !year || !value) return;
        const auto what = find_code(codes_, series->code)->what;
        const auto [first, is_new] = rows_.emplace(std::tuple(what, *economy, *year), row);
        if (!is_new) {
            const auto line = text_.line_of(table_.cell(first->second, "value").begin);
            report("indicator-twice", table_.cell(row, "value"),
                   {{"economy", economy->text()}, {"year", std::to_string(*year)}, {"line", std::to_string(line)}});
            return;
        }
        file_.observations.push_back({what, *economy, *year, static_cast<std::int64_t>(value->coefficient()),
                                      static_cast<std::int8_t>(value->scale()),
                                      static_cast<std::uint8_t>(series - file_.series.data())});
    }

    /// The series of a row, added where it is new; null where there is no such code.
    const indicator_series* series_of(std::size_t row, bool has_column) {
        const std::string_view code =
            has_column ? std::string_view(table_.cell(row, "series").text) : header_value(table_, "series");
        for (const auto& known : file_.series)
            if (known.code == code) return &known;
        if (!refused_.empty() && refused_ == code) return nullptr;
        const auto* row_of_code = find_code(codes_, code);
        if (row_of_code == nullptr || file_.series.size() == most_series) {
            refused_ = code;
            report_series(code, has_column ? at(table_.cell(row, "series")) : text_.whole());
            return nullptr;
        }
        const auto [name, address] = split_source(header_value(table_, "source"));
        file_.series.push_back({row_of_code->code, row_of_code->name, row_of_code->currency, name, address,
                                header_value(table_, "licence"), header_value(table_, "date"), text_.name()});
        return &file_.series.back();
    }

    void report_series(std::string_view code, const place& where) {
        auto problem = make_diagnostic("indicator-series-unknown", {{"series", shorten(code, shown_columns)}}, where);
        std::vector<std::string_view> names;
        for (const auto& known : codes_) names.push_back(known.code);
        problem.near = near_misses(code, names);
        problems_.push_back(std::move(problem));
    }

    std::optional<economy_code> read_economy(const csv_cell& cell) {
        const auto found = by_code_.find(cell.text);
        if (found != by_code_.end()) return found->second;
        auto& problem = report("economy-unknown", cell, {{"economy", shorten(cell.text, shown_columns)}});
        std::vector<std::string_view> names;
        for (const auto& [code, known] : by_code_)
            if (code.size() == cell.text.size()) names.push_back(code);
        problem.near = near_misses(cell.text, names);
        return std::nullopt;
    }

    std::optional<std::int16_t> read_year(const csv_cell& cell) {
        int year = 0;
        const auto* last = cell.text.data() + cell.text.size();
        const auto [end, error] = std::from_chars(cell.text.data(), last, year);
        if (error == std::errc{} && end == last && year >= first_year && year <= last_year)
            return static_cast<std::int16_t>(year);
        report("year-malformed", cell, {{"text", shorten(cell.text, shown_columns)}});
        return std::nullopt;
    }

    std::optional<decimal> read_value(const csv_cell& cell) {
        auto value = decimal::parse(cell.text);
        for (auto problem : value.problems()) {
            problem.where = at(cell);
            problems_.push_back(std::move(problem));
        }
        if (!value) return std::nullopt;
        constexpr int most_places = std::numeric_limits<std::int8_t>::max();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        const auto& digits = value->coefficient();
        if (digits <= most && digits >= -most && value->scale() <= most_places && value->scale() >= -most_places)
            return *value;
        report("number-out-of-range", cell, {{"text", shorten(cell.text, shown_columns)}});
        return std::nullopt;
    }

    const source& text_;
    const csv_table& table_;
    std::span<const indicator_code> codes_;
    std::map<std::string_view, economy_code> by_code_;
    indicator_file file_;
    diagnostics problems_;
    std::string_view refused_;  ///< a code that was told already
    std::map<std::tuple<indicator, economy_code, std::int16_t>, std::size_t> rows_;
};

}  // namespace

result<std::vector<indicator_code>> read_indicator_codes(const source& text, const csv_table& table,
                                                         const currency_table& currencies) {
    std::vector<indicator_code> rows;
    diagnostics problems;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& what = table.cell(row, "indicator");
        const auto& currency = table.cell(row, "currency");
        const auto known = read_indicator(what.text);
        if (!known)
            problems.push_back(
                make_diagnostic("indicator-unknown", {{"indicator", what.text}}, text.at(what.begin, what.end)));
        currency_code code;
        if (!currency.text.empty()) {
            const auto read = currencies.read_code(currency.text, text.at(currency.begin, currency.end));
            if (read) code = *read;
            for (auto& problem : read.problems()) problems.push_back(std::move(problem));
        }
        rows.push_back(
            {table.cell(row, "series").text, known.value_or(indicator::gdp), code, table.cell(row, "name").text});
    }
    if (!problems.empty()) return problems;
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return rows;
}

result<indicator_file> read_indicator_file(const source& text, const csv_table& table,
                                           std::span<const economy> economies, std::span<const indicator_code> codes) {
    return indicator_file_reader(text, table, economies, codes).read();
}

}  // namespace outlay
