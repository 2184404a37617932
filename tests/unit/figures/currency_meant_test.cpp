#include "figures/currency_meant.hpp"

#include "catch.hpp"

using namespace outlay;

TEST_CASE("the codes that a word for a currency means, the usual one first", "[figures]") {
    const engine data = engine::embedded();
    const auto first = [&](std::string_view word) {
        const auto meant = currencies_meant(data, word);
        return meant.empty() ? std::string{} : meant.front();
    };
    CHECK(first("WON") == "KRW");
    CHECK(first("원") == "KRW");
    CHECK(first("dollars") == "USD");
    CHECK(first("$") == "USD");
    CHECK(first("pounds") == "GBP");
    CHECK(first("Euro") == "EUR");
    CHECK(first("South Korean won") == "KRW");
    CHECK(first("yuan") == "CNY");
    CHECK(currencies_meant(data, "dollars").size() <= 3);
    CHECK(currencies_meant(data, "gadget").empty());
    CHECK(currencies_meant(data, "").empty());
    CHECK(read_currency(data, "krw", std::nullopt).value().text() == "KRW");
    CHECK(read_currency(data, "WON", std::nullopt).problems().front().near.front() == "KRW");
    CHECK(read_currency(data, "KRX", std::nullopt).problems().front().near.front() == "KRW");
}
