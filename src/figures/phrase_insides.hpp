// phrase_insides: what phrases look like inside and at their ends, so that reading can begin in the middle of a text.
// Promises: never says no where a phrase lies; a few nanoseconds a question.
// Leaves out: which phrase it is (language/lexicon.hpp).
#pragma once

#include "start_filter.hpp"

#include <outlay/language/lexicon.hpp>

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace outlay::reading {

class phrase_insides {
public:
    phrase_insides();
    explicit phrase_insides(compiled_arrays& from)
        : words_(from), characters_(from), tails_(from), short_tails_(from) {}
    explicit phrase_insides(const lexicon& language);

    /// A phrase and its terms in the language.
    void add(const lexicon& language, const phrase& p, std::span<const term> terms);
    /// Only what may_end_number asks for.
    void add_ending(const lexicon& language, const phrase& p, std::span<const term> terms);

    /// True for what stands before a currency, if its number does.
    [[nodiscard]] static bool leads_to_currency(const term& t);

    /// False: no phrase begins before a word that begins here and goes on in it.
    [[nodiscard]] bool may_go_on_at(std::string_view text, std::size_t at) const { return words_.may_begin(text, at); }
    /// False: what ends there, spaces apart, is no number and nothing that stands between a number and its currency.
    [[nodiscard]] bool may_end_number(std::string_view text, std::size_t at) const;
    /// False: no phrase has this character but at its beginning.
    [[nodiscard]] bool may_hold(char32_t c) const {
        return c >= 0x10000 || characters_.test(c);
    }

    template <class Visit>
    void each_array(Visit& visit) {
        words_.each_array(visit);
        for (bit_array* own : {&characters_, &tails_, &short_tails_}) own->each_array(visit);
    }

    /// Bytes from the beginning of a word that says what a sum is per to the sum's end, at most.
    static constexpr std::size_t reach_of_far_words = 64;
    /// False: no such word that may stand apart from its sum (term_open) is in the text.
    [[nodiscard]] bool has_far_words(std::string_view text) const;
    /// False: no country begins with what begins here.
    [[nodiscard]] bool may_be_country(std::string_view text, std::size_t at) const { return countries_.may_begin(text, at); }

private:
    void add_tail(std::string_view word);
    static std::size_t tail_of(std::string_view text, std::size_t end);
    static std::size_t far_start_of(const char* text);
    static std::size_t short_tail_of(std::string_view word, std::size_t letters);

    small_start_filter words_;
    bit_array characters_;   ///< behind the first one of a phrase
    bit_array tails_;        ///< a hash of the last letters of what may stand before a currency
    bit_array short_tails_;  ///< likewise, of words of one or two letters that other words may end in
    std::vector<std::string_view> far_words_;  ///< what a sum is per, that may stand apart from it
    std::bitset<0x400> far_starts_;            ///< hashes of their first three bytes
    small_start_filter countries_;
};

}  // namespace outlay::reading
