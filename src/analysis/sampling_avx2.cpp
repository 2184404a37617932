// sampling_avx2: four samples at a time with AVX2 and fused multiply-add.
#include "analysis/sampling.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#define OUTLAY_LANES __attribute__((target("avx2,fma")))

namespace outlay::sampling {

namespace {

constexpr std::size_t lanes = 4;
using reals = __m256d;
using words = __m256i;

OUTLAY_LANES inline reals same(double x) { return _mm256_set1_pd(x); }
OUTLAY_LANES inline words same_word(std::uint64_t x) { return _mm256_set1_epi64x(static_cast<long long>(x)); }
OUTLAY_LANES inline reals load(const double* at) { return _mm256_loadu_pd(at); }
OUTLAY_LANES inline void store(double* at, reals x) { _mm256_storeu_pd(at, x); }
OUTLAY_LANES inline reals add(reals a, reals b) { return _mm256_add_pd(a, b); }
OUTLAY_LANES inline reals subtract(reals a, reals b) { return _mm256_sub_pd(a, b); }
OUTLAY_LANES inline reals multiply(reals a, reals b) { return _mm256_mul_pd(a, b); }
OUTLAY_LANES inline reals divide(reals a, reals b) { return _mm256_div_pd(a, b); }
OUTLAY_LANES inline reals square_root(reals a) { return _mm256_sqrt_pd(a); }
OUTLAY_LANES inline reals fused(reals a, reals b, reals c) { return _mm256_fmadd_pd(a, b, c); }
OUTLAY_LANES inline words bits_of(reals a) { return _mm256_castpd_si256(a); }
OUTLAY_LANES inline reals real_of(words a) { return _mm256_castsi256_pd(a); }
OUTLAY_LANES inline words add(words a, words b) { return _mm256_add_epi64(a, b); }
OUTLAY_LANES inline words both(words a, words b) { return _mm256_and_si256(a, b); }
OUTLAY_LANES inline words either(words a, words b) { return _mm256_or_si256(a, b); }
OUTLAY_LANES inline words differ(words a, words b) { return _mm256_xor_si256(a, b); }
/// The product of the low halves.
OUTLAY_LANES inline words multiply_low(words a, words b) { return _mm256_mul_epu32(a, b); }
template <int Count>
OUTLAY_LANES inline words shift_left(words a) {
    return _mm256_slli_epi64(a, Count);
}
template <int Count>
OUTLAY_LANES inline words shift_right(words a) {
    return _mm256_srli_epi64(a, Count);
}
/// `yes` where the highest bit is set.
OUTLAY_LANES inline reals choose(words bit, reals yes, reals no) { return _mm256_blendv_pd(no, yes, real_of(bit)); }
OUTLAY_LANES inline words counters(std::uint64_t first) {
    return _mm256_add_epi64(same_word(first), _mm256_set_epi64x(3, 2, 1, 0));
}

}  // namespace

}  // namespace outlay::sampling

#include "analysis/sampling_kernel.hpp"

namespace outlay::sampling {

const kernel_set avx2{draw_block, multiply_block};

}  // namespace outlay::sampling
#endif
