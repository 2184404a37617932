// sum_words: the words of one language that sums of money are made of, and those beside a sum that change what it reads as.
// Promises: never says no to a word of such a phrase, wherever in it the word stands.
// Leaves out: endings of words, which only a search of the phrases knows (phrase_memory.hpp).
#pragma once

#include "base/constant_array.hpp"

#include <outlay/language/lexicon.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay::reading {

class sum_words {
public:
    /// Of a language and its companion, which may be null.
    sum_words(const lexicon& main, const lexicon* companion);

    [[nodiscard]] bool has_word(std::string_view written) const;
    [[nodiscard]] bool has_character(char32_t c) const { return c >= first_plane || characters_.test(c); }

private:
    static constexpr std::size_t first_plane = 0x10000;
    void add(const lexicon& language, std::vector<std::uint32_t>& hashes);
    void add_words(std::string_view text, std::vector<std::uint32_t>& hashes);
    [[nodiscard]] std::size_t place_of(std::uint32_t hash) const;

    std::vector<std::uint32_t> words_;  ///< a hash table of hashes of the folded words; 0: a free place
    bit_array characters_;
};

}  // namespace outlay::reading
