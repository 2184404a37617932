// start_filter: which places of a text a set of words may begin at, by their first characters: four of ASCII, or two.
// Promises: never says no where a word begins, in whatever letters it is typed (case, accents of its first letters apart
//   excepted: is_loose_mark); says yes rarely enough to be worth asking. A few nanoseconds a question.
// Leaves out: whether a word does begin there (language/lexicon.hpp).
#pragma once

#include "base/constant_array.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace outlay::reading {

/// The bits of the hashes of words and of pairs, and of a character; fewer take less memory and say yes more often.
template <unsigned WordBits, unsigned PairBits, unsigned CharacterBits>
class basic_start_filter {
public:
    static constexpr unsigned word_bits = WordBits;
    static constexpr std::uint32_t multiplier = 0x9E3779B1U;
    /// A bit a hash of the first letters of words: of up to four, small, the first one lowest, zeros behind them, times the
    /// multiplier, the highest word_bits bits.
    [[nodiscard]] const std::uint64_t* word_rows() const { return words_.rows(); }
    /// True if a word begins with the character, of the first plane.
    [[nodiscard]] bool begins_with(char32_t c) const { return any_.test(place_of(c)); }

    basic_start_filter();
    explicit basic_start_filter(compiled_arrays& from)
        : signs_(from), words_(from), any_(from), alone_(from), firsts_(from), pairs_(from) {}

    /// Adds a folded word. `endings` of its language, separated by spaces, may follow it in the same word; where the word
    /// is `open` anything may.
    void add(std::string_view word, std::string_view endings = {}, bool open = false);

    /// Adds what words begin with; it is no word itself.
    void add_beginning(std::string_view letters);

    /// Adds every word that begins with a character beyond ASCII.
    void add_character(char32_t value);

    [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
        if (at >= text.size()) return false;
        const auto first = static_cast<unsigned char>(text[at]);
        if (first >= 0x80) return beyond_ascii(text, at);
        if (!is_ascii_letter(first)) return signs_.test(first);
        std::uint32_t four = 0;
        if (text.size() - at >= sizeof four)
            std::memcpy(&four, text.data() + at, sizeof four);
        else
            std::memcpy(&four, text.data() + at, text.size() - at);
        return begins_word(text, at, four);
    }
    /// The same where an ASCII letter is at `at`; `four` are the bytes there, the first one lowest.
    [[nodiscard]] bool begins_word(std::string_view text, std::size_t at, std::uint32_t four) const {
        const unsigned letters = letters_of(four);
        if (letters == 4) return words_.test(word_key(four, 4, ended));
        const auto next = static_cast<unsigned char>(four >> (8 * letters));
        return next < 0x80 ? words_.test(word_key(four, letters, ended)) : goes_on_beyond(text, at, four, letters);
    }
    /// Takes over the words of ASCII letters of another one.
    void add_words_of(const basic_start_filter& other);
    /// False: no word of ASCII letters of it begins with these bytes, the first of which is a letter.
    [[nodiscard]] bool may_begin_word(std::uint32_t four) const {
        const unsigned letters = letters_of(four);
        const bool ascii = letters == 4 || (four >> (8 * letters) & 0x80U) == 0;
        return !ascii || words_.test(word_key(four, letters, ended));
    }
    /// The same of up to four small letters, zeros behind them, that other ASCII follows.
    [[nodiscard]] bool may_begin_small(std::uint32_t letters) const { return words_.test(letters * multiplier >> (32 - word_bits)); }
    /// False: none of the words begins with the character of three bytes there, or with it and
    /// the next.
    [[nodiscard]] bool begins_with(std::string_view text, std::size_t at, std::uint32_t four) const {
        const std::uint32_t c = wide(four);
        if (!any_.test(place_of(c))) return false;
        if (alone_.test(place_of(c)) || text.size() - at < 7) return true;
        std::uint32_t next = 0;
        std::memcpy(&next, text.data() + at + 3, sizeof next);
        return (next & 0xF0U) != 0xE0U || pairs_.test(pair_key(c, wide(next)));
    }

