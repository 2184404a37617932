// equivalence: a sum stated twice, "2 trillion won ($1.57 billion)", and the exchange rate that it implies.
// Promises: exact rates; intervals from the rounding of what is written.
// Leaves out: whether the rate is right (audit.hpp).
#pragma once

#include <outlay/figures/read.hpp>
#include <outlay/rates/quote.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay {

/// What of two figures is compared: the one value of each, or of two ranges an end with the same end of the other.
enum class compared_end : std::uint8_t { none, lower, upper };
[[nodiscard]] std::string_view to_text(compared_end end);  ///< "" for none

/// Two figures of one text that state one sum in two currencies; `first` is the one converted from. Two ranges make two of
/// these, an end each. Of a band ("in the 700 trillions") every value it allows counts, and `implied` is that of the values written.
struct equivalence {
    std::size_t first = 0;   ///< indices into the figures
    std::size_t second = 0;
    currency_pair pair;      ///< in the direction the market quotes
    compared_end end = compared_end::none;
    ratio first_value;       ///< what is compared, as written
    ratio second_value;
    ratio implied;           ///< exact rate of the two values
    interval<ratio> rounded; ///< with the second sum as rounded as it is written, the first as exact; a second sum that is "about" so
                             ///< much is rounded to its last digit that is not zero (약 8000억), but by 5 % at the most
    interval<ratio> widened; ///< with both sums rounded to their last non-zero digit: what cannot be excluded
};

/// Pairs like "A (B)", "A, or B", "A (about B)", "A (B; C)" of different currencies, within one passage. What stands in brackets
/// must be the sum alone: "$10 million (€5 million came from Berlin)" is two sums.
[[nodiscard]] std::vector<equivalence> find_equivalences(const engine& data, std::string_view text,
                                                         const std::vector<figure>& figures);

/// Pairs that state one sum twice in one currency, in two scripts: "5000억 달러($500 billion)". Of them `implied` is
/// first / second, 1 where both say the same; the pair is the currency with itself.
[[nodiscard]] std::vector<equivalence> find_restatements(const engine& data, std::string_view text,
                                                         const std::vector<figure>& figures);

}  // namespace outlay
