// number_endings: which words of ASCII letters may end a number of some language, or what stands between one and its currency.
// Promises: never says no to such a word.
// Leaves out: other letters (phrase_insides.hpp).
#pragma once

#include "compound_words.hpp"
#include "start_filter.hpp"
#include "word_tails.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace outlay::reading {

class number_endings {
public:
    explicit number_endings(compiled_arrays& from) : words_(from), stems_(from), tails_(from) {}
    explicit number_endings(std::span<const lexicon> languages);

    /// The word from `begin` to `end`.
    [[nodiscard]] bool may_end(std::string_view text, std::size_t begin, std::size_t end, const compound_words& compounds) const {
        return words_.test(key_of(text.substr(begin, end - begin))) || stems_.may_begin(text, begin) ||
               (tails_.may_end(text, begin, end) && compounds.may_begin(text, begin));
    }

    template <class Visit>
    void each_array(Visit& visit) {
        words_.each_array(visit);
        stems_.each_array(visit);
        tails_.each_array(visit);
    }

private:
    static constexpr unsigned key_bits = 17;
    static std::size_t key_of(std::string_view word);
    void add(const lexicon& language, std::string_view last_word);

    bit_array words_;      ///< a hash of whole words, in lower case
    start_filter stems_;   ///< of words that endings may follow
    word_tails tails_;     ///< of words that others may stand before
};

}  // namespace outlay::reading
