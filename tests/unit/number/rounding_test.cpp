#include "catch.hpp"

#include <outlay/number/rounding.hpp>

#include <array>

using namespace outlay;

namespace {

ratio rat(std::string_view text) { return parse_ratio(text).value(); }

constexpr std::array modes{rounding_mode::half_up, rounding_mode::half_even, rounding_mode::down, rounding_mode::up};

}  // namespace

TEST_CASE("rounding: each mode, ties and signs", "[number]") {
    struct row {
        const char* value;
        int scale;
        std::array<const char*, 4> expected;  // half_up, half_even, down, up
    };
    const auto [value, scale, expected] = GENERATE(values<row>({
        {"2.5", 0, {"3", "2", "2", "3"}},
        {"3.5", 0, {"4", "4", "3", "4"}},
        {"-2.5", 0, {"-3", "-2", "-2", "-3"}},
        {"2.4999", 0, {"2", "2", "2", "3"}},
        {"2.5001", 0, {"3", "3", "2", "3"}},
        {"0.125", 2, {"0.13", "0.12", "0.12", "0.13"}},
        {"-0.004", 2, {"0.00", "0.00", "0.00", "-0.01"}},
        {"1/3", 3, {"0.333", "0.333", "0.333", "0.334"}},
        {"2/3", 3, {"0.667", "0.667", "0.666", "0.667"}},
        {"200000/157", 1, {"1273.9", "1273.9", "1273.8", "1273.9"}},
        {"500000000000/359", 2, {"1392757660.17", "1392757660.17", "1392757660.16", "1392757660.17"}},
        {"1450", -2, {"1500", "1400", "1400", "1500"}},
        {"718", -3, {"1000", "1000", "0", "1000"}},
        {"1436", 2, {"1436.00", "1436.00", "1436.00", "1436.00"}},
        {"0", 2, {"0.00", "0.00", "0.00", "0.00"}},
    }));
    for (std::size_t i = 0; i < modes.size(); ++i) {
        CAPTURE(value, scale, i);
        const auto rounded = round(rat(value), scale, modes[i]);
        CHECK(rounded.text() == expected[i]);
        CHECK(rounded.scale() == scale);
    }
}

TEST_CASE("rounding: to significant digits, with the carry", "[number]") {
    struct row {
        const char* value;
        int digits;
        const char* expected;
    };
    const auto [value, digits, expected] = GENERATE(values<row>({
        {"9.996", 3, "10.0"},
        {"9.994", 3, "9.99"},
        {"999.5", 3, "1000"},
        {"0.00999", 2, "0.010"},
        {"-9.996", 3, "-10.0"},
        {"1392757660.167", 3, "1390000000"},
        {"500000000000", 1, "500000000000"},
        {"200000/157", 5, "1273.9"},
        {"1/3", 1, "0.3"},
        {"0.95", 1, "1"},
        {"15", 1, "20"},
        {"0", 3, "0"},
    }));
    CAPTURE(value, digits);
    const auto rounded = round_significant(rat(value), digits, rounding_mode::half_up);
    CHECK(rounded.text() == expected);
}

TEST_CASE("rounding: a carried number keeps its digits", "[number]") {
    CHECK(round_significant(rat("999.5"), 3, rounding_mode::half_up).coefficient() == 100);
    CHECK(round_significant(rat("999.5"), 3, rounding_mode::down).text() == "999");
    CHECK(round_significant(rat("2.5"), 1, rounding_mode::half_even).text() == "2");
}

TEST_CASE("rounding: the place of the first digit", "[number]") {
    struct row {
        const char* value;
        int exponent;
    };
    const auto [value, exponent] = GENERATE(values<row>({
        {"1", 0},
        {"9.99", 0},
        {"10", 1},
        {"999", 2},
        {"1000", 3},
        {"0.1", -1},
        {"0.099", -2},
        {"1/3", -1},
        {"100/3", 1},
        {"1/9", -1},
        {"999999/1000000", -1},
        {"-1436", 3},
        {"0", 0},
        {"1e300", 300},
        {"1e-300", -300},
        {"99/100", -1},
    }));
    CAPTURE(value);
    CHECK(leading_exponent(rat(value)) == exponent);
}

TEST_CASE("rounding: a rounded number lies within half a place of the number", "[number]") {
    std::uint64_t state = 718;
    for (int i = 0; i < 500; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const auto numerator = static_cast<std::int64_t>(state >> 20U) - (std::int64_t{1} << 43);
        state = state * 6364136223846793005U + 1442695040888963407U;
        const ratio value = make_ratio(numerator, integer(1 + (state >> 40U)));
        const int scale = static_cast<int>(state % 9U) - 3;
        const auto rounded = round(value, scale, rounding_mode::half_even);
        const ratio gap = abs(ratio(value - to_ratio(rounded)));
        CHECK(gap * 2 <= to_ratio(rounded.last_place()));
    }
}
