// word_places: where words begin and end, by the masks of a text.
// Promises: a few instructions a word, however it lies in blocks.
// Leaves out: scripts without spaces, where every character is a place (first_look.hpp).
#pragma once

#include "base/ascii.hpp"
#include "byte_masks.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace outlay::reading {

/// Where words, and characters beyond ASCII that are not inside a Latin word, begin in a block.
[[nodiscard]] inline std::uint64_t starts_in(const masked_text& in, std::size_t block) {
    const byte_masks& m = in.masks[block];
    const byte_masks before = block > 0 ? in.masks[block - 1] : byte_masks{};
    const std::uint64_t in_a_word = (m.letters << 1U | before.letters >> 63U) | (m.latin << 2U | before.latin >> 62U);
    return ((m.letters | m.latin) & ~in_a_word) | (m.leads & ~m.latin);
}

[[nodiscard]] inline bool is_in_words(const masked_text& in, std::size_t at) {
    return (in.masks[at / block_size].words >> (at % block_size) & 1U) != 0;
}

/// A digit stands right before, or a byte before that.
[[nodiscard]] inline bool is_after_digit(std::string_view text, std::size_t at) {
    return (at > 0 && ascii::is_digit(text[at - 1])) || (at > 1 && ascii::is_digit(text[at - 2]));
}

/// Where the bytes of a word that begins at `at` end.
[[nodiscard]] inline std::size_t end_of_words(const masked_text& in, std::size_t at) {
    std::size_t block = at / block_size;
    std::size_t end = at + static_cast<std::size_t>(std::countr_one(in.masks[block].words >> (at % block_size)));
    while (end == (block + 1) * block_size && ++block < in.masks.size())
        end += static_cast<std::size_t>(std::countr_one(in.masks[block].words));
    return end;
}

/// Where the ASCII letters that begin at `at` end.
[[nodiscard]] inline std::size_t end_of_letters(const masked_text& in, std::size_t at) {
    std::size_t block = at / block_size;
    const auto run = static_cast<std::size_t>(std::countr_one(in.masks[block].letters >> (at % block_size)));
    std::size_t end = at + run;
    while (end == (block + 1) * block_size && ++block < in.masks.size())
        end += static_cast<std::size_t>(std::countr_one(in.masks[block].letters));
    return end;
}

}  // namespace outlay::reading
