// accounts: the size of an economy: its GDP, its population, its employment.
// Promises: exact; a value that is not there is unknown, with its reason, never zero and never another year's.
// Leaves out: prices (price_index.hpp) and purchasing power (ppp.hpp).
#pragma once

#include <outlay/economy/indicator.hpp>
#include <outlay/money/money.hpp>

namespace outlay {

/// A value of one economy and year, with where it comes from.
struct account {
    indicator what = indicator::gdp;
    economy_code economy;
    int year = 0;
    decimal value;
    indicator_series series;
};

/// Errors (cause: a missing fact): gdp-missing, population-missing, employment-missing, ppp-missing, price-index-missing,
/// each naming the years that are known.
[[nodiscard]] result<account> find_account(const indicator_table& table, indicator what, economy_code economy,
                                           int year);

/// The reason "gdp-missing" of a value that is not there, for what is unknown because of it.
[[nodiscard]] std::string_view missing_reason(indicator what);

/// Outlay per head: the sum divided by a population, or by the number of people employed.
[[nodiscard]] money per_head(const money& sum, const account& people);

/// The sum as a share of a GDP in the same currency. Errors: currency-mismatch.
[[nodiscard]] result<ratio> share_of_gdp(const money& sum, const account& gdp);

}  // namespace outlay
