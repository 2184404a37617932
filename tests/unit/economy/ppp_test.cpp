#include <outlay/economy/ppp.hpp>

#include "catch.hpp"
#include "unit/compare/acceptance_answers.hpp"
#include "unit/economy/economies_book.hpp"

#include <type_traits>

using namespace outlay;

namespace {

const money korean{ratio(2'000'000'000'000), unit("KRW")};

result<ppp_factor> factor(std::string_view economy, int year) {
    return find_ppp_factor(engine::embedded().indicators(), economy_of(economy), year);
}

}  // namespace

TEST_CASE("ppp: the reference answers in international dollars", "[economy]") {
    const acceptance_answers answers(OUTLAY_TEST_DATA "/acceptance.json");
    const auto kr = at_purchasing_power(korean, factor("KR", 2024).value()).value();
    const auto us = at_purchasing_power({ratio(500'000'000'000), unit("USD")}, factor("US", 2024).value()).value();
    CHECK(fraction_text(kr.amount) == fraction_text(answers.at("KR intl$ PPP2024")));
    CHECK(fraction_text(us.amount / kr.amount) == fraction_text(answers.at("ratio PPP2024")));
    CHECK(kr.year == 2024);
}

TEST_CASE("ppp: a factor is no rate and an international dollar no money", "[economy]") {
    CHECK_FALSE(std::is_convertible_v<ppp_factor, ratio>);
    CHECK_FALSE(std::is_convertible_v<international_dollars, money>);
    CHECK_FALSE(std::is_convertible_v<money, international_dollars>);
    CHECK(factor("KR", 2024)->series.code == "PA.NUS.PPP");
}

TEST_CASE("ppp: a factor is for sums in the currency of its economy alone", "[economy]") {
    const auto mixed = at_purchasing_power({ratio(5), unit("USD")}, factor("KR", 2024).value());
    REQUIRE_FALSE(mixed.ok());
    CHECK(mixed.problems().front().id == "currency-mismatch");
}

TEST_CASE("ppp: no factor, no answer", "[economy]") {
    CHECK(factor("TW", 2024).problems().front().id == "ppp-missing");
    CHECK(factor("KR", 1812).problems().front().id == "ppp-missing");
    const economies_book book("KR,2024,0,PA.NUS.PPP\nJP,2024,94.462599,PA.NUS.PPP\n");
    CHECK(find_ppp_factor(book.values(), economy_of("KR"), 2024).problems().front().id == "ppp-missing");
    CHECK(find_ppp_factor(book.values(), economy_of("JP"), 2024)->value == decimal::parse("94.462599").value());
}
