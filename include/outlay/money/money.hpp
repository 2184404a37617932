// money: an exact amount in one currency.
// Promises: immutable value; adding two currencies is an error that carries both.
// Leaves out: what a text said about the amount (figures/figure.hpp) and conversion (rates/).
#pragma once

#include <outlay/money/currency.hpp>
#include <outlay/number/ratio.hpp>

namespace outlay {

struct money {
    ratio amount;  ///< major units: dollars, won
    currency_code currency;
    bool operator==(const money&) const = default;
};

/// Errors: currency-mismatch, naming both.
[[nodiscard]] result<money> add(const money& a, const money& b);

}  // namespace outlay
