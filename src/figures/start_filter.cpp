#include "start_filter.hpp"

#include "digits.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace outlay::reading {

namespace {

constexpr std::size_t first_plane = 0x10000;

/// The characters that fold to another one, by that one. Only Latin, Greek, Cyrillic and marks beyond have case.
const std::vector<std::pair<char32_t, char32_t>>& folding_to() {
    static const auto table = [] {
        std::vector<std::pair<char32_t, char32_t>> made;
        const auto add = [&](char32_t first, char32_t last) {
            for (char32_t c = first; c <= last; ++c)
                if (fold(c) != c) made.emplace_back(fold(c), c);
        };
        add(0x80, 0x9FF);
        add(0x1E00, 0x1EFF);
        add(0x2010, 0x202F);
        std::sort(made.begin(), made.end());
        return made;
    }();
    return table;
}

/// The characters that fold to this one, itself too.
std::vector<char32_t> written_as(char32_t folded) {
    std::vector<char32_t> all{folded};
    const auto& table = folding_to();
    for (auto row = std::lower_bound(table.begin(), table.end(), std::pair(folded, char32_t{0}));
         row != table.end() && row->first == folded; ++row)
        all.push_back(row->second);
    return all;
}

}  // namespace

template <unsigned W, unsigned P, unsigned C>
basic_start_filter<W, P, C>::basic_start_filter()
    : signs_(0x80),
      words_(std::size_t{1} << word_bits),
      any_(std::size_t{1} << C),
      alone_(std::size_t{1} << C),
      firsts_(std::size_t{1} << C),
      pairs_(std::size_t{1} << pair_bits) {}

template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_words_of(const basic_start_filter& other) { words_.set_all_of(other.words_); }

template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_character(char32_t value) {
    any_.set(place_of(value));
    alone_.set(place_of(value));
}

template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add(std::string_view word, std::string_view endings, bool open) {
    if (word.empty()) return;
    if (static_cast<unsigned char>(word.front()) >= 0x80) return add_beyond(word);
    add_ascii(word, open);
    constexpr std::size_t looked_at = 4;
    while (word.size() < looked_at && !endings.empty()) {
        const std::string_view ending = endings.substr(0, std::min(endings.find(' '), endings.size()));
        endings.remove_prefix(std::min(ending.size() + 1, endings.size()));
        add_ascii(std::string(word) + std::string(ending), false);
    }
}

/// A word of ASCII letters at its beginning; a sign in it may be typed in several ways (an apostrophe, a space).
template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_ascii(std::string_view start, bool open) {
    const auto first = static_cast<unsigned char>(start[0]);
    if (!is_ascii_letter(first)) {
        signs_.set(first);
        return;
    }
    std::uint32_t four = 0;
    std::memcpy(&four, start.data(), std::min(start.size(), sizeof four));
    const unsigned letters = letters_of(four);
    if ((first | 0x20U) == 'i') add_character(0x130);  // the capital with a dot: the one letter beyond ASCII that folds to it
    for (unsigned n = 1; n < 4 && n <= letters; ++n) words_.set(word_key(four, n, any_mark));
    words_.set(word_key(four, letters, ended));
    if (letters == 4) return;
    if (const code_point next = decode_at(start, letters); next.value >= 0x80)
        for (const char32_t written : written_as(next.value))
            pairs_.set(pair_key(static_cast<char32_t>(word_key(four, letters, any_letter)), written));
    else if (open && letters == start.size())
        add_open(four, letters);
}

template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_beginning(std::string_view letters) {
    std::uint32_t four = 0;
    std::memcpy(&four, letters.data(), std::min(letters.size(), sizeof four));
    const unsigned own = static_cast<unsigned char>(letters[0]) < 0x80 ? letters_of(four) : 0;
    if (own == 0 || own == 4 || own < letters.size()) return add(letters, {}, true);
    for (unsigned n = 1; n <= own; ++n) words_.set(word_key(four, n, any_mark));
    for (char c = 'a'; c <= 'z'; ++c) add(std::string(letters) + c, {}, true);
    words_.set(word_key(four, own, any_letter));
}

