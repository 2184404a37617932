#include <outlay/analysis/product_distribution.hpp>
#include <outlay/analysis/simulation.hpp>

#include "catch.hpp"

#include <cmath>

using namespace outlay;

TEST_CASE("a product of lognormal inputs is lognormal") {
    uncertain_model model;
    model.inputs = {distribution::lognormal(5, 0.3), distribution::lognormal(2, 0.4)};
    model.outputs = {{10, {{0, 1}, {1, -1}}}};
    const auto found = distribute(model)[0];
    const double sigma = 0.5;
    const double median = 10 * std::exp(3.0);
    CHECK(found.percentiles[median_index] == Approx(median).epsilon(1e-6));
    CHECK(found.percentiles[6] == Approx(median * std::exp(1.6448536269514722 * sigma)).epsilon(1e-5));
    CHECK(found.percentiles[1] == Approx(median * std::exp(-1.2815515655446004 * sigma)).epsilon(1e-5));
    CHECK(found.mean == Approx(median * std::exp(sigma * sigma / 2)).epsilon(1e-5));
    CHECK(found.deviation == Approx(found.mean * std::sqrt(std::exp(sigma * sigma) - 1)).epsilon(1e-4));
    CHECK(found.errors[0] == 0);
}

TEST_CASE("one input alone keeps its percentiles, also where a step of the grid is wide for it") {
    uncertain_model model;
    model.inputs = {distribution::triangular(50'000, 100'000, 120'000), distribution::uniform(0.999, 1.001),
                    distribution::lognormal(0, 2)};
    model.outputs = {{1, {{0, 1}}}, {1, {{1, -1}}}, {1, {{1, 1}, {2, 1}}}};
    const auto found = distribute(model);
    // A triangle's share below x on its rising side: (x − low)² / (width × rise).
    const double rising = 70'000.0 * 50'000;
    CHECK(found[0].percentiles[0] == Approx(50'000 + std::sqrt(0.05 * rising)).epsilon(1e-5));
    CHECK(found[0].percentiles[median_index] == Approx(50'000 + std::sqrt(0.5 * rising)).epsilon(1e-5));
    CHECK(found[0].percentiles[6] == Approx(120'000 - std::sqrt(0.05 * 70'000 * 20'000)).epsilon(1e-5));
    CHECK(found[1].percentiles[6] == Approx(1 / (0.999 + 0.05 * 0.002)).epsilon(1e-8));
    CHECK(found[2].percentiles[median_index] == Approx(1).epsilon(1e-4));
}

TEST_CASE("an output without inputs is a point") {
    uncertain_model model;
    model.outputs = {{125e9, {}}};
    const auto found = distribute(model)[0];
    CHECK(found.percentiles.front() == 125e9);
    CHECK(found.percentiles.back() == 125e9);
    CHECK(found.deviation == 0);
}

TEST_CASE("computed and drawn percentiles agree within a thousandth") {
    uncertain_model model;
    model.inputs = {distribution::triangular(100e9, 400e9, 500e9),
                    distribution::triangular(1e12, 2e12, 2.9e12),
                    distribution::lognormal_between(1300, 1600),
                    distribution::lognormal_between(0.9, 1.1),
                    distribution::uniform(57'000, 100'000),
                    distribution::uniform(100, 1'120),
                    distribution::uniform(3, 6),
                    distribution::uniform(2, 5)};
    model.outputs = {{1, {{0, 1}, {4, -1}}},
                     {1, {{0, 1}, {1, -1}, {2, 1}, {4, -1}, {5, 1}}},
                     {1, {{0, 1}, {1, -1}, {2, 1}, {3, 1}, {4, -1}, {5, 1}, {6, -1}, {7, 1}}}};
    const auto drawn = simulate(model, {10'000'000, 7, 2, {}}).back();
    const auto computed = distribute(model);
    for (std::size_t k = 0; k < computed.size(); ++k) {
        for (std::size_t i = 0; i < percentile_shares.size(); ++i) {
            INFO("output " << k << ", share " << percentile_shares[i]);
            CHECK(computed[k].percentiles[i] == Approx(drawn.outputs[k].percentiles[i]).epsilon(0.001));
            CHECK(std::fabs(computed[k].percentiles[i] - drawn.outputs[k].percentiles[i]) <
                  5 * drawn.outputs[k].errors[i]);
        }
        CHECK(computed[k].mean == Approx(drawn.outputs[k].mean).epsilon(0.001));
    }
}

TEST_CASE("a curve of one input is spread as its values are, alone and beside a power") {
    // 1 / (1 + x), x even between 0.01 and 0.10: its median is that of the median.
    uncertain_model model;
    model.inputs = {distribution::uniform(0.01, 0.10), distribution::uniform(2, 4)};
    factor_product::curve curve{0, {}, {}};
    for (int k = 0; k <= 64; ++k) {
        const double x = 0.01 + 0.09 * k / 64;
        curve.at.push_back(x);
        curve.logarithm.push_back(-std::log1p(x));
    }
    model.outputs = {{100, {}, {curve}}, {100, {{1, 1}}, {curve}}};
    const auto found = distribute(model);
    for (std::size_t i = 0; i < percentile_shares.size(); ++i) {
        const double x = 0.10 - 0.09 * percentile_shares[i];  // it falls: its low end is that of a high rate
        CHECK(found[0].percentiles[i] == Approx(100 / (1 + x)).epsilon(1e-5));
    }
    CHECK(found[0].mean == Approx(100 * std::log(1.10 / 1.01) / 0.09).epsilon(1e-5));
    // Independent: the mean of a product is the product of the means.
    CHECK(found[1].mean == Approx(found[0].mean * 3).epsilon(1e-4));
}
