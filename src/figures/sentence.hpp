// sentence: the part of a passage that a figure cannot reach beyond.
// Promises: no phrase, number, date or range of any language goes across its ends; where that is not certain, it goes on.
// Leaves out: grammar.
#pragma once

#include "anchor_finder.hpp"
#include "passage.hpp"

#include <string_view>

namespace outlay::reading {

/// The sentence of a passage that byte `at` lies in.
[[nodiscard]] passage sentence_at(const anchor_finder& words, std::string_view text, const passage& within,
                                  std::size_t at);

}  // namespace outlay::reading
