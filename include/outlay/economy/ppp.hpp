// ppp: purchasing power parity: what a sum buys where it is spent, in international dollars.
// Promises: a factor is no exchange rate and an international dollar no currency: their types keep them apart from
//   market rates and money, so that the two cannot be mixed unawares.
// Leaves out: exchange rates (rates/) and prices over time (price_index.hpp).
#pragma once

#include <outlay/economy/accounts.hpp>

namespace outlay {

/// Units of the local currency that buy what one dollar buys in the economy that is the yardstick.
struct ppp_factor {
    economy_code economy;
    currency_code currency;  ///< the local one
    int year = 0;
    decimal value;  ///< above zero
    indicator_series series;
};

struct international_dollars {
    ratio amount;
    int year = 0;  ///< of the factor
    bool operator==(const international_dollars&) const = default;
};

/// Errors: ppp-missing, also where the factor is not above zero.
[[nodiscard]] result<ppp_factor> find_ppp_factor(const indicator_table& table, const economy& of, int year);

/// Errors: currency-mismatch where the sum is not in the local currency.
[[nodiscard]] result<international_dollars> at_purchasing_power(const money& sum, const ppp_factor& factor);

}  // namespace outlay
