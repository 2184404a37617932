#include "start_filter.hpp"

#include "digits.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <utility>

namespace outlay::reading {

namespace {

constexpr std::size_t first_plane = 0x10000;

void set(std::vector<std::uint64_t>& bits, std::size_t n) { bits[n / 64] |= std::uint64_t{1} << (n % 64); }
bool get(const std::vector<std::uint64_t>& bits, std::size_t n) { return (bits[n / 64] >> (n % 64) & 1U) != 0; }

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

start_filter::start_filter()
    : ascii_(kinds * kinds * kinds),
      alone_(first_plane / 64),
      firsts_(first_plane / 64),
      pairs_((std::size_t{1} << pair_bits) / 64) {
    kinds_.fill(other);
    for (std::size_t c = 0; c < 26; ++c) kinds_['a' + c] = kinds_['A' + c] = static_cast<std::uint8_t>(c);
    for (std::size_t c = 0x80; c < 256; ++c) kinds_[c] = beyond;
}

void start_filter::add_character(char32_t value) { set(alone_, value); }

std::size_t start_filter::pair_key(char32_t first, char32_t second) {
    return static_cast<std::size_t>((first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> (32 - pair_bits)) &
           ((std::size_t{1} << pair_bits) - 1);
}

void start_filter::add(std::string_view word, std::string_view endings, bool open) {
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

/// A byte that is no letter may be typed in several ways (an apostrophe, a space).
void start_filter::add_ascii(std::string_view start, bool open) {
    std::array<std::uint32_t, 4> wanted{};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        constexpr std::uint32_t no_letter = 1U << other | 1U << beyond;
        if (i >= start.size()) {
            wanted[i] = open || (i > 0 && i > start.size()) ? (1U << kinds) - 1 : no_letter;
            continue;
        }
        const std::uint8_t kind = kinds_[static_cast<unsigned char>(start[i])];
        wanted[i] = kind < other ? 1U << kind | 1U << beyond : no_letter;
    }
    if (const code_point second = decode_at(start, 1); second.value >= 0x80)
        for (const char32_t two : written_as(second.value))
            set(pairs_, pair_key(static_cast<unsigned char>(start[0]), two));
    else if (open && start.size() == 1)
        set(alone_, static_cast<unsigned char>(start[0]));
    const auto fits = [&](std::size_t i, std::size_t kind) { return (wanted[i] >> kind & 1U) != 0; };
    for (std::size_t first = 0; first < beyond; ++first)
        for (std::size_t second = 0; fits(0, first) && second < kinds; ++second)
            for (std::size_t third = 0; fits(1, second) && third < kinds; ++third)
                if (fits(2, third)) ascii_[(first * kinds + second) * kinds + third] |= wanted[3];
}

void start_filter::add_beyond(std::string_view word) {
    const code_point first = decode_at(word, 0);
    const code_point second = decode_at(word, first.length);
    for (const char32_t one : written_as(first.value)) {
        if (one >= first_plane) continue;
        if (second.length == 0 || second.value < 0x80 || is_space(second.value)) {
            set(alone_, one);
            continue;
        }
        set(firsts_, one);
        for (const char32_t two : written_as(second.value)) set(pairs_, pair_key(one, two));
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

/// After an ASCII letter, with a character beyond ASCII behind it: a letter must be that of a word.
bool start_filter::goes_on_beyond(std::string_view text, std::size_t at) const {
    const auto first =
        static_cast<unsigned char>(text[at]) | (is_letter(static_cast<unsigned char>(text[at])) ? 0x20U : 0U);
    const char32_t second = quick_character(text, at + 1);
    const bool latin = second >= 0xC0 && second < 0x250;
    return !latin || second == 0x130 || second == 0x131 || get(alone_, first) || get(pairs_, pair_key(first, second));
}

bool start_filter::beyond_ascii(std::string_view text, std::size_t at) const {
    const char32_t first = quick_character(text, at);
    if (get(alone_, first)) return true;
    if (!get(firsts_, first)) return false;
    const std::size_t next = at + (first < 0x800 ? 2 : 3);
    if (next >= text.size()) return false;
    const char32_t second = static_cast<unsigned char>(text[next]) < 0x80 ? static_cast<unsigned char>(text[next])
                                                                          : quick_character(text, next);
    return get(pairs_, pair_key(first, second));
}

bool is_loose_mark(char32_t c) {
    if (c < 0x80) return false;
    return (c >= 0x300 && c < 0x370) || (c >= 0x591 && c < 0x5C8) || c == 0x640 || (c >= 0x64B && c < 0x671) ||
           c == 0x93C || c == 0x9BC || c == 0xA3C || c == 0x3099 || c == 0x309A || (c >= 0x1100 && c < 0x1200) ||
           (c >= 0xFF00 && c < 0xFFF0 && c != 0xFF0C && c != 0xFF08 && c != 0xFF09 && c != 0xFF1A && c != 0xFF1B &&
            c != 0xFF01 && c != 0xFF1F) ||
           is_ignorable(c) || digit_value(c) >= 0;
}

}  // namespace outlay::reading
