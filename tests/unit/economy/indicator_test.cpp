#include <outlay/economy/indicator.hpp>

#include "catch.hpp"
#include "unit/economy/economies_book.hpp"

using namespace outlay;

TEST_CASE("economy_code: two capital letters or nothing", "[economy]") {
    CHECK(economy_code("KR").text() == "KR");
    for (const auto* text : {"", "K", "kr", "KOR", "K1"}) CHECK(economy_code(text).empty());
    CHECK(economy_code("KR") > economy_code("KP"));
}

TEST_CASE("indicator: names there and back", "[economy]") {
    for (int i = 0; i <= static_cast<int>(indicator::gdp_deflator); ++i) {
        const auto what = static_cast<indicator>(i);
        CHECK(read_indicator(to_text(what)) == what);
    }
    CHECK(to_text(indicator::gdp_deflator) == "gdp-deflator");
    CHECK_FALSE(read_indicator("gnp"));
}

TEST_CASE("indicator_table: finds the one value of an economy and year", "[economy]") {
    const economies_book book(
        "KR,2022,51672569,SP.POP.TOTL\nKR,2024,51751065,SP.POP.TOTL\nJP,2024,123975371,SP.POP.TOTL\n"
        "KR,2024,809.26722,PA.NUS.PPP\n");
    const auto table = book.values();
    REQUIRE(table.find(indicator::population, economy_code("KR"), 2024) != nullptr);
    CHECK(table.find(indicator::population, economy_code("KR"), 2024)->value().text() == "51751065");
    CHECK(table.find(indicator::ppp, economy_code("KR"), 2024)->value().text() == "809.26722");
    CHECK(table.find(indicator::population, economy_code("KR"), 2023) == nullptr);
    CHECK(table.find(indicator::gdp, economy_code("KR"), 2024) == nullptr);
    CHECK(indicator_table().find(indicator::gdp, economy_code("KR"), 2024) == nullptr);
    const auto years = table.years(indicator::population, economy_code("KR"));
    REQUIRE(years.size() == 2);
    CHECK(years[0].year == 2022);
    CHECK(years[1].year == 2024);
    CHECK(table.years(indicator::employment, economy_code("KR")).empty());
}

TEST_CASE("indicator_table: the built-in values are sorted, one each, of economies that are known", "[economy]") {
    const auto data = engine::embedded();
    const auto rows = data.indicators().observations();
    CHECK(rows.size() > 4000);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto key = [](const observation& o) { return std::tuple(o.what, o.economy, o.year); };
        REQUIRE(key(rows[i - 1]) < key(rows[i]));
    }
    for (const auto& row : rows) {
        REQUIRE(data.find_economy(row.economy.text()) != nullptr);
        REQUIRE(data.indicators().find(row.what, row.economy, row.year) == &row);
    }
    for (const auto& series : data.indicators().series()) {
        CHECK(series.address.starts_with("https://data.worldbank.org/indicator/"));
        CHECK_FALSE(series.date.empty());
        CHECK(series.file.starts_with("economy/"));
    }
}
