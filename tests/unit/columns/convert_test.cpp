#include <outlay/columns/convert.hpp>

#include "columns/kernels.hpp"
#include "unit/columns/column_cases.hpp"

#include "catch.hpp"

#include <stdexcept>

using namespace outlay;
using namespace column_cases;

namespace {

constexpr rounding_mode nearest_modes[] = {rounding_mode::half_even, rounding_mode::half_up};

struct columns {
    explicit columns(std::size_t rows) : values(rows, 77), status(rows, row_status::no_rate) {}
    converted_column out() { return {values, status}; }
    [[nodiscard]] expected row(std::size_t i) const { return {values[i], status[i]}; }

    std::vector<std::int64_t> values;
    std::vector<row_status> status;
};

/// Compares rows with what ratio arithmetic says; counts those that differ, and shows the first.
class comparison {
public:
    void row(std::int64_t x, const ratio& by, instruction_set instructions, const expected& found,
             const expected& wanted) {
        ++rows_;
        if (found == wanted) return;
        if (wrong_++ == 0)
            first_ = described(x, by, instructions) + ": " + std::to_string(found.value) + ", not " +
                     std::to_string(wanted.value);
    }
    void require(std::size_t at_least) const {
        INFO(first_);
        CHECK(wrong_ == 0);
        CHECK(rows_ >= at_least);
    }

private:
    std::size_t rows_ = 0;
    std::size_t wrong_ = 0;
    std::string first_;
};

}  // namespace

TEST_CASE("a column at one rate is what ratio arithmetic says", "[columns]") {
    comparison compared;
    number_source numbers(20250122);
    constexpr std::size_t rows = 61;  // no multiple of any number of lanes
    for (std::size_t turn = 0; turn < 16'000 / many; ++turn) {
        const auto by = any_rate(numbers);
        const multiplier factor(by);
        std::vector<std::int64_t> amounts(rows);
        for (auto& x : amounts) x = amount(numbers, factor.prepared());
        const auto rounding = nearest_modes[turn % 2];
        std::vector<expected> wanted;
        for (const auto x : amounts) wanted.push_back(exactly(x, by, rounding));
        for (const auto instructions : supported_instruction_sets()) {
            columns found(rows);
            const auto failed = convert(amounts, factor, {rounding, instructions}, found.out());
            std::size_t without = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                compared.row(amounts[i], by, instructions, found.row(i), wanted[i]);
                without += wanted[i].status != row_status::converted;
            }
            CHECK(failed == without);
        }
    }
    compared.require(900'000 / many);
}

