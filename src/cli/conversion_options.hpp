// conversion_options: what every command that converts is told: rates, a day, at which of the known rates, whose rates.
// Promises: the same names, order and errors in every such command.
// Leaves out: the currency that is asked for (target.hpp) and finding a rate (rates/rate_policy.hpp).
#pragma once

#include "cli/rate_options.hpp"
#include "cli/rate_shelf.hpp"

#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

struct conversion_options {
    std::vector<std::string> rates;
    std::optional<date> as_of;
    rate_options asking;
    store_options store;
};

/// --rate, --as-of, --rate-policy, --side, --spread, --rates, --vintage.
void declare(option_set& options, conversion_options& target);

/// The day and at which of its rates; problems are added. The given rates are read by read_rates(), when the store is open.
[[nodiscard]] rate_policy read_policy(const session& s, const command_line& line, const conversion_options& given,
                                      diagnostics& problems);

}  // namespace outlay::cli