/// Any letter may come next: all of ASCII are as good as typed.
template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_open(std::uint32_t four, unsigned letters) {
    words_.set(word_key(four, letters, ended));
    words_.set(word_key(four, letters, any_letter));
    const std::uint32_t own = four & ((1U << (8 * letters)) - 1);
    for (std::uint32_t c = 'a'; letters < 4 && c <= 'z'; ++c) {
        if (letters == 3)
            words_.set(word_key(own | c << 24U, 4, ended));
        else
            add_open(own | c << (8 * letters), letters + 1);
    }
}

template <unsigned W, unsigned P, unsigned C>
void basic_start_filter<W, P, C>::add_beyond(std::string_view word) {
    const code_point first = decode_at(word, 0);
    const code_point second = decode_at(word, first.length);
    for (const char32_t one : written_as(first.value)) {
        if (one >= first_plane) continue;
        any_.set(place_of(one));
        if (second.length == 0 || second.value < 0x80 || is_space(second.value)) {
            alone_.set(place_of(one));
            continue;
        }
        firsts_.set(place_of(one));
        for (const char32_t two : written_as(second.value)) pairs_.set(pair_key(one, two));
    }
}

namespace {

/// The character of two or three bytes at `at`, whose bytes are not looked at twice; others are 0.
char32_t quick_character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    const std::size_t left = text.size() - at;
    if (left >= 3 && byte(0) >= 0xE0 && byte(0) < 0xF0)
        return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (left >= 2 && byte(0) >= 0xC0 && byte(0) < 0xE0) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    return 0;
}

}  // namespace

/// After ASCII letters, with a character beyond ASCII behind them.
template <unsigned W, unsigned P, unsigned C>
bool basic_start_filter<W, P, C>::goes_on_beyond(std::string_view text, std::size_t at, std::uint32_t four, unsigned letters) const {
    const std::size_t then = at + letters + 1;
    const bool broken = then >= text.size() || (static_cast<unsigned char>(text[then]) & 0xC0U) != 0x80;
    if (broken) return words_.test(word_key(four, letters, ended));  // a byte that is no character ends the word
    const char32_t next = quick_character(text, at + letters);
    const bool latin = next >= 0xC0 && next < 0x250 && next != 0xD7 && next != 0xF7 && next != 0x130 && next != 0x131 && next != 0x17F;
    if (latin)
        return words_.test(word_key(four, letters, any_letter)) ||
               pairs_.test(pair_key(static_cast<char32_t>(word_key(four, letters, any_letter)), next));
    if (next >= 0x2E80 && next < 0xFF00 && words_.test(word_key(four, letters, ended))) return true;
    return words_.test(word_key(four, letters, any_mark)) ||
           pairs_.test(pair_key(static_cast<char32_t>(word_key(four, letters, any_letter)), next));
}

template <unsigned W, unsigned P, unsigned C>
bool basic_start_filter<W, P, C>::beyond_ascii(std::string_view text, std::size_t at) const {
    const char32_t first = quick_character(text, at);
    if (alone_.test(place_of(first))) return true;
    if (!firsts_.test(place_of(first))) return false;
    const std::size_t next = at + (first < 0x800 ? 2 : 3);
    if (next >= text.size()) return false;
    const char32_t second = static_cast<unsigned char>(text[next]) < 0x80 ? static_cast<unsigned char>(text[next])
                                                                          : quick_character(text, next);
    return pairs_.test(pair_key(first, second));
}

template class basic_start_filter<18, 17, 16>;
template class basic_start_filter<16, 14, 13>;

bool is_loose_mark(char32_t c) {
    if (c < 0x80) return false;
    return (c >= 0x300 && c < 0x370) || (c >= 0x591 && c < 0x5C8) || c == 0x640 || (c >= 0x64B && c < 0x671) ||
           c == 0x93C || c == 0x9BC || c == 0xA3C || c == 0x3099 || c == 0x309A || (c >= 0x1100 && c < 0x1200) ||
           (c >= 0xFF00 && c < 0xFFF0 && c != 0xFF0C && c != 0xFF08 && c != 0xFF09 && c != 0xFF1A && c != 0xFF1B &&
            c != 0xFF01 && c != 0xFF1F) ||
           is_ignorable(c) || digit_value(c) >= 0;
}

}  // namespace outlay::reading
