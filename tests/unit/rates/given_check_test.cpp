#include <outlay/rates/given_check.hpp>

#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

std::string id_of(std::string_view text, std::string_view as_of = "2025-01-22") {
    rate_book book;
    book.add("ecb.csv", ecb_file);
    const auto rate = read_given_rate(text, rate_book::currencies()).value();
    const std::vector<currency_code> pivots{code("USD"), code("EUR")};
    const auto found = check_given(rate, book.table(), pivots, day(as_of));
    return found.empty() ? "" : found.front().id;
}

}  // namespace

TEST_CASE("check_given: a rate that is one over what is known", "[rates]") {
    CHECK(id_of("KRW/USD=1436") == "inverted-pair-suspected");
    CHECK(id_of("USD/KRW=0.0007") == "inverted-pair-suspected");
    CHECK(id_of("USD/KRW=1436") == "");
    CHECK(id_of("KRW/USD=0.0007") == "");
}

TEST_CASE("check_given: a rate that is far from what is known, and one of which nothing is", "[rates]") {
    CHECK(id_of("USD/KRW=14360") == "given-rate-far");
    CHECK(id_of("USD/KRW=2000") == "");
    CHECK(id_of("USD/KRW=14360", "2019-01-22") == "");  // of six years before
    CHECK(id_of("USD/VND=1") == "");
    CHECK(id_of("EUR/USD=0.96") == "");  // near its inverse, but nearer to itself than to a slip
}

TEST_CASE("unused_given: rates that no leg is made of", "[rates]") {
    const std::vector<given_rate> given{read_given_rate("USD/KRW=1436", rate_book::currencies()).value(),
                                        read_given_rate("EUR/JPY=160", rate_book::currencies()).value()};
    rate_leg leg;
    leg.pair = pair_of("USD/KRW");
    leg.kind = rate_kind::given;
    const std::vector<rate_leg> legs{leg};
    const auto notes = unused_given(given, legs);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().message.find("EUR/JPY") != std::string::npos);
}
