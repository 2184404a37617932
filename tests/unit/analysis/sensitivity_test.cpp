#include <outlay/analysis/sensitivity.hpp>

#include "catch.hpp"
#include "unit/analysis/asked.hpp"

using namespace outlay;

namespace {

question asked() {
    const auto text = R"(
to = "USD"
as_of = 2025-01-22
[[rate]]
pair = "USD/KRW"
value = "1436"
[[investment]]
name = "Stargate"
outlay = "up to $500 billion"
jobs = "100,000"
[[investment]]
name = "Centre"
outlay = "2~2.5조원"
jobs = "1,120"
[[investment]]
name = "Third"
outlay = "3조원"
)";
    return ask(text);
}

const sensitivity& of(const std::vector<sensitivity>& all, const output_key& key) {
    for (const auto& each : all)
        if (each.key == key) return each;
    throw std::logic_error("no such result");
}

}  // namespace

TEST_CASE("each input alone moves a result by its own swing, the widest first") {
    const auto found = find_sensitivity(built_in(), asked(), ratio(1) / 5).value();
    const auto& per_job = of(found, {"Stargate", "per_job", false});
    REQUIRE(per_job.swings.size() == 2);
    CHECK(per_job.base.value.high == ratio(5'000'000));
    CHECK(per_job.swings[0].input.name == "Stargate.jobs");
    CHECK(per_job.swings[0].low == 80'000);
    CHECK(per_job.swings[0].at_low.value.high == ratio(6'250'000));
    CHECK(per_job.swings[0].at_high.value.high == ratio(12'500'000) / 3);
    CHECK(per_job.swings[1].input.name == "Stargate.outlay");
    CHECK(per_job.swings[1].at_high.value.high == ratio(6'000'000));
    CHECK(per_job.swings[1].origin == swing_origin::share);
}

TEST_CASE("stated bounds are the low and the high of an input") {
    const auto found = find_sensitivity(built_in(), asked(), ratio(1) / 10).value();
    const auto& total = of(found, {"Centre", "total", false});
    REQUIRE(total.swings.size() == 2);
    const auto& outlay = total.swings[0].input.kind == input_kind::outlay ? total.swings[0] : total.swings[1];
    CHECK(outlay.origin == swing_origin::stated_bounds);
    CHECK(outlay.low == ratio(2'000'000'000'000));
    CHECK(outlay.high == ratio(2'500'000'000'000));
    CHECK(outlay.at_high.value == interval<ratio>::point(ratio(2'500'000'000'000) / 1436));
}

TEST_CASE("a ratio is moved by the inputs of both, and another investment by none of them") {
    const auto found = find_sensitivity(built_in(), asked(), ratio(1) / 10).value();
    const auto& times = of(found, {"Third", "total", true});
    std::vector<std::string> names;
    for (const auto& each : times.swings) names.push_back(each.input.name);
    CHECK(names == std::vector<std::string>{"Third.outlay", "USD/KRW", "Stargate.outlay"});
}

TEST_CASE("a share is read in percent, as a decimal or as a fraction") {
    CHECK(read_swing_share("20%").value() == ratio(1) / 5);
    CHECK(read_swing_share("0.2").value() == ratio(1) / 5);
    CHECK(read_swing_share("1/5").value() == ratio(1) / 5);
    for (const auto* text : {"0", "1", "100%", "-5%", "much", "%"})
        CHECK(read_swing_share(text).problems().front().id == "swing-malformed");
}

TEST_CASE("what the file says of how an input is spread comes before a share on either side") {
    const std::string text = R"(
to = "USD"
as_of = 2025-01-22
[[rate]]
pair = "USD/KRW"
value = "1436"
[[investment]]
name = "A"
outlay = "$500 billion"
jobs = "100,000"
[[investment]]
name = "B"
outlay = "2 trillion won"
[assumptions]
realisation = "80 %"
[[uncertain]]
input = "A.jobs"
low = "25,000"
high = "200,000"
[[uncertain]]
input = "USD/KRW"
low = "1400"
high = "1500"
[[uncertain]]
input = "realisation"
low = "20 %"
high = "100 %"
)";
    const question asks{read_scenario(built_in(), source("spread.toml", text)).value(), {}};
    const auto found = find_sensitivity(built_in(), asks, ratio(1) / 10).value();
    const auto& per_job = of(found, {"A", "per_job", false});
    REQUIRE(per_job.swings.size() == 3);
    CHECK(per_job.swings[0].input.name == "A.jobs");
    CHECK(per_job.swings[0].origin == swing_origin::uncertain);
    CHECK(per_job.swings[0].low == 25'000);
    CHECK(per_job.swings[0].high == 200'000);
    CHECK(per_job.swings[0].at_low.value == interval<ratio>::point(16'000'000));
    CHECK(per_job.swings[1].input.name == "realisation");
    CHECK(per_job.swings[1].low == make_ratio(1, 5));
    CHECK(per_job.swings[1].at_high.value == interval<ratio>::point(5'000'000));
    CHECK(per_job.swings[2].origin == swing_origin::share);
    const auto& won = of(found, {"B", "total", false});
    const auto rate = std::ranges::find(won.swings, "USD/KRW", [](const input_swing& each) { return each.input.name; });
    REQUIRE(rate != won.swings.end());
    CHECK(rate->origin == swing_origin::uncertain);
    CHECK(rate->low == 1400);
    CHECK(rate->at_high.value == interval<ratio>::point(ratio(1'600'000'000'000) / 1500));
}
