// first_look: the places of a text that one look cannot tell to be no money: byte_masks::candidates.
// Promises: a bit where a word begins, a wide character or a sign, unless no word, symbol or code of money begins there; every kind of
//   vector instructions marks all places that the portable way marks, and some more.
// Leaves out: looking twice (anchor_finder.hpp).
#pragma once

#include "byte_masks.hpp"
#include "start_filter.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace outlay::reading {

/// A set of characters from U+3000 to U+DFFF, in two tables of which each says no to most others.
struct character_table {
    std::array<std::uint8_t, 128> of_thirds{}, of_seconds{};
    void add(char32_t c);
};

/// What a look asks. The filters must outlive it.
struct look_tables {
    look_tables() = default;
    look_tables(const start_filter& of_words, const start_filter& of_characters, bool signs);

    const start_filter* words = nullptr;       ///< of ASCII letters
    const start_filter* characters = nullptr;  ///< wide ones that money begins with
    character_table wide;                      ///< some of those
    bool every_sign = false;                   ///< no sign is known not to be money's
};

/// Sets the candidates of all blocks.
void look_at(std::string_view text, std::span<byte_masks> masks, const look_tables& tables, instruction_set instructions);

namespace looks {
[[nodiscard]] bool has_avx512();
/// Of the words of ASCII letters that begin in a block, those that the rows of a filter know; 3 bytes behind it are read.
[[nodiscard]] std::uint64_t words_avx512(const char* block, std::uint64_t begins, const std::uint64_t* words);
/// Where characters of the table, and some others, begin in a block; 2 bytes behind it are read.
[[nodiscard]] std::uint64_t wide_avx512(const char* block, const character_table& table);
}  // namespace looks

}  // namespace outlay::reading
