// anchor_tables: what anchor_finder.hpp knows of the words and symbols of all languages.
// Promises: what is compiled in (the built-in words and currencies) costs nothing but the symbols; for others it is built.
// Leaves out: finding anything.
#pragma once

#include "byte_masks.hpp"
#include "compound_words.hpp"
#include "number_endings.hpp"
#include "phrase_insides.hpp"
#include "phrase_set.hpp"
#include "start_filter.hpp"

#include <outlay/language/lexicon.hpp>
#include <outlay/money/currency.hpp>

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {
/// The arrays of the tables of the words and currencies that are compiled in.
[[nodiscard]] std::span<const compiled_array> embedded_anchor_arrays();
}  // namespace outlay

namespace outlay::reading {

/// What both may be asked for.
[[nodiscard]] bool is_money_term(const term& t);
[[nodiscard]] bool is_number_term(const term& t);

class anchor_tables {
public:
    /// The languages must outlive it, and what the currencies point into.
    [[nodiscard]] static anchor_tables of(std::span<const lexicon> languages, const currency_table& currencies);
    /// The same for any words, the compiled ones too.
    [[nodiscard]] static anchor_tables built(std::span<const lexicon> languages, const currency_table& currencies) {
        return anchor_tables(languages, currencies);
    }

    template <class Visit>
    void each_array(Visit& visit) {
        insides_.each_array(visit);
        words_.each_array(visit);
        number_words_.each_array(visit);
        starts_.each_array(visit);
        numbers_.each_array(visit);
        compounds_.each_array(visit);
        openings_.each_array(visit);
        endings_.each_array(visit);
        visit(phrase_signs_);
        visit(abbreviation_texts_);
    }

protected:
    phrase_insides insides_;   ///< of all languages
    phrase_set words_;         ///< and symbols of money
    phrase_set number_words_;
    start_filter starts_;      ///< of words and symbols of money
    start_filter numbers_;     ///< words of numbers
    compound_words compounds_;
    start_filter openings_;    ///< of words that a closer look may find to be money
    number_endings endings_;

private:
    constant_array<std::uint8_t> phrase_signs_;        ///< signs of ASCII that phrases of money begin with
    constant_array<std::uint8_t> abbreviation_texts_;  ///< of abbreviations_, a line each

protected:
    std::vector<std::string_view> abbreviations_;  ///< sorted
    std::bitset<26 * 26 * 26> codes_;
    std::array<std::pair<std::uint16_t, std::uint16_t>, 256> symbols_{};  ///< by their first bytes, the rows of the table
    std::bitset<0x10000> symbol_starts_;
    std::size_t longest_abbreviation_ = 0;
    sign_bytes signs_{};
    bool many_signs_ = false;  ///< more than fit: every ASCII sign is looked at

    static std::size_t code_number(std::string_view letters) {
        return static_cast<std::size_t>((letters[0] - 'A') * 676 + (letters[1] - 'A') * 26 + (letters[2] - 'A'));
    }

private:
    struct gathered;
    anchor_tables(std::span<const lexicon> languages, const currency_table& currencies);
    anchor_tables(std::span<const lexicon> languages, const currency_table& currencies, compiled_arrays& from);
    void add_phrase(const lexicon& language, const phrase& p, std::span<const term> terms, gathered& more);
    void add_currencies(const currency_table& currencies);
    void add_sign(char sign);
    void list_abbreviations();
};

}  // namespace outlay::reading
