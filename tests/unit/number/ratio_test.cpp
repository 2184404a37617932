#include "catch.hpp"

#include <outlay/number/ratio.hpp>

using namespace outlay;

namespace {

decimal dec(std::string_view text) { return decimal::parse(text).value(); }
ratio rat(std::string_view text) { return parse_ratio(text).value(); }

std::string problem_of(std::string_view text) {
    const auto read = parse_ratio(text);
    return read ? std::string() : read.problems().front().id;
}

}  // namespace

TEST_CASE("ratio: is exact", "[number]") {
    CHECK(make_ratio(1, 3) * 3 == 1);
    CHECK(rat("0.1") + rat("0.2") == rat("0.3"));
    CHECK(rat("1/7") * 7 == 1);
    CHECK(rat("1484.23") != rat("1484.24"));
    CHECK(make_ratio(6, -4) == make_ratio(-3, 2));
    CHECK(to_ratio(dec("2e12")) == rat("2000000000000"));
    CHECK(to_ratio(dec("-0.50")) == make_ratio(-1, 2));
}

TEST_CASE("ratio: reads decimals and fractions of decimals", "[number]") {
    CHECK(rat("200000/157") == make_ratio(200000, 157));
    CHECK(rat("2/1.57") == make_ratio(200, 157));
    CHECK(rat("1.57") == make_ratio(157, 100));
    CHECK(rat("-1/3") == make_ratio(-1, 3));
    CHECK(rat("1/-3") == make_ratio(-1, 3));
    CHECK(rat("-2.5/-0.5") == 5);
    CHECK(rat("1436") == 1436);
}

TEST_CASE("ratio: refuses what is none", "[number]") {
    CHECK(problem_of("1/0") == "division-by-zero");
    CHECK(problem_of("1/0.00") == "division-by-zero");
    CHECK(problem_of("1/") == "number-malformed");
    CHECK(problem_of("/2") == "number-malformed");
    CHECK(problem_of("1/2/3") == "number-malformed");
    CHECK(problem_of("1 / 2") == "number-malformed");
    CHECK(problem_of("") == "number-malformed");
    CHECK(problem_of("1/1e999") == "number-out-of-range");
    CHECK(parse_ratio("x/y").problems().size() == 2);
}

TEST_CASE("ratio: texts", "[number]") {
    CHECK(fraction_text(rat("1436")) == "1436");
    CHECK(fraction_text(rat("1.57")) == "157/100");
    CHECK(fraction_text(rat("200000/157")) == "200000/157");
    CHECK(fraction_text(rat("-4/6")) == "-2/3");
    CHECK(exact_text(rat("1.570")) == "1.57");
    CHECK(exact_text(rat("200000/157")) == "200000/157");
    CHECK(exact_text(rat("5000000/2")) == "2500000");
    CHECK(exact_text(rat("0")) == "0");
    CHECK(exact_text(rat("-1/8")) == "-0.125");
}

TEST_CASE("ratio: the decimal that it equals, where there is one", "[number]") {
    CHECK(exact_decimal(rat("1/3")) == std::nullopt);
    CHECK(exact_decimal(rat("7/12")) == std::nullopt);
    CHECK(exact_decimal(rat("1/1024"))->text() == "0.0009765625");
    CHECK(exact_decimal(rat("3/125"))->text() == "0.024");
    CHECK(exact_decimal(rat("1/1e40"))->scale() == 40);
    CHECK(exact_decimal(rat("20"))->text() == "20");
}
