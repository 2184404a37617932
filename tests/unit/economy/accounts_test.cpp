#include <outlay/economy/accounts.hpp>

#include "catch.hpp"
#include "unit/compare/acceptance_answers.hpp"
#include "unit/economy/economies_book.hpp"

using namespace outlay;

namespace {

const acceptance_answers& answers() {
    static const acceptance_answers all(OUTLAY_TEST_DATA "/acceptance.json");
    return all;
}

void check(const std::string& name, const ratio& computed) {
    INFO(name);
    CHECK(fraction_text(computed) == fraction_text(answers().at(name)));
}

account of(indicator what, std::string_view economy, int year) {
    return find_account(engine::embedded().indicators(), what, economy_code(economy), year).value();
}

const money american{ratio(500'000'000'000), unit("USD")};
const money korean{ratio(2'000'000'000'000), unit("KRW")};
const money korean_in_dollars{korean.amount / 1436, unit("USD")};

diagnostic missing(indicator what, std::string_view economy, int year) {
    return find_account(engine::embedded().indicators(), what, economy_code(economy), year).problems().front();
}

}  // namespace

TEST_CASE("accounts: outlay per head, the reference answers", "[economy]") {
    const auto us = per_head(american, of(indicator::population, "US", 2024));
    const auto kr = per_head(korean, of(indicator::population, "KR", 2024));
    const auto kr_in_dollars = per_head(korean_in_dollars, of(indicator::population, "KR", 2024));
    check("US per capita USD", us.amount);
    check("KR per capita KRW", kr.amount);
    check("KR per capita USD@r1", kr_in_dollars.amount);
    check("per capita ratio @r1", us.amount / kr_in_dollars.amount);
    CHECK(kr.currency == unit("KRW"));
}

TEST_CASE("accounts: outlay as a share of GDP, the reference answers", "[economy]") {
    const auto us = share_of_gdp(american, of(indicator::gdp, "US", 2023)).value();
    const auto kr = share_of_gdp(korean_in_dollars, of(indicator::gdp, "KR", 2023)).value();
    check("US %GDP2023", us * 100);
    check("KR %GDP2023@r1", kr * 100);
    check("GDP ratio", us / kr);
    const money a_year{american.amount / 4, american.currency};
    check("US annualised %GDP", share_of_gdp(a_year, of(indicator::gdp, "US", 2023)).value() * 100);
}

TEST_CASE("accounts: a share of GDP in another currency is no share", "[economy]") {
    const auto mixed = share_of_gdp(korean, of(indicator::gdp, "KR", 2023));
    REQUIRE_FALSE(mixed.ok());
    CHECK(mixed.problems().front().id == "currency-mismatch");
}

TEST_CASE("accounts: values as they were published, with source, licence and vintage", "[economy]") {
    const auto gdp = of(indicator::gdp, "KR", 2023);
    CHECK(gdp.value.text() == "1712792854202.3687");
    CHECK(gdp.series.code == "NY.GDP.MKTP.CD");
    CHECK(gdp.series.currency == unit("USD"));
    CHECK(gdp.series.source == "World Bank, World Development Indicators");
    CHECK(gdp.series.licence.starts_with("CC BY 4.0"));
    CHECK(gdp.series.date == "2024");
    CHECK(of(indicator::population, "US", 2024).value.text() == "340110988");
}

TEST_CASE("accounts: what is not there is unknown, with its reason", "[economy]") {
    CHECK(missing(indicator::gdp, "TW", 2023).id == "gdp-missing");
    CHECK(missing(indicator::population, "TW", 2024).id == "population-missing");
    CHECK(missing(indicator::ppp, "TW", 2024).id == "ppp-missing");
    CHECK(missing(indicator::ppp, "EU", 2024).id == "ppp-missing");
    CHECK(missing(indicator::inflation, "AE", 2024).id == "price-index-missing");
    for (const auto* economy : {"US", "KR", "JP", "DE", "TW"})
        CHECK(missing(indicator::employment, economy, 2024).id == "employment-missing");
    CHECK(exit_code({missing(indicator::gdp, "TW", 2023)}) == 3);
}

TEST_CASE("accounts: another year does not answer, and the error names those there are", "[economy]") {
    const auto later = missing(indicator::gdp, "KR", 2024);
    CHECK(later.id == "gdp-missing");
    CHECK(later.message == "the GDP of KR in 2024 is not known; known: 2019 to 2023");
    CHECK(missing(indicator::employment, "KR", 2024).message ==
          "the employment of KR in 2024 is not known; known: no year");
    CHECK(missing(indicator::gdp, "KR", 65536 + 2023).id ==
          "gdp-missing");  // no year of another that has the same bits
}

TEST_CASE("accounts: the economies of the seed and its neighbours are all there", "[economy]") {
    for (const auto* code : {"US", "KR", "JP", "CN", "GB", "DE", "FR", "IT", "ES", "NL", "IN", "CA", "AU",
                             "SA", "AE", "SG", "BR", "IE", "SE", "MY", "ID", "VN", "TR", "MX", "CH", "DK"}) {
        INFO(code);
        CHECK(of(indicator::gdp, code, 2023).value.sign() > 0);
        CHECK(of(indicator::population, code, 2024).value.sign() > 0);
        CHECK(of(indicator::ppp, code, 2024).value.sign() > 0);
        CHECK(find_account(engine::embedded().indicators(), indicator::inflation, economy_code(code), 2022).ok());
    }
    CHECK(of(indicator::gdp, "EU", 2023).value.text() == "18349388450765.61");
}
