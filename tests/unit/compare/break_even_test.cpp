#include "catch.hpp"

#include <outlay/compare/break_even.hpp>

using namespace outlay;

namespace {

metric money(interval<ratio> value, std::string unit, qualifier q = qualifier::exact) {
    metric out;
    out.value = std::move(value);
    out.qualifier = q;
    out.unit = std::move(unit);
    out.currency = currency_code("USD");
    return out;
}

// 2 trillion won at 1436 beside $500 billion, 4 years and 100,000 jobs.
const metric centre = money(interval<ratio>::point(make_ratio(500'000'000'000, 359)), "USD");
const metric per_job = money(interval<ratio>::point(5'000'000), "USD/job");
const metric per_year = money(interval<ratio>::point(125'000'000'000), "USD/year");

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
    const metric ceiling = money(interval<ratio>::at_most(5'000'000), "USD/job", qualifier::at_most);
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
