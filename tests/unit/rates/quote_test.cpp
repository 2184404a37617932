#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

std::vector<std::string> ids(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& problem : read_pair(text, rate_book::currencies()).problems()) found.push_back(problem.id);
    return found;
}

}  // namespace

TEST_CASE("quote: a pair is read in any case and written in capitals", "[rates]") {
    const auto pair = read_pair("usd/krw", rate_book::currencies());
    REQUIRE(pair.ok());
    CHECK(*pair == currency_pair{code("USD"), code("KRW")});
    CHECK(to_text(*pair) == "USD/KRW");
    CHECK(to_text(pair->reversed()) == "KRW/USD");
}

TEST_CASE("quote: what is no pair is refused", "[rates]") {
    for (const auto* text : {"", "USD", "USDKRW", "USD/", "/KRW", "USD/KRW/JPY", "USD-KRW"}) {
        CAPTURE(text);
        CHECK(ids(text) == std::vector<std::string>{"pair-malformed"});
    }
    CHECK(ids("USD/USD") == std::vector<std::string>{"pair-of-itself"});
    CHECK(ids("UXD/KRX") == std::vector<std::string>{"unknown-currency", "unknown-currency"});
}

TEST_CASE("quote: its value is exact and as written", "[rates]") {
    const quote q{pair_of("EUR/KRW"), 20110, 150160, 2, 0};
    CHECK(q.value().text() == "1501.60");
    CHECK(to_text(q.observed()) == "2025-01-22");
}

TEST_CASE("quote: kinds have names", "[rates]") {
    CHECK(to_text(rate_kind::spot) == "spot");
    CHECK(to_text(rate_kind::period_mean) == "mean");
    CHECK(to_text(rate_kind::peg) == "peg");
    CHECK(to_text(rate_kind::irrevocable) == "irrevocable");
    CHECK(to_text(rate_kind::given) == "given");
}
