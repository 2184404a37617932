#include <outlay/economy/accounts.hpp>

#include <outlay/base/message.hpp>

namespace outlay {

namespace {

/// "2019 to 2023" and the like: the years that there are, or that there are none.
std::string years_known(std::span<const observation> known) {
    if (known.empty()) return message("economy-no-year");
    if (known.size() == 1) return std::to_string(known.front().year);
    return message("economy-years",
                   {{"first", std::to_string(known.front().year)}, {"last", std::to_string(known.back().year)}});
}

}  // namespace

std::string_view missing_reason(indicator what) {
    switch (what) {
        case indicator::gdp: return "gdp-missing";
        case indicator::population: return "population-missing";
        case indicator::employment: return "employment-missing";
        case indicator::ppp: return "ppp-missing";
        case indicator::inflation:
        case indicator::consumer_prices:
        case indicator::deflator_inflation:
        case indicator::gdp_deflator: break;
    }
    return "price-index-missing";
}

result<account> find_account(const indicator_table& table, indicator what, economy_code economy, int year) {
    if (const auto* found = table.find(what, economy, year))
        return account{what, economy, year, found->value(), table.series_of(*found)};
    auto problem = make_diagnostic(missing_reason(what), {{"economy", economy.text()},
                                                          {"year", std::to_string(year)},
                                                          {"known", years_known(table.years(what, economy))}});
    problem.cause = cause::missing_fact;
    return problem;
}

money per_head(const money& sum, const account& people) { return {sum.amount / to_ratio(people.value), sum.currency}; }

result<ratio> share_of_gdp(const money& sum, const account& gdp) {
    if (sum.currency == gdp.series.currency) return sum.amount / to_ratio(gdp.value);
    return make_diagnostic("currency-mismatch",
                           {{"first", sum.currency.text()}, {"second", gdp.series.currency.text()}});
}

}  // namespace outlay
