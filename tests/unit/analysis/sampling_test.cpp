#include "analysis/sampling.hpp"

#include "catch.hpp"

#include <outlay/columns/instruction_set.hpp>

#include <cmath>
#include <cstring>

using namespace outlay;

TEST_CASE("the generator gives the words that its authors publish") {
    // Random123, kat_vectors: philox4x32 10, counter and key all zeros. The counter is the sample and the call.
    std::uint32_t words[4];
    sampling::generate(0, 0, 0, words);
    CHECK(words[0] == 0x6627e8d5U);
    CHECK(words[1] == 0xe169c58dU);
    CHECK(words[2] == 0xbc57ac4cU);
    CHECK(words[3] == 0x9b00dbd8U);
}

TEST_CASE("any word of the key or the counter changes the words drawn") {
    std::uint32_t zero[4];
    std::uint32_t other[4];
    sampling::generate(7, 5, 3, zero);
    const auto differs = [&](std::uint64_t seed, std::uint64_t sample, std::uint32_t call) {
        sampling::generate(seed, sample, call, other);
        return std::memcmp(zero, other, sizeof zero) != 0;
    };
    CHECK_FALSE(differs(7, 5, 3));
    CHECK(differs(8, 5, 3));
    CHECK(differs(7 + (std::uint64_t{1} << 40), 5, 3));
    CHECK(differs(7, 6, 3));
    CHECK(differs(7, 5 + (std::uint64_t{1} << 40), 3));
    CHECK(differs(7, 5, 4));
}

TEST_CASE("the functions of sampling are the mathematical ones to twelve digits") {
    for (double x = 0x1p-33; x < 1e15; x *= 1.0371) {
        const double expected = std::log(x);
        CHECK(std::fabs(sampling::natural_logarithm(x) - expected) <= 3e-14 * std::max(1.0, std::fabs(expected)));
    }
    CHECK(sampling::natural_logarithm(1) == 0);
    for (double x = -600; x < 600; x += 0.7391)
        CHECK(std::fabs(sampling::exponential(x) / std::exp(x) - 1) < 1e-14 + std::fabs(x) * 4e-16);
    CHECK(sampling::exponential(0) == 1);
    for (double turns = 0; turns <= 1; turns += 0.000731) {
        double sine = 0;
        double cosine = 0;
        sampling::sine_cosine(turns, sine, cosine);
        const double angle = 2 * std::acos(-1.0) * turns;
        CHECK(std::fabs(sine - std::sin(angle)) < 3e-14);
        CHECK(std::fabs(cosine - std::cos(angle)) < 3e-14);
    }
}

namespace {

const sampling::kernel_set& kernels_for(instruction_set which) {
#if defined(__x86_64__)
    if (which == instruction_set::avx2) return sampling::avx2;
    if (which == instruction_set::avx512) return sampling::avx512;
#endif
    return sampling::portable;
}

sampling::plan plan_of_all_shapes() {
    sampling::plan plan;
    plan.calls = 2;
    plan.draws = {{sampling::shape::lognormal_pair, 0, {7.27, 0.08, 0.1, 1.5}},
                  {sampling::shape::lognormal, 2, {-3, 0.4}},
                  {sampling::shape::triangular, 4, {50, 150, 100 * 30, 100 * 70, 0.3}},
                  {sampling::shape::triangular, 5, {50, 150, 0, 100 * 100, 0}},
                  {sampling::shape::uniform, 6, {3, 2.5}}};
    plan.products = {{500e9, {{0, 1}, {4, -1}, {6, -2}}}, {3, {{1, 2}, {5, 1}}}, {1, {{2, -3}}}};
    return plan;
}

}  // namespace

TEST_CASE("all vector instructions draw and multiply to the same bits") {
    const auto plan = plan_of_all_shapes();
    std::vector<double> expected(plan.columns() * sampling::block_samples);
    std::vector<double> found(expected.size());
    for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{12345}, (std::uint64_t{1} << 32) - 100}) {
        sampling::portable.draw_block(plan, 20250122, first, expected.data());
        for (const auto which : supported_instruction_sets()) {
            INFO(to_text(which) << " from sample " << first);
            const auto& kernels = kernels_for(which);
            kernels.draw_block(plan, 20250122, first, found.data());
            CHECK(std::memcmp(expected.data(), found.data(), expected.size() * sizeof(double)) == 0);
            for (const auto& product : plan.products) {
                double by_portable[sampling::block_samples];
                double by_this[sampling::block_samples];
                sampling::portable.multiply_block(product, expected.data(), by_portable);
                kernels.multiply_block(product, found.data(), by_this);
                CHECK(std::memcmp(by_portable, by_this, sizeof by_this) == 0);
            }
        }
    }
}
