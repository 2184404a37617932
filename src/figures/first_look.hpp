// first_look: the places of a text that one look cannot tell to be no money: byte_masks::candidates.
// Promises: a bit where a word begins, a wide character or a sign, unless no word, symbol or code of money begins there; every kind of
//   vector instructions marks all places that the portable way marks, and some more.
// Leaves out: looking twice (anchor_finder.hpp).
#pragma once

#include "byte_masks.hpp"
#include "start_filter.hpp"

#include <span>
#include <string_view>

namespace outlay::reading {

/// What a look asks.
struct look_tables {
    const start_filter* words = nullptr;       ///< of ASCII letters
    const start_filter* characters = nullptr;  ///< wide ones that money begins with
    bool every_sign = false;                   ///< no sign is known not to be money's
};

/// Sets the candidates of all blocks.
void look_at(std::string_view text, std::span<byte_masks> masks, const look_tables& tables, instruction_set instructions);

}  // namespace outlay::reading
