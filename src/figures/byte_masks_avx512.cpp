// byte_masks with AVX-512, a block at a time.
#include "byte_masks.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define OUTLAY_AVX512 __attribute__((target("avx512f,avx512bw")))

namespace outlay::reading::masks {

namespace {

OUTLAY_AVX512 inline __m512i all(int byte) { return _mm512_set1_epi8(static_cast<char>(byte)); }

}  // namespace

OUTLAY_AVX512 void avx512(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    for (std::size_t b = 0; b < blocks; ++b) {
        const __m512i bytes = _mm512_loadu_si512(text + b * block_size);
        byte_masks made;
        made.digits = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, all('0')), all(10));
        made.letters = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(_mm512_or_si512(bytes, all(0x20)), all('a')), all(26));
        made.leads = _mm512_cmpge_epu8_mask(bytes, all(0xC2));
        const std::uint64_t first = _mm512_cmpeq_epi8_mask(bytes, all(first_of_latin));
        const std::uint64_t second = _mm512_cmpeq_epi8_mask(bytes, all(times_sign)) | _mm512_cmpeq_epi8_mask(bytes, all(division_sign));
        made.latin = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, all(first_of_latin)), all(last_of_latin - first_of_latin + 1)) & ~(first & second >> 1U);
        for (const char s : signs)
            if (s != 0) made.signs |= _mm512_cmpeq_epi8_mask(bytes, all(s));
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
