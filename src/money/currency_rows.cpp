// currency_rows: rows of config/currencies.csv and config/symbols.csv.
#include <outlay/base/date.hpp>
#include <outlay/money/currency.hpp>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace outlay {

namespace {

constexpr int numeric_limit = 999;
constexpr int small_limit = 99;

/// The columns of one row, with the problems found in them.
class row_reader {
public:
    row_reader(const source& text, const csv_table& table, diagnostics& problems)
        : text_(text), table_(table), problems_(problems) {}

    void move_to(std::size_t row) { row_ = row; }
    [[nodiscard]] const csv_cell& cell(std::string_view column) const { return table_.cell(row_, column); }
    [[nodiscard]] std::string_view view(std::string_view column) const { return cell(column).text; }

    void report(std::string_view id, std::string_view column, message_arguments arguments) {
        problems_.push_back(make_diagnostic(id, arguments, text_.at(cell(column).begin, cell(column).end)));
    }

    currency_code code(std::string_view column) {
        const currency_code found(view(column));
        if (found.empty() || found.text() != view(column))
            report("currency-code-malformed", column, {{"text", view(column)}});
        return found;
    }

    int number(std::string_view column, int limit, int if_empty) {
        const auto digits = view(column);
        if (digits.empty()) return if_empty;
        int value = -1;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc{} && end == digits.data() + digits.size() && value >= 0 && value <= limit) return value;
        report("currency-number-malformed", column,
               {{"column", column}, {"code", view("code")}, {"text", digits}, {"limit", std::to_string(limit)}});
        return if_empty;
    }

    std::string_view day_or_month(std::string_view column) {
        constexpr std::size_t month_length = 7;
        const auto text = view(column);
        const auto day = std::string(text) + (text.size() == month_length ? "-01" : "");
        if (!text.empty() && !parse_date(day))
            report("currency-date-malformed", column, {{"column", column}, {"code", view("code")}, {"text", text}});
        return text;
    }

private:
    const source& text_;
    const csv_table& table_;
    diagnostics& problems_;
    std::size_t row_ = 0;
};

currency read_currency(row_reader& row) {
    currency found;
    found.code = row.code("code");
    found.numeric = static_cast<std::int16_t>(row.number("numeric", numeric_limit, 0));
    found.minor_units = static_cast<std::int8_t>(row.number("minor_units", small_limit, -1));
    found.quote_rank = static_cast<std::int8_t>(row.number("quote_rank", small_limit, 0));
    found.name = row.view("name");
    found.symbol = row.view("symbol");
    found.valid_from = row.day_or_month("valid_from");
    found.valid_to = row.day_or_month("valid_to");
    if (!row.view("successor").empty()) found.successor = row.code("successor");
    return found;
}

currency_symbol read_symbol(row_reader& row) {
    const currency_symbol found{row.view("symbol"), row.view("language"), row.view("candidates"), row.view("reason")};
    if (found.symbol.empty()) row.report("symbol-empty", "symbol", {});
    const auto codes = split_codes(found.candidates);
    if (codes.empty()) row.report("symbol-without-candidates", "candidates", {{"symbol", found.symbol}});
    if (std::any_of(codes.begin(), codes.end(), [](currency_code code) { return code.empty(); }))
        row.report("currency-code-malformed", "candidates", {{"text", found.candidates}});
    return found;
}

/// Two rows of one key, of which a lookup would find either.
template <class Row, class Key>
void report_twins(const std::vector<Row>& sorted, Key key, std::string_view id, std::string_view name,
                  const source& text, diagnostics& problems) {
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (key(sorted[i - 1]) == key(sorted[i]))
            problems.push_back(make_diagnostic(id, {{name, std::get<0>(key(sorted[i]))}}, text.whole()));
}

}  // namespace

result<std::vector<currency>> read_currencies(const source& text, const csv_table& table) {
    std::vector<currency> rows;
    diagnostics problems;
    row_reader row(text, table, problems);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        row.move_to(i);
        rows.push_back(read_currency(row));
    }
    const auto key = [](const currency& r) { return std::tuple(r.code.text()); };
    std::stable_sort(rows.begin(), rows.end(), [](const currency& a, const currency& b) { return a.code < b.code; });
    report_twins(rows, key, "currency-twice", "code", text, problems);
    if (!problems.empty()) return problems;
    return rows;
}

result<std::vector<currency_symbol>> read_symbols(const source& text, const csv_table& table) {
    std::vector<currency_symbol> rows;
    diagnostics problems;
    row_reader row(text, table, problems);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        row.move_to(i);
        rows.push_back(read_symbol(row));
    }
    const auto key = [](const currency_symbol& r) { return std::tuple(r.symbol, r.language); };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const currency_symbol& a, const currency_symbol& b) { return key(a) < key(b); });
    report_twins(rows, key, "symbol-twice", "symbol", text, problems);
    if (!problems.empty()) return problems;
    return rows;
}

}  // namespace outlay
