#include "prompt/scenario_draft.hpp"

#include <outlay/scenario/scenario_file.hpp>

#include "catch.hpp"

using namespace outlay;
using namespace outlay::prompt;

namespace {

std::optional<std::vector<stated_key>> investment_of(const engine& data, std::string_view words) {
    const auto line = read_expression(data, source("line", std::string(words)), {});
    REQUIRE(line);
    return as_investment(*line);
}

constexpr std::string_view file = R"(# the seed
title = "to be kept"
to = "USD"
as_of = 2025-01-22

[[rate]]
pair = "USD/KRW"
value = "1436"
source = "implied"

[[investment]]
name = "Stargate"
outlay = "up to $500 billion"  # a ceiling

[[case]]
name = "another"
as_of = 2025-01-23
)";

}  // namespace

TEST_CASE("what a loaded file says is kept but for what the session settled", "[prompt]") {
    const auto data = engine::embedded();
    scenario_draft draft;
    draft.loaded = file;
    CHECK(draft.text() == file);
    draft.to = currency_code("KRW");
    draft.as_of = parse_date("2025-01-31");
    draft.rates.push_back({currency_pair{currency_code("KRW"), currency_code("USD")}, {}, "0.0007", "set at the prompt"});
    draft.added.push_back({{"name", "한국 AI 컴퓨팅센터"}, {"outlay", "2조원 규모"}, {"date", "2025-01-23"}});
    draft.notes = {"718조원 / 2조원", "  = 359"};
    const auto text = draft.text();
    CHECK(text.starts_with("to = \"KRW\"\nas_of = 2025-01-31\n# the seed\ntitle = \"to be kept\"\n\n[[investment]]"));
    CHECK(text.find("1436") == std::string::npos);  // the same pair, the other way round
    CHECK(text.find("as_of = 2025-01-23") != std::string::npos);  // of a case
    CHECK(text.find("# a ceiling") != std::string::npos);
    CHECK(text.find("date = 2025-01-23\n") != std::string::npos);
    CHECK(text.ends_with("# 718조원 / 2조원\n#   = 359\n"));
    const auto read = read_scenario(data, source("draft", text));
    REQUIRE(read);
    CHECK(read->investments.size() == 2);
    CHECK(read->to == currency_code("KRW"));
    REQUIRE(read->rates.size() == 1);
    CHECK(read->rates.front().source == "set at the prompt");
}

TEST_CASE("any text is a TOML string that reads back as itself", "[prompt]") {
    CHECK(toml_text("plain") == "\"plain\"");
    CHECK(toml_text("a \"quoted\" \\ word") == R"("a \"quoted\" \\ word")");
    CHECK(toml_text("two\nlines\x7F") == "\"two\\u000Alines\\u007F\"");
    CHECK(toml_text("5000억 달러") == "\"5000억 달러\"");
    CHECK(investment_text({{"name", "x"}, {"date", "2025-01-22"}}) == "[[investment]]\nname = \"x\"\ndate = 2025-01-22\n");
    CHECK(investment_text({{"date", "in January"}}) == "[[investment]]\ndate = \"in January\"\n");
}

TEST_CASE("an amount, by jobs and years or not, is an investment", "[prompt]") {
    const auto data = engine::embedded();
    using keys = std::vector<stated_key>;
    const std::string all = "up to $500bn / 100,000 jobs / 4 years in KRW";
    CHECK(investment_of(data, all) ==
          keys{{"name", all}, {"outlay", "up to $500bn"}, {"jobs", "100,000 jobs"}, {"period", "4 years"}});
    CHECK(investment_of(data, "2조원 / 4년") == keys{{"name", "2조원 / 4년"}, {"outlay", "2조원"}, {"period", "4년"}});
    CHECK(investment_of(data, "2조원") == keys{{"name", "2조원"}, {"outlay", "2조원"}});
}

TEST_CASE("any other expression is none", "[prompt]") {
    const auto data = engine::embedded();
    for (const auto* words : {"1 + 1", "2조원 + $5", "718조원 / 2조원", "100,000 jobs", "2조원 / 4 years / 2 years",
                              "? jobs: 2조원 / ? = $5 / job", "$5 billion a year", "2조원 * 4 years"})
        CHECK_FALSE(investment_of(data, words));
}
