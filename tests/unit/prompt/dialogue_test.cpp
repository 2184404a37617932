#include "prompt/dialogue.hpp"
#include "prompt/state_file.hpp"

#include "catch.hpp"

#include <deque>
#include <filesystem>

using namespace outlay;
using namespace outlay::prompt;

namespace {

/// Someone who answers from a list; what is left unanswered is ctrl-D.
struct person {
    std::deque<std::string> answers;
    std::vector<std::string> questions;
    std::string heard;
    std::vector<std::string> problems;

    dialogue::voice voice() {
        return {[this](const std::string& question) -> answer {
                    questions.push_back(question);
                    if (answers.empty()) return {answer_kind::end, {}};
                    auto text = answers.front();
                    answers.pop_front();
                    return {answer_kind::line, std::move(text)};
                },
                [this](std::string_view text) { heard += text; },
                [this](const diagnostics& all) {
                    for (const auto& problem : all) problems.push_back(problem.id);
                }};
    }
};

struct world {
    engine data = engine::embedded();
    format_options format;
    std::string draft = (std::filesystem::temp_directory_path() / "outlay-dialogue-test-draft").string();
    world() { std::filesystem::remove(draft); }
    ~world() { std::filesystem::remove(draft); }
    world(const world&) = delete;
    world& operator=(const world&) = delete;
    auto run(person& who, bool resumes = false, std::vector<offered_figure> offers = {}) const {
        return dialogue(data, format, who.voice(), std::move(offers), draft).run(resumes);
    }
};

using keys = std::vector<stated_key>;

}  // namespace

TEST_CASE("each investment is asked for key by key, and how an answer was read is said", "[prompt]") {
    const world w;
    person who;
    who.answers = {"Stargate", "united states", "up to $500 billion", "4 years", "100,000", "2025-01-21", "a newspaper",
                   "한국 AI 컴퓨팅센터", "kr", "2조원 규모", "미상", "not stated", "", "", ""};
    const auto made = w.run(who);
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK((*made)[0] == keys{{"name", "Stargate"}, {"economy", "US"}, {"outlay", "up to $500 billion"}, {"period", "4 years"},
                             {"jobs", "100,000"}, {"date", "2025-01-21"}, {"source", "a newspaper"}});
    CHECK((*made)[1] == keys{{"name", "한국 AI 컴퓨팅센터"}, {"economy", "KR"}, {"outlay", "2조원 규모"}});
    CHECK(who.problems.empty());
    CHECK(who.heard.find("= United States") != std::string::npos);
    CHECK(who.heard.find("≤ 500,000,000,000.00 USD") != std::string::npos);
    CHECK(who.heard.find("= ≈ 2,000,000,000,000 KRW") != std::string::npos);
    CHECK(who.questions.size() == 15);
}

TEST_CASE("an answer that cannot be read is asked again at once", "[prompt]") {
    const world w;
    person who;
    who.answers = {"", "Stargate", "Atlantis", "US", "$500 bilion", "$500 billion", "four score", "4 years",
                   "many", "not known", "tomorrow", "", "", "Stargate", "Other", "", "", "", "", "", "", ""};
    const auto made = w.run(who);
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK((*made)[0] == keys{{"name", "Stargate"}, {"economy", "US"}, {"outlay", "$500 billion"}, {"period", "4 years"}});
    CHECK((*made)[1] == keys{{"name", "Other"}});
    CHECK(who.problems.size() >= 6);
    CHECK(std::ranges::find(who.problems, "new-name-twice") != who.problems.end());
}

TEST_CASE("what was answered when it was left is gone on from", "[prompt]") {
    const world w;
    person first;
    first.answers = {"Stargate", "US", "$500 billion"};
    CHECK_FALSE(w.run(first));
    CHECK(read_state(w.draft) == "Stargate\nUS\n$500 billion\n");
    person second;  // leaves again: nothing is lost
    second.answers = {"4 years"};
    CHECK_FALSE(w.run(second, true));
    CHECK(read_state(w.draft) == "Stargate\nUS\n$500 billion\n4 years\n");
    CHECK(second.heard.find("$500 billion") != std::string::npos);
    person third;
    third.answers = {"100,000 jobs", "", "", ""};
    const auto made = w.run(third, true);
    REQUIRE(made);
    CHECK((*made)[0] == keys{{"name", "Stargate"}, {"economy", "US"}, {"outlay", "$500 billion"}, {"period", "4 years"},
                             {"jobs", "100,000 jobs"}});
    CHECK(third.questions.size() == 4);
}

TEST_CASE("without a draft there is nothing to go on from", "[prompt]") {
    const world w;
    person who;
    CHECK_FALSE(w.run(who, true));
    CHECK(who.problems == std::vector<std::string>{"draft-missing"});
    CHECK(who.questions.empty());
}

TEST_CASE("figures of a document are offered where their kind is asked for", "[prompt]") {
    const world w;
    person who;
    who.answers = {"Stargate", "", "#2", "", "#1", "", "", ""};
    const auto made = w.run(who, false, {{figure_kind::money, "2조원 규모", "article.txt:14:279"},
                                         {figure_kind::jobs, "100,000 jobs", "article.txt:3:714"},
                                         {figure_kind::money, "up to $500 billion", "article.txt:3:475"}});
    REQUIRE(made);
    CHECK((*made)[0] == keys{{"name", "Stargate"}, {"outlay", "up to $500 billion"}, {"jobs", "100,000 jobs"}});
    CHECK(who.heard.find("#2 up to $500 billion  (article.txt:3:475)") != std::string::npos);
}

TEST_CASE("a question mark asks for a period or jobs, but not of the first, which there is nothing to equal", "[prompt]") {
    const world w;
    person who;
    who.answers = {"Stargate", "us", "up to $500 billion", "4 years", "?", "", "",
                   "Centre", "kr", "2조원", "?", "?", "?", "", ""};
    const auto made = w.run(who);
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK(made->front() == keys{{"name", "Stargate"}, {"economy", "US"}, {"outlay", "up to $500 billion"}, {"period", "4 years"}});
    CHECK(made->back() == keys{{"name", "Centre"}, {"economy", "KR"}, {"outlay", "2조원"}, {"period", "?"}, {"jobs", "?"}});
}
