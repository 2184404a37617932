#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

rate_policy with_pivots() {
    rate_policy policy;
    policy.pivots = {code("USD"), code("EUR")};
    return policy;
}

}  // namespace

TEST_CASE("find_market_band: lowest and highest cross of the days about the date", "[rates]") {
    const rate_table table(embedded_quotes(), embedded_rate_sources());
    auto policy = with_pivots();
    policy.given = {{pair_of("USD/KRW"), 999, "999", "command line"}};  // no part of the market
    const auto band = find_market_band(table, policy, pair_of("USD/KRW"), day("2025-01-22"));
    REQUIRE(band);
    CHECK(band->low == rat("1507970/1053"));
    CHECK(band->high == rat("150315/103"));
    CHECK(band->fixings == 11);
    CHECK(band->first == day("2025-01-15"));
    CHECK(band->last == day("2025-01-29"));
    CHECK(band->as_of == day("2025-01-22"));
    CHECK(to_text(band->pair) == "USD/KRW");
    CHECK(band->source == "European Central Bank");

    const auto narrow = find_market_band(table, policy, pair_of("USD/KRW"), day("2025-01-22"), 2);
    CHECK(narrow->low == rat("4986700/3481"));
    CHECK(narrow->high == rat("3743000/2579"));
    CHECK(narrow->fixings == 5);
    CHECK(find_market_band(table, policy, pair_of("USD/KRW"), day("2025-01-22"), 0)->fixings == 1);
}

TEST_CASE("find_market_band: the pair is in the direction asked for", "[rates]") {
    rate_book book;
    book.add("fed.csv", fed_file);
    const auto band = find_market_band(book.table(), with_pivots(), pair_of("KRW/USD"), day("2025-01-22"));
    REQUIRE(band);
    CHECK(band->low == rat("1") / rat("1435.77"));
    CHECK(band->high == rat("1") / rat("1429.17"));
    CHECK(band->fixings == 4);
}

TEST_CASE("find_market_band: what there is of the window, and nothing where there is none", "[rates]") {
    rate_book book;
    book.add("fed.csv", fed_file).add("pegs.csv", peg_file);
    const auto edge = find_market_band(book.table(), with_pivots(), pair_of("USD/KRW"), day("2025-01-30"));
    REQUIRE(edge);
    CHECK(edge->fixings == 2);
    CHECK(edge->first == day("2025-01-23"));
    CHECK(edge->last == day("2025-01-24"));
    CHECK_FALSE(find_market_band(book.table(), with_pivots(), pair_of("USD/KRW"), day("2024-06-30")));
    CHECK_FALSE(find_market_band(book.table(), with_pivots(), pair_of("USD/TWD"), day("2025-01-22")));
    CHECK_FALSE(find_market_band(book.table(), with_pivots(), pair_of("USD/USD"), day("2025-01-22")));
    CHECK_FALSE(find_market_band(book.table(), with_pivots(), pair_of("USD/SAR"), day("2025-01-22")));  // no market
}
