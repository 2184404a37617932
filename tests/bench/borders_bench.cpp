// Columns through the C++ interface, in this process: what every border is measured against. Prints rows and seconds.
#include <outlay/columns/convert.hpp>
#include <outlay/columns/dated_multipliers.hpp>
#include <outlay/engine.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr std::size_t block = 4096;

struct table {
    std::vector<std::int64_t> amounts;
    std::vector<std::uint8_t> currencies;
    std::vector<std::int32_t> days;
};

/// The rows that borders.py makes too.
table make_rows(std::size_t rows) {
    table t;
    for (std::uint64_t i = 0; i < rows; ++i) {
        t.amounts.push_back(static_cast<std::int64_t>((i * 2654435761U) % (std::uint64_t{1} << 40U)));
        t.currencies.push_back(static_cast<std::uint8_t>(i % 3));
        t.days.push_back(20090 + static_cast<std::int32_t>(i % 25));
    }
    return t;
}

std::int64_t convert_all(const outlay::engine& data, const table& t, std::vector<std::int64_t>& values) {
    outlay::dated_multipliers rates(data.rates(), data.currencies(), data.default_policy(), outlay::currency_code("USD"));
    std::array<std::uint32_t, 3> series{};
    constexpr std::array codes{"KRW", "JPY", "GBP"};
    for (std::size_t k = 0; k < codes.size(); ++k) series[k] = *rates.series_of(outlay::currency_code(codes[k]));
    std::array<std::uint32_t, block> which{};
    std::vector<outlay::row_status> status(block);
    std::int64_t sum = 0;
    for (std::size_t first = 0; first < values.size(); first += block) {
        const auto rows = std::min(block, values.size() - first);
        for (std::size_t i = 0; i < rows; ++i)
            which[i] = rates.find(series[t.currencies[first + i]], outlay::date{std::chrono::days{t.days[first + i]}});
        outlay::convert({t.amounts.data() + first, rows}, {which.data(), rows}, rates.table(), {},
                        {{values.data() + first, rows}, {status.data(), rows}});
        for (std::size_t i = 0; i < rows; ++i) sum += values[first + i];
    }
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    const auto rows = argc > 1 ? static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10)) : std::size_t{4'000'000};
    const auto data = outlay::engine::embedded();
    const auto t = make_rows(rows);
    std::vector<std::int64_t> values(rows);
    double best = 1e9;
    std::int64_t sum = 0;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        sum = convert_all(data, t, values);
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::printf("%zu %.9f %lld\n", rows, best, static_cast<long long>(sum));
    return 0;
}
