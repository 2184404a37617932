// byte_masks with AVX-512, a block at a time.
#include "byte_masks.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define OUTLAY_AVX512 __attribute__((target("avx512f,avx512bw")))

namespace outlay::reading::masks {

namespace {

OUTLAY_AVX512 inline __m512i all(int byte) { return _mm512_set1_epi8(static_cast<char>(byte)); }
OUTLAY_AVX512 inline std::uint64_t is(__m512i bytes, int byte) { return _mm512_cmpeq_epi8_mask(bytes, all(byte)); }
OUTLAY_AVX512 inline std::uint64_t within(__m512i bytes, int first, int count) {
    return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, all(first)), all(count));
}

/// What is told of characters from U+3000 on, by their first bytes and what follows those.
OUTLAY_AVX512 inline void put_wide(byte_masks& made, __m512i first, const char* text) {
    const __m512i second = _mm512_loadu_si512(text + 1), third = _mm512_loadu_si512(text + 2);
    made.syllables = within(first, 0xEB, 2) | (is(first, 0xEA) & _mm512_cmpge_epu8_mask(second, all(0xB0))) |
                     (is(first, 0xED) & _mm512_cmple_epu8_mask(second, all(0x9D)));
    made.kana = is(first, 0xE3) & within(second, 0x81, 3);
    made.han = within(first, 0xE4, 6) & ~(is(first, 0xE4) & is(second, 0xB7));
    made.neutral |= (is(first, 0xE3) & is(second, 0x80)) | (is(first, 0xEF) & is(second, 0xBC) & _mm512_cmple_epu8_mask(third, all(0x8F)));
}

}  // namespace

OUTLAY_AVX512 void avx512(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    for (std::size_t b = 0; b < blocks; ++b) {
        const char* const block = text + b * block_size;
        const __m512i bytes = _mm512_loadu_si512(block);
        byte_masks made;
        made.digits = within(bytes, '0', 10);
        made.letters = within(_mm512_or_si512(bytes, all(0x20)), 'a', 26);
        made.words = made.letters | _mm512_movepi8_mask(bytes);
        made.leads = _mm512_cmpge_epu8_mask(bytes, all(0xC2));
        made.wide = _mm512_cmpge_epu8_mask(bytes, all(0xE2));
        made.neutral = is(bytes, 0xE2);
        if (made.leads != 0) {
            const __m512i second = _mm512_loadu_si512(block + 1);
            const std::uint64_t sign = is(bytes, first_of_latin) & (is(second, times_sign) | is(second, division_sign));
            made.latin = within(bytes, first_of_latin, last_of_latin - first_of_latin + 1) & ~sign;
            made.western = within(bytes, 0xC2, last_of_latin - 0xC2) | made.neutral;
        }
        if ((made.wide & ~made.neutral) != 0) put_wide(made, bytes, block);
        for (const char s : signs)
            if (s != 0) made.signs |= is(bytes, s);
        out[b] = made;
    }
}

}  // namespace outlay::reading::masks

#else

namespace outlay::reading::masks {
void avx512(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    portable(text, blocks, signs, out);
}
}  // namespace outlay::reading::masks

#endif
