// byte_masks with AVX2, 32 bytes at a time.
#include "byte_masks.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define OUTLAY_AVX2 __attribute__((target("avx2")))

namespace outlay::reading::masks {

namespace {

/// Bytes from `first` to `first + count - 1`, as a mask.
OUTLAY_AVX2 inline std::uint64_t within(__m256i bytes, int first, int count) {
    const __m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(static_cast<char>(first)));
    const __m256i last = _mm256_set1_epi8(static_cast<char>(count - 1));
    return static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(from_first, last), from_first)));
}
OUTLAY_AVX2 inline std::uint64_t is(__m256i bytes, int byte) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(static_cast<char>(byte)))));
}
OUTLAY_AVX2 inline __m256i load(const char* text) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text)); }

/// What is told of characters from U+3000 on, by their first bytes and what follows those.
OUTLAY_AVX2 inline void put_wide(byte_masks& made, __m256i first, const char* text) {
    const __m256i second = load(text + 1), third = load(text + 2);
    made.syllables = within(first, 0xEB, 2) | (is(first, 0xEA) & within(second, 0xB0, 0x50)) | (is(first, 0xED) & within(second, 0, 0x9E));
    made.kana = is(first, 0xE3) & within(second, 0x81, 3);
    made.han = within(first, 0xE4, 6) & ~(is(first, 0xE4) & is(second, 0xB7));
    made.neutral |= (is(first, 0xE3) & is(second, 0x80)) | (is(first, 0xEF) & is(second, 0xBC) & within(third, 0, 0x90));
}

OUTLAY_AVX2 inline byte_masks half(const char* text, const sign_bytes& signs) {
    const __m256i bytes = load(text);
    byte_masks made;
    made.digits = within(bytes, '0', 10);
    made.letters = within(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 26);
    const std::uint64_t beyond = static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
    made.words = made.letters | beyond;
    if (beyond != 0) {
        made.leads = within(bytes, 0xC2, 256 - 0xC2);
        made.wide = within(bytes, 0xE2, 256 - 0xE2);
        made.neutral = is(bytes, 0xE2);
        const __m256i second = load(text + 1);
        const std::uint64_t sign = is(bytes, first_of_latin) & (is(second, times_sign) | is(second, division_sign));
        made.latin = within(bytes, first_of_latin, last_of_latin - first_of_latin + 1) & ~sign;
        made.western = within(bytes, 0xC2, last_of_latin - 0xC2) | made.neutral;
        if ((made.wide & ~made.neutral) != 0) put_wide(made, bytes, text);
    }
    for (const char s : signs)
        if (s != 0) made.signs |= is(bytes, s);
    return made;
}

}  // namespace

OUTLAY_AVX2 void avx2(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    constexpr std::size_t width = 32;
    for (std::size_t b = 0; b < blocks; ++b) {
        byte_masks low = half(text + b * block_size, signs);
        const byte_masks high = half(text + b * block_size + width, signs);
        for (const auto mask : {&byte_masks::digits, &byte_masks::letters, &byte_masks::leads, &byte_masks::latin, &byte_masks::signs,
                                &byte_masks::words, &byte_masks::wide, &byte_masks::western, &byte_masks::syllables, &byte_masks::kana,
                                &byte_masks::han, &byte_masks::neutral})
            low.*mask |= high.*mask << width;
        out[b] = low;
    }
}

}  // namespace outlay::reading::masks

#else

namespace outlay::reading::masks {
void avx2(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    portable(text, blocks, signs, out);
}
}  // namespace outlay::reading::masks

#endif
