#include "catch.hpp"

#include <outlay/compare/metric.hpp>

using namespace outlay;

namespace {

using bounds = interval<ratio>;

metric make(bounds value, qualifier q, std::string unit = "", std::vector<std::string> notes = {}) {
    metric out;
    out.value = std::move(value);
    out.qualifier = q;
    out.unit = std::move(unit);
    out.notes = std::move(notes);
    return out;
}

metric dollars(bounds value, qualifier q = qualifier::exact) {
    metric out = make(std::move(value), q, "USD");
    out.currency = currency_code("USD");
    return out;
}

metric missing(std::vector<std::string> reasons) {
    metric out;
    out.missing = std::move(reasons);
    return out;
}

const bounds five = bounds::point(5);
const bounds up_to_five = bounds::at_most(5);
const bounds from_five = bounds::at_least(5);
const bounds nearly_five{std::nullopt, ratio(5), ratio(5), false, true};
const bounds over_five{ratio(5), std::nullopt, ratio(5), true, false};
const bounds seven_hundreds = bounds::between(700, 800, false, true);

using names = std::vector<std::string>;

}  // namespace

TEST_CASE("the qualifier is what the bounds show", "[compare]") {
    CHECK(qualifier_of(five, qualifier::exact) == qualifier::exact);
    CHECK(qualifier_of(five, qualifier::exact, qualifier::about) == qualifier::about);
    CHECK(qualifier_of(five, qualifier::about) == qualifier::about);
    CHECK(qualifier_of(up_to_five, qualifier::at_most) == qualifier::at_most);
    CHECK(qualifier_of(up_to_five, qualifier::exact, qualifier::at_least) == qualifier::at_most);
    CHECK(qualifier_of({std::nullopt, ratio(5), std::nullopt, false, true}, qualifier::below) == qualifier::below);
    CHECK(qualifier_of(from_five, qualifier::at_least) == qualifier::at_least);
    CHECK(qualifier_of({ratio(5), std::nullopt, std::nullopt, true, false}, qualifier::above) == qualifier::above);
    CHECK(qualifier_of(nearly_five, qualifier::nearly) == qualifier::nearly);
    CHECK(qualifier_of(over_five, qualifier::just_over) == qualifier::just_over);
    CHECK(qualifier_of(seven_hundreds, qualifier::band) == qualifier::band);
    CHECK(qualifier_of(seven_hundreds, qualifier::exact, qualifier::band) == qualifier::band);
    CHECK(qualifier_of(seven_hundreds, qualifier::several) == qualifier::several);
    CHECK(qualifier_of(seven_hundreds, qualifier::band, qualifier::about) == qualifier::range);
    CHECK(qualifier_of(seven_hundreds, qualifier::range) == qualifier::range);
    CHECK(qualifier_of({std::nullopt, std::nullopt, ratio(5), false, false}, qualifier::nearly, qualifier::nearly) ==
          qualifier::about);
}

TEST_CASE("a ceiling divided by a number is a ceiling", "[compare]") {
    const metric found = divide(dollars(bounds::at_most(ratio(500)), qualifier::at_most),
                                make(bounds::point(4), qualifier::exact, "year"), "USD/year");
    REQUIRE(found.known());
    CHECK(found.value == bounds::at_most(125));
    CHECK(found.qualifier == qualifier::at_most);
    CHECK(found.unit == "USD/year");
    CHECK(found.currency == currency_code("USD"));
    CHECK(found.notes == names{"ceiling-only"});
}

TEST_CASE("a number divided by a ceiling is a floor, and says so alone", "[compare]") {
    const metric found = divide(dollars(bounds::point(10)),
                                make(bounds::at_most(5), qualifier::at_most, "job", {"ceiling-only"}), "USD/job");
    CHECK(found.value == bounds::at_least(2));
    CHECK(found.qualifier == qualifier::at_least);
    CHECK(found.notes == names{"floor-only"});
}

