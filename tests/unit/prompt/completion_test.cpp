#include "prompt/candidate_list.hpp"
#include "prompt/completion.hpp"
#include "prompt/terminal.hpp"

#include <outlay/scenario/scenario_file.hpp>

#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace outlay;
using namespace outlay::prompt;

namespace {

struct world {
    engine data = engine::embedded();
    scenario known = read_scenario(data, source("seed", "[[investment]]\nname = \"Stargate\"\n[[investment]]\n"
                                                        "name = \"National AI Computing Center\"\n")).value();
    vocabulary words;
    world() {
        words.data = &data;
        words.programmes = known.investments;
        words.commands = {"compare", "eval", "help", "load", "new", "rates", "save", "scan", "set"};
        words.topics = {"compare", "expressions"};
        words.shipped = {"us-stargate", "kr-ulsan"};
        words.locale = "en";
        words.options = [](const std::string& command) { return std::vector<std::string>{"--" + command, "--explain", "--to"}; };
    }
    world(const world&) = delete;
    world& operator=(const world&) = delete;
    [[nodiscard]] completions at_end(std::string_view line) const { return complete(words, line, line.size()); }
};

bool has(const completions& found, std::string_view text, std::string_view kind) {
    return std::ranges::any_of(found.words, [&](const auto& word) { return word.text == text && word.kind == kind; });
}

}  // namespace

TEST_CASE("the first word of a line is a command or what an expression begins with", "[prompt]") {
    const world w;
    CHECK(w.at_end("").words.size() == w.words.commands.size());
    const auto found = w.at_end("s");
    CHECK(found.begin == 0);
    CHECK(has(found, "set", "commands"));
    CHECK(has(found, "Stargate", "programmes"));
    CHECK(has(w.at_end("STAR"), "Stargate", "programmes"));
    CHECK(has(w.at_end("us-"), "us-stargate", "programmes"));
    CHECK_FALSE(has(w.at_end("x"), "set", "commands"));
}

TEST_CASE("after a command its own words are offered", "[prompt]") {
    const world w;
    CHECK(has(w.at_end("set "), "as-of", "settings"));
    CHECK(has(w.at_end("set to kr"), "KRW", "currencies"));
    CHECK(has(w.at_end("set locale k"), "ko", "languages"));
    CHECK(has(w.at_end("help expr"), "expressions", "topics"));
    CHECK(has(w.at_end("compare --"), "--compare", "options"));
    CHECK(has(w.at_end("scan file --ex"), "--explain", "options"));
    CHECK(w.at_end("set to US dollars ").words.empty());
    CHECK(w.at_end("new K").words.empty());
}

TEST_CASE("within an expression its last word is completed, also behind an operator", "[prompt]") {
    const world w;
    const auto found = w.at_end("2조원/(star");
    CHECK(found.begin == std::string_view("2조원/(").size());
    CHECK(has(found, "Stargate", "programmes"));
    CHECK(has(w.at_end("stargate per_j"), "per_job_year", "what a programme has"));
    CHECK(has(w.at_end("5 ye"), "years", "units"));
    CHECK(has(w.at_end("3 일자"), "일자리", "units"));
    CHECK(has(w.at_end("2 tril"), "trillion", "magnitudes"));
    CHECK(has(w.at_end("2조원 in KR"), "KRW", "currencies"));
    CHECK(has(w.at_end("stargate p"), "per", "keywords"));
    const std::string_view line = "2조원 in KR as of 2025-01-22";  // in the middle: what stands behind does not count
    CHECK(has(complete(w.words, line, std::string_view("2조원 in KR").size()), "KRW", "currencies"));
    CHECK(complete(w.words, "load", 99).begin == 0);
}

TEST_CASE("files and folders are found by the beginning of their path", "[prompt]") {
    const auto folder = std::filesystem::temp_directory_path() / "outlay-completion-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "inner");
    for (const auto* name : {"a.toml", "a b.toml", ".hidden"}) std::ofstream(folder / name) << "";
    const auto path = folder.string() + "/";
    CHECK(matching_files(path) == std::vector<std::string>{path + "a b.toml", path + "a.toml", path + "inner/"});
    CHECK(matching_files(path + ".h") == std::vector<std::string>{path + ".hidden"});
    CHECK(matching_files(path + "none/").empty());
    const world w;
    CHECK(has(w.at_end("load " + path + "in"), path + "inner/", "files"));
    CHECK(has(w.at_end("load \"" + path + "a b"), "\"" + path + "a b.toml\"", "files"));
    CHECK(has(w.at_end("load " + path + "a"), "\"" + path + "a b.toml\"", "files"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("what all candidates share ends with a whole character", "[prompt]") {
    CHECK(common_start({{"stargate.toml", ""}, {"stargate2.toml", ""}}) == "stargate");
    CHECK(common_start({{"일자리", ""}, {"일간", ""}}) == "일");
    CHECK(common_start({{"가", ""}, {"각", ""}}).empty());  // they share two bytes
    CHECK(common_start({}).empty());
}

TEST_CASE("candidates are listed by kind within the terminal's width", "[prompt]") {
    completions found;
    for (const auto* word : {"일자리", "일간", "일", "일년"}) found.words.push_back({word, "units"});
    found.words.insert(found.words.begin() + 1, {"per", "keywords"});
    const auto plain = [](std::string kind) { return kind; };
    CHECK(candidate_list(found, 80, plain) == "units:\n  일자리  일간  일  일년 \nkeywords:\n  per \n");
    CHECK(candidate_list(found, 20, plain) == "units:\n  일자리  일간  일 \n  일년 \nkeywords:\n  per \n");
    completions many;
    for (int i = 0; i < 300; ++i) many.words.push_back({std::to_string(i), "numbers"});
    CHECK(candidate_list(many, 80, plain).ends_with(" 199 …\n"));
}

TEST_CASE("where a typed text ends on the screen", "[prompt]") {
    CHECK(end_on_screen("", 10) == screen_place{0, 0});
    CHECK(end_on_screen("0123456789", 10) == screen_place{0, 10});
    CHECK(end_on_screen("0123456789a", 10) == screen_place{1, 1});
    CHECK(end_on_screen("12345678억", 10) == screen_place{0, 10});
    CHECK(end_on_screen("123456789억", 10) == screen_place{1, 2});  // a syllable is not cut in two
    CHECK(end_on_screen("123456789억2345678억", 10) == screen_place{2, 2});
}
