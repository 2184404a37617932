// account_inputs: the size of an investment's economy, its parity and its prices, as metrics.
// Promises: the year asked for and no other; what is not there is missing with its reason.
// Leaves out: rates (case_inputs.cpp).
#pragma once

#include "compare/input_metrics.hpp"

#include <outlay/economy/accounts.hpp>

namespace outlay {

/// population, employment, parity and price_factor of `out.inputs`; gdp still in the currency of its series.
void fill_account_inputs(const engine& data, resolved_investment& out);

}  // namespace outlay
