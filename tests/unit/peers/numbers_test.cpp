// Amounts and digits where other programs are wrong without a word: each case is named after what it shows.
#include <outlay/engine.hpp>
#include <outlay/figures/normalize.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/money/money.hpp>
#include <outlay/number/rounding.hpp>
#include <outlay/report/number_format.hpp>

#include "catch.hpp"

using namespace outlay;

namespace {

const engine& built_in() {
    static const engine data = engine::embedded();
    return data;
}

ratio amount_of(std::string_view text) {
    return to_ratio(*read_one(built_in(), text, figure_kind::money).value().amount.central);
}

std::string currency_of(std::string_view text) {
    return std::string(read_one(built_in(), text, figure_kind::money).value().currency.text());
}

money euros(std::string_view amount) { return {parse_ratio(amount).value(), currency_code("EUR")}; }

}  // namespace

TEST_CASE("peers: sums of 30 digits lose none of them", "[peers]") {
    const auto sum =
        add(euros("123456789012345678901234567890.12"), euros("987654321098765432109876543210.99")).value();
    CHECK(exact_text(sum.amount) == "1111111110111111111011111111101.11");
    CHECK(amount_of("USD 123456789012345678901234567890") == parse_ratio("123456789012345678901234567890").value());
}

TEST_CASE("peers: 9007199254740993, the first whole number that a double does not hold", "[peers]") {
    CHECK(amount_of("$9007199254740993") == ratio(9'007'199'254'740'993));
    CHECK(exact_text(add(euros("9007199254740992"), euros("1")).value().amount) == "9007199254740993");
}

TEST_CASE("peers: 10,000 EUR and 0.95 EUR are 10,000.95 EUR", "[peers]") {
    const auto sum =
        add({amount_of("10,000 EUR"), currency_code("EUR")}, {amount_of("0.95 EUR"), currency_code("EUR")}).value();
    CHECK(exact_text(sum.amount) == "10000.95");
    const auto shown = format_interval(built_in(), interval<ratio>::point(sum.amount), qualifier::exact, "EUR", 3, {});
    CHECK(shown.full == "10,000.95 EUR");
}

TEST_CASE("peers: tenths add up", "[peers]") {
    ratio sum = 0;
    for (int i = 0; i < 10; ++i) sum += amount_of("$0.10");
    CHECK(sum == 1);
}

TEST_CASE("peers: 6.66 or 6.67: the amount is exact, and the mode of rounding has a name", "[peers]") {
    const auto share = parse_ratio("6.665").value();
    CHECK(round(share, 2, rounding_mode::half_up).text() == "6.67");
    CHECK(round(share, 2, rounding_mode::half_even).text() == "6.66");
    CHECK(fraction_text(ratio(20) / 3) == "20/3");
    CHECK(round(ratio(20) / 3, 2, rounding_mode::half_up).text() == "6.67");
    CHECK(round(ratio(20) / 3, 2, rounding_mode::down).text() == "6.66");
}

TEST_CASE("peers: a third taken three times is the whole", "[peers]") { CHECK(amount_of("$100") / 3 * 3 == 100); }

TEST_CASE("peers: rounding goes through no binary number", "[peers]") {
    CHECK(round(parse_ratio("1.005").value(), 2, rounding_mode::half_up).text() == "1.01");
    CHECK(round(parse_ratio("2.675").value(), 2, rounding_mode::half_up).text() == "2.68");
}

TEST_CASE("peers: euros and kroner are not added up on one scale", "[peers]") {
    const auto mixed = add(euros("5"), {ratio(5), currency_code("DKK")});
    REQUIRE_FALSE(mixed.ok());
    CHECK(mixed.problems().front().id == "currency-mismatch");
}

TEST_CASE("peers: a thousands separator is no decimal point", "[peers]") {
    CHECK(amount_of("EUR 2,600") == 2600);
    CHECK(amount_of("$1,234,567.89") == parse_ratio("1234567.89").value());
}

TEST_CASE("peers: letters behind a number are a magnitude or a currency, never a product of units", "[peers]") {
    CHECK(amount_of("$54K") == 54'000);
    CHECK(amount_of("200k THB") == 200'000);
    CHECK(currency_of("200k THB") == "THB");
    CHECK(currency_of("200 ARS") == "ARS");
    CHECK(amount_of("200 ARS") == 200);
}

TEST_CASE("peers: large Korean amounts are read to the last digit", "[peers]") {
    CHECK(amount_of("718조원") == ratio(718'000'000'000'000));
    CHECK(amount_of("71억8000만원") == ratio(7'180'000'000));
    CHECK(amount_of("5000억 달러") == ratio(500'000'000'000));
}

TEST_CASE("peers: a physical unit is no money", "[peers]") {
    for (const auto* text : {"100 kg", "100 USD kg", "5 MW"}) {
        INFO(text);
        CHECK_FALSE(read_one(built_in(), text, figure_kind::money).ok());
    }
}

TEST_CASE("peers: a currency after an amount of another one is not multiplied into it", "[peers]") {
    CHECK_FALSE(read_one(built_in(), "1 EUR USD", figure_kind::money).ok());
}

TEST_CASE("peers: one question gives one answer, however often it is asked", "[peers]") {
    const auto amount = read_one(built_in(), "2 trillion won", figure_kind::money).value();
    const auto first = normalize(built_in(), amount, currency_code("USD"), built_in().default_policy()).value();
    for (int i = 0; i < 3; ++i) {
        const auto again =
            normalize(engine::embedded(), amount, currency_code("USD"), built_in().default_policy()).value();
        CHECK(again.amount.central == first.amount.central);
        CHECK(again.used.observed == first.used.observed);
    }
}
