// kernel_avx2: four rows at a time with AVX2 and fused multiply-add; the last rows one by one.
#include "columns/lane.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#include <array>
#include <cstring>

#define OUTLAY_AVX2 __attribute__((target("avx2,fma")))

namespace outlay::kernels {

namespace {

constexpr std::size_t lanes = 4;

/// The bits of integer_shift, and those that an integer of less than 2^51 leaves alone when it is added to them.
constexpr std::int64_t shift_bits = std::bit_cast<std::int64_t>(integer_shift);
constexpr std::int64_t exponent_bits = std::bit_cast<std::int64_t>(0x1p52);

struct fractions {
    __m256d quotient;
    __m256d numerator;
    __m256d denominator;
};

OUTLAY_AVX2 inline __m256i shifted(__m256i integers) {
    return _mm256_add_epi64(integers, _mm256_set1_epi64x(shift_bits));
}

/// The doubles of shifted integers, if they are in range.
OUTLAY_AVX2 inline __m256d to_double(__m256i shifted) {
    return _mm256_sub_pd(_mm256_castsi256_pd(shifted), _mm256_set1_pd(integer_shift));
}

/// All bits where shifted integers were of less than 2^51.
OUTLAY_AVX2 inline __m256i in_range(__m256i shifted) {
    const auto exponent = _mm256_set1_epi64x(exponent_bits);
    return _mm256_cmpeq_epi64(_mm256_srli_epi64(shifted, 52), _mm256_srli_epi64(exponent, 52));
}

/// Four rows as round_lane() computes them, in doubles; the answer has all bits where a row is settled.
template <ties Ties>
OUTLAY_AVX2 inline __m256i round_lanes(__m256i amounts, const fractions& by, __m256i& value) {
    const auto one = _mm256_set1_pd(1.0);
    const auto shift = _mm256_set1_pd(integer_shift);
    const auto amount_bits = shifted(amounts);
    const auto x = to_double(amount_bits);
    const auto estimate = _mm256_mul_pd(x, by.quotient);
    const auto nearest = _mm256_add_pd(estimate, shift);
    const auto q = _mm256_sub_pd(nearest, shift);
    const auto q_bits = _mm256_castpd_si256(nearest);
    const auto p = _mm256_mul_pd(x, by.numerator);
    const auto e = _mm256_fmsub_pd(x, by.numerator, p);
    const auto left = _mm256_add_pd(_mm256_fnmadd_pd(q, by.denominator, p), e);
    const auto twice = _mm256_add_pd(left, left);
    __m256d above;  // 1 where a tie goes up
    __m256d below;  // 1 where a tie goes down
    if constexpr (Ties == ties::to_even) {
        const auto odd = _mm256_sub_epi64(_mm256_setzero_si256(), _mm256_and_si256(q_bits, _mm256_set1_epi64x(1)));
        above = below = _mm256_and_pd(one, _mm256_castsi256_pd(odd));
    } else {
        above = _mm256_and_pd(one, _mm256_cmp_pd(x, _mm256_setzero_pd(), _CMP_GT_OQ));
        below = _mm256_and_pd(one, _mm256_cmp_pd(x, _mm256_setzero_pd(), _CMP_LT_OQ));
    }
    const auto up = _mm256_cmp_pd(_mm256_add_pd(twice, above), by.denominator, _CMP_GT_OQ);
    const auto down = _mm256_cmp_pd(_mm256_sub_pd(below, twice), by.denominator, _CMP_GT_OQ);
    const auto steps = _mm256_sub_epi64(_mm256_castpd_si256(down), _mm256_castpd_si256(up));
    value = _mm256_add_epi64(_mm256_sub_epi64(q_bits, _mm256_set1_epi64x(shift_bits)), steps);
    const auto size = _mm256_andnot_pd(_mm256_set1_pd(-0.0), estimate);
    const auto is_small = _mm256_castpd_si256(_mm256_cmp_pd(size, _mm256_set1_pd(estimate_limit), _CMP_LT_OQ));
    return _mm256_and_si256(in_range(amount_bits), is_small);
}

/// Status bytes of four rows by the mask of those that are settled.
constexpr auto status_bytes = [] {
    std::array<std::uint32_t, 16> bytes{};
    for (std::uint32_t mask = 0; mask < bytes.size(); ++mask)
        for (std::uint32_t lane = 0; lane < lanes; ++lane)
            if ((mask >> lane & 1) == 0) bytes[mask] |= std::uint32_t{unsettled} << (8 * lane);
    return bytes;
}();

OUTLAY_AVX2 inline std::size_t keep(const block& rows, std::size_t i, __m256i value, __m256i settled) {
    const auto mask = static_cast<std::uint32_t>(_mm256_movemask_pd(_mm256_castsi256_pd(settled)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(rows.values + i), value);
    std::memcpy(rows.status + i, &status_bytes[mask], lanes);
    return lanes - static_cast<std::size_t>(__builtin_popcount(mask));
}

OUTLAY_AVX2 inline __m256i load(const std::int64_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

template <ties Ties>
OUTLAY_AVX2 std::size_t one(const block& rows, const prepared_fraction& by) {
    const fractions same{_mm256_set1_pd(by.quotient), _mm256_set1_pd(static_cast<double>(by.numerator)),
                         _mm256_set1_pd(static_cast<double>(by.denominator))};
    std::size_t left = 0;
    std::size_t i = 0;
    for (; i + lanes <= rows.rows; i += lanes) {
        __m256i value;
        const auto settled = round_lanes<Ties>(load(rows.amounts + i), same, value);
        left += keep(rows, i, value, settled);
    }
    return left + by_one<Ties>(rows.from(i), by);
}

template <ties Ties>
OUTLAY_AVX2 std::size_t rate(const block& rows, const prepared_fraction& unit) {
    const auto quotient = _mm256_set1_pd(unit.quotient);
    const auto denominator = _mm256_set1_pd(static_cast<double>(unit.denominator));
    std::size_t left = 0;
    std::size_t i = 0;
    for (; i + lanes <= rows.rows; i += lanes) {
        const auto rate_bits = shifted(load(rows.rates + i));
        const auto rates = to_double(rate_bits);
        const auto is_rate = _mm256_and_si256(
            in_range(rate_bits), _mm256_castpd_si256(_mm256_cmp_pd(rates, _mm256_setzero_pd(), _CMP_GT_OQ)));
        const fractions by{_mm256_mul_pd(rates, quotient), rates, denominator};
        __m256i value;
        const auto settled = round_lanes<Ties>(load(rows.amounts + i), by, value);
        left += keep(rows, i, value, _mm256_and_si256(settled, is_rate));
    }
    return left + by_rate<Ties>(rows.from(i), unit);
}

template <ties Ties>
OUTLAY_AVX2 std::size_t choice(const block& rows, const prepared_fraction* table, std::uint32_t size) {
    static_assert(sizeof(prepared_fraction) == 32);
    const auto last = _mm_set1_epi32(static_cast<int>(size - 1));
    const auto* numerators = reinterpret_cast<const long long*>(&table->numerator);
    const auto* denominators = reinterpret_cast<const long long*>(&table->denominator);
    std::size_t left = 0;
    std::size_t i = 0;
    for (; i + lanes <= rows.rows; i += lanes) {
        const auto which = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows.which + i));
        const auto known = _mm_and_si128(which, _mm_cmpeq_epi32(_mm_min_epu32(which, last), which));
        const auto index = _mm256_slli_epi64(_mm256_cvtepu32_epi64(known), 2);
        const fractions by{_mm256_i64gather_pd(&table->quotient, index, 8),
                           to_double(shifted(_mm256_i64gather_epi64(numerators, index, 8))),
                           to_double(shifted(_mm256_i64gather_epi64(denominators, index, 8)))};
        __m256i value;
        const auto settled = round_lanes<Ties>(load(rows.amounts + i), by, value);
        left += keep(rows, i, value, settled);
    }
    return left + by_choice<Ties>(rows.from(i), table, size);
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

const kernel_set avx2{by_one, by_rate, by_choice};

}  // namespace outlay::kernels
#endif
