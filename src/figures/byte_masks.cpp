#include "byte_masks.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace outlay::reading {

namespace {

/// × or ÷, two bytes that look like those of a letter.
bool is_sign(const char* lead) {
    const auto second = static_cast<unsigned char>(lead[1]);
    return static_cast<unsigned char>(lead[0]) == first_of_latin && (second == times_sign || second == division_sign);
}

}  // namespace

namespace masks {

void portable(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    enum : std::uint8_t { digit = 1, letter = 2, lead = 4, sign = 8, latin = 16 };
    std::array<std::uint8_t, 256> kinds{};
    for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = digit;
    for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 32] = letter;
    for (unsigned c = 0xC2; c < 256; ++c) kinds[c] = lead;
    for (unsigned c = first_of_latin; c <= last_of_latin; ++c) kinds[c] |= latin;
    for (const char s : signs)
        if (s != 0) kinds[static_cast<unsigned char>(s)] |= sign;
    for (std::size_t b = 0; b < blocks; ++b) {
        byte_masks made;
        for (std::size_t i = 0; i < block_size; ++i) {
            const std::uint64_t kind = kinds[static_cast<unsigned char>(text[b * block_size + i])];
            made.digits |= (kind & 1U) << i;
            made.letters |= (kind >> 1U & 1U) << i;
            made.leads |= (kind >> 2U & 1U) << i;
            made.signs |= (kind >> 3U & 1U) << i;
            made.latin |= (kind >> 4U & 1U) << i;
        }
        for (std::uint64_t rest = made.latin & ~(std::uint64_t{1} << 63U); rest != 0; rest &= rest - 1)
            if (is_sign(text + b * block_size + std::countr_zero(rest))) made.latin &= ~(rest & -rest);
        out[b] = made;
    }
}

}  // namespace masks

std::vector<byte_masks> masks_of(std::string_view text, const sign_bytes& signs, instruction_set instructions) {
    const auto classify = instructions == instruction_set::avx512 ? masks::avx512
                          : instructions == instruction_set::avx2 ? masks::avx2
                                                                  : masks::portable;
    const std::size_t whole = text.size() / block_size;
    std::vector<byte_masks> made((text.size() + block_size - 1) / block_size);
    classify(text.data(), whole, signs, made.data());
    constexpr std::uint64_t last = std::uint64_t{1} << 63U;
    for (std::size_t b = 0; b + 1 < made.size(); ++b)  // the second byte lies in the next block
        if ((made[b].latin & last) != 0 && is_sign(text.data() + b * block_size + block_size - 1)) made[b].latin &= ~last;
    if (whole < made.size()) {
        std::array<char, block_size> rest{};
        std::memcpy(rest.data(), text.data() + whole * block_size, text.size() - whole * block_size);
        classify(rest.data(), 1, signs, &made[whole]);
    }
    return made;
}

}  // namespace outlay::reading
