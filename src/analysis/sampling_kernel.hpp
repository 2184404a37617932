// sampling_kernel: the inner loops of sampling.hpp, written once for any width.
// Promises: the order of operations is that of the text; whoever includes it defines OUTLAY_LANES (the attribute of a
//   function for its instructions) and, in an anonymous namespace, `reals`, `words` and what is done with them.
// Leaves out: the instructions themselves (sampling_portable.cpp, sampling_avx2.cpp, sampling_avx512.cpp).
// Included by those three alone; it has no guard because it makes functions of their own in each.

namespace outlay::sampling {

namespace {

constexpr std::uint64_t exponent_of_one = 0x3FF0000000000000U;
constexpr std::uint64_t half_root = 0x3FE6A09E00000000U;  ///< √½, cut off: where a mantissa begins
constexpr std::uint64_t mantissa_bits = 0x000FFFFFFFFFFFFFU;
constexpr std::uint64_t two_to_52 = 0x4330000000000000U;  ///< the bits of 2^52: a small integer fits below them
constexpr double integer_shift = 0x1.8p52;                ///< added, it leaves the nearest integer in the low bits

OUTLAY_LANES inline reals polynomial_step(reals sum, reals x, double next) { return fused(sum, x, same(next)); }

/// log(2^e m) = e log 2 + 2 atanh(s), s = (m − 1) / (m + 1), m from √½ to √2.
OUTLAY_LANES inline reals log_of(reals value) {
    const words shifted = add(bits_of(value), same_word(exponent_of_one - half_root));
    const reals exponent =
        subtract(real_of(either(shift_right<52>(shifted), same_word(two_to_52))), same(0x1p52 + 1023));
    const reals m = real_of(add(both(shifted, same_word(mantissa_bits)), same_word(half_root)));
    const reals f = subtract(m, same(1));
    const reals s = divide(f, add(f, same(2)));
    const reals z = multiply(s, s);
    reals sum = same(2.0 / 15);
    sum = polynomial_step(sum, z, 2.0 / 13);
    sum = polynomial_step(sum, z, 2.0 / 11);
    sum = polynomial_step(sum, z, 2.0 / 9);
    sum = polynomial_step(sum, z, 2.0 / 7);
    sum = polynomial_step(sum, z, 2.0 / 5);
    sum = polynomial_step(sum, z, 2.0 / 3);
    const reals tail = multiply(multiply(s, z), sum);
    return fused(exponent, same(0x1.62e42fefa39efp-1), add(add(s, s), tail));
}

/// exp(x) = 2^n exp(r), |r| ≤ ½ log 2; for |x| < 700.
OUTLAY_LANES inline reals exp_of(reals x) {
    const reals shifted = fused(x, same(0x1.71547652b82fep0), same(integer_shift));
    const reals n = subtract(shifted, same(integer_shift));
    reals r = fused(n, same(-0x1.62e42fefa39efp-1), x);
    r = fused(n, same(-0x1.abc9e3b39803fp-56), r);
    reals sum = same(1.0 / 39916800);
    sum = polynomial_step(sum, r, 1.0 / 3628800);
    sum = polynomial_step(sum, r, 1.0 / 362880);
    sum = polynomial_step(sum, r, 1.0 / 40320);
    sum = polynomial_step(sum, r, 1.0 / 5040);
    sum = polynomial_step(sum, r, 1.0 / 720);
    sum = polynomial_step(sum, r, 1.0 / 120);
    sum = polynomial_step(sum, r, 1.0 / 24);
    sum = polynomial_step(sum, r, 1.0 / 6);
    sum = polynomial_step(sum, r, 1.0 / 2);
    sum = polynomial_step(sum, r, 1);
    sum = polynomial_step(sum, r, 1);
    return real_of(add(bits_of(sum), shift_left<52>(bits_of(shifted))));
}

/// Of a number of turns; the quarter turn nearest to it is taken off exactly.
OUTLAY_LANES inline void turn(reals turns, reals& sine, reals& cosine) {
    const reals shifted = fused(turns, same(4), same(integer_shift));
    const reals rest = fused(turns, same(4), subtract(same(integer_shift), shifted));
    const reals x = multiply(rest, same(0x1.921fb54442d18p0));
    const reals z = multiply(x, x);
    reals s = same(1.0 / 6227020800);
    s = polynomial_step(s, z, -1.0 / 39916800);
    s = polynomial_step(s, z, 1.0 / 362880);
    s = polynomial_step(s, z, -1.0 / 5040);
    s = polynomial_step(s, z, 1.0 / 120);
    s = polynomial_step(s, z, -1.0 / 6);
    s = fused(multiply(s, z), x, x);
    reals c = same(-1.0 / 87178291200);
    c = polynomial_step(c, z, 1.0 / 479001600);
    c = polynomial_step(c, z, -1.0 / 3628800);
    c = polynomial_step(c, z, 1.0 / 40320);
    c = polynomial_step(c, z, -1.0 / 720);
    c = polynomial_step(c, z, 1.0 / 24);
    c = polynomial_step(c, z, -1.0 / 2);
    c = polynomial_step(c, z, 1);
    // Of quarter q: odd ones swap the two; the sine is negative in 2 and 3, the cosine in 1 and 2.
    const words quarter = bits_of(shifted);
    const words odd = shift_left<63>(quarter);
    const words upper = shift_left<63>(shift_right<1>(quarter));
    const reals sine_size = choose(odd, c, s);
    const reals cosine_size = choose(odd, s, c);
    sine = real_of(differ(bits_of(sine_size), upper));
    cosine = real_of(differ(bits_of(cosine_size), differ(upper, odd)));
}

struct four_words {
    words at[words_a_call];
};

/// Ten rounds on counters (sample, call). Above the low 32 bits of a lane stands what the multiplication does not read.
OUTLAY_LANES inline four_words philox(words sample, std::uint64_t call, std::uint64_t seed) {
    constexpr std::uint64_t low = 0xFFFFFFFFU;
    words c0 = sample;
    words c1 = shift_right<32>(sample);
    words c2 = same_word(call);
    words c3 = same_word(0);
    std::uint64_t k0 = seed & low;
    std::uint64_t k1 = seed >> 32U;
    for (int round = 0; round < 10; ++round) {
        const words p0 = multiply_low(c0, same_word(0xD2511F53U));
        const words p1 = multiply_low(c2, same_word(0xCD9E8D57U));
        c0 = differ(differ(shift_right<32>(p1), c1), same_word(k0));
        c1 = p1;
        c2 = differ(differ(shift_right<32>(p0), c3), same_word(k1));
        c3 = p0;
        k0 = (k0 + 0x9E3779B9U) & low;
        k1 = (k1 + 0xBB67AE85U) & low;
    }
    return {{c0, c1, c2, c3}};
}

OUTLAY_LANES inline reals uniform_of(words word) {
    const words small = both(word, same_word(0xFFFFFFFFU));
    const reals whole = subtract(real_of(either(small, same_word(two_to_52))), same(0x1p52));
    return fused(whole, same(0x1p-32), same(0x1p-33));
}

OUTLAY_LANES void generate_block(const plan& how, std::uint64_t seed, std::uint64_t first, double* columns) {
    for (std::size_t call = 0; call < how.calls; ++call)
        for (std::size_t i = 0; i < block_samples; i += lanes) {
            const four_words drawn = philox(counters(first + i), call, seed);
            double* to = columns + call * words_a_call * block_samples + i;
            for (std::size_t k = 0; k < words_a_call; ++k) store(to + k * block_samples, uniform_of(drawn.at[k]));
        }
}

OUTLAY_LANES void draw_uniform(const draw& how, double* column) {
    const reals low = same(how.parameters[0]);
    const reals width = same(how.parameters[1]);
    for (std::size_t i = 0; i < block_samples; i += lanes) store(column + i, fused(load(column + i), width, low));
}

OUTLAY_LANES void draw_triangular(const draw& how, double* column) {
    const reals low = same(how.parameters[0]);
    const reals high = same(how.parameters[1]);
    const reals rise = same(how.parameters[2]);
    const reals fall = same(how.parameters[3]);
    const reals split = same(how.parameters[4]);
    for (std::size_t i = 0; i < block_samples; i += lanes) {
        const reals u = load(column + i);
        const reals left = add(low, square_root(multiply(u, rise)));
        const reals right = subtract(high, square_root(multiply(subtract(same(1), u), fall)));
        // The sign of u − split.
        store(column + i, choose(bits_of(subtract(u, split)), left, right));
    }
}

/// Box and Muller: the radius √(−2 log u) and an angle.
OUTLAY_LANES void draw_lognormal(const draw& how, double* column) {
    const bool both_wanted = how.form == shape::lognormal_pair;
    double* second = column + block_samples;
    for (std::size_t i = 0; i < block_samples; i += lanes) {
        const reals radius = square_root(multiply(log_of(load(column + i)), same(-2)));
        reals sine;
        reals cosine;
        turn(load(second + i), sine, cosine);
        store(column + i, exp_of(fused(multiply(radius, cosine), same(how.parameters[1]), same(how.parameters[0]))));
        if (both_wanted)
            store(second + i, exp_of(fused(multiply(radius, sine), same(how.parameters[3]), same(how.parameters[2]))));
    }
}

OUTLAY_LANES void draw_block(const plan& how, std::uint64_t seed, std::uint64_t first, double* columns) {
    generate_block(how, seed, first, columns);
    for (const draw& each : how.draws) {
        double* column = columns + each.column * block_samples;
        switch (each.form) {
            case shape::uniform: draw_uniform(each, column); break;
            case shape::triangular: draw_triangular(each, column); break;
            case shape::lognormal:
            case shape::lognormal_pair: draw_lognormal(each, column); break;
        }
    }
}

/// Numerators in their order, then denominators, then one division.
OUTLAY_LANES void multiply_block(const product& how, const double* columns, double* values) {
    bool has_divisor = false;
    for (const factor& each : how.factors) has_divisor = has_divisor || each.power < 0;
    for (std::size_t i = 0; i < block_samples; i += lanes) {
        reals top = same(how.coefficient);
        reals bottom = same(1);
        for (const factor& each : how.factors) {
            const reals x = load(columns + each.column * block_samples + i);
            for (int k = 0; k < each.power; ++k) top = multiply(top, x);
            for (int k = 0; k > each.power; --k) bottom = multiply(bottom, x);
        }
        store(values + i, has_divisor ? divide(top, bottom) : top);
    }
}

}  // namespace

}  // namespace outlay::sampling
