#include <outlay/engine.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"

#include <filesystem>

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

TEST_CASE("a folder of languages may be a link, and a link back up ends", "[engine]") {
    const temporary_folder folder, elsewhere;
    elsewhere.write("xx.csv", "class,words,value,when\ncurrency,zorkmid,USD,\n");
    std::filesystem::create_directory_symlink(elsewhere.path(), folder.path() + "/languages");
    const auto through_link = engine::with_overlay(folder.path());  // refused for its missing head: it was read
    REQUIRE_FALSE(through_link.ok());
    CHECK(through_link.problems().front().where->source.ends_with("languages/xx.csv"));

    const temporary_folder round;
    std::filesystem::create_directory_symlink(round.path(), round.path() + "/rates");
    CHECK(engine::with_overlay(round.path()).ok());
}
