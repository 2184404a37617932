#include "byte_masks.hpp"

#include <cstring>

namespace outlay::reading {

namespace masks {

void portable(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    for (std::size_t b = 0; b < blocks; ++b) {
        byte_masks made;
        for (std::size_t i = 0; i < block_size; ++i) {
            const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[b * block_size + i + n]); };
            const unsigned c = byte(0), second = byte(1);
            const auto put = [&](std::uint64_t& mask, bool is) { mask |= std::uint64_t{is} << i; };
            put(made.digits, c >= '0' && c <= '9');
            put(made.letters, (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
            put(made.words, ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') || c >= 0x80);
            put(made.leads, c >= 0xC2);
            put(made.latin, leads_latin(c, second));
            put(made.wide, c >= 0xE2);
            put(made.western, (c >= 0xC2 && c < last_of_latin) || c == 0xE2);
            put(made.syllables, (c == 0xEA && second >= 0xB0) || c == 0xEB || c == 0xEC || (c == 0xED && second <= 0x9D));
            put(made.kana, c == 0xE3 && second >= 0x81 && second <= 0x83);
            put(made.han, c >= 0xE4 && c <= 0xE9 && !(c == 0xE4 && second == 0xB7));
            put(made.neutral, c == 0xE2 || (c == 0xE3 && second == 0x80) || (c == 0xEF && second == 0xBC && byte(2) <= 0x8F));
            for (const char s : signs) put(made.signs, s != 0 && text[b * block_size + i] == s);
        }
        out[b] = made;
    }
}

}  // namespace masks

namespace {

/// Leaves to `words` what is no part of a wide character, to `latin` the leads that a character follows: broken ones take no
/// letters from what stands behind them.
void part_words(std::vector<byte_masks>& made) {
    std::uint64_t before = 0;
    for (std::size_t b = 0; b < made.size(); ++b) {
        byte_masks& m = made[b];
        const std::uint64_t beyond = m.words & ~m.letters;
        const std::uint64_t next = b + 1 < made.size() ? made[b + 1].words & ~made[b + 1].letters : 0;
        m.latin &= beyond >> 1U | next << 63U;
        const std::uint64_t in_wide = m.wide | m.wide << 1U | m.wide << 2U | before >> 63U | before >> 62U;
        m.words = m.letters | (m.leads & ~m.wide) | (m.words & ~in_wide);
        before = m.wide;
    }
}

}  // namespace

std::vector<byte_masks> masks_of(std::string_view text, const sign_bytes& signs, instruction_set instructions) {
    const auto classify = instructions == instruction_set::avx512 ? masks::avx512
                          : instructions == instruction_set::avx2 ? masks::avx2
                                                                  : masks::portable;
    constexpr std::size_t looked_at_behind = 2;
    const std::size_t whole = text.size() < looked_at_behind ? 0 : (text.size() - looked_at_behind) / block_size;
    std::vector<byte_masks> made((text.size() + block_size - 1) / block_size);
    classify(text.data(), whole, signs, made.data());
    std::array<char, 2 * block_size + looked_at_behind> rest{};
    std::memcpy(rest.data(), text.data() + whole * block_size, text.size() - whole * block_size);
    classify(rest.data(), made.size() - whole, signs, made.data() + whole);
    part_words(made);
    return made;
}

}  // namespace outlay::reading
