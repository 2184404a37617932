#include "catch.hpp"

#include <outlay/scenario/scenario.hpp>

using namespace outlay;

TEST_CASE("every stage has a name that reads back", "[scenario]") {
    REQUIRE(stage_names().size() == 8);
    for (const std::string_view name : stage_names()) {
        const auto found = parse_stage(name);
        REQUIRE(found);
        CHECK(to_text(*found) == name);
    }
    CHECK(parse_stage("announced") == stage::announced);
    CHECK(parse_stage("spent") == stage::spent);
    CHECK(to_text(stage::cancelled) == "cancelled");
    CHECK(to_text(stage::unstated) == "unstated");
}

TEST_CASE("what is no stage is none", "[scenario]") {
    CHECK_FALSE(parse_stage("Announced"));
    CHECK_FALSE(parse_stage("anounced"));
    CHECK_FALSE(parse_stage(""));
}

TEST_CASE("a period's unit in years, a year of 365.25 days", "[scenario]") {
    CHECK(years_per("year") == ratio(1));
    CHECK(years_per("decade") == ratio(10));
    CHECK(years_per("quarter") == ratio(1) / 4);
    CHECK(years_per("month") == ratio(1) / 12);
    CHECK(years_per("day") == ratio(100) / 36525);
    CHECK(years_per("week") == ratio(700) / 36525);
    CHECK_FALSE(years_per("job"));
    CHECK_FALSE(years_per(""));
}
