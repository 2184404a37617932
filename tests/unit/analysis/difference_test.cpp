#include <outlay/analysis/difference.hpp>

#include "catch.hpp"
#include "unit/analysis/asked.hpp"

using namespace outlay;

namespace {

question asked(const std::string& rate, const std::string& jobs, const std::string& more = {}) {
    return ask(stargate_and_centre(more, rate, jobs));
}

const changed_output* find(const scenario_difference& all, const output_key& key) {
    for (const auto& each : all.outputs)
        if (each.key == key) return &each;
    return nullptr;
}

}  // namespace

TEST_CASE("each result that changed names the inputs that moved it, and what each does alone") {
    const auto found = find_difference(built_in(), asked("1436", "100,000"), asked("200000/157", "57,000")).value();
    REQUIRE(found.inputs.size() == 2);
    CHECK(found.inputs[0].input.name == "USD/KRW");
    CHECK(found.inputs[0].after_rate == ratio(200000) / 157);
    CHECK(found.inputs[1].input.name == "Stargate.jobs");
    CHECK(found.inputs[1].before == "100,000");
    CHECK(found.inputs[1].after == "57,000");
    const auto* per_job = find(found, {"Stargate", "per_job", false});
    REQUIRE(per_job != nullptr);
    REQUIRE(per_job->parts.size() == 1);
    CHECK(per_job->parts[0].input == 1);
    CHECK(per_job->is_explained);
    CHECK(per_job->after.value.high == ratio(500'000'000'000) / 57'000);
    const auto* total = find(found, {"Centre", "total", false});
    REQUIRE(total != nullptr);
    REQUIRE(total->parts.size() == 1);
    CHECK(total->parts[0].input == 0);
    CHECK(total->after.value.central == ratio(1'570'000'000));
    CHECK(find(found, {"Stargate", "total", false}) == nullptr);
}

TEST_CASE("what is stated in one of the two alone becomes known or unknown") {
    const auto found = find_difference(built_in(), asked("1436", ""), asked("1436", "57,000")).value();
    REQUIRE(found.inputs.size() == 1);
    CHECK(found.inputs[0].before.empty());
    const auto* per_job = find(found, {"Stargate", "per_job", false});
    REQUIRE(per_job != nullptr);
    CHECK_FALSE(per_job->before.known());
    CHECK(per_job->after.known());
    CHECK(per_job->is_explained);
}

TEST_CASE("investments of one of the two alone are named, and equal scenarios do not differ") {
    const auto more = "[[investment]]\nname = \"Third\"\noutlay = \"$1 billion\"\n";
    const auto found = find_difference(built_in(), asked("1436", "1"), asked("1436", "1", more)).value();
    CHECK(found.only_after == std::vector<std::string>{"Third"});
    CHECK(found.only_before.empty());
    CHECK(found.inputs.empty());
    CHECK(found.outputs.empty());
}

TEST_CASE("a change that no input explains is said to be something else") {
    auto after = asked("1436", "100,000");
    after.what.assumed.job_duration = after.what.investments[0].period;
    after.what.assumed.job_duration->value.amount = interval<decimal>::point(2);
    const auto found = find_difference(built_in(), asked("1436", "100,000"), after).value();
    const auto* changed = find(found, {"Stargate", "per_job_year", false});
    REQUIRE(changed != nullptr);
    CHECK(changed->parts.empty());
    CHECK_FALSE(changed->is_explained);
}
