#include <outlay/analysis/uncertainty.hpp>

#include "catch.hpp"
#include "unit/analysis/asked.hpp"

#include <cmath>

using namespace outlay;

namespace {

question asked(const std::string& more) { return ask(stargate_and_centre(more)); }

const spread_output* find(const uncertain_question& about, const output_key& key) {
    for (const auto& each : about.outputs)
        if (each.key == key) return &each;
    return nullptr;
}

}  // namespace

TEST_CASE("results are products of the stated inputs, and the rate of its history") {
    const auto about = find_uncertainty(built_in(), asked(R"(
[[uncertain]]
input = "Stargate.jobs"
low = "50,000"
high = "100,000"
)"));
    REQUIRE(about.ok());
    REQUIRE(about->inputs.size() == 2);
    CHECK(about->inputs[0].input.name == "Stargate.jobs");
    CHECK(about->inputs[1].input.name == "USD/KRW");
    REQUIRE(about->inputs[1].history);
    CHECK(about->inputs[1].history->changes >= 10);
    CHECK(about->inputs[1].history->last <= make_date(2025, 1, 22));
    CHECK(about->inputs[1].spread.median() == Approx(1436));
    for (std::size_t k = 0; k < about->outputs.size(); ++k) {
        const auto& key = about->outputs[k].key;
        const auto& product = about->model.outputs[k];
        if (key == output_key{"Stargate", "per_job", false}) {
            REQUIRE(product.powers.size() == 1);
            CHECK(product.powers[0].exponent == -1);
            CHECK(product.coefficient == 500e9);
            CHECK(about->outputs[k].form.qualifier == qualifier::at_most);
        }
        if (key == output_key{"Centre", "total", false}) {
            REQUIRE(product.powers.size() == 1);
            CHECK(product.powers[0].exponent == -1);
            CHECK(product.coefficient == 2e12);
        }
    }
    CHECK(find(*about, {"Stargate", "total", false}) == nullptr);  // nothing moves it
    CHECK(find(*about, {"Centre", "per_job", false}) == nullptr);  // unknown stays unknown
}

TEST_CASE("an input that is not stated becomes known by its distribution") {
    const auto about = find_uncertainty(built_in(), asked(R"(
[[uncertain]]
input = "Centre.jobs"
low = "144"
mode = "500"
high = "1,120"
)"));
    REQUIRE(about.ok());
    CHECK(find(*about, {"Centre", "per_job", false}) != nullptr);
    CHECK(find(*about, {"Centre", "per_job", true}) != nullptr);
}

TEST_CASE("a distribution of a rate takes the place of its history") {
    const auto about = find_uncertainty(built_in(), asked(R"(
[[uncertain]]
input = "USD/KRW"
shape = "lognormal"
low = "1300"
high = "1600"
)"));
    REQUIRE(about.ok());
    REQUIRE(about->inputs.size() == 1);
    CHECK_FALSE(about->inputs[0].history);
    CHECK(about->inputs[0].spread.mu == Approx(std::log(std::sqrt(1300.0 * 1600))));
}

TEST_CASE("a range without a distribution and what is no product are left out with their reasons") {
    auto about = asked(R"(
[[uncertain]]
input = "discount_rate"
low = "1%"
high = "7%"
[[investment]]
name = "Range"
outlay = "2~2.5조원"
)");
    about.what.assumed.discount_rate = stated_share{ratio(7) / 200, "3.5%", {}};
    const auto found = find_uncertainty(built_in(), about);
    REQUIRE(found.ok());
    std::vector<std::string> reasons;
    for (const auto& each : found->left_out) {
        CHECK_FALSE((each.key == output_key{"Stargate", "present_value", false}));
        if (each.key == output_key{"Range", "total", false}) CHECK(each.reason == "range-without-distribution");
        reasons.push_back(each.reason);
    }
    // What is no power of the discount rate follows a curve along it, which can be computed but not drawn.
    const auto& outputs = found->outputs;
    const auto present = std::ranges::find_if(
        outputs, [](const auto& each) { return each.key == output_key{"Stargate", "present_value", false}; });
    REQUIRE(present != outputs.end());
    CHECK(found->model.outputs[static_cast<std::size_t>(present - outputs.begin())].curves.size() == 1);
    const auto drawn = drawable(*found);
    CHECK(drawn.outputs.size() < outputs.size());
    CHECK(std::ranges::any_of(drawn.left_out, [](const auto& each) { return each.reason == "curve-not-drawn"; }));
    CHECK(std::find(reasons.begin(), reasons.end(), "range-without-distribution") != reasons.end());
}

TEST_CASE("a scenario in one currency without [[uncertain]] has nothing to simulate") {
    const auto text = "[[investment]]\nname = \"Stargate\"\noutlay = \"$500 billion\"\n";
    const auto about = ask(text);
    CHECK(find_uncertainty(built_in(), about).problems().front().id == "nothing-uncertain");
}