TEST_CASE("a ratio of money has no currency", "[compare]") {
    const metric found = divide(dollars(bounds::point(10)), dollars(bounds::point(4), qualifier::about), "");
    CHECK(found.value == bounds::point(ratio(5) / 2));
    CHECK(found.qualifier == qualifier::about);
    CHECK(found.currency.empty());
    CHECK(found.unit.empty());
}

TEST_CASE("two ceilings say nothing of their quotient", "[compare]") {
    const metric found =
        divide(dollars(up_to_five, qualifier::at_most), make(up_to_five, qualifier::at_most), "USD/job");
    CHECK(found.missing == names{"bounds-cancel"});
    CHECK(found.notes.empty());
    const metric nearly =
        divide(dollars(nearly_five, qualifier::nearly), make(nearly_five, qualifier::nearly), "USD/job");
    REQUIRE(nearly.known());
    CHECK(nearly.value.central == ratio(1));
    CHECK_FALSE(nearly.value.low);
    CHECK_FALSE(nearly.value.high);
    CHECK(nearly.qualifier == qualifier::about);
}

TEST_CASE("unknown stays unknown, with all reasons, each once", "[compare]") {
    const metric total = missing({"outlay-not-stated", "rate-missing"});
    const metric jobs = missing({"jobs-not-stated", "rate-missing"});
    const metric found = divide(total, jobs, "USD/job");
    CHECK(found.missing == names{"outlay-not-stated", "rate-missing", "jobs-not-stated"});
    CHECK(found.notes.empty());
    CHECK(divide(dollars(five), jobs, "").missing == jobs.missing);
    CHECK(multiply(total, make(five, qualifier::exact), "").missing == total.missing);
}

TEST_CASE("nothing is divided by zero, or by another currency", "[compare]") {
    CHECK(divide(dollars(five), make(bounds::point(0), qualifier::exact), "").missing == names{"divisor-not-positive"});
    CHECK(divide(dollars(five), make(bounds::between(0, 4), qualifier::range), "").missing ==
          names{"divisor-not-positive"});
    metric won = dollars(five);
    won.currency = currency_code("KRW");
    CHECK(divide(dollars(five), won, "").missing == names{"currencies-differ"});
}

TEST_CASE("notes of both are kept, each once, in order", "[compare]") {
    const metric a = make(five, qualifier::about, "", {"approximate", "assumption-even-phasing"});
    const metric b = make(five, qualifier::about, "", {"approximate", "jobs-kind-unstated"});
    CHECK(divide(a, b, "").notes == names{"approximate", "assumption-even-phasing", "jobs-kind-unstated"});
}

TEST_CASE("products keep bounds, and the coarser digits", "[compare]") {
    metric jobs = make(bounds::at_least(100), qualifier::at_least, "job");
    jobs.significant_digits = 2;
    const metric years = make(bounds::between(4, 5), qualifier::range, "year");
    const metric found = multiply(jobs, years, "job-year");
    CHECK(found.value == bounds::at_least(400));
    CHECK(found.qualifier == qualifier::at_least);
    CHECK(found.unit == "job-year");
    CHECK(found.significant_digits == 2);
    CHECK(divide(years, jobs, "").significant_digits == 2);
}

TEST_CASE("the last step of the trace is the formula's own", "[compare]") {
    metric total = dollars(bounds::at_most(ratio(500)), qualifier::at_most);
    total.trace = {{"outlay", "≤ 500 USD", "up to $500", std::nullopt}};
    metric jobs = make(bounds::point(3), qualifier::exact, "job");
    jobs.trace = {{"jobs", "3 job", "three jobs", std::nullopt}};
    const metric found = divide(total, jobs, "USD/job");
    REQUIRE(found.trace.size() == 3);
    CHECK(found.trace[0].evidence == "up to $500");
    CHECK(found.trace[1].evidence == "three jobs");
    CHECK(found.trace[2].detail == "≤ 500 USD / 3 job = ≤ 500/3 USD/job");
    CHECK(divide(total, total, "").trace.size() == 2);
}
