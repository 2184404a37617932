// sampling_scalar: the functions of sampling_kernel.hpp for one number, without fused operations, which are slow to call
// where a machine has none: a product and a sum, each rounded.
#include "analysis/sampling.hpp"

#include <bit>
#include <cmath>

#define OUTLAY_LANES [[maybe_unused]]

namespace outlay::sampling {

namespace {

constexpr std::size_t lanes = 1;
using reals = double;
using words = std::uint64_t;

OUTLAY_LANES inline reals same(double x) { return x; }
OUTLAY_LANES inline words same_word(std::uint64_t x) { return x; }
OUTLAY_LANES inline reals load(const double* at) { return *at; }
OUTLAY_LANES inline void store(double* at, reals x) { *at = x; }
OUTLAY_LANES inline reals add(reals a, reals b) { return a + b; }
OUTLAY_LANES inline reals subtract(reals a, reals b) { return a - b; }
OUTLAY_LANES inline reals multiply(reals a, reals b) { return a * b; }
OUTLAY_LANES inline reals divide(reals a, reals b) { return a / b; }
OUTLAY_LANES inline reals square_root(reals a) { return std::sqrt(a); }
OUTLAY_LANES inline reals fused(reals a, reals b, reals c) { return a * b + c; }
OUTLAY_LANES inline words bits_of(reals a) { return std::bit_cast<words>(a); }
OUTLAY_LANES inline reals real_of(words a) { return std::bit_cast<reals>(a); }
OUTLAY_LANES inline words add(words a, words b) { return a + b; }
OUTLAY_LANES inline words both(words a, words b) { return a & b; }
OUTLAY_LANES inline words either(words a, words b) { return a | b; }
OUTLAY_LANES inline words differ(words a, words b) { return a ^ b; }
OUTLAY_LANES inline words multiply_low(words a, words b) { return (a & 0xFFFFFFFFU) * (b & 0xFFFFFFFFU); }
template <unsigned Count>
OUTLAY_LANES inline words shift_left(words a) {
    return a << Count;
}
template <unsigned Count>
OUTLAY_LANES inline words shift_right(words a) {
    return a >> Count;
}
OUTLAY_LANES inline reals choose(words bit, reals yes, reals no) { return (bit >> 63U) != 0 ? yes : no; }
OUTLAY_LANES inline words counters(std::uint64_t first) { return first; }

}  // namespace

}  // namespace outlay::sampling

#include "analysis/sampling_kernel.hpp"

namespace outlay::sampling {

double natural_logarithm(double value) { return log_of(value); }

double exponential(double value) { return exp_of(value); }

void sine_cosine(double turns, double& sine, double& cosine) { turn(turns, sine, cosine); }

}  // namespace outlay::sampling
