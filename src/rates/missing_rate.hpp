// missing_rate: the diagnostic for a rate that is not known, with the nearest quotes there are.
#pragma once

#include <outlay/rates/rate_table.hpp>

#include <span>

namespace outlay {

[[nodiscard]] diagnostic missing_rate(const rate_table& table, const currency_table& currencies,
                                      std::span<const currency_code> pivots, currency_code from, currency_code to,
                                      std::optional<date> as_of);

}  // namespace outlay
