#include <outlay/economy/price_index.hpp>

#include "catch.hpp"
#include "unit/economy/economies_book.hpp"

using namespace outlay;

namespace {

constexpr auto consumer = price_measure::consumer_prices;

const indicator_table& built_in() {
    static const indicator_table table = engine::embedded().indicators();
    return table;
}

ratio change(std::string_view economy, int from, int to) {
    return price_change(built_in(), consumer, economy_code(economy), from, to).value();
}

rate rate_of(std::string_view from, std::string_view to, std::string_view factor, std::string_view day) {
    rate found;
    found.from = unit(from);
    found.to = unit(to);
    found.pair = {unit(from), unit(to)};
    found.factor = number(factor);
    found.observed = parse_date(day);
    return found;
}

}  // namespace

TEST_CASE("price_change: chained of the yearly changes, exactly", "[economy]") {
    CHECK(change("KR", 2022, 2024) == (1 + number("3.5974562502901") / 100) * (1 + number("2.32174328643542") / 100));
    CHECK(change("KR", 2024, 2022) * change("KR", 2022, 2024) == 1);
    CHECK(change("US", 2023, 2024) == 1 + number("2.94952520485207") / 100);
    CHECK(change("US", 2024, 2024) == 1);
}

TEST_CASE("price_change: a year that is not known is the reason, and is named", "[economy]") {
    const auto missing = price_change(built_in(), consumer, economy_code("AE"), 2022, 2024);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.problems().front().id == "price-index-missing");
    CHECK(missing.problems().front().message.find("AE in 2024") != std::string::npos);
    CHECK(price_change(built_in(), consumer, economy_code("TW"), 2023, 2024).problems().front().id ==
          "price-index-missing");
    CHECK_FALSE(price_change(built_in(), price_measure::gdp_deflator, economy_code("KR"), 2023, 2024).ok());
}

TEST_CASE("price_change: a published level comes before a chain", "[economy]") {
    const economies_book book(
        "KR,2022,107.72,FP.CPI.TOTL\nKR,2024,114.18,FP.CPI.TOTL\nKR,2023,3.6,FP.CPI.TOTL.ZG\nKR,2024,2.3,FP.CPI.TOTL."
        "ZG\n");
    CHECK(price_change(book.values(), consumer, economy_code("KR"), 2022, 2024).value() == number("11418/10772"));
    CHECK(price_change(book.values(), consumer, economy_code("KR"), 2023, 2024).value() == number("1.023"));
}

TEST_CASE("price_change: the GDP deflator is another measure", "[economy]") {
    const economies_book book("KR,2024,3.9,NY.GDP.DEFL.KD.ZG\nKR,2024,2.3,FP.CPI.TOTL.ZG\n");
    CHECK(price_change(book.values(), price_measure::gdp_deflator, economy_code("KR"), 2023, 2024).value() ==
          number("1.039"));
}

TEST_CASE("deflate: in the currency of the outlay", "[economy]") {
    const money nominal{ratio(2'000'000'000'000), unit("KRW")};
    const auto real = deflate(built_in(), consumer, nominal, economy_of("KR"), 2022, 2024).value();
    CHECK(real.amount.amount == nominal.amount * change("KR", 2022, 2024));
    CHECK(real.amount.currency == unit("KRW"));
    CHECK(real.base_year == 2024);
    const auto in_dollars = deflate(built_in(), consumer, {ratio(5), unit("USD")}, economy_of("KR"), 2022, 2024);
    REQUIRE_FALSE(in_dollars.ok());
    CHECK(in_dollars.problems().front().id == "currency-mismatch");
}

TEST_CASE("deflate, then convert at the base year's rate: the DAC's example", "[economy]") {
    // 100 dollars of 1966 at 300 a dollar; prices doubled by 2006, when a dollar is 100: 600 dollars of 2006.
    const economies_book book("KR,1966,50,FP.CPI.TOTL\nKR,2006,100,FP.CPI.TOTL\n");
    const money nominal{ratio(100'000'000) * 300, unit("KRW")};
    const auto real = deflate(book.values(), consumer, nominal, economy_of("KR"), 1966, 2006).value();
    const auto converted = convert_real(real, rate_of("KRW", "USD", "1/100", "2006-06-30")).value();
    CHECK(converted.amount == money{ratio(600'000'000), unit("USD")});
    CHECK(dac_deflator(ratio(100), ratio(300), number("0.5")) == number("1/6"));
    CHECK(ratio(100'000'000) / dac_deflator(ratio(100), ratio(300), number("0.5")) == converted.amount.amount);
    // The other order, converted first and deflated by prices alone, is another sum.
    CHECK(ratio(100'000'000) * 2 != converted.amount.amount);
}

TEST_CASE("convert_real: a rate of another year is refused", "[economy]") {
    const real_money real{{ratio(1000), unit("KRW")}, 2024, ratio(1)};
    CHECK(convert_real(real, rate_of("KRW", "USD", "1/1436", "2024-12-31")).ok());
    const auto refused = convert_real(real, rate_of("KRW", "USD", "1/1436", "2025-01-22"));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problems().front().id == "rate-of-another-year");
    auto mean = rate_of("KRW", "USD", "1/1363", "");
    mean.kind = rate_kind::period_mean;
    mean.period = date_span{make_date(2024, 1, 1), make_date(2024, 12, 31)};
    CHECK(convert_real(real, mean).ok());
    mean.period = date_span{make_date(2023, 1, 1), make_date(2023, 12, 31)};
    CHECK_FALSE(convert_real(real, mean).ok());
    CHECK(convert_real(real, rate_of("USD", "KRW", "1436", "2024-12-31")).problems().front().id == "currency-mismatch");
}
