#include "catch.hpp"
#include "unit/compare/compared.hpp"

using namespace outlay;

namespace {

using names = std::vector<std::string>;

/// Whole: 100, its part: 30, one apart: 7, an older vintage of it: 5, one without an outlay.
const std::string programmes =
    "to = \"USD\"\n" + investment_text("whole", "$100 billion") +
    "[[investment]]\nname = \"part\"\noutlay = \"$30 billion\"\npart_of = \"whole\"\n"
    "[[investment]]\nname = \"first\"\noutlay = \"$5 billion\"\nvintage_of = \"apart\"\ndate = 2024-03-01\n"
    "[[investment]]\nname = \"second\"\noutlay = \"$7 billion\"\nvintage_of = \"apart\"\ndate = 2025-06-01\n" +
    investment_text("silent", "", "4 years");

compared_sum sum_of(const std::string& text) { return first_case(text).sum.value(); }

}  // namespace

TEST_CASE("a sum counts no money twice and names what it leaves out", "[compare]") {
    const compared_sum found = sum_of(programmes);
    CHECK(found.all.value == interval<ratio>::point(107'000'000'000));
    CHECK(found.all.unit == "USD");
    CHECK(found.counted == names{"whole", "second"});
    REQUIRE(found.left_out.size() == 3);
    CHECK(found.left_out[0].name == "part");
    CHECK(found.left_out[0].reasons == names{"part-of-another"});
    CHECK(found.left_out[0].counted_in == "whole");
    CHECK(found.left_out[1].name == "first");
    CHECK(found.left_out[1].reasons == names{"older-vintage"});
    CHECK(found.left_out[1].counted_in == "second");
    CHECK(found.left_out[2].reasons == names{"outlay-not-stated"});
    CHECK(found.left_out[2].counted_in.empty());
    CHECK_FALSE(found.all.trace.empty());
}

TEST_CASE("a part of a part is counted in the whole of both", "[compare]") {
    const compared_sum found =
        sum_of(programmes + "[[investment]]\nname = \"crumb\"\noutlay = \"$1 billion\"\npart_of = \"part\"\n");
    CHECK(found.all.value == interval<ratio>::point(107'000'000'000));
    CHECK(found.left_out.back().counted_in == "whole");
}

TEST_CASE("parts are counted where the whole has no sum", "[compare]") {
    const compared_sum found = sum_of("to = \"USD\"\n" + investment_text("whole", "", "3 years") +
                                      "[[investment]]\nname = \"part\"\noutlay = \"$30 billion\"\npart_of = \"whole\"\n");
    CHECK(found.all.value == interval<ratio>::point(30'000'000'000));
    CHECK(found.counted == names{"part"});
}

TEST_CASE("what overlaps by an amount that nobody states is from the largest to all of it", "[compare]") {
    const compared_sum found = sum_of("to = \"USD\"\n" + investment_text("a", "$20 billion") +
                                      investment_text("b", "$50 billion") + investment_text("c", "$4 billion") +
                                      "[[overlap]]\ninvestments = [\"a\", \"b\"]\n");
    CHECK(found.all.value == interval<ratio>::between(54'000'000'000, 74'000'000'000));
    CHECK(found.all.notes == names{"overlap-of-unknown-size"});
}

TEST_CASE("two that overlap with a third and not with each other are both in it at least", "[compare]") {
    const std::string chain = "to = \"USD\"\n" + investment_text("a", "$20 billion") + investment_text("b", "$25 billion") +
                              investment_text("c", "$11 billion");
    const std::string both = "[[overlap]]\ninvestments = [\"a\", \"b\"]\n[[overlap]]\ninvestments = [\"b\", \"c\"]\n";
    CHECK(sum_of(chain + both).all.value == interval<ratio>::between(31'000'000'000, 56'000'000'000));
    // Where each overlaps with each, it is the largest.
    const std::string all = both + "[[overlap]]\ninvestments = [\"a\", \"c\"]\n";
    CHECK(sum_of(chain + all).all.value == interval<ratio>::between(25'000'000'000, 56'000'000'000));
    CHECK(sum_of(chain + "[[overlap]]\ninvestments = [\"a\", \"b\", \"c\"]\n").all.value ==
          interval<ratio>::between(25'000'000'000, 56'000'000'000));
}

TEST_CASE("a floor or an open bound among what overlaps stays one", "[compare]") {
    const std::string overlapping = "[[overlap]]\ninvestments = [\"a\", \"b\"]\n";
    const compared_sum above = sum_of("to = \"USD\"\n" + investment_text("a", "more than $50 billion") +
                                      investment_text("b", "$20 billion") + overlapping);
    CHECK(above.all.value.low == ratio(50'000'000'000));
    CHECK(above.all.value.low_open);
    const compared_sum about = sum_of("to = \"USD\"\n" + investment_text("a", "about $50 billion") +
                                      investment_text("b", "$20 billion") + overlapping);
    CHECK(std::ranges::find(about.all.notes, "approximate") != about.all.notes.end());
}

TEST_CASE("a ceiling and a floor have no sum, and each kind has its own", "[compare]") {
    const std::string text = "to = \"USD\"\n" + investment_text("a", "up to $20 billion") +
                             investment_text("b", "$50 billion") + investment_text("c", "more than $4 billion");
    const compared_sum found = sum_of(text);
    CHECK(found.all.missing == names{"ceilings-and-floors"});
    CHECK(found.points->value == interval<ratio>::point(50'000'000'000));
    CHECK(found.ceilings->value == interval<ratio>::at_most(20'000'000'000));
    CHECK(found.floors->value.low == ratio(4'000'000'000));
    CHECK(found.floors->value.low_open);
    const compared_sum below = sum_of("to = \"USD\"\n" + investment_text("a", "up to $20 billion") +
                                      investment_text("b", "$50 billion"));
    CHECK(below.all.value == interval<ratio>::at_most(70'000'000'000));
}

TEST_CASE("what was cancelled is not counted; two that hold each other are counted once", "[compare]") {
    const compared_sum found =
        sum_of("to = \"USD\"\n[[investment]]\nname = \"a\"\noutlay = \"$20 billion\"\nstage = \"cancelled\"\n"
               "[[investment]]\nname = \"b\"\noutlay = \"$3 billion\"\npart_of = \"c\"\n"
               "[[investment]]\nname = \"c\"\noutlay = \"$2 billion\"\npart_of = \"b\"\n");
    CHECK(found.counted.size() == 1);
    CHECK(found.left_out.front().reasons == names{"stage-cancelled"});
    CHECK(found.all.value.high <= ratio(3'000'000'000));
}

TEST_CASE("one investment has no sum, nor has a comparison without totals", "[compare]") {
    CHECK_FALSE(first_case("to = \"USD\"\n" + investment_text("a", "$20 billion")).sum);
    CHECK_FALSE(first_case("to = \"USD\"\nmetrics = [\"per_job\"]\n" + investment_text("a", "$20 billion") +
                           investment_text("b", "$2 billion"))
                    .sum);
}
