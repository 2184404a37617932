// What the compiler calls in every basic block of the library (-fsanitize-coverage=trace-pc): which way a line took.
#include "coverage.hpp"

#include <algorithm>
#include <cstdint>

namespace outlay::fuzz {

namespace {

constexpr std::size_t map_size = 1U << 16U;
std::uint8_t seen[map_size];
std::uint8_t taken[map_size];
std::size_t before = 0;

/// Twice is not once, and eight times is not twice; nine times is eight.
std::uint8_t magnitude_of(std::uint8_t count) {
    return count >= 8 ? 4 : count >= 4 ? 3 : count;
}

}  // namespace

void forget_way() {
    std::fill(taken, taken + map_size, std::uint8_t{0});
    before = 0;
}

bool took_new_way() {
    bool is_new = false;
    for (std::size_t i = 0; i < map_size; ++i) {
        const auto magnitude = magnitude_of(taken[i]);
        if (magnitude <= seen[i]) continue;
        seen[i] = magnitude;
        is_new = true;
    }
    return is_new;
}

std::size_t ways_seen() {
    return static_cast<std::size_t>(std::count_if(seen, seen + map_size, [](std::uint8_t count) { return count != 0; }));
}

}  // namespace outlay::fuzz

extern "C" void __sanitizer_cov_trace_pc();

extern "C" void __sanitizer_cov_trace_pc() {
    using namespace outlay::fuzz;
    // Relative to this function, so that the same build takes the same ways wherever it is loaded.
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)) -
                      reinterpret_cast<std::uintptr_t>(&__sanitizer_cov_trace_pc);
    const auto block = static_cast<std::size_t>((here * 0x9E3779B97F4A7C15U) >> 48U);
    auto& count = taken[(block ^ before) % map_size];
    if (count < 255) ++count;
    before = block >> 1U;
}
