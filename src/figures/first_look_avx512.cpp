// first_look with AVX-512: sixteen words, or all characters of a block, at a time.
#include "first_look.hpp"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>

#if defined(__GNUC__) && !defined(__clang__)
// The intrinsics of g++ 12 are macros with such conversions, and start from values that they do not use.
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#define OUTLAY_LOOK __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

namespace outlay::reading::looks {

namespace {

OUTLAY_LOOK inline __m512i all(int byte) { return _mm512_set1_epi8(static_cast<char>(byte)); }

/// Bit n is set if the word that begins at place n of sixteen may be money's.
OUTLAY_LOOK inline std::uint64_t sixteen_words(const char* block, __m128i places, __mmask16 asked, const std::uint64_t* words) {
    const __m512i four = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), asked, _mm512_cvtepu8_epi32(places), block, 1);
    const __m512i low = _mm512_or_si512(four, all(0x20));
    const __mmask64 letters = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(low, all('a')), all(26));
    const __m512i others = _mm512_maskz_mov_epi8(~letters, all(0xFF));
    const __m512i first_other = _mm512_and_si512(others, _mm512_sub_epi32(_mm512_setzero_si512(), others));  // its lowest bit
    const __m512i own = _mm512_sub_epi32(first_other, _mm512_set1_epi32(1));                                 // the bits of the letters
    const __m512i hash = _mm512_srli_epi32(_mm512_mullo_epi32(_mm512_and_si512(low, own), _mm512_set1_epi32(static_cast<int>(start_filter::multiplier))),
                                           32 - start_filter::word_bits);
    const __m512i bits = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), asked, _mm512_srli_epi32(hash, 5), words, 4);
    const __m512i bit = _mm512_sllv_epi32(_mm512_set1_epi32(1), _mm512_and_si512(hash, _mm512_set1_epi32(31)));
    const __mmask16 known = _mm512_test_epi32_mask(bits, bit);
    const __mmask16 goes_on = _mm512_test_epi32_mask(four, _mm512_slli_epi32(first_other, 7));
    const __mmask16 all_four = _mm512_testn_epi32_mask(others, others), three = _mm512_cmpeq_epi32_mask(own, _mm512_set1_epi32(0xFFFFFF));
    const __mmask16 code = static_cast<__mmask16>((all_four & _mm512_testn_epi32_mask(four, _mm512_set1_epi32(0x20000000))) |
                                                  (three & _mm512_testn_epi32_mask(four, _mm512_set1_epi32(0x202020))));
    return static_cast<std::uint64_t>((known | goes_on | code) & asked);
}

/// The characters of three bytes that the table may hold.
OUTLAY_LOOK inline std::uint64_t characters_of(const char* block, const character_table& table) {
    const __m512i first = _mm512_loadu_si512(block), second = _mm512_loadu_si512(block + 1), third = _mm512_loadu_si512(block + 2);
    const __m512i powers = _mm512_set1_epi64(static_cast<long long>(0x8040201008040201U));
    const auto has = [&](const std::array<std::uint8_t, 128>& half, __m512i place, __m512i bit) OUTLAY_LOOK {
        const __m512i bytes = _mm512_permutex2var_epi8(_mm512_loadu_si512(half.data()), place, _mm512_loadu_si512(half.data() + 64));
        return _mm512_test_epi8_mask(bytes, _mm512_shuffle_epi8(powers, _mm512_and_si512(bit, all(7))));
    };
    const __m512i mixed = _mm512_xor_si512(first, _mm512_and_si512(_mm512_srli_epi16(second, 1), all(0x7F)));
    const __m512i crossed = _mm512_xor_si512(second, _mm512_and_si512(_mm512_slli_epi16(third, 3), all(0xF8)));
    const __m512i joined = _mm512_xor_si512(first, _mm512_and_si512(_mm512_srli_epi16(third, 3), all(0x1F)));
    return has(table.of_thirds, _mm512_xor_si512(third, _mm512_and_si512(_mm512_slli_epi16(second, 6), all(0xC0))), mixed) &
           has(table.of_seconds, crossed, joined);
}

}  // namespace

OUTLAY_LOOK std::uint64_t words_avx512(const char* block, std::uint64_t begins, const std::uint64_t* words) {
    alignas(64) static constexpr auto counted = [] {
        std::array<std::uint8_t, 64> made{};
        for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<std::uint8_t>(i);
        return made;
    }();
    const __m512i places = _mm512_maskz_compress_epi8(begins, _mm512_load_si512(counted.data()));
    const auto count = static_cast<unsigned>(std::popcount(begins));
    std::uint64_t found = sixteen_words(block, _mm512_castsi512_si128(places), static_cast<__mmask16>(count >= 16 ? 0xFFFFU : (1U << count) - 1), words);
    if (count > 16)
        found |= sixteen_words(block, _mm512_extracti32x4_epi32(places, 1), static_cast<__mmask16>((1ULL << (count - 16)) - 1), words) << 16U;
    return _pdep_u64(found, begins);
}

OUTLAY_LOOK std::uint64_t wide_avx512(const char* block, const character_table& table) { return characters_of(block, table); }

bool has_avx512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

}  // namespace outlay::reading::looks

#else

namespace outlay::reading::looks {
std::uint64_t words_avx512(const char*, std::uint64_t begins, const std::uint64_t*) { return begins; }
std::uint64_t wide_avx512(const char*, const character_table&) { return ~std::uint64_t{0}; }
bool has_avx512() { return false; }
}  // namespace outlay::reading::looks

#endif
