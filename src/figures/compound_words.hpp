// compound_words: numbers and their currency written in one word ("fünfhunderttausendeuro", "8 mkr") in any language.
// Promises: never says no to such a word; most other words cost a few nanoseconds.
// Leaves out: what the number is (language/lexicon.hpp).
#pragma once

#include "start_filter.hpp"
#include "word_tails.hpp"

#include <outlay/language/lexicon.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::reading {

class compound_words {
public:
    /// The languages must outlive it.
    explicit compound_words(std::span<const lexicon> languages);
    compound_words(std::span<const lexicon> languages, compiled_arrays& from);

    /// False: no number of several pieces, and no currency after one, begins there.
    [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const { return heads_.may_begin(text, at); }
    [[nodiscard]] const start_filter& heads() const { return heads_; }
    /// True if the word is a number and a currency in some language; its ASCII letters go from `at` to `end`.
    [[nodiscard]] bool is_money(std::string_view text, std::size_t at, std::size_t end) const;

    template <class Visit>
    void each_array(Visit& visit) {
        heads_.each_array(visit);
        visit(currencies_);
        visit(first_currencies_);
        currency_tails_.each_array(visit);
        number_tails_.each_array(visit);
    }

private:
    struct pieces;
    void add(const lexicon& language, pieces& own, std::vector<std::uint16_t>& currencies);
    void add_head(const std::string& head, const pieces& own);
    [[nodiscard]] bool ends_in_currency(std::string_view text, std::size_t at, std::size_t end) const;
    [[nodiscard]] bool any_compound(std::string_view text, std::size_t at, std::size_t end) const;

    void keep_currencies(std::vector<std::uint16_t> phrases);

    std::vector<const lexicon*> languages_;           ///< those that write so
    start_filter heads_;                              ///< what such words begin with
    constant_array<std::uint16_t> currencies_;        ///< phrases of those languages, by their last bytes
    constant_array<std::uint16_t> first_currencies_;  ///< by a last byte, the first of them
    word_tails currency_tails_;
    word_tails number_tails_;                         ///< of what stands before a currency
};

}  // namespace outlay::reading
