#include <outlay/analysis/simulation.hpp>

#include "catch.hpp"

#include <cmath>
#include <cstring>

using namespace outlay;

namespace {

/// An outlay, a rate, jobs and a period, and what is asked of them.
uncertain_model example() {
    uncertain_model model;
    model.inputs = {distribution::triangular(100e9, 400e9, 500e9), distribution::lognormal(7.2696, 0.09),
                    distribution::uniform(57'000, 100'000), distribution::lognormal_between(3, 6)};
    model.outputs = {{1, {{0, 1}, {2, -1}}}, {1, {{0, 1}, {1, 1}, {2, -1}, {3, -1}}}, {2.5, {{2, 1}}}};
    return model;
}

bool same_bytes(const std::vector<simulation_stage>& a, const std::vector<simulation_stage>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].samples != b[i].samples || a[i].outputs.size() != b[i].outputs.size()) return false;
        const auto bytes = a[i].outputs.size() * sizeof(spread_summary);
        if (std::memcmp(a[i].outputs.data(), b[i].outputs.data(), bytes) != 0) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a simulation gives the same bytes for any threads and any vector instructions") {
    const auto model = example();
    simulation_options options{200'001, 7, 1, instruction_set::portable};
    const auto expected = simulate(model, options);
    REQUIRE(expected.back().samples == 200'001);
    for (const auto which : supported_instruction_sets())
        for (const unsigned threads : {1U, 2U, 3U, 8U}) {
            options.instructions = which;
            options.threads = threads;
            INFO(to_text(which) << ", threads: " << threads);
            CHECK(same_bytes(expected, simulate(model, options)));
        }
    options.seed = 8;
    CHECK_FALSE(same_bytes(expected, simulate(model, options)));
}

TEST_CASE("percentiles of a uniform input are those of its formula, within the errors stated") {
    uncertain_model model;
    model.inputs = {distribution::uniform(1000, 3000)};
    model.outputs = {{2, {{0, 1}}}};
    const auto stages = simulate(model, {1'000'000, 1, 2, {}});
    REQUIRE(stages.size() == 3);
    CHECK(stages[0].samples == 10'000);
    CHECK(stages[1].samples == 100'000);
    const auto& found = stages[2].outputs[0];
    for (std::size_t i = 0; i < percentile_shares.size(); ++i) {
        const double expected = 2000 + 4000 * percentile_shares[i];
        CHECK(std::fabs(found.percentiles[i] - expected) < 4 * found.errors[i]);
        CHECK(found.errors[i] ==
              Approx(4000 * std::sqrt(percentile_shares[i] * (1 - percentile_shares[i]) / 1e6)).epsilon(0.1));
    }
    CHECK(found.mean == Approx(4000).epsilon(0.002));
    CHECK(found.deviation == Approx(4000 / std::sqrt(12.0)).epsilon(0.002));
}

TEST_CASE("percentiles of a lognormal input are those of its formula") {
    uncertain_model model;
    model.inputs = {distribution::lognormal_between(1300, 1600)};
    model.outputs = {{1, {{0, -1}}}};
    const auto found = simulate(model, {1'000'000, 99, 1, {}}).back().outputs[0];
    CHECK(found.percentiles[0] == Approx(1.0 / 1600).epsilon(0.001));
    CHECK(found.percentiles[median_index] == Approx(1 / std::sqrt(1300.0 * 1600)).epsilon(0.001));
    CHECK(found.percentiles[6] == Approx(1.0 / 1300).epsilon(0.001));
}

TEST_CASE("a simulation of few samples has one stage, and of none at all zeros") {
    const auto few = simulate(example(), {500, 7, 4, {}});
    REQUIRE(few.size() == 1);
    CHECK(few[0].samples == 500);
    const auto none = simulate(example(), {0, 7, 4, {}});
    CHECK(none.back().outputs[0].percentiles[median_index] == 0);
}
