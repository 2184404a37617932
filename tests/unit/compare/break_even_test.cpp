#include "catch.hpp"
#include "unit/compare/compared.hpp"

#include <outlay/compare/break_even.hpp>

using namespace outlay;

namespace {

metric sum_in(interval<ratio> value, std::string unit, qualifier q = qualifier::exact) {
    metric out;
    out.value = std::move(value);
    out.qualifier = q;
    out.unit = std::move(unit);
    out.currency = currency_code("USD");
    return out;
}

// 2 trillion won at 1436 beside $500 billion, 4 years and 100,000 jobs.
const metric centre = sum_in(interval<ratio>::point(make_ratio(500'000'000'000, 359)), "USD");
const metric per_job = sum_in(interval<ratio>::point(5'000'000), "USD/job");
const metric per_year = sum_in(interval<ratio>::point(125'000'000'000), "USD/year");

}  // namespace

TEST_CASE("jobs at which the capital per job is equal", "[compare]") {
    const metric found = break_even_jobs(centre, per_job);
    CHECK(found.value == interval<ratio>::point(make_ratio(100'000, 359)));
    CHECK(found.unit == "job");
    CHECK(found.currency.empty());
    CHECK(found.trace.back().formula == "jobs = total / per_job");
}

TEST_CASE("years at which the outlay per year is equal", "[compare]") {
    const metric found = break_even_period(centre, per_year);
    CHECK(found.value == interval<ratio>::point(make_ratio(4, 359)));
    CHECK(found.unit == "year");
}

TEST_CASE("a total as days of even spending, a year of 365.25 days", "[compare]") {
    const metric found = days_of_spending(centre, per_year);
    CHECK(found.value == interval<ratio>::point(make_ratio(1461, 359)));
    CHECK(found.unit == "day");
    CHECK(found.currency.empty());
}

TEST_CASE("beside a ceiling they are floors", "[compare]") {
    const metric ceiling = sum_in(interval<ratio>::at_most(5'000'000), "USD/job", qualifier::at_most);
    const metric found = break_even_jobs(centre, ceiling);
    CHECK(found.value == interval<ratio>::at_least(make_ratio(100'000, 359)));
    CHECK(found.qualifier == qualifier::at_least);
}

TEST_CASE("unknown where the other one is unknown", "[compare]") {
    metric unknown;
    unknown.missing = {"jobs-not-stated"};
    CHECK(break_even_jobs(centre, unknown).missing == unknown.missing);
    unknown.missing = {"period-not-stated"};
    CHECK(days_of_spending(centre, unknown).missing == unknown.missing);
}

TEST_CASE("the exchange rate at which two totals are equal", "[compare]") {
    metric won = sum_in(interval<ratio>::point(2'000'000'000'000), "KRW", qualifier::about);
    won.currency = currency_code("KRW");
    const metric found = break_even_rate(won, sum_in(interval<ratio>::at_most(500'000'000'000), "USD", qualifier::at_most));
    CHECK(found.value == interval<ratio>::at_least(4));
    CHECK(found.unit.empty());
    CHECK(found.currency.empty());
}

TEST_CASE("the part of the larger one that equals the other", "[compare]") {
    const metric found = break_even_part(centre, sum_in(interval<ratio>::point(500'000'000'000), "USD"));
    CHECK(found.value == interval<ratio>::point(make_ratio(100, 359)));
    CHECK(found.unit == "%");
}

namespace {

const std::string in_two_currencies = R"(
to = "USD"
rate = [{ pair = "USD/KRW", value = "1436" }]
[[investment]]
name = "US"
outlay = "$500 billion"
[[investment]]
name = "KR"
outlay = "2 trillion won"
)";

const break_even_row& only_row(const compared_case& c) {
    REQUIRE(c.break_even.size() == 1);
    return c.break_even.front();
}

}  // namespace

TEST_CASE("a comparison asks for the rate of two currencies in the market's order", "[compare]") {
    const compared_case c = first_case(in_two_currencies);
    const break_even_row& row = only_row(c);
    REQUIRE(row.pair);
    CHECK(to_text(*row.pair) == "USD/KRW");
    CHECK(row.rate.value == interval<ratio>::point(4));
    CHECK(row.whole == "US");
    CHECK(row.part.value == interval<ratio>::point(make_ratio(100, 359)));
    // Whichever of the two is the baseline.
    const compared_case turned = first_case("baseline = \"KR\"\n" + in_two_currencies);
    CHECK(to_text(*only_row(turned).pair) == "USD/KRW");
    CHECK(only_row(turned).rate.value == interval<ratio>::point(4));
    CHECK(only_row(turned).whole == "US");
}

TEST_CASE("no rate is asked for in one currency, nor at purchasing power", "[compare]") {
    CHECK_FALSE(only_row(first_case("to = \"KRW\"\n[[investment]]\nname = \"a\"\noutlay = \"2 trillion won\"\n"
                                    "[[investment]]\nname = \"b\"\noutlay = \"5 trillion won\"\n"))
                    .pair);
    CHECK_FALSE(only_row(first_case("assumptions = { prices = \"ppp\" }\n" + in_two_currencies)).pair);
}

TEST_CASE("the part that equals is of what was stated, whatever is assumed to be realised", "[compare]") {
    const compared_case c = first_case(in_two_currencies + "[[case]]\nname = \"half\"\n");
    const compared_case half =
        compare_text(in_two_currencies +
                     "[[case]]\nname = \"half\"\ninvestment = { US = { assumptions = { realisation = \"50 %\" } } }\n")
            .value()
            .cases.back();
    CHECK(only_row(half).part.value == only_row(c).part.value);
}
