#include "catch.hpp"

#include <outlay/base/date.hpp>

using namespace outlay;

TEST_CASE("date: days that exist are read and written", "[base]") {
    CHECK(parse_date("2025-01-22") == make_date(2025, 1, 22));
    CHECK(parse_date("2024-02-29") == make_date(2024, 2, 29));
    CHECK(to_text(make_date(2025, 1, 2)) == "2025-01-02");
    CHECK(to_text(make_date(1694, 7, 27)) == "1694-07-27");
}

TEST_CASE("date: anything else is none", "[base]") {
    for (const auto* text : {"", "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-22", "2025-01-22 ", " 2025-01-22",
                             "22-01-2025", "2025/01/22", "2025-01-2x", "-025-01-22", "2025-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
}

TEST_CASE("date: business days are Monday to Friday", "[base]") {
    const auto friday = make_date(2025, 1, 24);
    const auto saturday = make_date(2025, 1, 25);
    const auto monday = make_date(2025, 1, 27);
    CHECK_FALSE(is_weekend(friday));
    CHECK(is_weekend(saturday));
    CHECK(is_weekend(make_date(2025, 1, 26)));
    CHECK_FALSE(is_weekend(monday));
    CHECK(add_business_days(friday, 1) == monday);
    CHECK(add_business_days(saturday, 1) == monday);
    CHECK(add_business_days(saturday, -1) == friday);
    CHECK(add_business_days(saturday, 0) == saturday);
    CHECK(add_business_days(make_date(2025, 1, 22), -5) == make_date(2025, 1, 15));
    CHECK(add_business_days(make_date(2025, 1, 22), 5) == make_date(2025, 1, 29));
}
