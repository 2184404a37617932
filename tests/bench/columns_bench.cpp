// Columns in memory, side by side: in each round every contestant runs once, and the medians of the rounds are compared,
// so that a noisy minute is noisy for all of them. Ratios are what to look at.
// usage: outlay_bench_columns [ROWS_IN_MEMORY [ROUNDS]]
#include <outlay/columns/convert.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace outlay;
using column = std::vector<std::int64_t>;
__extension__ using int128 = __int128;

constexpr std::int64_t rate_unit = 1'000'000;  ///< rates of six decimals
constexpr std::size_t cached_rows = std::size_t{1} << 18;
constexpr std::size_t slow_rows = std::size_t{1} << 17;  ///< for contestants that need a microsecond a row

/// splitmix64
std::uint64_t next_number(std::uint64_t& state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

struct data {
    explicit data(std::size_t rows) : amounts(rows), rates(rows), which(rows), values(rows), status(rows) {
        std::uint64_t state = 20250122;
        for (int i = 0; i < 30 * 366; ++i)  // thirty currencies, a year
            table.add(
                multiplier(make_ratio(10000 + next_number(state) % 5000, 10000 + next_number(state) % 10'000'000)));
        for (std::size_t i = 0; i < rows; ++i) {
            amounts[i] = static_cast<std::int64_t>(next_number(state) % 100'000'000'000) - 10'000'000'000;
            rates[i] = static_cast<std::int64_t>(1 + next_number(state) % (4 * rate_unit));
            if (i % 64 == 0) {  // an exact tie
                amounts[i] |= 1;
                rates[i] = rate_unit / 2 * (1 + 2 * (rates[i] % 3));
            }
            which[i] = static_cast<std::uint32_t>(1 + next_number(state) % (30 * 366));
        }
    }
    [[nodiscard]] converted_column out() { return {values, status}; }
    [[nodiscard]] std::size_t rows() const { return amounts.size(); }

    column amounts;
    column rates;
    std::vector<std::uint32_t> which;
    multiplier_table table;
    column values;
    std::vector<row_status> status;
};

/// What is measured must happen.
void use(const data& d) { asm volatile("" ::"r"(d.values.data()) : "memory"); }

void add_columns(data& d) {
    const auto* a = d.amounts.data();
    const auto* b = d.rates.data();
    auto* to = d.values.data();
    for (std::size_t i = 0; i < d.rows(); ++i) to[i] = a[i] + b[i];
}

void add_constant(data& d) {
    const auto* a = d.amounts.data();
    auto* to = d.values.data();
    for (std::size_t i = 0; i < d.rows(); ++i) to[i] = a[i] + 1436;
}

void multiply_doubles(data& d) {
    const auto* a = d.amounts.data();
    const auto* b = d.rates.data();
    auto* to = d.values.data();
    for (std::size_t i = 0; i < d.rows(); ++i)
        to[i] = static_cast<std::int64_t>(std::nearbyint(static_cast<double>(a[i]) * static_cast<double>(b[i]) / 1e6));
}

std::int64_t half_even(int128 product) {
    const int128 quotient = product / rate_unit;
    const auto rest = static_cast<std::int64_t>(product % rate_unit);
    const auto twice = 2 * (rest < 0 ? -rest : rest);
    const bool away = twice > rate_unit || (twice == rate_unit && (quotient & 1) != 0);
    return static_cast<std::int64_t>(quotient + (away ? (product < 0 ? -1 : 1) : 0));
}

void divide_int128(data& d) {
    for (std::size_t i = 0; i < d.rows(); ++i) d.values[i] = half_even(int128{d.amounts[i]} * d.rates[i]);
}

void divide_ratio(data& d) {
    for (std::size_t i = 0; i < d.rows(); ++i)
        d.values[i] = static_cast<std::int64_t>(
            round(make_ratio(integer(d.amounts[i]) * d.rates[i], rate_unit), 0, rounding_mode::half_even)
                .coefficient());
}

void divide_dec_float(data& d) {
    using boost::multiprecision::cpp_dec_float_50;
    for (std::size_t i = 0; i < d.rows(); ++i) {
        const cpp_dec_float_50 value = cpp_dec_float_50(d.amounts[i]) * d.rates[i] / rate_unit;
        d.values[i] = static_cast<std::int64_t>(boost::multiprecision::rint(value));
    }
}

/// Time that this thread had a processor: what others did in between does not count.
double nanoseconds_of_thread() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e9 * static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec);
}

