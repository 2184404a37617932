// sampling: random numbers of a model in blocks, in doubles, with the same bits on every machine.
//
// Philox 4x32, 10 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC 2011): the words of
// a sample depend on the seed, the number of the sample and the number of the call, on nothing else. So neither threads
// nor the order of work change them. A uniform number is (word + 1/2) / 2^32.
// What follows is additions, multiplications, divisions, square roots and fused multiply-adds in a fixed order, each
// rounded as IEEE 754 says; logarithm, exponential, sine and cosine are polynomials of these. No libm, no contraction
// (-ffp-contract=off): portable code, AVX2 and AVX-512 give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#ifdef __FAST_MATH__
#error "analysis/ needs IEEE 754 arithmetic"
#endif

namespace outlay::sampling {

inline constexpr std::size_t block_samples = 256;
inline constexpr std::size_t words_a_call = 4;

enum class shape : std::uint8_t {
    uniform,         ///< low, width
    triangular,      ///< low, high, rise, fall, split: the share of the samples below the mode
    lognormal,       ///< mu, sigma of the logarithm; takes two words
    lognormal_pair,  ///< mu, sigma, mu, sigma: two inputs of two words
};

/// How the columns from `column` on are made from the uniform numbers that stand in them.
struct draw {
    shape form = shape::uniform;
    std::size_t column = 0;
    double parameters[5] = {};
};

struct factor {
    std::size_t column = 0;
    int power = 1;
};

/// coefficient × the product of columns to their powers.
struct product {
    double coefficient = 1;
    std::vector<factor> factors;
};

struct plan {
    std::size_t calls = 0;  ///< of the generator, for a sample; each fills four columns
    std::vector<draw> draws;
    std::vector<product> products;
    [[nodiscard]] std::size_t columns() const { return calls * words_a_call; }
};

struct kernel_set {
    /// Fills `columns()` columns of `block_samples` each for the samples from `first` on.
    void (*draw_block)(const plan&, std::uint64_t seed, std::uint64_t first, double* columns);
    void (*multiply_block)(const product&, const double* columns, double* values);
};

extern const kernel_set portable;
#if defined(__x86_64__)
extern const kernel_set avx2;
extern const kernel_set avx512;
#endif

/// Logarithm (of a normal positive number) and exponential, one at a time; as deterministic, but not fused.
[[nodiscard]] double natural_logarithm(double value);
[[nodiscard]] double exponential(double value);
/// Sine and cosine of a number of turns from 0 to 1.
void sine_cosine(double turns, double& sine, double& cosine);
/// The four words of one call.
void generate(std::uint64_t seed, std::uint64_t sample, std::uint32_t call, std::uint32_t (&words)[words_a_call]);

}  // namespace outlay::sampling
