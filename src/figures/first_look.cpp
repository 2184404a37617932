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

/// The beginnings of words that may be money: by their first letters, by the digits before them, by capitals like a code's.
[[gnu::always_inline]] inline std::uint64_t words_of(const looked_at& in, const start_filter& words) {
    const byte_masks& m = *in.block;
    const std::uint64_t begins = m.words & ~(m.words << 1U | in.before_words >> 63U);
    const std::uint64_t after_digit = m.digits << 1U | in.before_digits >> 63U | m.digits << 2U | in.before_digits >> 62U;
    const std::uint64_t in_a_word = m.letters << 1U | in.before_letters >> 63U | m.latin << 2U | in.before_latin >> 62U;
    // Other scripts, also where one goes on after Latin letters.
    std::uint64_t found = (begins & (~m.letters | after_digit)) | (m.leads & ~m.latin & ~m.wide & in_a_word);
    constexpr std::array<std::uint32_t, 5> own_letters{0, 0xFF, 0xFFFF, 0xFFFFFF, ~0U};
    // Three capitals, or a fourth one: what a code looks like.
    constexpr std::array<std::uint32_t, 5> small{~0U, ~0U, ~0U, 0x202020, 0x20000000};
    constexpr unsigned looked_at = 4;
    std::uint64_t rest = begins & m.letters & ~after_digit;
    for (; rest != 0; rest &= rest - 1) {
        const auto place = static_cast<unsigned>(std::countr_zero(rest));
        if (place > block_size - looked_at) break;
        const std::uint32_t four = four_at(in.text.data() + in.begin + place);
        const unsigned letters = std::min(static_cast<unsigned>(std::countr_zero(~(m.letters >> place))), looked_at);
        const bool money = words.may_begin_small((four | 0x20202020U) & own_letters[letters]) || (four & small[letters]) == 0;
        const bool goes_on = (m.leads >> (place + letters - 1) >> 1U & 1U) != 0 && letters < looked_at;
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

[[gnu::always_inline]] inline void look(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) {
    constexpr std::size_t least = sizeof(std::uint32_t);
    byte_masks before;
    for (std::size_t b = 0; b < masks.size(); ++b) {
        byte_masks& m = masks[b];
        const looked_at in{text, &m, b * block_size, before.words, before.letters, before.latin, before.digits};
        if ((b + 1) * block_size + least > text.size()) {  // the last bytes cannot be looked at, four at a time
            m.candidates = (m.words & ~(m.words << 1U | before.words >> 63U)) | (m.leads & ~m.latin) | m.wide | m.signs;
        } else {
            m.candidates = words_of(in, *tables.words) | m.signs;
            if (m.wide != 0) m.candidates |= wide_of(in, m.wide, *tables.characters);
        }
        if (tables.every_sign) m.candidates |= ~(m.words | m.digits);
        before = m;
    }
}

void look_portable(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) { look(text, masks, tables); }

#if defined(__x86_64__)
__attribute__((target("bmi,bmi2,popcnt,avx2"))) void look_avx2(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) {
    look(text, masks, tables);
}
#else
void look_avx2(std::string_view text, std::span<byte_masks> masks, const look_tables& tables) { look(text, masks, tables); }
#endif

}  // namespace

void look_at(std::string_view text, std::span<byte_masks> masks, const look_tables& tables, instruction_set instructions) {
    instructions == instruction_set::portable ? look_portable(text, masks, tables) : look_avx2(text, masks, tables);
}

}  // namespace outlay::reading
