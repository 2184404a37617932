// currency_meant: the codes of the currencies that a word or a symbol names ("WON", "dollars", "원", "￦"), to suggest them
//   where a code is wanted.
// Promises: the usual meaning first, three at most; empty for any other word.
// Leaves out: reading amounts (outlay/figures/read.hpp).
#pragma once

#include <outlay/engine.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace outlay {

[[nodiscard]] std::vector<std::string> currencies_meant(const engine& data, std::string_view word);

/// read_code() of the table of currencies, whose near misses are those that the word names where it names any.
[[nodiscard]] result<currency_code> read_currency(const engine& data, std::string_view written, std::optional<place> where);

}  // namespace outlay
