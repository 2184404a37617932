// One run of the simulation of tests/bench/simulation.py; prints milliseconds and, for comparison, the percentiles.
// usage: outlay_bench_simulation SAMPLES THREADS [portable|avx2|avx512|computed]
#include <outlay/analysis/product_distribution.hpp>
#include <outlay/analysis/simulation.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace outlay;

/// Two programmes: two triangular inputs, two lognormal and four uniform ones; three outputs.
uncertain_model model() {
    uncertain_model out;
    out.inputs = {distribution::triangular(100e9, 400e9, 500e9), distribution::triangular(1e12, 2e12, 2.9e12),
                  distribution::lognormal(7.2696, 0.09),         distribution::lognormal(0, 0.05),
                  distribution::uniform(57'000, 100'000),        distribution::uniform(100, 1'120),
                  distribution::uniform(3, 6),                   distribution::uniform(2, 5)};
    out.outputs = {{1, {{0, 1}, {4, -1}}},
                   {1, {{1, 1}, {2, -1}, {3, 1}, {5, -1}}},
                   {1, {{0, 1}, {1, -1}, {2, 1}, {3, 1}, {4, -1}, {5, 1}, {6, -1}, {7, 1}}}};
    return out;
}

void print(const std::vector<spread_summary>& outputs) {
    for (const auto& each : outputs) {
        for (const double value : each.percentiles) std::printf(" %.6g", value);
        std::printf("\n");
    }
}

}  // namespace

int main(int count, char** words) {
    simulation_options options;
    options.seed = 7;
    if (count > 1) options.samples = std::strtoull(words[1], nullptr, 10);
    if (count > 2) options.threads = static_cast<unsigned>(std::strtoul(words[2], nullptr, 10));
    const std::string_view how = count > 3 ? words[3] : "";
    for (const auto each : supported_instruction_sets())
        if (how == to_text(each)) options.instructions = each;
    const auto start = std::chrono::steady_clock::now();
    const auto outputs = how == "computed" ? distribute(model()) : simulate(model(), options).back().outputs;
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    std::printf("%.4f\n", spent.count());
    print(outputs);
}