struct contestant {
    std::string name;
    std::function<void(data&)> run;
    bool is_checked;  ///< its rows are to be those of exact arithmetic at a rate a row
    std::vector<double> nanoseconds = {};
    std::size_t wrong = 0;
};

std::vector<contestant> fast_contestants() {
    std::vector<contestant> all{
        {"copy a column (memcpy)",
         [](data& d) { std::memcpy(d.values.data(), d.amounts.data(), d.rows() * sizeof(std::int64_t)); }, false},
        {"add a constant", add_constant, false},
        {"add two columns", add_columns, false},
        {"doubles, rate a row (inexact)", multiply_doubles, true}};
    const multiplier one(make_ratio(10413, 15150700));
    const multiplier unit(make_ratio(1, rate_unit));
    for (const auto instructions : supported_instruction_sets()) {
        const std::string name(to_text(instructions));
        const column_rules rules{rounding_mode::half_even, instructions};
        all.push_back({"exact, one rate, " + name, [=](data& d) { convert(d.amounts, one, rules, d.out()); }, false});
        all.push_back(
            {"exact, rate a row, " + name, [=](data& d) { convert(d.amounts, d.rates, unit, rules, d.out()); }, true});
        all.push_back({"exact, choice of 10980, " + name,
                       [=](data& d) { convert(d.amounts, d.which, d.table, rules, d.out()); }, false});
    }
    return all;
}

std::vector<contestant> slow_contestants() {
    return {{"__int128 and division, rate a row", divide_int128, true},
            {"ratio (cpp_rational), rate a row", divide_ratio, true},
            {"cpp_dec_float_50, rate a row", divide_dec_float, true}};
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

void run_round(std::vector<contestant>& all, data& d, const column& exact) {
    for (auto& c : all) {
        const auto begin = nanoseconds_of_thread();
        c.run(d);
        use(d);
        c.nanoseconds.push_back((nanoseconds_of_thread() - begin) / static_cast<double>(d.rows()));
        if (!c.is_checked) continue;
        c.wrong = 0;
        for (std::size_t i = 0; i < d.rows(); ++i) c.wrong += d.values[i] != exact[i];
    }
}

double show(const std::vector<contestant>& all, const std::string& title, double yardstick) {
    std::printf("\n%s\n%-36s %10s %10s %9s\n", title.c_str(), "", "ns a row", "to adding", "wrong");
    for (const auto& c : all)
        if (c.name == "add two columns") yardstick = median(c.nanoseconds);
    for (const auto& c : all)
        std::printf("%-36s %10.3f %9.2fx %9s\n", c.name.c_str(), median(c.nanoseconds),
                    median(c.nanoseconds) / yardstick, c.is_checked ? std::to_string(c.wrong).c_str() : "");
    return yardstick;
}

double compare(std::vector<contestant> all, std::size_t rows, std::size_t rounds, const std::string& title,
               double yardstick = 1) {
    data d(rows);
    divide_int128(d);
    const auto exact = d.values;
    run_round(all, d, exact);  // warms up
    for (auto& c : all) c.nanoseconds.clear();
    for (std::size_t i = 0; i < rounds; ++i) run_round(all, d, exact);
    return show(all, title, yardstick);
}

}  // namespace

int main(int count, char** words) {
    const auto rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : std::size_t{1} << 25;
    const auto rounds = count > 2 ? std::strtoull(words[2], nullptr, 10) : 9;
    std::printf("best instruction set here: %s; %llu alternating rounds, medians\n",
                std::string(to_text(best_instruction_set())).c_str(), static_cast<unsigned long long>(rounds));
    compare(fast_contestants(), cached_rows, 20 * rounds, "In the cache (" + std::to_string(cached_rows) + " rows)");
    const auto yardstick = compare(fast_contestants(), rows, rounds, "In memory (" + std::to_string(rows) + " rows)");
    compare(slow_contestants(), slow_rows, std::min<std::size_t>(rounds, 5),
            "Without vectors (" + std::to_string(slow_rows) + " rows)", yardstick);
    return 0;
}
