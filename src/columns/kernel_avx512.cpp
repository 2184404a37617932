// kernel_avx512: eight rows at a time with AVX-512 (F, DQ, BW, VL), the remainder by 64-bit integers.
#include "columns/lane.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#if defined(__GNUC__) && !defined(__clang__)
// The intrinsics of g++ 12 are macros with such conversions, and start from values that they do not use.
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#define OUTLAY_AVX512 __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl")))

namespace outlay::kernels {

namespace {

constexpr std::size_t lanes = 8;

struct fractions {
    __m512d quotient;
    __m512i numerator;
    __m512i denominator;
};

/// The rows of `active` as round_lane() computes them; true lanes of the answer are settled.
template <ties Ties>
OUTLAY_AVX512 inline __mmask8 round_lanes(__m512i x, const fractions& by, __m512i& value) {
    const auto estimate = _mm512_mul_pd(_mm512_cvtepi64_pd(x), by.quotient);
    const auto settled = _mm512_cmp_pd_mask(_mm512_abs_pd(estimate), _mm512_set1_pd(estimate_limit), _CMP_LT_OQ);
    const auto q = _mm512_cvtpd_epi64(estimate);
    const auto left = _mm512_sub_epi64(_mm512_mullo_epi64(x, by.numerator), _mm512_mullo_epi64(q, by.denominator));
    const auto twice = _mm512_add_epi64(left, left);
    const auto one = _mm512_set1_epi64(1);
    const auto zero = _mm512_setzero_si512();
    __m512i above = _mm512_and_si512(q, one);  // added where a tie goes up, subtracted where it goes down
    __m512i below = above;
    if constexpr (Ties == ties::away_from_zero) {
        above = _mm512_maskz_mov_epi64(_mm512_cmpgt_epi64_mask(x, zero), one);
        below = _mm512_maskz_mov_epi64(_mm512_cmplt_epi64_mask(x, zero), one);
    }
    const auto up = _mm512_cmpgt_epi64_mask(_mm512_add_epi64(twice, above), by.denominator);
    const auto down = _mm512_cmplt_epi64_mask(_mm512_sub_epi64(twice, below), _mm512_sub_epi64(zero, by.denominator));
    value = _mm512_mask_sub_epi64(_mm512_mask_add_epi64(q, up, q, one), down, q, one);
    return settled;
}

OUTLAY_AVX512 inline std::size_t keep(const block& rows, std::size_t i, __m512i value, __mmask8 settled,
                                      __mmask8 active) {
    const auto left = static_cast<__mmask8>(~settled & active);
    _mm512_mask_storeu_epi64(rows.values + i, active, value);
    _mm_mask_storeu_epi8(rows.status + i, active, _mm_maskz_set1_epi8(left, static_cast<char>(unsettled)));
    return static_cast<std::size_t>(__builtin_popcount(left));
}

/// All lanes, or those of the last rows.
OUTLAY_AVX512 inline __mmask8 lanes_from(const block& rows, std::size_t i) {
    const auto count = rows.rows - i;
    return count >= lanes ? __mmask8{0xFF} : static_cast<__mmask8>((1U << count) - 1);
}

template <ties Ties>
OUTLAY_AVX512 std::size_t one(const block& rows, const prepared_fraction& by) {
    const fractions same{_mm512_set1_pd(by.quotient), _mm512_set1_epi64(by.numerator),
                         _mm512_set1_epi64(by.denominator)};
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; i += lanes) {
        const auto active = lanes_from(rows, i);
        __m512i value;
        const auto settled = round_lanes<Ties>(_mm512_maskz_loadu_epi64(active, rows.amounts + i), same, value);
        left += keep(rows, i, value, settled, active);
    }
    return left;
}

template <ties Ties>
OUTLAY_AVX512 std::size_t rate(const block& rows, const prepared_fraction& unit) {
    const auto quotient = _mm512_set1_pd(unit.quotient);
    const auto denominator = _mm512_set1_epi64(unit.denominator);
    const auto one = _mm512_set1_epi64(1);
    const auto limit = _mm512_set1_epi64(prepared_fraction::narrow_limit - 1);
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; i += lanes) {
        const auto active = lanes_from(rows, i);
        const auto rates = _mm512_maskz_loadu_epi64(active, rows.rates + i);
        const auto is_rate = _mm512_cmplt_epu64_mask(_mm512_sub_epi64(rates, one), limit);
        const fractions by{_mm512_mul_pd(_mm512_cvtepi64_pd(rates), quotient), rates, denominator};
        __m512i value;
        const auto settled = round_lanes<Ties>(_mm512_maskz_loadu_epi64(active, rows.amounts + i), by, value);
        left += keep(rows, i, value, settled & is_rate, active);
    }
    return left;
}

template <ties Ties>
OUTLAY_AVX512 std::size_t choice(const block& rows, const prepared_fraction* table, std::uint32_t size) {
    static_assert(sizeof(prepared_fraction) == 32);
    const auto limit = _mm256_set1_epi32(static_cast<int>(size));
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.rows; i += lanes) {
        const auto active = lanes_from(rows, i);
        const auto which = _mm256_maskz_loadu_epi32(active, rows.which + i);
        const auto known = _mm256_maskz_mov_epi32(_mm256_cmplt_epu32_mask(which, limit), which);
        const auto index = _mm512_slli_epi64(_mm512_cvtepu32_epi64(known), 2);
        const fractions by{_mm512_i64gather_pd(index, &table->quotient, 8),
                           _mm512_i64gather_epi64(index, &table->numerator, 8),
                           _mm512_i64gather_epi64(index, &table->denominator, 8)};
        __m512i value;
        const auto settled = round_lanes<Ties>(_mm512_maskz_loadu_epi64(active, rows.amounts + i), by, value);
        left += keep(rows, i, value, settled, active);
    }
    return left;
}

std::size_t by_one(const block& rows, const prepared_fraction& by, ties mode) {
    return mode == ties::to_even ? one<ties::to_even>(rows, by) : one<ties::away_from_zero>(rows, by);
}

std::size_t by_rate(const block& rows, const prepared_fraction& unit, ties mode) {
    return mode == ties::to_even ? rate<ties::to_even>(rows, unit) : rate<ties::away_from_zero>(rows, unit);
}

std::size_t by_choice(const block& rows, const prepared_fraction* table, std::uint32_t size, ties mode) {
    return mode == ties::to_even ? choice<ties::to_even>(rows, table, size)
                                 : choice<ties::away_from_zero>(rows, table, size);
}

}  // namespace

const kernel_set avx512{by_one, by_rate, by_choice};

}  // namespace outlay::kernels
#endif
