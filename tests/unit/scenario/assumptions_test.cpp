#include "catch.hpp"
#include "unit/scenario/scenario_text.hpp"

using namespace outlay;

namespace {

ratio sum_of(const std::vector<ratio>& shares) {
    ratio sum = 0;
    for (const ratio& share : shares) sum += share;
    return sum;
}

const std::string investment = "[[investment]]\nname = \"A\"\noutlay = \"$1 billion\"\n";

}  // namespace

TEST_CASE("shares of the years add up to one", "[scenario][assumptions]") {
    using shape = phasing::shape;
    CHECK(yearly_shares({shape::even, {}}, 4) == std::vector<ratio>(4, make_ratio(1, 4)));
    CHECK(yearly_shares({shape::even, {}}, make_ratio(5, 2)) ==
          std::vector<ratio>{make_ratio(2, 5), make_ratio(2, 5), make_ratio(1, 5)});
    CHECK(yearly_shares({shape::even, {}}, make_ratio(1, 12)) == std::vector<ratio>{ratio(1)});
    const auto curve = yearly_shares({shape::s_curve, {}}, 4).value();
    CHECK(curve == std::vector<ratio>{make_ratio(5, 32), make_ratio(11, 32), make_ratio(11, 32), make_ratio(5, 32)});
    CHECK(sum_of(yearly_shares({shape::s_curve, {}}, make_ratio(29, 4)).value()) == 1);
    const std::vector<ratio> weights{make_ratio(1, 4), make_ratio(3, 4)};
    CHECK(yearly_shares({shape::weights, weights}, 2) == weights);
    CHECK_FALSE(yearly_shares({shape::weights, weights}, 3));
}

TEST_CASE("what is assumed of an investment comes before what is assumed of all", "[scenario][assumptions]") {
    const auto found = read_text("[assumptions]\nrealisation = \"1/2\"\njob_duration = \"2 years\"\n" + investment +
                                 "assumptions = { realisation = \"80 %\" }\n");
    REQUIRE(found);
    const assumptions all = lay_over(found->assumed, found->investments.front().assumed);
    CHECK(all.realisation->value == make_ratio(4, 5));
    CHECK(all.realisation->text == "80 %");
    CHECK(underlined(all.realisation->where) == "80 %");
    CHECK(all.job_duration->value.amount == interval<decimal>::point(decimal(2)));
    CHECK_FALSE(all.discount_rate);
}

TEST_CASE("assumptions are read in every form", "[scenario][assumptions]") {
    const auto found = read_text(
        "[assumptions]\nphasing = [\"25 %\", \"0.25\", \"1/2\"]\ndiscount = { rate = \"3.5 %\", timing = \"mid\" }\n"
        "asset_life = 5\nprices = { base_year = 2024, measure = \"gdp-deflator\" }\njobs_kind = \"permanent\"\n"
        "period_from = \"announcement\"\npopulation_year = \"latest\"\ngdp_year = 2023\n" + investment);
    REQUIRE(found);
    const assumptions& all = found->assumed;
    CHECK(all.phasing->weights.size() == 3);
    CHECK(all.discount_rate->value == make_ratio(7, 200));
    CHECK(all.timing == flow_timing::mid);
    CHECK(all.prices == price_basis::real);
    CHECK(all.base_year == 2024);
    CHECK(all.price_measure_used == price_measure::gdp_deflator);
    CHECK(all.jobs_kind == job_kind::permanent);
    CHECK(all.from_announcement == true);
    CHECK(all.population_year == account_year{});
    CHECK(all.gdp_year == account_year{2023});
}

TEST_CASE("a realisation and a discount rate may be ranges", "[scenario]") {
    const auto share_of = [](const std::string& text) {
        return read_text("[assumptions]\nrealisation = \"" + text + "\"\n" + investment).value().assumed.realisation;
    };
    for (const std::string text : {"50–80 %", "50-80%", "50 % ~ 80 %", "1/2..4/5", "0.5 - 0.8"}) {
        INFO(text);
        const auto found = share_of(text);
        REQUIRE(found);
        CHECK(found->bounds() == interval<ratio>::between(make_ratio(1, 2), make_ratio(4, 5)));
    }
    CHECK(share_of("80 %")->bounds() == interval<ratio>::point(make_ratio(4, 5)));
    const auto rate = read_text("[assumptions]\ndiscount = { rate = \"3–5 %\", timing = \"mid\" }\n" + investment).value();
    CHECK(rate.assumed.discount_rate->bounds() == interval<ratio>::between(make_ratio(3, 100), make_ratio(5, 100)));
}

TEST_CASE("ranges of shares that are none are refused at their words", "[scenario]") {
    const auto id_of = [](const std::string& text) {
        const auto found = read_text("[assumptions]\nrealisation = \"" + text + "\"\n" + investment);
        REQUIRE_FALSE(found);
        REQUIRE(found.problems().size() == 1);
        CHECK(underlined(*found.problems().front().where) == text);
        return found.problems().front().id;
    };
    CHECK(id_of("80–50 %") == "shares-not-in-order");
    CHECK(id_of("50–120 %") == "percentage-over-100");
    CHECK(id_of("50–many %") == "share-malformed");
    CHECK(id_of("-5 %") == "share-negative");
}