    /// False for all but "USD", "kUSD": three capitals, or a fourth one.
    [[nodiscard]] static bool may_be_code(std::uint32_t four) {
        const unsigned letters = letters_of(four);
        return letters == 4 ? (four & 0x20000000U) == 0 : letters == 3 && (four & 0x202020U) == 0;
    }

    /// How many of four bytes, from the first on, are ASCII letters.
    static unsigned letters_of(std::uint32_t four) {
        const std::uint32_t low = (four | 0x20202020U) & 0x7F7F7F7FU;
        const std::uint32_t is_letter = (low + 0x1F1F1F1FU) & ~(low + 0x05050505U) & ~four;
        constexpr std::uint64_t stop = std::uint64_t{1} << 39U;
        return static_cast<unsigned>(std::countr_zero((~is_letter & 0x80808080U) | stop)) / 8;
    }

    template <class Visit>
    void each_array(Visit& visit) {
        for (bit_array* own : {&signs_, &words_, &any_, &alone_, &firsts_, &pairs_}) own->each_array(visit);
    }

private:
    /// What follows the letters of a word that are looked at.
    enum following : std::uint32_t { ended = 0, any_mark = 1, any_letter = 2 };
    static constexpr unsigned pair_bits = PairBits;
    /// The place of a character of the first plane.
    static std::size_t place_of(char32_t c) { return c & ((1U << CharacterBits) - 1); }

    static bool is_ascii_letter(unsigned char c) { return static_cast<unsigned char>((c | 0x20U) - 'a') < 26; }
    /// A hash of so many letters, in lower case, and what follows them.
    static std::size_t word_key(std::uint32_t four, unsigned letters, std::uint32_t then) {
        const std::uint32_t own = (four | 0x20202020U) & (letters == 4 ? ~0U : (1U << (8 * letters)) - 1);
        const std::uint32_t key = letters == 4 ? own : own | then << (8 * letters);
        return key * multiplier >> (32 - word_bits);
    }

    [[nodiscard]] bool beyond_ascii(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool goes_on_beyond(std::string_view text, std::size_t at, std::uint32_t four, unsigned letters) const;
    void add_ascii(std::string_view start, bool open);
    void add_open(std::uint32_t four, unsigned letters);
    void add_beyond(std::string_view word);
    /// The character of three bytes, the first one lowest.
    static std::uint32_t wide(std::uint32_t bytes) {
        return (bytes & 0x0FU) << 12U | (bytes >> 2U & 0xFC0U) | (bytes >> 16U & 0x3FU);
    }
    static std::size_t pair_key(char32_t first, char32_t second) {
        return static_cast<std::size_t>((first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> (32 - pair_bits)) &
               ((std::size_t{1} << pair_bits) - 1);
    }

    bit_array signs_;   ///< first bytes of words that begin with no letter
    bit_array words_;   ///< a bit a hash of the first letters of ASCII
    bit_array any_;     ///< a bit a character of the first plane that a word begins with
    bit_array alone_;   ///< a bit a character of the first plane: words of one character
    bit_array firsts_;  ///< likewise: first characters of longer words
    bit_array pairs_;   ///< a bit a hash of the first two, or of letters and one beyond ASCII
};

extern template class basic_start_filter<18, 17, 16>;
extern template class basic_start_filter<16, 14, 13>;
/// Of all languages.
using start_filter = basic_start_filter<18, 17, 16>;
/// Of a part of one language's words.
using small_start_filter = basic_start_filter<16, 14, 13>;

/// Marks and digits that are read although no word of a language is written so: accents apart, full-width and other
/// scripts' digits and letters, what is passed over. Near a number they want a second look.
[[nodiscard]] bool is_loose_mark(char32_t value);

}  // namespace outlay::reading
