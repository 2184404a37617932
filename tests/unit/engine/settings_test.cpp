#include <outlay/engine.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace outlay;

TEST_CASE("settings: the limit of a conflict of sources is an exact number of percent", "[engine]") {
    CHECK(engine::embedded().default_policy().conflict_limit == ratio(1) / 200);
    const temporary_folder folder;
    folder.write("settings.csv", "name,value\nrate-conflict-percent,0.25\n");
    const auto data = engine::with_overlay(folder.path());
    REQUIRE(data.ok());
    CHECK(data->default_policy().conflict_limit == ratio(1) / 400);
}

TEST_CASE("settings: a percentage that is none is refused", "[engine]") {
    for (const auto* value : {"half", "-1", "0.5%"}) {
        const temporary_folder folder;
        folder.write("settings.csv", std::string("name,value\nrate-conflict-percent,") + value + "\n");
        const auto problems = engine::with_overlay(folder.path()).problems();
        INFO(value);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().id == "config-bad-number");
        CHECK(problems.front().where->line == 2);
    }
}
