#include "catch.hpp"

#include <outlay/figures/equivalence.hpp>

using namespace outlay;

namespace {

std::vector<equivalence> pairs_in(std::string_view text) {
    const engine data = engine::embedded();
    return find_equivalences(data, text, read_figures(data, text));
}

}  // namespace

TEST_CASE("a sum stated twice implies an exact rate and its rounding interval", "[figures][equivalence]") {
    const auto korean = pairs_in("최대 5000억 달러(약 718조원)를 투자한다.");
    REQUIRE(korean.size() == 1);
    CHECK(to_text(korean[0].pair) == "USD/KRW");
    CHECK(korean[0].implied == ratio(1436));
    CHECK(korean[0].rounded == interval<ratio>{ratio(1435), ratio(1437), ratio(1436), false, true});

    const auto english = pairs_in("a 2 trillion won ($1.57 billion) partnership");
    REQUIRE(english.size() == 1);
    CHECK(to_text(english[0].pair) == "USD/KRW");
    CHECK(english[0].implied == make_ratio(200000, 157));
    CHECK(*english[0].rounded.low == make_ratio(80000, 63));
    CHECK(english[0].rounded.low_open);
    CHECK(*english[0].rounded.high == make_ratio(400000, 313));
    CHECK_FALSE(english[0].rounded.high_open);
    CHECK(*english[0].widened.low == make_ratio(20000, 21));
    CHECK(*english[0].widened.high == make_ratio(500000, 313));
    CHECK(disjoint(korean[0].rounded, english[0].rounded));
}

TEST_CASE("sums are the same sum only where the text says so", "[figures][equivalence]") {
    CHECK(pairs_in("$500 billion, or 718 trillion won").size() == 1);
    CHECK(pairs_in("€109 billion (equivalent to $112.5 billion)").size() == 1);
    CHECK(pairs_in("5000억 달러(우리 돈 약 718조원)").size() == 1);
    CHECK(pairs_in("该公司将投资20亿美元，约合145亿元人民币。").size() == 1);
    CHECK(pairs_in("It costs €797.7 million, roughly $830 million.").size() == 1);
    CHECK(pairs_in("It costs €797.7 million, $830 million and ¥5 billion.").empty());
    CHECK(pairs_in("$500 billion and 2 trillion won").empty());
    CHECK(pairs_in("$500 billion, 2 trillion won").empty());
    CHECK(pairs_in("$500 billion ($100 billion at once)").empty());
    CHECK(pairs_in("$500 billion. The won fell. (2 trillion won)").empty());
    CHECK(pairs_in("$50-60 billion (2 trillion won)").empty());
    CHECK(pairs_in("$1 billion a year (1.4 trillion won)").size() == 1);
}

TEST_CASE("a sum stated twice in one currency is one where the scripts differ", "[figures][equivalence]") {
    const engine data = engine::embedded();
    const auto restated = [&](std::string_view text) { return find_restatements(data, text, read_figures(data, text)); };
    const auto slip = restated("미국은 5000억 달러($50 billion)를 투자한다.");
    REQUIRE(slip.size() == 1);
    CHECK(slip[0].implied == ratio(10));
    CHECK(to_text(slip[0].pair) == "USD/USD");
    CHECK(restated("5000억 달러($500 billion)").front().implied == ratio(1));
    CHECK(restated("США вложат 500 млрд долларов ($5 billion).").front().implied == ratio(100));
    CHECK(restated("日本は5000億ドル（$5 trillion）を投じる。").front().implied == make_ratio(1, 10));
    CHECK(restated("$500 billion ($50 billion)").empty());
    CHECK(restated("5000억 달러($50 billion at once)").empty());
    CHECK(restated("5000억 달러, 그리고 $50 billion").empty());
}
