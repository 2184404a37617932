// byte_masks with AVX2, 32 bytes at a time.
#include "byte_masks.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define OUTLAY_AVX2 __attribute__((target("avx2")))

namespace outlay::reading::masks {

namespace {

/// Bytes from `first` to `first + count - 1`, as a mask.
OUTLAY_AVX2 inline std::uint32_t within(__m256i bytes, int first, int count) {
    const __m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(static_cast<char>(first)));
    const __m256i last = _mm256_set1_epi8(static_cast<char>(count - 1));
    return static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(from_first, last), from_first)));
}

}  // namespace

OUTLAY_AVX2 void avx2(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out) {
    for (std::size_t b = 0; b < blocks; ++b) {
        byte_masks made;
        std::uint64_t first = 0, second = 0;
        for (unsigned half = 0; half < 2; ++half) {
            const __m256i bytes =
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + b * block_size + 32 * half));
            const auto put = [half](std::uint64_t& mask, std::uint32_t bits) {
                mask |= std::uint64_t{bits} << (32U * half);
            };
            put(made.digits, within(bytes, '0', 10));
            put(made.letters, within(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 26));
            put(made.leads, within(bytes, 0xC2, 256 - 0xC2));
            put(made.latin, within(bytes, first_of_latin, last_of_latin - first_of_latin + 1));
            put(first, within(bytes, first_of_latin, 1));
            put(second, within(bytes, times_sign, 1) | within(bytes, division_sign, 1));
            for (const char s : signs)
                if (s != 0)
                    put(made.signs, static_cast<std::uint32_t>(
                                        _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(s)))));
        }
        made.latin &= ~(first & second >> 1U);
        out[b] = made;
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
