#include <outlay/columns/dated_multipliers.hpp>

#include "unit/rates/rate_book.hpp"

#include "catch.hpp"

using namespace outlay;

namespace {

const rate_book& book() {
    static const rate_book known = [] {
        rate_book made;
        made.add("ecb.csv", ecb_file).add("fed.csv", fed_file).add("pegs.csv", peg_file).add("euro.csv", euro_file);
        return made;
    }();
    return known;
}

rate_policy policy() {
    rate_policy p;
    p.pivots = {code("USD"), code("EUR")};
    return p;
}

}  // namespace

TEST_CASE("every currency and day has the rate that a single question gets", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    for (const auto* to : {"USD", "KRW", "EUR"}) {
        dated_multipliers multipliers(table, currencies, policy(), code(to));
        std::size_t with_rate = 0;
        std::size_t without = 0;
        for (const auto* from : {"KRW", "EUR", "GBP", "JPY", "SAR", "DEM", "USD", "CHF"}) {
            const auto series = multipliers.series_of(code(from));
            REQUIRE(series);
            for (auto as_of = day("2024-12-30"); as_of <= day("2025-03-01"); as_of += std::chrono::days{1}) {
                auto asked = policy();
                asked.as_of = as_of;
                const auto wanted = resolve_rate(table, currencies, asked, code(from), code(to));
                const auto found = multipliers.find(*series, as_of);
                INFO(from << " " << to << " " << to_text(as_of));
                REQUIRE((found != multiplier_table::none) == wanted.ok());
                wanted ? ++with_rate : ++without;
                if (!wanted) continue;
                const int shift = currencies.minor_units(code(to)) - currencies.minor_units(code(from));
                const auto exact = shift >= 0 ? ratio(wanted->factor * power_of_ten(shift))
                                              : ratio(wanted->factor / power_of_ten(-shift));
                REQUIRE(multipliers.table().exact(found) == exact);
                REQUIRE(multipliers.find(*series, as_of) == found);
            }
        }
        CHECK(with_rate > 50);
        CHECK(without > 50);
    }
}

TEST_CASE("days far from every rate share one answer", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    dated_multipliers multipliers(table, currencies, policy(), code("USD"));
    const auto won = *multipliers.series_of(code("KRW"));
    const auto riyal = *multipliers.series_of(code("SAR"));
    CHECK(multipliers.find(won, day("1950-01-01")) == multiplier_table::none);
    CHECK(multipliers.find(riyal, day("1950-01-01")) == multiplier_table::none);
    const auto later = multipliers.find(riyal, day("2500-06-01"));
    CHECK(multipliers.table().exact(later) == rat("100/375"));
    const auto size = multipliers.table().size();
    for (int year = 2100; year < 9999; ++year) {
        REQUIRE(multipliers.find(riyal, make_date(year, 2, 28)) == later);
        REQUIRE(multipliers.find(won, make_date(year, 2, 28)) == multiplier_table::none);
    }
    CHECK(multipliers.table().size() == size);
}

TEST_CASE("a day that no calendar has is none, and a currency that no list has neither", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    dated_multipliers multipliers(table, currencies, policy(), code("USD"));
    const auto won = *multipliers.series_of(code("KRW"));
    for (const std::uint32_t year : {1900U, 2025U, 2500U})
        for (const std::uint32_t slot : {0U, 5U, 2U * 32, 2U * 32 + 30, 4U * 32 + 31, 13U * 32 + 1, 99U * 32 + 31})
            CHECK(multipliers.find(won, year, slot) == dated_multipliers::no_day);
    CHECK(multipliers.find(won, 2024, 2 * 32 + 29) == multiplier_table::none);
    CHECK(multipliers.find(won, 1900, 2 * 32 + 29) == dated_multipliers::no_day);
    CHECK_FALSE(multipliers.series_of(code("QQQ")));
    CHECK(multipliers.series_of(code("KRW")) == won);
}

TEST_CASE("amounts count in at least so many decimals", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    dated_multipliers multipliers(table, currencies, policy(), code("USD"), 2);
    const auto won = *multipliers.series_of(code("KRW"));
    CHECK(multipliers.scale_of(won) == 2);
    CHECK(multipliers.target_scale() == 2);
    CHECK(multipliers.currency_of(won) == code("KRW"));
    const auto found = multipliers.find(won, day("2025-01-22"));
    CHECK(multipliers.table().exact(found) == rat("100/143577"));
}

TEST_CASE("where a multiplier comes from is kept if it is asked for", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    dated_multipliers multipliers(table, currencies, policy(), code("KRW"));
    multipliers.keep_origins();
    const auto pound = *multipliers.series_of(code("GBP"));
    const auto riyal = *multipliers.series_of(code("SAR"));
    const auto& crossed = multipliers.origin_of(multipliers.find(pound, day("2025-01-26")));
    CHECK(crossed.observed == day("2025-01-24"));
    CHECK(crossed.factor == "150160000/84413");
    const auto& pegged = multipliers.origin_of(multipliers.find(riyal, day("2025-01-22")));
    CHECK(pegged.observed == day("2025-01-22"));
    CHECK(pegged.source.find("Saudi Central Bank") != std::string::npos);
}

TEST_CASE("a mean is resolved once a period", "[columns]") {
    const auto table = book().table();
    const auto currencies = rate_book::currencies();
    auto monthly = policy();
    monthly.convention = read_rate_timing("average:month").value();
    dated_multipliers multipliers(table, currencies, monthly, code("USD"));
    const auto won = *multipliers.series_of(code("KRW"));
    const auto first = multipliers.find(won, day("2025-01-01"));
    REQUIRE(first != multiplier_table::none);
    const auto size = multipliers.table().size();
    CHECK(multipliers.find(won, day("2025-01-31")) == first);
    CHECK(multipliers.find(won, day("2025-01-22")) == first);
    CHECK(multipliers.table().size() == size);
    CHECK(multipliers.find(won, day("2025-02-01")) == multiplier_table::none);
    auto asked = monthly;
    asked.as_of = day("2025-01-13");
    CHECK(multipliers.table().exact(first) ==
          ratio(resolve_rate(table, currencies, asked, code("KRW"), code("USD"))->factor * 100));
}
