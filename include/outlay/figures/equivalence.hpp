// equivalence: a sum stated twice, "2 trillion won ($1.57 billion)", and the exchange rate that it implies.
// Promises: exact rates; intervals from the rounding of what is written.
// Leaves out: whether the rate is right (audit.hpp).
#pragma once

#include <outlay/figures/read.hpp>
#include <outlay/rates/quote.hpp>

#include <vector>

namespace outlay {

/// Two figures of one text that state one sum in two currencies; `first` is the one converted from.
struct equivalence {
    std::size_t first = 0;   ///< indices into the figures
    std::size_t second = 0;
    currency_pair pair;      ///< in the direction the market quotes
    ratio implied;           ///< exact rate of the written values (of two ranges: of their upper ends)
    interval<ratio> rounded; ///< with the second sum as rounded as it is written, the first as exact
    interval<ratio> widened; ///< with both sums rounded to their last non-zero digit: what cannot be excluded
};

/// Pairs like "A (B)", "A, or B", "A (about B)" of different currencies.
[[nodiscard]] std::vector<equivalence> find_equivalences(const engine& data, std::string_view text,
                                                         const std::vector<figure>& figures);

/// Pairs that state one sum twice in one currency, in two scripts: "5000억 달러($500 billion)". Of them `implied` is
/// first / second, 1 where both say the same; the pair is the currency with itself.
[[nodiscard]] std::vector<equivalence> find_restatements(const engine& data, std::string_view text,
                                                         const std::vector<figure>& figures);

}  // namespace outlay
