// price_index: sums of different years at the prices of one.
// Promises: exact; deflated in the currency of the outlay first and converted at the base year's rate afterwards, as the
//   OECD's DAC does; the other order mixes the movement of the exchange rate into that of the prices.
// Leaves out: which measure of prices is right for a programme; who asks names it.
#pragma once

#include <outlay/economy/accounts.hpp>
#include <outlay/rates/rate_policy.hpp>

namespace outlay {

enum class price_measure : std::uint8_t { consumer_prices, gdp_deflator };

/// Prices of one year over those of another, P(to) / P(from): of a published level, else chained of yearly changes, up or
/// down. Errors: price-index-missing, naming the first year that is not known.
[[nodiscard]] result<ratio> price_change(const indicator_table& table, price_measure measure, economy_code economy,
                                         int from, int to);

/// A sum at the prices of a base year: no nominal money, and not to be added to any.
struct real_money {
    money amount;
    int base_year = 0;
    ratio prices;  ///< P(base) / P(year)
    bool operator==(const real_money&) const = default;
};

/// nominal × P(base) / P(year), in the currency of the economy. Errors: currency-mismatch, price-index-missing.
[[nodiscard]] result<real_money> deflate(const indicator_table& table, price_measure measure, const money& nominal,
                                         const economy& of, int year, int base_year);

/// The second step, at a rate of the base year. Errors: currency-mismatch; rate-of-another-year where the rate's day or
/// period is not of the base year (a given rate without a date is taken as the base year's).
[[nodiscard]] result<real_money> convert_real(const real_money& sum, const rate& of_base_year);

/// The DAC's deflator for sums that are converted already: (e(base) / e(year)) × (P(year) / P(base)), where e is local
/// currency per unit of the target currency. A nominal sum divided by it is the same real sum as that of the two steps.
[[nodiscard]] ratio dac_deflator(const ratio& rate_of_base, const ratio& rate_of_year,
                                 const ratio& prices_of_year_over_base);

}  // namespace outlay
