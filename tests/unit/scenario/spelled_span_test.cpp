#include "scenario/spelled_span.hpp"

#include "catch.hpp"
#include "unit/scenario/scenario_text.hpp"

using namespace outlay;

namespace {

std::string ends(std::string_view text) {
    const auto span = read_spelled_span(built_in(), text);
    return span ? to_text(span->first.first) + " " + to_text(span->last.last) + (span->last_is_year ? " year" : "") : "";
}

}  // namespace

TEST_CASE("periods by their ends in words", "[scenario][period]") {
    const std::string years = "2026-01-01 2030-12-31 year";
    for (const char* text : {"from 2026 to 2030", "between 2026 and 2030", "2026 to 2030", "2026 – 2030", "2026~2030년",
                             "2026년~2030년", "2026년부터 2030년까지", "2026년에서 2030년까지", "2026–30", "2026-30",
                             "2026년부터 2030년", "von 2026 bis 2030", "2026年から2030年まで", "de 2026 à 2030"}) {
        CAPTURE(text);
        CHECK(ends(text) == years);
    }
    CHECK(ends("2026년 3월부터 2030년 11월까지") == "2026-03-01 2030-11-30");
    CHECK(ends("March 2026 to November 2030") == "2026-03-01 2030-11-30");
    CHECK(ends("2025년 9월 1일부터 2027년 8월 31일까지") == "2025-09-01 2027-08-31");
}

TEST_CASE("what is no two ends is no span", "[scenario][period]") {
    for (const char* text : {"2026", "2026 2030", "2026 billion 2030", "by 2030", "4 years", "from 2026 to 2030 and 2031",
                             "2000 to 3000 days", "2026 or 2030", "2030년까지 5년간", "12345-12346"}) {
        CAPTURE(text);
        CHECK(ends(text).empty());
    }
}

TEST_CASE("a period by its ends in words has a length, and one end alone says what is missing", "[scenario][period]") {
    const auto of = [](const std::string& period) {
        return read_text("to = \"USD\"\n[[investment]]\nname = \"A\"\noutlay = \"$5 billion\"\nperiod = \"" + period + "\"\n");
    };
    const auto read = of("2026년부터 2030년까지");
    REQUIRE(read);
    REQUIRE(read->investments.front().period);
    CHECK(read->investments.front().period->value.amount == interval<decimal>::point(5));
    CHECK(read->investments.front().period->text == "2026년부터 2030년까지");
    CHECK(read->investments.front().span->last_year_assumed);
    for (const char* text : {"by 2030", "2030년까지", "2026"}) {
        CAPTURE(text);
        const auto one = of(text);
        REQUIRE_FALSE(one);
    }
    CHECK(of("by 2030").problems().front().id == "period-of-one-end");
    CHECK(of("2030년까지").problems().front().id == "period-of-one-end");
    CHECK(of("2030년부터 2026년까지").problems().front().id == "period-ends-first");
}

TEST_CASE("a mark before three digits is no decimal point of jobs", "[scenario]") {
    const auto of = [](const std::string& key, const std::string& value) {
        return read_text("to = \"USD\"\n[[investment]]\nname = \"A\"\noutlay = \"$5 billion\"\n" + key + " = \"" + value + "\"\n");
    };
    for (const char* text : {"1.200", "1.200 jobs", "up to 1.500", "about 2.350", "약 1.200명"}) {
        CAPTURE(text);
        const auto read = of("jobs", text);
        REQUIRE_FALSE(read);
        CHECK(read.problems().front().id == "thousands-ambiguous");
    }
    CHECK_FALSE(of("accelerators", "18.400 GPUs"));
    for (const char* text : {"1,200", "1200", "1.5 million", "312.5", "1.234만명", "1,200 jobs", "12.000"}) {
        CAPTURE(text);
        CHECK(of("jobs", text));
    }
}
