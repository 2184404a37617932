// rate_publisher: rows of config/rates/sources.csv and config/rates/fred-series.csv.
#include <outlay/rates/rate_publisher.hpp>

#include <outlay/base/suggestion.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array kinds{rate_kind::spot, rate_kind::period_mean, rate_kind::peg, rate_kind::irrevocable};

/// What the cells of one table say; every problem is kept.
struct cell_reader {
    const source& text;
    const csv_table& table;
    const currency_table& currencies;
    diagnostics problems;

    [[nodiscard]] place at(const csv_cell& cell) const { return text.at(cell.begin, cell.end); }

    void report(diagnostic problem) { problems.push_back(std::move(problem)); }

    currency_code code(std::size_t row, std::string_view column) {
        const auto& cell = table.cell(row, column);
        const auto read = currencies.read_code(cell.text, at(cell));
        for (auto& problem : read.problems()) report(std::move(problem));
        return read ? *read : currency_code{};
    }

    rate_kind kind(std::size_t row) {
        const auto& cell = table.cell(row, "kind");
        const auto* found =
            std::find_if(kinds.begin(), kinds.end(), [&](rate_kind k) { return to_text(k) == cell.text; });
        if (found != kinds.end()) return *found;
        report(make_diagnostic("rate-kind-unknown", {{"kind", cell.text}}, at(cell)));
        return rate_kind::spot;
    }

    rate_period period(std::size_t row) {
        const auto& cell = table.cell(row, "period");
        if (const auto found = read_rate_period(cell.text)) return *found;
        report(make_diagnostic("rate-period-unknown", {{"period", cell.text}}, at(cell)));
        return rate_period::day;
    }

    void check_publisher(std::size_t row, std::span<const rate_publisher> publishers) {
        const auto& cell = table.cell(row, "source");
        if (find_publisher(publishers, cell.text) != nullptr) return;
        std::vector<std::string_view> ids;
        for (const auto& known : publishers) ids.push_back(known.id);
        auto problem = make_diagnostic("rate-publisher-unknown", {{"source", cell.text}}, at(cell));
        problem.near = near_misses(cell.text, ids);
        report(std::move(problem));
    }
};

}  // namespace

result<std::vector<rate_publisher>> read_rate_publishers(const source& text, const csv_table& table,
                                                         const currency_table& currencies) {
    cell_reader cells{text, table, currencies, {}};
    std::vector<rate_publisher> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const bool has_base = !table.cell(row, "base").text.empty();
        rows.push_back({table.cell(row, "id").text, table.cell(row, "layout").text,
                        has_base ? cells.code(row, "base") : currency_code{}, cells.kind(row), cells.period(row),
                        table.cell(row, "areas").text, table.cell(row, "name").text, table.cell(row, "address").text,
                        table.cell(row, "licence").text});
    }
    if (!cells.problems.empty()) return std::move(cells.problems);
    return rows;
}

result<std::vector<rate_series_code>> read_rate_series_codes(const source& text, const csv_table& table,
                                                             const currency_table& currencies,
                                                             std::span<const rate_publisher> publishers) {
    cell_reader cells{text, table, currencies, {}};
    std::vector<rate_series_code> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const currency_pair pair{cells.code(row, "base"), cells.code(row, "quote")};
        const auto& quote_cell = table.cell(row, "quote");
        if (pair.base == pair.quote && !pair.base.empty())
            cells.report(make_diagnostic("pair-of-itself", {{"text", to_text(pair)}}, cells.at(quote_cell)));
        cells.check_publisher(row, publishers);
        rows.push_back({table.cell(row, "series").text, pair, table.cell(row, "source").text, cells.period(row)});
    }
    if (!cells.problems.empty()) return std::move(cells.problems);
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return rows;
}

const rate_publisher* find_publisher(std::span<const rate_publisher> rows, std::string_view id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const rate_publisher& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

const rate_series_code* find_series_code(std::span<const rate_series_code> rows, std::string_view code) {
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), code,
                         [](const rate_series_code& row, std::string_view wanted) { return row.code < wanted; });
    return found == rows.end() || found->code != code ? nullptr : &*found;
}

}  // namespace outlay
