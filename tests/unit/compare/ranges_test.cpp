// Assumptions that are ranges, and outlays that are rounded: their bounds go through every formula.
#include "catch.hpp"
#include "unit/compare/compared.hpp"

using namespace outlay;

namespace {

using bounds = interval<ratio>;

compared_case assumed(const std::string& words, const std::string& rest) {
    return first_case("to = \"USD\"\nas_of = 2025-01-22\nmetrics = [\"total\", \"per_job\", \"per_year\", \"present_value\", "
                      "\"equivalent_annual_cost\"]\n[assumptions]\n" +
                      words + "\n" + rest);
}

const std::string plain = investment_text("A", "$100 billion", "2 years", "1,000");

}  // namespace

TEST_CASE("a realisation between two shares is a range of the outlay", "[compare]") {
    const compared_case c = assumed("realisation = \"50–80 %\"", plain);
    CHECK(metric_of(c, "A", "total").value == bounds::between(50'000'000'000, 80'000'000'000));
    CHECK(metric_of(c, "A", "total").qualifier == qualifier::range);
    CHECK(metric_of(c, "A", "per_job").value == bounds::between(50'000'000, 80'000'000));
    CHECK(metric_of(c, "A", "per_year").value == bounds::between(25'000'000'000, 40'000'000'000));
    CHECK(metric_of(c, "A", "total").notes.front() == "assumption-realisation");
    const compared_case ceiling = assumed("realisation = \"50–80 %\"", investment_text("A", "up to $100 billion"));
    CHECK(metric_of(ceiling, "A", "total").value == bounds::at_most(80'000'000'000));
    const compared_case floor = assumed("realisation = \"50–80 %\"", investment_text("A", "more than $100 billion"));
    CHECK(metric_of(floor, "A", "total").value.low == ratio(50'000'000'000));
    CHECK(metric_of(floor, "A", "total").value.low_open);
}

TEST_CASE("a discount rate between two rates is a range of the present value", "[compare]") {
    const auto at = [&](const std::string& rate) {
        return metric_of(assumed("discount = \"" + rate + "\"", plain), "A", "present_value").value;
    };
    const ratio low = 50'000'000'000 * (1 / (1 + make_ratio(5, 100)) + 1 / ((1 + make_ratio(5, 100)) * (1 + make_ratio(5, 100))));
    const ratio high = 50'000'000'000 * (1 / (1 + make_ratio(3, 100)) + 1 / ((1 + make_ratio(3, 100)) * (1 + make_ratio(3, 100))));
    CHECK(at("5 %") == bounds::point(low));
    CHECK(at("3 %") == bounds::point(high));
    CHECK(at("3–5 %") == bounds::between(low, high));
}

TEST_CASE("an annual cost at a range of rates is as wide as its rates make it, and no wider", "[compare]") {
    const auto cost = [&](const std::string& rate, const std::string& rest, const std::string& what = plain) {
        return metric_of(assumed("discount = \"" + rate + "\"\n" + rest, what), "A", "equivalent_annual_cost").value;
    };
    const std::string longer = "asset_life = \"5 years\"";
    CHECK(cost("3–5 %", longer) == bounds::between(*cost("3 %", longer).central, *cost("5 %", longer).central));
    // Spent evenly and used as long as it is built, it is the outlay a year, whatever the rate.
    CHECK(cost("3–5 %", "") == bounds::point(50'000'000'000));
    // Used for a shorter time than it is built, it falls as the rate grows.
    const std::string shorter = "asset_life = \"1 year\"";
    CHECK(cost("3–5 %", shorter) == bounds::between(*cost("5 %", shorter).central, *cost("3 %", shorter).central));
    // Both ends of the period and of the rate.
    const std::string some_years = investment_text("A", "$100 billion", "2 to 4 years");
    CHECK(cost("3–5 %", longer, some_years) ==
          bounds::between(*cost("3 %", longer, investment_text("A", "$100 billion", "4 years")).central,
                          *cost("5 %", longer).central));
}

TEST_CASE("an annual cost that turns within a range of rates holds what lies between them", "[compare]") {
    const auto cost = [&](const std::string& rate) {
        return metric_of(assumed("asset_life = \"2 years\"\nphasing = [\"0.6\", \"0\", \"0.4\"]\ndiscount = \"" + rate + "\"",
                                 investment_text("A", "$100 billion", "3 years")),
                         "A", "equivalent_annual_cost")
            .value;
    };
    const bounds range = cost("1–100 %");
    for (const std::string rate : {"1 %", "10 %", "50 %", "80 %", "90 %", "100 %"}) CHECK(contains(range, *cost(rate).central));
    // It falls, turns between 80 and 90 %, and rises.
    CHECK(*range.high == *cost("1 %").central);
    CHECK(*range.low < *cost("100 %").central);
    CHECK(*range.low > *cost("80 %").central * make_ratio(99, 100));
}

TEST_CASE("a rounded outlay is known to half a unit of its last written digit", "[compare]") {
    const auto total = [&](const std::string& outlay) {
        return metric_of(assumed("rounding = \"last-digit\"", investment_text("A", outlay)), "A", "total");
    };
    CHECK(total("$1.57 billion").value == bounds::between(1'565'000'000, 1'575'000'000, false, true));
    CHECK(total("$1.57 billion").qualifier == qualifier::range);
    CHECK(total("$1.57 billion").notes.front() == "assumption-rounding");
    CHECK(total("about $40 million").value == bounds::between(39'500'000, 40'500'000, false, true));
    CHECK(total("up to $500 billion").value.high == ratio(500'500'000'000));
    CHECK(total("up to $500 billion").value.high_open);
    CHECK_FALSE(total("up to $500 billion").value.low);
    CHECK(total("$50–60 billion").value == bounds::between(50'000'000'000, 60'000'000'000));
}

TEST_CASE("of real prices the rate of the base year is the one that is used and named", "[compare]") {
    const compared_case c = first_case(R"(
to = "USD"
assumptions = { prices = { base_year = 2023, measure = "consumer-prices" } }
[[rate]]
pair = "USD/KRW"
value = "1300"
[[investment]]
name = "A"
economy = "KR"
date = 2021-03-02
outlay = "2 trillion won"
)");
    REQUIRE(metric_of(c, "A", "total").known());
    REQUIRE(investment_of(c, "A").used_rate);
    CHECK(investment_of(c, "A").used_rate->as_of == make_date(2023, 12, 31));
    // A fraction that nobody can read is cut in a derivation, and whole in the number.
    for (const trace_step& step : metric_of(c, "A", "total").trace) CHECK(step.detail.size() < 400);
}
