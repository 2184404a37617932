// sampling_avx512: eight samples at a time with AVX-512 (F, DQ, BW, VL).
#include "analysis/sampling.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#if defined(__GNUC__) && !defined(__clang__)
// The intrinsics of g++ 12 are macros with such conversions, and start from values that they do not use.
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#define OUTLAY_LANES __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl")))

namespace outlay::sampling {

namespace {

constexpr std::size_t lanes = 8;
using reals = __m512d;
using words = __m512i;

OUTLAY_LANES inline reals same(double x) { return _mm512_set1_pd(x); }
OUTLAY_LANES inline words same_word(std::uint64_t x) { return _mm512_set1_epi64(static_cast<long long>(x)); }
OUTLAY_LANES inline reals load(const double* at) { return _mm512_loadu_pd(at); }
OUTLAY_LANES inline void store(double* at, reals x) { _mm512_storeu_pd(at, x); }
OUTLAY_LANES inline reals add(reals a, reals b) { return _mm512_add_pd(a, b); }
OUTLAY_LANES inline reals subtract(reals a, reals b) { return _mm512_sub_pd(a, b); }
OUTLAY_LANES inline reals multiply(reals a, reals b) { return _mm512_mul_pd(a, b); }
OUTLAY_LANES inline reals divide(reals a, reals b) { return _mm512_div_pd(a, b); }
OUTLAY_LANES inline reals square_root(reals a) { return _mm512_sqrt_pd(a); }
OUTLAY_LANES inline reals fused(reals a, reals b, reals c) { return _mm512_fmadd_pd(a, b, c); }
OUTLAY_LANES inline words bits_of(reals a) { return _mm512_castpd_si512(a); }
OUTLAY_LANES inline reals real_of(words a) { return _mm512_castsi512_pd(a); }
OUTLAY_LANES inline words add(words a, words b) { return _mm512_add_epi64(a, b); }
OUTLAY_LANES inline words both(words a, words b) { return _mm512_and_si512(a, b); }
OUTLAY_LANES inline words either(words a, words b) { return _mm512_or_si512(a, b); }
OUTLAY_LANES inline words differ(words a, words b) { return _mm512_xor_si512(a, b); }
/// The product of the low halves.
OUTLAY_LANES inline words multiply_low(words a, words b) { return _mm512_mul_epu32(a, b); }
template <int Count>
OUTLAY_LANES inline words shift_left(words a) {
    return _mm512_slli_epi64(a, Count);
}
template <int Count>
OUTLAY_LANES inline words shift_right(words a) {
    return _mm512_srli_epi64(a, Count);
}
/// `yes` where the highest bit is set.
OUTLAY_LANES inline reals choose(words bit, reals yes, reals no) {
    return _mm512_mask_blend_pd(_mm512_movepi64_mask(bit), no, yes);
}
OUTLAY_LANES inline words counters(std::uint64_t first) {
    return _mm512_add_epi64(same_word(first), _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0));
}

}  // namespace

}  // namespace outlay::sampling

#include "analysis/sampling_kernel.hpp"

namespace outlay::sampling {

const kernel_set avx512{draw_block, multiply_block};

}  // namespace outlay::sampling
#endif
