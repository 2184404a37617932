#include <outlay/economy/price_index.hpp>

#include <algorithm>
#include <utility>

namespace outlay {

namespace {

/// The indicators of a measure: its level, and its change within a year.
std::pair<indicator, indicator> indicators_of(price_measure measure) {
    if (measure == price_measure::gdp_deflator) return {indicator::gdp_deflator, indicator::deflator_inflation};
    return {indicator::consumer_prices, indicator::inflation};
}

/// Of two published levels; nothing unless both are known and above zero.
std::optional<ratio> change_of_levels(const indicator_table& table, indicator level, economy_code economy, int from,
                                      int to) {
    const auto* first = table.find(level, economy, from);
    const auto* last = table.find(level, economy, to);
    if (first == nullptr || last == nullptr || first->value().sign() <= 0 || last->value().sign() <= 0)
        return std::nullopt;
    return to_ratio(last->value()) / to_ratio(first->value());
}

diagnostic mismatch(currency_code first, currency_code second) {
    return make_diagnostic("currency-mismatch", {{"first", first.text()}, {"second", second.text()}});
}

bool is_of_year(date day, int year) { return std::chrono::year_month_day{day}.year() == std::chrono::year{year}; }

/// Of a mean the period counts, of any other rate its day; a given rate and a peg have none.
bool is_of_year(const rate& used, int year) {
    if (used.period) return is_of_year(used.period->first, year) && is_of_year(used.period->last, year);
    if (used.observed) return is_of_year(*used.observed, year);
    return used.kind == rate_kind::given || !used.as_of || is_of_year(*used.as_of, year);
}

}  // namespace

result<ratio> price_change(const indicator_table& table, price_measure measure, economy_code economy, int from,
                           int to) {
    const auto [level, yearly] = indicators_of(measure);
    if (from == to) return ratio(1);
    if (auto change = change_of_levels(table, level, economy, from, to)) return *change;
    ratio change = 1;
    for (int year = std::min(from, to) + 1; year <= std::max(from, to); ++year) {
        const auto grown = find_account(table, yearly, economy, year);
        if (!grown) return grown.problems();
        change *= 1 + to_ratio(grown->value) / 100;
    }
    return from < to ? change : 1 / change;
}

result<real_money> deflate(const indicator_table& table, price_measure measure, const money& nominal, const economy& of,
                           int year, int base_year) {
    if (nominal.currency != of.currency) return mismatch(nominal.currency, of.currency);
    auto prices = price_change(table, measure, economy_code(of.code), year, base_year);
    if (!prices) return prices.problems();
    return real_money{{nominal.amount * *prices, nominal.currency}, base_year, *prices};
}

result<real_money> convert_real(const real_money& sum, const rate& of_base_year) {
    if (of_base_year.from != sum.amount.currency) return mismatch(sum.amount.currency, of_base_year.from);
    if (!is_of_year(of_base_year, sum.base_year))
        return make_diagnostic("rate-of-another-year",
                               {{"pair", to_text(of_base_year.pair)}, {"year", std::to_string(sum.base_year)}});
    return real_money{{sum.amount.amount * of_base_year.factor, of_base_year.to}, sum.base_year, sum.prices};
}

ratio dac_deflator(const ratio& rate_of_base, const ratio& rate_of_year, const ratio& prices_of_year_over_base) {
    return rate_of_base / rate_of_year * prices_of_year_over_base;
}

}  // namespace outlay
