#include "catch.hpp"

#include <outlay/number/interval.hpp>

using namespace outlay;

namespace {

using range = interval<ratio>;

ratio rat(std::string_view text) { return parse_ratio(text).value(); }
decimal dec(std::string_view text) { return decimal::parse(text).value(); }

range between(std::string_view low, std::string_view high, bool low_open = false, bool high_open = false) {
    return range::between(rat(low), rat(high), low_open, high_open);
}

const std::optional<ratio> absent;

}  // namespace

TEST_CASE("interval: points, ceilings, floors", "[number]") {
    CHECK(range::point(rat("5")).is_point());
    CHECK(range::point(rat("5")).central == rat("5"));
    CHECK_FALSE(range::at_most(rat("5")).is_point());
    CHECK(range::at_most(rat("5")).low == absent);
    CHECK(range::at_least(rat("5")).high == absent);
    CHECK(range{}.is_empty_statement());
    CHECK_FALSE(range::at_most(rat("5")).is_empty_statement());
    const interval<decimal> written{dec("1.5"), dec("2.50"), std::nullopt, true, false};
    CHECK(to_ratio(written) == between("3/2", "5/2", true, false));
}

TEST_CASE("interval: a ceiling over people is a ceiling per head", "[number]") {
    const auto per_job = divide(range::at_most(rat("500e9")), range::point(rat("100000")));
    REQUIRE(per_job);
    CHECK(*per_job == range::at_most(rat("5000000")));
}

TEST_CASE("interval: at most of the divisor is at least of the quotient", "[number]") {
    const auto outlay = range::point(rat("500e9"));
    CHECK(*divide(outlay, range::at_most(rat("100000"))) == range::at_least(rat("5000000")));
    CHECK(*divide(outlay, range::at_least(rat("4"))) == range::at_most(rat("125e9")));
    CHECK(divide(range::at_most(rat("500e9")), range::at_most(rat("4")))->is_empty_statement());
}

TEST_CASE("interval: quotients of ranges take opposite bounds and their openness", "[number]") {
    // The implied rate of 2 trillion won exactly and $1.57 billion as rounded, then of both as rounded.
    const auto dollars = between("1565e6", "1575e6", false, true);
    CHECK(*divide(range::point(rat("2e12")), dollars) ==
          range{rat("80000/63"), rat("400000/313"), absent, true, false});
    const auto won = between("1.5e12", "2.5e12", false, true);
    CHECK(*divide(won, dollars) == between("20000/21", "500000/313", true, true));
}

TEST_CASE("interval: a central value is divided where both are stated", "[number]") {
    const range about{rat("10"), rat("12"), rat("11"), false, false};
    CHECK(divide(about, range::point(rat("2")))->central == rat("11/2"));
    CHECK(divide(about, between("2", "3"))->central == absent);
}

TEST_CASE("interval: a divisor must be positive", "[number]") {
    const auto one = range::point(rat("1"));
    CHECK_FALSE(divide(one, range::point(rat("0"))));
    CHECK_FALSE(divide(one, between("0", "4")));
    CHECK_FALSE(divide(one, between("-1", "4")));
    CHECK_FALSE(divide(one, range::at_most(rat("0"))));
    CHECK(*divide(one, between("0", "4", true)) == range::at_least(rat("1/4")));
}

TEST_CASE("interval: a negative dividend takes the bounds the other way", "[number]") {
    CHECK(*divide(between("-6", "-3"), between("1", "3")) == between("-6", "-1"));
    CHECK(*divide(between("-6", "6"), between("2", "3", true, true)) == between("-3", "3", true, true));
}

TEST_CASE("interval: a zero that is reached stays reached", "[number]") {
    CHECK(*divide(between("0", "6"), between("2", "3", true, true)) == between("0", "3", false, true));
    CHECK(multiply(between("0", "6"), between("2", "3", true, true)) == between("0", "18", false, true));
}

TEST_CASE("interval: products and factors", "[number]") {
    CHECK(multiply(between("2", "3", true, false), between("5", "7", false, true)) == between("10", "21", true, true));
    CHECK(multiply(range::at_most(rat("3")), range::at_least(rat("4"))).is_empty_statement());
    CHECK(multiply(range::point(rat("3")), range::point(rat("1/3"))) == range::point(rat("1")));
    CHECK(scale(range::at_most(rat("500e9")), rat("1436")) == range::at_most(rat("718e12")));
    const range over{rat("1"), absent, rat("1"), true, false};
    CHECK(scale(over, rat("1436")) == range{rat("1436"), absent, rat("1436"), true, false});
}

TEST_CASE("interval: a band converts to a band", "[number]") {
    const auto band = between("700e12", "800e12", false, true);
    CHECK(scale(band, ratio(1) / 1436) == between("175000000000000/359", "200000000000000/359", false, true));
}

TEST_CASE("interval: what lies in one", "[number]") {
    const auto band = between("1400", "1600", false, true);
    CHECK(contains(band, rat("1400")));
    CHECK(contains(band, rat("1436")));
    CHECK_FALSE(contains(band, rat("1600")));
    CHECK_FALSE(contains(band, rat("200000/157")));
    CHECK(contains(range::at_most(rat("5")), rat("-7")));
    CHECK_FALSE(contains(range::at_most(rat("5")), rat("6")));
    CHECK_FALSE(contains(between("1", "2", true), rat("1")));
}

TEST_CASE("interval: disjoint ones share no number", "[number]") {
    const auto korean = between("1435", "1437", false, true);
    CHECK(disjoint(korean, between("80000/63", "400000/313", true, false)));
    CHECK_FALSE(disjoint(korean, between("20000/21", "500000/313", true, true)));
    CHECK_FALSE(disjoint(between("1", "2"), between("2", "3")));
    CHECK(disjoint(between("1", "2", false, true), between("2", "3")));
    CHECK(disjoint(between("2", "3", true), between("1", "2")));
    CHECK(disjoint(range::at_most(rat("1")), range::at_least(rat("2"))));
    CHECK_FALSE(disjoint(range::at_most(rat("1")), range::at_most(rat("9"))));
}

TEST_CASE("interval: what half-up rounding turns into a written number", "[number]") {
    CHECK(rounding_interval(dec("718")) == range{rat("717.5"), rat("718.5"), rat("718"), false, true});
    CHECK(rounding_interval(dec("1.57")) == range{rat("1.565"), rat("1.575"), rat("1.57"), false, true});
    CHECK(rounding_interval(dec("1.570")) == range{rat("1.5695"), rat("1.5705"), rat("1.57"), false, true});
    CHECK(rounding_interval(dec("2e12")) == range{rat("1.5e12"), rat("2.5e12"), rat("2e12"), false, true});
    CHECK(rounding_interval(dec("-3")) == range{rat("-3.5"), rat("-2.5"), rat("-3"), true, false});
    CHECK(rounding_interval(dec("0")) == range{rat("-0.5"), rat("0.5"), rat("0"), true, true});
}
