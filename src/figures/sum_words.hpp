// sum_words: the words of one language that sums of money are made of, and those beside a sum that change what it reads as.
// Promises: never says no to a word of such a phrase, wherever in it the word stands.
// Leaves out: endings of words, which only a search of the phrases knows (phrase_memory.hpp).
#pragma once

#include <outlay/language/lexicon.hpp>

#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace outlay::reading {

class sum_words {
public:
    /// Of a language and its companion, which may be null.
    sum_words(const lexicon& main, const lexicon* companion);

    [[nodiscard]] bool has_word(std::string_view written) const;
    [[nodiscard]] bool has_character(char32_t c) const { return c >= characters_.size() || characters_.test(c); }

private:
    void add(const lexicon& language);

    std::unordered_set<std::uint64_t> words_;  ///< hashes of the folded words
    std::bitset<0x10000> characters_;
};

}  // namespace outlay::reading
