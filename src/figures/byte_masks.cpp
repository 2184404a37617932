#include "byte_masks.hpp"

#include <algorithm>
#include <cstring>

namespace outlay::reading {

namespace masks {

void portable(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    enum : std::uint8_t { digit = 1, letter = 2, lead = 4, sign = 8 };
    std::array<std::uint8_t, 256> kinds{};
    for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = digit;
    for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 32] = letter;
    for (unsigned c = 0xC2; c < 256; ++c) kinds[c] = lead;
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
        }
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
    if (whole < made.size()) {
        std::array<char, block_size> rest{};
        std::memcpy(rest.data(), text.data() + whole * block_size, text.size() - whole * block_size);
        classify(rest.data(), 1, signs, &made[whole]);
    }
    return made;
}

}  // namespace outlay::reading
