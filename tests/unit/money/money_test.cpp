#include "catch.hpp"

#include <outlay/money/money.hpp>

using namespace outlay;

TEST_CASE("money: amounts of one currency add up exactly", "[money]") {
    const currency_code won("KRW");
    const auto sum = add({make_ratio(1, 3), won}, {make_ratio(2, 3), won});
    CHECK(sum.value() == money{1, won});
}

TEST_CASE("money: two currencies do not add, and both are named", "[money]") {
    const auto sum = add({2, currency_code("KRW")}, {2, currency_code("USD")});
    REQUIRE_FALSE(sum.ok());
    CHECK(sum.problems().front().id == "currency-mismatch");
    CHECK(sum.problems().front().message.find("KRW") != std::string::npos);
    CHECK(sum.problems().front().message.find("USD") != std::string::npos);
    CHECK(money{2, currency_code("KRW")} != money{2, currency_code("USD")});
}
