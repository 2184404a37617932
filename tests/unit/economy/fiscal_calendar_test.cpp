#include "catch.hpp"

#include <outlay/economy/fiscal_calendar.hpp>
#include <outlay/engine.hpp>

using namespace outlay;

namespace {

date_span year_of(std::string_view calendar, int year) {
    static const engine data = engine::embedded();
    const fiscal_calendar* found = data.find_calendar(calendar);
    if (found == nullptr) throw std::logic_error("no such calendar in a test");
    return fiscal_year(*found, year);
}

}  // namespace

TEST_CASE("a fiscal year is named after its start or its end", "[economy]") {
    CHECK(year_of("us-federal", 2026) == date_span{make_date(2025, 10, 1), make_date(2026, 9, 30)});
    CHECK(year_of("japan", 2030) == date_span{make_date(2030, 4, 1), make_date(2031, 3, 31)});
    CHECK(year_of("india", 2026) == date_span{make_date(2025, 4, 1), make_date(2026, 3, 31)});
    CHECK(year_of("microsoft", 2025) == date_span{make_date(2024, 7, 1), make_date(2025, 6, 30)});
    CHECK(year_of("korea", 2025) == date_span{make_date(2025, 1, 1), make_date(2025, 12, 31)});
}

TEST_CASE("calendars that are none are refused with their place", "[economy]") {
    const source text("calendars.csv", "name,begins,named_by,title\na,13-01,start,A\nb,04-01,middle,B\nc,4-1,end,C\n");
    const auto table = read_csv(text, {"name", "begins", "named_by", "title"}, {"source"});
    REQUIRE(table);
    const auto found = read_calendars(text, *table);
    REQUIRE_FALSE(found);
    REQUIRE(found.problems().size() == 3);
    CHECK(found.problems()[0].id == "calendar-day-malformed");
    CHECK(found.problems()[1].id == "calendar-naming-unknown");
    CHECK(found.problems()[2].id == "calendar-day-malformed");
    CHECK(found.problems()[2].where->line == 4);
}
