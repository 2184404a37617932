// sampling_portable: four samples at a time without vector instructions.
#include "analysis/sampling.hpp"

#include <array>
#include <bit>
#include <cfloat>
#include <cmath>

static_assert(FLT_EVAL_METHOD == 0, "analysis/ needs doubles that are not computed more precisely than they are kept");

#define OUTLAY_LANES

namespace outlay::sampling {

namespace {

constexpr std::size_t lanes = 4;
using reals = std::array<double, lanes>;
using words = std::array<std::uint64_t, lanes>;

template <class To, class From, class Function>
inline To each(const From& a, Function f) {
    To out{};
    for (std::size_t i = 0; i < lanes; ++i) out[i] = f(a[i]);
    return out;
}

template <class T, class Function>
inline T each(const T& a, const T& b, Function f) {
    T out{};
    for (std::size_t i = 0; i < lanes; ++i) out[i] = f(a[i], b[i]);
    return out;
}

inline reals same(double x) { return {x, x, x, x}; }
inline words same_word(std::uint64_t x) { return {x, x, x, x}; }
inline reals load(const double* at) { return {at[0], at[1], at[2], at[3]}; }
inline void store(double* at, const reals& x) {
    for (std::size_t i = 0; i < lanes; ++i) at[i] = x[i];
}
inline reals add(const reals& a, const reals& b) {
    return each(a, b, [](double x, double y) { return x + y; });
}
inline reals subtract(const reals& a, const reals& b) {
    return each(a, b, [](double x, double y) { return x - y; });
}
inline reals multiply(const reals& a, const reals& b) {
    return each(a, b, [](double x, double y) { return x * y; });
}
inline reals divide(const reals& a, const reals& b) {
    return each(a, b, [](double x, double y) { return x / y; });
}
inline reals square_root(const reals& a) {
    return each<reals>(a, [](double x) { return std::sqrt(x); });
}
inline reals fused(const reals& a, const reals& b, const reals& c) {
    reals out{};
    for (std::size_t i = 0; i < lanes; ++i) out[i] = std::fma(a[i], b[i], c[i]);
    return out;
}
inline words bits_of(const reals& a) {
    return each<words>(a, [](double x) { return std::bit_cast<std::uint64_t>(x); });
}
inline reals real_of(const words& a) {
    return each<reals>(a, [](std::uint64_t x) { return std::bit_cast<double>(x); });
}
inline words add(const words& a, const words& b) {
    return each(a, b, [](std::uint64_t x, std::uint64_t y) { return x + y; });
}
inline words both(const words& a, const words& b) {
    return each(a, b, [](std::uint64_t x, std::uint64_t y) { return x & y; });
}
inline words either(const words& a, const words& b) {
    return each(a, b, [](std::uint64_t x, std::uint64_t y) { return x | y; });
}
inline words differ(const words& a, const words& b) {
    return each(a, b, [](std::uint64_t x, std::uint64_t y) { return x ^ y; });
}
/// The product of the low halves.
inline words multiply_low(const words& a, const words& b) {
    return each(a, b, [](std::uint64_t x, std::uint64_t y) { return (x & 0xFFFFFFFFU) * (y & 0xFFFFFFFFU); });
}
template <unsigned Count>
inline words shift_left(const words& a) {
    return each<words>(a, [](std::uint64_t x) { return x << Count; });
}
template <unsigned Count>
inline words shift_right(const words& a) {
    return each<words>(a, [](std::uint64_t x) { return x >> Count; });
}
/// `yes` where the highest bit is set.
inline reals choose(const words& bit, const reals& yes, const reals& no) {
    reals out{};
    for (std::size_t i = 0; i < lanes; ++i) out[i] = (bit[i] >> 63U) != 0 ? yes[i] : no[i];
    return out;
}
inline words counters(std::uint64_t first) { return {first, first + 1, first + 2, first + 3}; }

}  // namespace

}  // namespace outlay::sampling

#include "analysis/sampling_kernel.hpp"

namespace outlay::sampling {

const kernel_set portable{draw_block, multiply_block};

void generate(std::uint64_t seed, std::uint64_t sample, std::uint32_t call, std::uint32_t (&out)[words_a_call]) {
    const auto drawn = philox(same_word(sample), call, seed);
    for (std::size_t k = 0; k < words_a_call; ++k) out[k] = static_cast<std::uint32_t>(drawn.at[k][0]);
}

}  // namespace outlay::sampling
