// compound_words: numbers and their currency written in one word ("fünfhunderttausendeuro", "8 mkr") in any language.
// Promises: never says no to such a word; most other words cost a few nanoseconds.
// Leaves out: what the number is (language/lexicon.hpp).
#pragma once

#include "start_filter.hpp"
#include "word_tails.hpp"

#include <outlay/engine.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::reading {

class compound_words {
public:
    /// The engine must outlive it.
    explicit compound_words(const engine& data);

    /// False: no number of several pieces, and no currency after one, begins there.
    [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const { return heads_.may_begin(text, at); }
    [[nodiscard]] const start_filter& heads() const { return heads_; }
    /// True if the word is a number and a currency in some language; its ASCII letters go from `at` to `end`.
    [[nodiscard]] bool is_money(std::string_view text, std::size_t at, std::size_t end) const;

private:
    struct pieces;
    void add(const lexicon& language, pieces& own);
    void add_head(const std::string& head, const pieces& own);
    [[nodiscard]] bool ends_in_currency(std::string_view text, std::size_t at, std::size_t end) const;
    [[nodiscard]] bool any_compound(std::string_view text, std::size_t at, std::size_t end) const;

    std::vector<const lexicon*> languages_;                     ///< those that write so
    start_filter heads_;                                        ///< what such words begin with
    std::array<std::vector<std::string_view>, 256> currencies_; ///< of those languages, by their last bytes
    word_tails currency_tails_;
    word_tails number_tails_;                                   ///< of what stands before a currency
};

}  // namespace outlay::reading
