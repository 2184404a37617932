// currency: lookups in the sorted tables.
#include <outlay/money/currency.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <tuple>

namespace outlay {

namespace {

constexpr int usual_minor_units = 2;
constexpr int after_all_ranks = 128;
constexpr std::size_t shown_columns = 40;

int rank_of(const currency_table& table, currency_code code) {
    const auto* row = table.find(code);
    return row && row->quote_rank > 0 ? row->quote_rank : after_all_ranks;
}

/// Codes as candidates for a near miss: those that the market ranks, then those in use, then the withdrawn ones.
std::vector<std::string_view> codes_by_use(std::span<const currency> rows) {
    const auto use = [](const currency& row) { return row.quote_rank > 0 ? 0 : row.valid_to.empty() ? 1 : 2; };
    std::vector<const currency*> sorted;
    for (const auto& row : rows) sorted.push_back(&row);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const currency* a, const currency* b) { return use(*a) < use(*b); });
    std::vector<std::string_view> codes;
    for (const auto* row : sorted) codes.push_back(row->code.text());
    return codes;
}

const currency_symbol* find_exactly(std::span<const currency_symbol> rows, std::string_view symbol,
                                    std::string_view language) {
    const auto key = std::tuple(symbol, language);
    const auto row = std::lower_bound(rows.begin(), rows.end(), key, [](const currency_symbol& r, const auto& wanted) {
        return std::tuple(r.symbol, r.language) < wanted;
    });
    return row != rows.end() && row->symbol == symbol && row->language == language ? &*row : nullptr;
}

}  // namespace

const currency* currency_table::find(currency_code code) const {
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), code,
                                      [](const currency& r, currency_code wanted) { return r.code < wanted; });
    return row != rows_.end() && row->code == code ? &*row : nullptr;
}

result<currency_code> currency_table::read_code(std::string_view text, std::optional<place> where) const {
    const currency_code code(text);
    if (!code.empty() && find(code)) return code;
    auto problem = make_diagnostic("unknown-currency", {{"code", shorten(text, shown_columns)}}, std::move(where));
    problem.near = near_misses(text, codes_by_use(rows_));
    return problem;
}

int currency_table::minor_units(currency_code code) const {
    const auto* row = find(code);
    return row && row->minor_units >= 0 ? row->minor_units : usual_minor_units;
}

bool currency_table::is_quoted_as_base(currency_code a, currency_code b) const {
    return rank_of(*this, a) <= rank_of(*this, b);
}

const currency_symbol* currency_table::find_symbol(std::string_view symbol, std::string_view language) const {
    while (true) {
        const auto* row = find_exactly(symbols_, symbol, language);
        if (row || language.empty()) return row;
        const auto hyphen = language.rfind('-');  // a regional tag falls back to its language, that to any
        language = hyphen == std::string_view::npos ? std::string_view{} : language.substr(0, hyphen);
    }
}

std::vector<currency_code> split_codes(std::string_view list) {
    std::vector<currency_code> codes;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(' ', begin), list.size());
        if (end > begin) codes.emplace_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return codes;
}

}  // namespace outlay
