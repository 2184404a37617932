// start_filter: which places of a text a set of words may begin at, by their first characters: four of ASCII, or two.
// Promises: never says no where a word begins, in whatever letters it is typed (case, accents of its first letters apart
//   excepted: is_loose_mark); says yes rarely enough to be worth asking. A few nanoseconds a question.
// Leaves out: whether a word does begin there (language/lexicon.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay::reading {

class start_filter {
public:
    start_filter();

    /// Adds a folded word. `endings` of its language, separated by spaces, may follow it in the same word; where the word
    /// is `open` anything may.
    void add(std::string_view word, std::string_view endings = {}, bool open = false);

    /// Adds every word that begins with a character beyond ASCII.
    void add_character(char32_t value);

    [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
        const auto byte = [&](std::size_t i) {
            return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
        };
        if (byte(0) >= 0x80) return beyond_ascii(text, at);
        if ((ascii_[(kinds_[byte(0)] * kinds + kinds_[byte(1)]) * kinds + kinds_[byte(2)]] >> kinds_[byte(3)] & 1U) ==
            0)
            return false;
        return kinds_[byte(1)] != beyond || goes_on_beyond(text, at);
    }

private:
    /// 26 letters in either case, any other ASCII, anything beyond.
    static constexpr std::size_t kinds = 28, other = 26, beyond = 27;
    static constexpr std::size_t pair_bits = 17;

    [[nodiscard]] bool beyond_ascii(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool goes_on_beyond(std::string_view text, std::size_t at) const;
    void add_ascii(std::string_view start, bool open);
    void add_beyond(std::string_view word);
    static std::size_t pair_key(char32_t first, char32_t second);

    std::array<std::uint8_t, 256> kinds_{};
    std::vector<std::uint32_t> ascii_;   ///< a bit a fourth character, by the three before
    std::vector<std::uint64_t> alone_;   ///< a bit a character of the first plane: words of one character
    std::vector<std::uint64_t> firsts_;  ///< likewise: first characters of longer words
    std::vector<std::uint64_t> pairs_;   ///< a bit a hash of the first two
};

/// Marks and digits that are read although no word of a language is written so: accents apart, full-width and other
/// scripts' digits and letters, what is passed over. Near a number they want a second look.
[[nodiscard]] bool is_loose_mark(char32_t value);

}  // namespace outlay::reading
