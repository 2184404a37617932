#include "catch.hpp"

#include <outlay/number/decimal.hpp>

#include <string>

using namespace outlay;

namespace {

decimal dec(std::string_view text) { return decimal::parse(text).value(); }

std::string problem_of(std::string_view text) {
    const auto read = decimal::parse(text);
    return read ? std::string() : read.problems().front().id;
}

}  // namespace

TEST_CASE("decimal: keeps what was written", "[number]") {
    struct row {
        const char* written;
        const char* text;
        int scale;
    };
    const auto [written, text, scale] = GENERATE(values<row>({
        {"1436", "1436", 0},
        {"0123", "123", 0},  // no octal
        {"-0.5", "-0.5", 1},
        {"+7", "7", 0},
        {".5", "0.5", 1},
        {"1.50", "1.50", 2},
        {"007.10", "7.10", 2},
        {"2e12", "2000000000000", -12},
        {"1.57E9", "1570000000", -7},
        {"1.57e+1", "15.7", 1},
        {"25e-3", "0.025", 3},
        {"0", "0", 0},
        {"0.00", "0.00", 2},
        {"0e5", "0", -5},
        {"500000000000", "500000000000", 0},
        {"9007199254740993", "9007199254740993", 0},
    }));
    CAPTURE(written);
    CHECK(dec(written).text() == text);
    CHECK(dec(written).scale() == scale);
}

TEST_CASE("decimal: refuses what is no number", "[number]") {
    const auto text = GENERATE(as<std::string>{}, "", ".", "-", "+-1", "1..2", "1.2.3", "1.", "1e", "1e+", "e5", "0x1",
                               " 1", "1 ", "1 000", "1,000", "NaN", "inf", "-Infinity", "1f", "１",
                               "\xE2\x88\x92"
                               "1",
                               "1'000");
    CAPTURE(text);
    CHECK(problem_of(text) == "number-malformed");
}

TEST_CASE("decimal: refuses what is out of range", "[number]") {
    CHECK(problem_of(std::string(400, '9')).empty());
    CHECK(problem_of(std::string(401, '9')) == "number-out-of-range");
    CHECK(problem_of("1e400").empty());
    CHECK(problem_of("1e401") == "number-out-of-range");
    CHECK(problem_of("1e-401") == "number-out-of-range");
    CHECK(problem_of("1e99999999999999999999") == "number-out-of-range");
    CHECK(problem_of("1.5e-400") == "number-out-of-range");
    const auto problem = decimal::parse(std::string(100'000, '9')).problems().front();
    CHECK(problem.message.size() < 200);  // shows the beginning only
}

TEST_CASE("decimal: arithmetic is exact", "[number]") {
    CHECK(dec("0.1") + dec("0.2") == dec("0.3"));
    CHECK(dec("123456789012345678901234567890") + dec("987654321098765432109876543210") ==
          dec("1111111110111111111011111111100"));
    CHECK((dec("9007199254740993") - dec("1")).text() == "9007199254740992");
    CHECK(dec("1.57") * dec("1436") == dec("2254.52"));
    CHECK((dec("1.50") * dec("2.0")).text() == "3.000");
    CHECK((dec("1e3") + dec("0.25")).text() == "1000.25");
    CHECK((dec("1.0") - dec("1.0")).text() == "0.0");
    CHECK((-dec("-2.5")).text() == "2.5");
}

TEST_CASE("decimal: order and equality are by value", "[number]") {
    CHECK(dec("1.50") == dec("1.5"));
    CHECK(dec("2e12") == dec("2000000000000"));
    CHECK(dec("1484.23") != dec("1484.24"));
    CHECK(dec("1484.23") < dec("1484.24"));
    CHECK(dec("-2") < dec("-1.999"));
    CHECK(dec("-0.001") < dec("0"));
    CHECK(dec("0") == dec("-0.00"));
    CHECK(dec("9007199254740993") > dec("9007199254740992"));
    CHECK(dec("1e400") > dec("1e-400"));
    CHECK(decimal(1436) == dec("1436.000"));
    CHECK((dec("7e1") <=> dec("70")) == std::strong_ordering::equal);
}

TEST_CASE("decimal: normalized form, significant digits, last place", "[number]") {
    CHECK(dec("1.500").normalized().text() == "1.5");
    CHECK(dec("1.500").normalized().scale() == 1);
    CHECK(dec("500000000000").normalized().scale() == -11);
    CHECK(dec("500000000000").normalized().text() == "500000000000");
    CHECK(dec("0.000").normalized().scale() == 0);
    CHECK(dec("-120").normalized().coefficient() == -12);
    CHECK(dec("500000000000").significant_digits() == 1);
    CHECK(dec("1.57").significant_digits() == 3);
    CHECK(dec("1.5700").significant_digits() == 3);
    CHECK(dec("-1001").significant_digits() == 4);
    CHECK(dec("0.00").significant_digits() == 1);
    CHECK(dec("1.57").last_place() == dec("0.01"));
    CHECK(dec("2e12").last_place() == dec("1e12"));
}

TEST_CASE("decimal: its text reads back as itself", "[number]") {
    std::uint64_t state = 20250122;
    for (int i = 0; i < 500; ++i) {
        std::string text = state % 3 == 0 ? "-" : "";
        for (std::uint64_t digits = 1 + state % 41; digits > 0; --digits) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            text += static_cast<char>('0' + (state >> 33U) % 10);
        }
        if (state % 2 == 0) text.insert(text.size() - 1, ".");
        if (text.front() == '.' || text.rfind("-.", 0) == 0) continue;
        CAPTURE(text);
        const auto read = dec(text);
        CHECK(dec(read.text()) == read);
        CHECK(dec(read.text()).scale() == read.scale());
    }
}

TEST_CASE("decimal: powers of ten", "[number]") {
    CHECK(power_of_ten(0) == 1);
    CHECK(power_of_ten(19).str() == "1" + std::string(19, '0'));
    CHECK(power_of_ten(20).str() == "1" + std::string(20, '0'));
    CHECK(power_of_ten(400).str() == "1" + std::string(400, '0'));
}
