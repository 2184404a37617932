#include <outlay/rates/rate_convention.hpp>

#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

TEST_CASE("read_rate_timing: every convention by its name", "[rates]") {
    for (const auto timing : {rate_timing::previous, rate_timing::exact, rate_timing::month_mean,
                              rate_timing::quarter_mean, rate_timing::year_mean, rate_timing::year_end}) {
        const auto read = read_rate_timing(to_text(timing));
        REQUIRE(read.ok());
        CHECK(read->timing == timing);
        CHECK_FALSE(read->limit_days);
        CHECK(read->side == rate_side::mid);
    }
    CHECK(to_text(rate_timing::quarter_mean) == "average:quarter");
}

TEST_CASE("read_rate_timing: the nearest earlier day within so many", "[rates]") {
    CHECK(read_rate_timing("previous:3")->limit_days == 3);
    CHECK(read_rate_timing("previous:0")->limit_days == 0);
    CHECK(read_rate_timing("previous:30")->timing == rate_timing::previous);
}

TEST_CASE("read_rate_timing: what is no convention is refused, with what is near", "[rates]") {
    for (const auto* text :
         {"", "previous:", "previous:-1", "previous:3x", "previous:99999", "average", "average:week", "3"}) {
        const auto read = read_rate_timing(text);
        INFO(text);
        REQUIRE_FALSE(read.ok());
        CHECK(read.problems().front().id == "rate-policy-unknown");
    }
    CHECK(read_rate_timing("avarage:month").problems().front().near.front() == "average:month");
}

TEST_CASE("period_of: the month, the quarter, the year of a day", "[rates]") {
    const auto may = day("2024-05-17");
    CHECK(period_of(rate_timing::month_mean, may) == date_span{day("2024-05-01"), day("2024-05-31")});
    CHECK(period_of(rate_timing::month_mean, day("2024-02-10")).last == day("2024-02-29"));
    CHECK(period_of(rate_timing::quarter_mean, may) == date_span{day("2024-04-01"), day("2024-06-30")});
    CHECK(period_of(rate_timing::quarter_mean, day("2024-12-31")).first == day("2024-10-01"));
    CHECK(period_of(rate_timing::year_mean, may) == date_span{day("2024-01-01"), day("2024-12-31")});
    CHECK(period_of(rate_timing::year_end, may).last == day("2024-12-31"));
    CHECK(period_of(rate_timing::exact, may) == date_span{may, may});
}

TEST_CASE("read_spread: a share of the rate, exactly", "[rates]") {
    CHECK(read_spread("0.5%")->share == rat("1/200"));
    CHECK(read_spread("0.5 %")->share == rat("1/200"));
    CHECK(read_spread("0.5%")->written == "0.5%");
    CHECK(read_spread("0%")->share == 0);
    for (const auto* text : {"0.5", "half", "-1%", "100%", "%", ""}) {
        INFO(text);
        const auto read = read_spread(text);
        REQUIRE_FALSE(read.ok());
        CHECK(read.problems().front().id == "spread-malformed");
    }
}
