// known_value: what is known of a pair about a day: not to convert with, but to tell a value from its inverse.
// Promises: exact. Leaves out: what a value that is far from it means (given_check.hpp, import/inversion.hpp).
#pragma once

#include <outlay/rates/rate_table.hpp>

#include <optional>
#include <span>
#include <string>

namespace outlay {

/// Of a day or of one as near as there is.
struct known_value {
    ratio value;
    std::int64_t days_apart = 0;
    date day;
    std::string source;
};

/// A quote of the pair or its inverse, a peg, or a cross whose legs need not be of one day.
[[nodiscard]] std::optional<known_value> find_known_value(const rate_table& table,
                                                          std::span<const currency_code> pivots,
                                                          const currency_pair& pair, date day);

/// How many times one of two values is the other: 1 if they are one.
[[nodiscard]] ratio distance(const ratio& a, const ratio& b);

}  // namespace outlay
