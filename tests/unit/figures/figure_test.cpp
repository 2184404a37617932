#include "catch.hpp"

#include <outlay/figures/figure.hpp>

using namespace outlay;

TEST_CASE("bounds follow the qualifier", "[figures]") {
    const decimal x(integer(7), -14);  // 700조
    CHECK(bounds_of(qualifier::exact, x) == interval<decimal>::point(x));
    CHECK(bounds_of(qualifier::about, x) == interval<decimal>::point(x));
    CHECK(bounds_of(qualifier::at_most, x) == interval<decimal>{std::nullopt, x, std::nullopt, false, false});
    CHECK(bounds_of(qualifier::below, x) == interval<decimal>{std::nullopt, x, std::nullopt, false, true});
    CHECK(bounds_of(qualifier::at_least, x) == interval<decimal>{x, std::nullopt, std::nullopt, false, false});
    CHECK(bounds_of(qualifier::above, x) == interval<decimal>{x, std::nullopt, std::nullopt, true, false});
    CHECK(bounds_of(qualifier::nearly, x) == interval<decimal>{std::nullopt, x, x, false, true});
    CHECK(bounds_of(qualifier::just_over, x) == interval<decimal>{x, std::nullopt, x, true, false});
    CHECK(bounds_of(qualifier::several, x) == interval<decimal>::between(x * decimal(2), x * decimal(9)));
}

TEST_CASE("a band is one step of its last non-zero digit wide and open above", "[figures]") {
    const auto band = bounds_of(qualifier::band, decimal(1430));
    CHECK(*band.low == decimal(1430));
    CHECK(*band.high == decimal(1440));
    CHECK(band.high_open);
    CHECK(*bounds_of(qualifier::band, decimal(integer(700), -12)).high == decimal(integer(800), -12));
}

TEST_CASE("names of kinds, qualifiers and periods read back", "[figures]") {
    for (const auto kind : {figure_kind::money, figure_kind::jobs, figure_kind::duration, figure_kind::date, figure_kind::power,
                            figure_kind::accelerators, figure_kind::count})
        CHECK(parse_figure_kind(to_text(kind)) == kind);
    for (const auto q : {qualifier::exact, qualifier::about, qualifier::at_most, qualifier::at_least, qualifier::below, qualifier::above,
                         qualifier::nearly, qualifier::just_over, qualifier::band, qualifier::range, qualifier::several})
        CHECK(parse_qualifier(to_text(q)) == q);
    CHECK(parse_per_unit("year") == per_unit::year);
    CHECK_FALSE(parse_qualifier("sometimes"));
}