TEST_CASE("a column with a rate a row is what ratio arithmetic says", "[columns]") {
    comparison compared;
    number_source numbers(1436);
    constexpr std::size_t rows = 67;
    for (std::size_t turn = 0; turn < 8'000 / many; ++turn) {
        const auto unit_value = turn % 10 == 9 ? any_rate(numbers) : make_ratio(1, ten_to(static_cast<int>(turn % 16)));
        const multiplier unit(unit_value);
        std::vector<std::int64_t> amounts(rows);
        std::vector<std::int64_t> rates(rows);
        std::vector<expected> wanted;
        const auto rounding = nearest_modes[turn % 2];
        for (std::size_t i = 0; i < rows; ++i) {
            rates[i] = i % 13 == 12 ? extreme(numbers) : i % 17 == 16 ? 0 : numbers.with_digits(15);
            const multiplier by(ratio(unit_value * integer(rates[i])));
            amounts[i] = amount(numbers, by.prepared());
            wanted.push_back(exactly(amounts[i], ratio(unit_value * integer(rates[i])), rounding));
        }
        for (const auto instructions : supported_instruction_sets()) {
            columns found(rows);
            convert(amounts, rates, unit, {rounding, instructions}, found.out());
            for (std::size_t i = 0; i < rows; ++i)
                compared.row(amounts[i], ratio(unit_value * integer(rates[i])), instructions, found.row(i), wanted[i]);
        }
    }
    compared.require(500'000 / many);
}

TEST_CASE("a column that chooses among multipliers is what ratio arithmetic says", "[columns]") {
    comparison compared;
    number_source numbers(359);
    multiplier_table table;
    std::vector<ratio> values{0};
    for (int i = 0; i < 2000; ++i) {
        auto value = any_rate(numbers);
        if (i % 11 == 10)
            value = ratio(value * any_rate(numbers) * any_rate(numbers) * any_rate(numbers));  // past 63 bits, often
        values.push_back(value);
        table.add(multiplier(value));
    }
    constexpr std::size_t rows = 71;
    for (std::size_t turn = 0; turn < 8'000 / many; ++turn) {
        std::vector<std::int64_t> amounts(rows);
        std::vector<std::uint32_t> which(rows);
        std::vector<expected> wanted;
        const auto rounding = nearest_modes[turn % 2];
        const auto value_of = [&](std::size_t i) { return which[i] < values.size() ? values[which[i]] : ratio(0); };
        for (std::size_t i = 0; i < rows; ++i) {
            which[i] = static_cast<std::uint32_t>(numbers.below(table.size() + 2));
            if (i % 37 == 36) which[i] = 0xFFFFFFFF;
            amounts[i] = amount(numbers, which[i] < table.size() ? table.prepared()[which[i]] : prepared_fraction{});
            wanted.push_back(exactly(amounts[i], value_of(i), rounding));
        }
        for (const auto instructions : supported_instruction_sets()) {
            columns found(rows);
            convert(amounts, which, table, {rounding, instructions}, found.out());
            for (std::size_t i = 0; i < rows; ++i)
                compared.row(amounts[i], value_of(i), instructions, found.row(i), wanted[i]);
        }
    }
    compared.require(500'000 / many);
}

TEST_CASE("the kernels settle rows within their limits themselves, ties and all", "[columns]") {
    number_source numbers(7);
    const auto kernel_of = [](instruction_set instructions) -> const kernels::kernel_set& {
#if defined(__x86_64__)
        if (instructions == instruction_set::avx512) return kernels::avx512;
        if (instructions == instruction_set::avx2) return kernels::avx2;
#endif
        return kernels::portable;
    };
    std::size_t ties = 0;
    std::size_t wrong = 0;
    for (std::size_t turn = 0; turn < 20'000 / many; ++turn) {
        // Denominators up to 10^15, and up to the limit of the kernels.
        auto denominator = turn % 2 == 0
                               ? ten_to(static_cast<int>(turn / 2 % 16))
                               : prepared_fraction::narrow_limit - 1 - static_cast<std::int64_t>(numbers.below(1000));
        const multiplier by(make_ratio(numbers.with_digits(15), denominator));
        REQUIRE(by.prepared().is_narrow());
        constexpr std::size_t rows = 40;
        std::vector<std::int64_t> amounts;
        std::vector<std::int64_t> wanted;
        while (amounts.size() < rows) {
            const auto limit = prepared_fraction::narrow_limit;
            auto x = amounts.size() % 2 == 0 ? tie(numbers, by.prepared()) : numbers.with_sign(numbers.with_digits(15));
            // Brought down until the result is within the limit too.
            while (x >= limit || x <= -limit ||
                   integer(x < 0 ? -x : x) * by.prepared().numerator / by.prepared().denominator >=
                       (std::int64_t{1} << 49))
                x /= 7;
            amounts.push_back(x);
            wanted.push_back(exactly(x, by.exact(), rounding_mode::half_even).value);
            ties += integer(2) * integer(x) * by.prepared().numerator % (2 * integer(by.prepared().denominator)) ==
                    by.prepared().denominator;
        }
        for (const auto instructions : supported_instruction_sets()) {
            columns found(rows);
            const kernels::block block{amounts.data(),
                                       nullptr,
                                       nullptr,
                                       found.values.data(),
                                       reinterpret_cast<std::uint8_t*>(found.status.data()),
                                       rows};
            if (kernel_of(instructions).by_one(block, by.prepared(), kernels::ties::to_even) != 0) ++wrong;
            if (found.values != wanted) ++wrong;
        }
    }
    CHECK(wrong == 0);
    CHECK(ties > 50'000 / many);
}

TEST_CASE("ties go to the even neighbour, or away from zero", "[columns]") {
    const multiplier half(make_ratio(1, 2));
    const std::vector<std::int64_t> amounts{-5, -3, -1, 0, 1, 3, 5, 7, 9};
    for (const auto instructions : supported_instruction_sets()) {
        columns found(amounts.size());
        CHECK(convert(amounts, half, {rounding_mode::half_even, instructions}, found.out()) == 0);
        CHECK(found.values == std::vector<std::int64_t>{-2, -2, 0, 0, 0, 2, 2, 4, 4});
        CHECK(convert(amounts, half, {rounding_mode::half_up, instructions}, found.out()) == 0);
        CHECK(found.values == std::vector<std::int64_t>{-3, -2, -1, 0, 1, 2, 3, 4, 5});
        CHECK(convert(amounts, half, {rounding_mode::down, instructions}, found.out()) == 0);
        CHECK(found.values == std::vector<std::int64_t>{-2, -1, 0, 0, 0, 1, 2, 3, 4});
        CHECK(convert(amounts, half, {rounding_mode::up, instructions}, found.out()) == 0);
        CHECK(found.values == std::vector<std::int64_t>{-3, -2, -1, 0, 1, 2, 3, 4, 5});
    }
}

TEST_CASE("a row without a result has a status and the value zero", "[columns]") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const std::vector<std::int64_t> amounts{1, most, -most, std::numeric_limits<std::int64_t>::min(), 2};
    columns found(amounts.size());
    CHECK(convert(amounts, multiplier(2), {}, found.out()) == 3);
    CHECK(found.values == std::vector<std::int64_t>{2, 0, 0, 0, 4});
    CHECK(found.status[1] == row_status::out_of_range);
    CHECK(convert(amounts, multiplier(1), {}, found.out()) == 1);  // the lowest integer has no opposite
    CHECK(found.values == std::vector<std::int64_t>{1, most, -most, 0, 2});
    CHECK(convert(amounts, multiplier(), {}, found.out()) == 5);
    CHECK(found.values == std::vector<std::int64_t>(5, 0));
    CHECK(found.status == std::vector<row_status>(5, row_status::no_rate));
    const std::vector<std::int64_t> wrapping{std::int64_t{1} << 61, (std::int64_t{1} << 61) + 1,
                                             3};  // 2^64 and a little
    columns wrapped(3);
    CHECK(convert(wrapping, multiplier(8), {}, wrapped.out()) == 2);
    CHECK(wrapped.values == std::vector<std::int64_t>{0, 0, 24});
    CHECK(multiplier(-1).empty());
    CHECK(multiplier(0).empty());
}

TEST_CASE("a fraction too long for machine numbers is exact beside a tie", "[columns]") {
    comparison compared;
    number_source numbers(1'000'000);
    for (std::size_t turn = 0; turn < 20'000 / many; ++turn) {
        // x times the fraction is a whole number and a half, and a little more or less, or nothing.
        const auto x = numbers.with_digits(12);
        const auto little = make_ratio(numbers.with_sign(static_cast<std::int64_t>(turn % 3)),
                                       power_of_ten(25 + static_cast<int>(turn % 30)));
        const auto by = ratio(make_ratio(2 * integer(numbers.with_digits(14)) + 1, 2 * integer(x)) + little);
        for (const auto rounding : nearest_modes) {
            for (const auto sign : {1, -1}) {
                const std::vector<std::int64_t> amounts{sign * x};
                columns found(1);
                convert(amounts, multiplier(by), {rounding, std::nullopt}, found.out());
                compared.row(sign * x, by, best_instruction_set(), found.row(0), exactly(sign * x, by, rounding));
            }
        }
    }
    compared.require(80'000 / many);
}

TEST_CASE("a result may be written over its column", "[columns]") {
    std::vector<std::int64_t> amounts(10'000);
    for (std::size_t i = 0; i < amounts.size(); ++i) amounts[i] = static_cast<std::int64_t>(i * i * 31);
    for (const auto instructions : supported_instruction_sets()) {
        columns found(amounts.size());
        const multiplier by(make_ratio(10413, 15150700));
        CHECK(convert(amounts, by, {rounding_mode::half_even, instructions}, found.out()) == 0);
        auto same = amounts;
        CHECK(convert(same, by, {rounding_mode::half_even, instructions}, {same, found.status}) == 0);
        CHECK(same == found.values);
    }
}

TEST_CASE("columns of different lengths are an error of the caller", "[columns]") {
    const std::vector<std::int64_t> amounts(3);
    const std::vector<std::int64_t> rates(2);
    columns found(3);
    columns shorter(2);
    CHECK_THROWS_AS(convert(amounts, multiplier(1), {}, shorter.out()), std::invalid_argument);
    CHECK_THROWS_AS(convert(amounts, rates, multiplier(1), {}, found.out()), std::invalid_argument);
    CHECK(convert({}, multiplier(1), {}, {}) == 0);
}
