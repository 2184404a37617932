// kernels: the inner loops of convert(), one set a kind of vector instructions.
//
// Why they are exact. A row asks for P/d rounded, where P = x × n is an integer. A double estimates the quotient,
// q is that estimate as an integer, and m = P − q × d is what the estimate has left over, computed without error.
// Four roundings of relative size 2^−53 and an estimate below 2^50 keep the estimate within 1/2 (1 + 2^−50) of P/d and
// so q within 1 (1 + 2^−50) of it: |m| is little more than d, one step of q by ±1 brings |m| to d/2 or less, and where
// 2|m| = d the row is a tie, which the rounding mode decides. m is exact in both ways that it is computed:
//   by 64-bit integers that wrap around (portable, AVX-512), since |m| is far below 2^63;
//   by fused multiply-adds (AVX2): p = fl(P), e = P − p, t = p − q × d, m = t + e. |x|, n, d < 2^51, so e is exact; t is
//   an integer of at most d + ulp(p) < 2^53, and so is m.
// A row outside of these limits is left `unsettled` for settle.hpp.
//
// They need round-to-nearest, and a compiler that keeps to IEEE 754 (no -ffast-math).
#pragma once

#include <outlay/columns/multiplier.hpp>

#include <cstddef>
#include <cstdint>

#ifdef __FAST_MATH__
#error "columns/ needs IEEE 754 arithmetic"
#endif

namespace outlay::kernels {

constexpr double estimate_limit = 0x1p50;
constexpr std::uint8_t unsettled = 255;  ///< status of a row that a kernel leaves alone

enum class ties { to_even, away_from_zero };

/// The columns of a block; `rates` or `which` where the kernel reads one.
struct block {
    const std::int64_t* amounts;
    const std::int64_t* rates;
    const std::uint32_t* which;
    std::int64_t* values;
    std::uint8_t* status;
    std::size_t rows;

    [[nodiscard]] block from(std::size_t row) const {
        return {amounts + row, rates ? rates + row : nullptr, which ? which + row : nullptr, values + row, status + row,
                rows - row};
    }
};

/// Each returns how many rows it left unsettled.
struct kernel_set {
    std::size_t (*by_one)(const block&, const prepared_fraction&, ties);
    /// `unit` has the numerator 1.
    std::size_t (*by_rate)(const block&, const prepared_fraction& unit, ties);
    std::size_t (*by_choice)(const block&, const prepared_fraction* table, std::uint32_t size, ties);
};

extern const kernel_set portable;
#if defined(__x86_64__)
extern const kernel_set avx2;
extern const kernel_set avx512;
#endif

}  // namespace outlay::kernels
