// word_votes: the phrases of all languages that are one word, by their letters.
// Promises: answers as longest_of_all (language/lexicon.hpp) does, or says that it cannot.
// Leaves out: what a word says of its language (language_finder.hpp).
#pragma once

#include "language/phrase_trie.hpp"

#include <outlay/language/lexicon.hpp>

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace outlay {
/// The array of the words that are compiled in.
[[nodiscard]] std::span<const compiled_array> embedded_vote_arrays();
}  // namespace outlay

namespace outlay::reading {

class word_votes {
public:
    explicit word_votes(const word_table& words);
    /// The same for any words, the compiled ones too.
    [[nodiscard]] static word_votes built(const word_table& words);

    /// The longest phrase of any language at `at`, which ends its word there, as longest_of_all.
    [[nodiscard]] lexicon::match search(std::string_view text, std::size_t at) const;

    /// The longest phrase of any language at `at`, where letters of a script with spaces go from there to `end`; outer
    /// nothing: only a search of all phrases can tell.
    [[nodiscard]] std::optional<lexicon::match> find(std::string_view text, std::size_t at, std::size_t end) const;

    template <class Visit>
    void each_array(Visit& visit) {
        visit(slots_);
    }

    /// True if a phrase may begin with all of the text and go on behind it.
    [[nodiscard]] bool goes_on(std::string_view text) const { return !trie_.holds() || trie_.find(text, 0).goes_on; }

private:
    struct slot {
        std::uint16_t named = 0;   ///< 1 + a phrase that begins with the word; 0: a free slot
        std::uint16_t found = 0;   ///< 1 + the phrase that is the word alone; 0: none is
        std::uint16_t tag = 0;     ///< of the word's hash
        std::uint8_t length = 0;   ///< bytes of the word
        std::uint8_t goes_on = 0;  ///< 1: a longer phrase begins with it
    };
    [[nodiscard]] std::string_view word_of(const slot& s) const {
        return words_.phrases[s.named - 1U].text.substr(0, s.length);
    }
    [[nodiscard]] std::size_t place_of(std::string_view word) const;

    word_votes(const word_table& words, constant_array<std::uint64_t> slots, phrase_trie trie);
    [[nodiscard]] slot slot_at(std::size_t n) const { return std::bit_cast<slot>(slots_[n]); }

    word_table words_;
    constant_array<std::uint64_t> slots_;  ///< a hash table of words
    phrase_trie trie_;
};

}  // namespace outlay::reading
