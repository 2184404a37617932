// money_words: the words, codes apart, and the symbols of money of all languages, and where each ends in a text.
// Promises: every currency that the words of some language or the table of symbols name there is among the answers.
// Leaves out: which currency it is (language/lexicon.hpp, money/currency.hpp).
#pragma once

#include "language/phrase_trie.hpp"

#include <outlay/engine.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::reading {

class money_words {
public:
    /// The engine must outlive it.
    explicit money_words(const engine& data);

    /// True if `ask(end)` is true of the end of a phrase that begins at `at`.
    template <class Ask>
    [[nodiscard]] bool any_at(std::string_view text, std::size_t at, const Ask& ask) const {
        const auto found = trie_.find(text, at);
        for (std::size_t n = found.size; n > 0; --n) {
            const auto& [phrase, end] = found.all[n - 1];
            const std::uint8_t used = uses_[phrase];
            if (ends_word(text, end)) {
                if (ask(end)) return true;
                continue;
            }
            if (((used & unspaced) != 0 && !is_inside_latin(text, end)) || (used & (prefix | symbol)) != 0)
                if (ask(end)) return true;
            if ((used & inflected) != 0 && ask(end_of_letters(text, end))) return true;
        }
        return false;
    }

private:
    enum : std::uint8_t { inflected = 1, unspaced = 2, prefix = 4, symbol = 8 };
    using texts = std::map<std::string_view, std::uint8_t>;

    [[nodiscard]] texts collect(const engine& data);
    static bool is_inside_latin(std::string_view text, std::size_t at);
    static std::size_t end_of_letters(std::string_view text, std::size_t at);

    std::deque<std::string> symbols_;  ///< folded
    std::vector<std::uint8_t> uses_;   ///< of each text, how a language may use it
    phrase_trie trie_;
};

}  // namespace outlay::reading
