// inversion: quotes of a file held against what is known of their pairs: are they values, or one over them?
// Promises: exact; says nothing of a pair of which nothing is known.
// Leaves out: what becomes of the suspicion.
#pragma once

#include "rates/store/quote_staging.hpp"

#include <outlay/rates/rate_table.hpp>

#include <span>
#include <vector>

namespace outlay::importing {

/// Quotes of one series to look at: some of its days.
struct sampled_series {
    currency_pair pair;
    std::vector<store::staged_quote> samples;
};
/// Of each series at most 16 quotes, spread over its days.
[[nodiscard]] std::vector<sampled_series> sample(store::quote_staging& staging);

/// inverted-pair-suspected, once a series in which neighbouring days are one over each other.
[[nodiscard]] diagnostics find_turned(store::quote_staging& staging, const std::string& file);

/// rate-sides-crossed, for the first day of a pair and source on which the bid is above the ask.
[[nodiscard]] diagnostics find_crossed_sides(store::quote_staging& staging, const std::string& file);

/// inverted-pair-suspected, once a series of which most samples look inverted.
[[nodiscard]] diagnostics find_inverted(std::span<const sampled_series> series, const rate_table& known,
                                        std::span<const currency_code> pivots, const std::string& file);

}  // namespace outlay::importing
