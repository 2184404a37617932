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
