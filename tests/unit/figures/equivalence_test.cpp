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
    CHECK(pairs_in("It costs €797.7 million – about $830 million – in all.").size() == 1);
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

TEST_CASE("what has a clause of its own in the brackets is no conversion", "[figures][equivalence]") {
    CHECK(pairs_in("a sum of $10 million (€5 million came from Berlin)").empty());
    CHECK(pairs_in("eine Summe von 10 Millionen Dollar (5 Millionen Euro zahlt Berlin)").empty());
    CHECK(pairs_in("a sum of $10 million (€9.6 million at the time)").size() == 1);
    CHECK(pairs_in("a sum of $10 million (€9.6 million, said Berlin)").size() == 1);
    CHECK(pairs_in("$10 million a year (€9.6 million a year)").size() == 1);
    CHECK(pairs_in("5000억 달러(당시 환율 기준 약 718조원)").size() == 1);
    CHECK(pairs_in("109 Milliarden Euro (rund 112 Milliarden Dollar nach heutigem Kurs)").size() == 1);
}

TEST_CASE("every sum of a bracket is a conversion of the one before it", "[figures][equivalence]") {
    for (const std::string_view text : {"It cost $100m (€92m; £79m).", "It cost $100m (€92m / £79m).", "It cost $100m (€92m, £79m).", "It cost $100m (€92m or £79m)."}) {
        CAPTURE(text);
        const auto pairs = pairs_in(text);
        REQUIRE(pairs.size() == 2);
        CHECK(to_text(pairs[0].pair) == "EUR/USD");
        CHECK(pairs[1].first == pairs[0].first);
        CHECK(to_text(pairs[1].pair) == "GBP/USD");
    }
    CHECK(pairs_in("It cost $100m (€50m and £39m).").empty());
}

TEST_CASE("nothing is stated again across an empty line", "[figures][equivalence]") {
    CHECK(pairs_in("$500 billion\n\n(718 trillion won)").empty());
    CHECK(pairs_in("$500 billion,\r\n \r\nor 718 trillion won").empty());
    CHECK(pairs_in("$500 billion\n(718 trillion won)").size() == 1);
}

TEST_CASE("two ranges are compared end by end, a band by all that it allows", "[figures][equivalence]") {
    const auto ends = pairs_in("a fund of $1-2 billion (1.43-2.0 trillion won)");
    REQUIRE(ends.size() == 2);
    CHECK(ends[0].end == compared_end::lower);
    CHECK(ends[0].implied == ratio(1430));
    CHECK(ends[0].rounded == interval<ratio>{ratio(1425), ratio(1435), ratio(1430), false, true});
    CHECK(ends[1].end == compared_end::upper);
    CHECK(ends[1].implied == ratio(1000));
    CHECK(ends[1].first_value == ratio(power_of_ten(9) * 2));
    const auto band = pairs_in("5000억 달러(약 700조원대)를 투자한다.");
    REQUIRE(band.size() == 1);
    CHECK(band[0].rounded == interval<ratio>{ratio(1400), ratio(1600), ratio(1400), false, true});
    const auto bands = pairs_in("5000억 달러대(700조원대)를 투자한다.");
    REQUIRE(bands.size() == 1);
    CHECK(bands[0].rounded == interval<ratio>{make_ratio(3500, 3), ratio(1600), ratio(1400), true, true});
}

TEST_CASE("the zeros of a sum that is about so much are no digits of its precision", "[figures][equivalence]") {
    // 5.4 억 × [7600, 8400] 억: half of the last digit that is not zero, cut at 5 %
    const auto round = pairs_in("5억4000만 달러(약 8000억원)");
    REQUIRE(round.size() == 1);
    CHECK(*round[0].rounded.low == make_ratio(38000, 27));
    CHECK(*round[0].rounded.high == make_ratio(14000, 9));
    const auto plain = pairs_in("5억4000만 달러(8000억원)");
    CHECK(*plain.at(0).rounded.low == make_ratio(79995, 54));
    const auto ends = pairs_in("100억~200억원(약 700만~1400만 달러)");
    REQUIRE(ends.size() == 2);
    CHECK(*ends[0].rounded.high == make_ratio(10000, 665) * 100);
    CHECK(*ends[0].rounded.low == make_ratio(10000, 735) * 100);
    const auto digits = pairs_in("10억 달러(약 1조4360억원)");
    CHECK(*digits.at(0).rounded.low == make_ratio(2871, 2));
}
