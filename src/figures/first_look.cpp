#include "first_look.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace outlay::reading {

namespace {

std::uint32_t four_at(const char* place) {
    std::uint32_t four = 0;
    std::memcpy(&four, place, sizeof four);
    return four;
}

/// A block and what stands before it.
struct looked_at {
    std::string_view text;
    const byte_masks* block;
    std::size_t begin;             ///< its first byte
    std::uint64_t before_words, before_letters, before_latin, before_digits;
};

/// Words to be looked at, and places that want a second look in any case: other scripts, also where one goes on after
/// Latin letters, and what stands behind digits.
struct word_places {
    std::uint64_t asked, found;
};
[[gnu::always_inline]] inline word_places places_of(const looked_at& in) {
    const byte_masks& m = *in.block;
    const std::uint64_t begins = m.words & ~(m.words << 1U | in.before_words >> 63U);
    const std::uint64_t after_digit = m.digits << 1U | in.before_digits >> 63U | m.digits << 2U | in.before_digits >> 62U;
    const std::uint64_t in_a_word = m.letters << 1U | in.before_letters >> 63U | m.latin << 2U | in.before_latin >> 62U;
    return {begins & m.letters & ~after_digit, (begins & (~m.letters | after_digit)) | (m.leads & ~m.latin & ~m.wide & in_a_word)};
}

/// The words that may be money: by their first letters, or by capitals like a code's.
[[gnu::always_inline]] inline std::uint64_t words_of(const looked_at& in, std::uint64_t asked, const start_filter& words) {
    const byte_masks& m = *in.block;
    std::uint64_t found = 0;
    constexpr std::array<std::uint32_t, 5> own_letters{0, 0xFF, 0xFFFF, 0xFFFFFF, ~0U};
    // Three capitals, or a fourth one: what a code looks like.
    constexpr std::array<std::uint32_t, 5> small{~0U, ~0U, ~0U, 0x202020, 0x20000000};
    constexpr unsigned looked_at = 4;
    std::uint64_t rest = asked;
    for (; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(rest));
        if (place > block_size - looked_at) break;
        const std::uint32_t four = four_at(in.text.data() + in.begin + place);
        const unsigned letters = std::min(static_cast<unsigned>(std::countr_zero(~(m.letters >> place))), looked_at);
        const bool money = words.may_begin_small((four | 0x20202020U) & own_letters[letters]) || (four & small[letters]) == 0;
        const bool goes_on = letters < looked_at && (four >> (8 * letters) & 0x80U) != 0;
        found |= std::uint64_t{money || goes_on} << place;
    }
    for (; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(rest));
        const std::uint32_t four = four_at(in.text.data() + in.begin + place);
        found |= std::uint64_t{words.may_begin_word(four) || start_filter::may_be_code(four)} << place;
    }
    return found;
}

[[gnu::always_inline]] inline std::uint64_t wide_of(const looked_at& in, std::uint64_t asked, const start_filter& characters) {
    std::uint64_t found = 0;
    for (std::uint64_t rest = asked; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(rest));
        const std::size_t at = in.begin + place;
        const std::uint32_t four = four_at(in.text.data() + at);
        const bool money = (four & 0xFFU) >= 0xF0 || characters.begins_with(in.text, at, four);
        found |= std::uint64_t{money} << place;
    }
    return found;
}

/// `words` and `wide` say which of the places asked for are candidates.
template <class Words, class Wide>
[[gnu::always_inline]] inline void look(std::string_view text, std::span<byte_masks> masks, bool every_sign, const Words& words, const Wide& wide) {
    constexpr std::size_t read_behind = 4;
    byte_masks before;
    for (std::size_t b = 0; b < masks.size(); ++b) {
        byte_masks& m = masks[b];
        const looked_at in{text, &m, b * block_size, before.words, before.letters, before.latin, before.digits};
        const word_places places = places_of(in);
        m.candidates = places.found | m.signs;
        if ((b + 1) * block_size + read_behind > text.size()) {
            m.candidates |= places.asked | m.wide;
        } else {
            if (places.asked != 0) m.candidates |= words(in, places.asked);
            if (m.wide != 0) m.candidates |= wide(in);
        }
        if (every_sign) m.candidates |= ~(m.words | m.digits);
        before = m;
    }
}

void look_portable(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) {
    look(text, masks, tables.every_sign,
         [&](const looked_at& in, std::uint64_t asked) { return words_of(in, asked, *tables.words); },
         [&](const looked_at& in) { return wide_of(in, in.block->wide, *tables.characters); });
}

#if defined(__x86_64__)
#define OUTLAY_BITS __attribute__((target("bmi,bmi2,popcnt,avx2")))
#else
#define OUTLAY_BITS
#endif

OUTLAY_BITS void look_avx2(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) {
    look(text, masks, tables.every_sign,
         [&](const looked_at& in, std::uint64_t asked) OUTLAY_BITS { return words_of(in, asked, *tables.words); },
         [&](const looked_at& in) OUTLAY_BITS { return wide_of(in, in.block->wide, *tables.characters); });
}

OUTLAY_BITS void look_avx512(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) {
    look(text, masks, tables.every_sign,
         [&](const looked_at& in, std::uint64_t asked) OUTLAY_BITS { return looks::words_avx512(text.data() + in.begin, asked, tables.words->word_rows()); },
         [&](const looked_at& in) OUTLAY_BITS {
             const byte_masks& m = *in.block;
             const std::uint64_t in_table = m.syllables | m.kana | m.han;
             const std::uint64_t asked = (in_table & looks::wide_avx512(text.data() + in.begin, tables.wide)) | (m.wide & ~in_table);
             return wide_of(in, asked, *tables.characters);
         });
}

}  // namespace

void character_table::add(char32_t c) {
    const unsigned first = 0xE0U | c >> 12U, second = 0x80U | (c >> 6U & 0x3FU), third = 0x80U | (c & 0x3FU);
    of_thirds[(third ^ second << 6U) & 0x7FU] |= static_cast<std::uint8_t>(1U << ((first ^ second >> 1U) & 7U));
    of_seconds[(second ^ third << 3U) & 0x7FU] |= static_cast<std::uint8_t>(1U << ((first ^ third >> 3U) & 7U));
}

look_tables::look_tables(const start_filter& of_words, const start_filter& of_characters, bool signs)
    : words(&of_words), characters(&of_characters), every_sign(signs) {
    constexpr char32_t begin = 0x3000, end = 0xE000;
    for (char32_t c = begin; c < end; ++c)
        if (characters->begins_with(c)) wide.add(c);
}

void look_at(std::string_view text, std::span<byte_masks> masks, const look_tables& tables, instruction_set instructions) {
    if (instructions == instruction_set::avx512 && looks::has_avx512()) return look_avx512(text, masks, tables);
    instructions == instruction_set::portable ? look_portable(text, masks, tables) : look_avx2(text, masks, tables);
}

}  // namespace outlay::reading
