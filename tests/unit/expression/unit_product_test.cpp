#include "catch.hpp"

#include <outlay/expression/unit_product.hpp>

using namespace outlay;

namespace {
const unit_product usd = unit_product::of(currency_code("USD"));
const unit_product job = unit_product::of("job");
const unit_product year = unit_product::of("year");
}  // namespace

TEST_CASE("a unit is written money first, time last", "[expression]") {
    CHECK((year.inverse() * usd * job.inverse()).text() == "USD/job-year");
    CHECK((job * year).text() == "job-year");
    CHECK(job.inverse().text() == "/job");
    CHECK((job * job).text() == "job^2");
    CHECK(unit_product().text().empty());
}

TEST_CASE("equal units cancel", "[expression]") {
    CHECK((usd * usd.inverse()).is_none());
    CHECK((usd * job.inverse() * job) == usd);
}

TEST_CASE("units conform by dimension, not by name", "[expression]") {
    CHECK(usd.conforms_to(unit_product::of(currency_code("KRW"))));
    CHECK(year.conforms_to(unit_product::of("month")));
    CHECK(unit_product::of("GW").conforms_to(unit_product::of("MW")));
    CHECK_FALSE(usd.conforms_to(usd * job.inverse()));
    CHECK_FALSE(job.conforms_to(unit_product::of("reactors")));
    CHECK(usd.dimension_text() == "money");
    CHECK((usd * year.inverse()).dimension_text() == "money/time");
}

TEST_CASE("fixed numbers between units", "[expression]") {
    CHECK(unit_factor("year", "month") == ratio(12));
    CHECK(unit_factor("day", "year") == make_ratio(4, 1461));
    CHECK(unit_factor("year", "hour") == ratio(8766));
    CHECK(unit_factor("GW", "MW") == ratio(1000));
    CHECK(unit_factor("kW", "TW") == make_ratio(1, 1'000'000'000));
    CHECK(unit_factor("job", "job") == ratio(1));
    CHECK_FALSE(unit_factor("USD", "KRW"));
    CHECK_FALSE(unit_factor("job", "year"));
}
