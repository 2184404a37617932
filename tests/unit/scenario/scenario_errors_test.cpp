// What is wrong with a scenario that is TOML: one row a mistake, with the words under its caret.
#include "catch.hpp"
#include "unit/scenario/scenario_text.hpp"

using namespace outlay;

namespace {

constexpr std::string_view any = "(any)";  ///< a near miss whose rank is not the scenario's business

struct mistake {
    const char* text;
    const char* id;
    std::size_t line;
    const char* under;      ///< what the caret underlines
    std::string_view near;  ///< the first near miss; empty if there is none to be named
};

/// Each row is the only mistake of an otherwise good file.
void check(const mistake& row, const std::string& before, const std::string& after) {
    DYNAMIC_SECTION(row.id << ": " << row.text) {
        const std::string text = before + row.text + after;
        const diagnostics problems = problems_of(text);
        for (const diagnostic& each : problems) UNSCOPED_INFO(render(each));
        REQUIRE(problems.size() == 1);
        const diagnostic& found = problems.front();
        CHECK(found.id == row.id);
        CHECK(found.message != found.id);
        CHECK_FALSE(found.message.empty());
        CHECK(found.cause == cause::input);
        REQUIRE(found.where);
        CHECK(found.where->source == "test.toml");
        CHECK(found.where->line == row.line);
        CHECK(underlined(*found.where) == row.under);
        if (row.near == any) {
            CHECK_FALSE(found.near.empty());
        } else {
            CHECK((found.near.empty() ? std::string{} : found.near.front()) == row.near);
        }
        CHECK((!found.expected.empty() || !found.remedy.empty() || !found.near.empty()));
    }
}

const std::string investment = "[[investment]]\nname = \"S\"\n";
const std::string rate_item = "[[rate]]\npair = \"USD/KRW\"\n";

}  // namespace

TEST_CASE("mistakes at the top of a scenario", "[scenario][errors]") {
    const mistake rows[] = {
        {"titel = \"x\"", "unknown-key", 1, "titel", "title"},
        {"Title = \"x\"", "unknown-key", 1, "Title", "title"},
        {"colour = \"x\"", "unknown-key", 1, "colour", ""},
        {"title = 5", "wrong-type", 1, "5", ""},
        {"title = [\"x\"]", "wrong-type", 1, "[\"x\"]", ""},
        {"title = \"  \"", "empty-value", 1, "\"  \"", ""},
        {"to = \"UDS\"", "unknown-currency", 1, "UDS", "USD"},
        {"to = true", "wrong-type", 1, "true", ""},
        {"as_of = 5", "wrong-type", 1, "5", ""},
        {"as_of = 2025-01-22T10:00:00Z", "wrong-type", 1, "2025-01-22T10:00:00Z", ""},
        {"as_of = \"2025-02-30\"", "date-malformed", 1, "2025-02-30", ""},
        {"as_of = 2025-02-30", "date-malformed", 1, "2025-02-30", ""},
        {"as_of = \"yesterday\"", "date-malformed", 1, "yesterday", ""},
        {"baseline = \"T\"", "unknown-baseline", 1, "T", ""},
        {"baseline = \"Korea\"", "unknown-baseline", 1, "Korea", ""},
        {"rate = \"1436\"", "wrong-type", 1, "\"1436\"", ""},
        {"case = [1]", "wrong-type", 1, "1", ""},
    };
    for (const mistake& row : rows) check(row, "", "\n" + investment);
}

TEST_CASE("mistakes in an investment", "[scenario][errors]") {
    const mistake rows[] = {
        {"outlays = \"$5\"", "unknown-key", 3, "outlays", "outlay"},
        {"JOBS = 5", "unknown-key", 3, "JOBS", "jobs"},
        {"economy = \"XX\"", "unknown-economy", 3, "XX", any},
        {"economy = \"KOR\"", "unknown-economy", 3, "KOR", "KR"},
        {"economy = \"South Korea\"", "unknown-economy", 3, "South Korea", "KR"},
        {"economy = \"South Corea\"", "unknown-economy", 3, "South Corea", "KR"},
        {"economy = 82", "wrong-type", 3, "82", ""},
        {"stage = \"anounced\"", "unknown-stage", 3, "anounced", "announced"},
        {"date = \"2025-13-01\"", "date-malformed", 3, "2025-13-01", ""},
        {"outlay = 500000000000", "wrong-type", 3, "500000000000", ""},
        {"outlay = 1.57", "float-refused", 3, "1.57", ""},
        {"outlay = \"500 billion\"", "currency-missing", 3, "500 billion", ""},
        {"outlay = \"up to $500 billon\"", "figure-rest", 3, "billon", "billion"},
        {"outlay = \"5 billon won\"", "unit-not-understood", 3, "billon", "billion"},
        {"outlay = \"-$500 billion\"", "outlay-negative", 3, "-$500 billion", ""},
        {"outlay = \"\xE2\x88\x92"
         "5 won\"",
         "outlay-negative", 3,
         "\xE2\x88\x92"
         "5 won",
         ""},  // a minus sign
        {"outlay = \"$0\"", "outlay-zero", 3, "$0", ""},
        {"outlay = \"$125bn a year\"", "outlay-per-period", 3, "$125bn a year", ""},
        {"outlay = \"4 years\"", "kind-mismatch", 3, "4 years", ""},
        {"outlay = \"\"", "empty-value", 3, "\"\"", ""},
        {"period = \"100,000 jobs\"", "kind-mismatch", 3, "100,000 jobs", ""},
        {"period = \"0 years\"", "period-not-positive", 3, "0 years", ""},
        {"period = \"-4 years\"", "period-not-positive", 3, "-4 years", ""},
        {"period = 0", "period-not-positive", 3, "0", ""},
        {"period = 4.5", "float-refused", 3, "4.5", ""},
        {"period = \"5 hours\"", "period-unit-unknown", 3, "5 hours", ""},
        {"period = 2025-01-22", "wrong-type", 3, "2025-01-22", ""},
        {"jobs = \"4 years\"", "kind-mismatch", 3, "4 years", ""},
        {"jobs = -5", "jobs-not-positive", 3, "-5", ""},
        {"jobs = \"-5\"", "jobs-not-positive", 3, "-5", ""},
        {"jobs = 0", "jobs-not-positive", 3, "0", ""},
        {"jobs = 1e5", "float-refused", 3, "1e5", ""},
        {"jobs = nan", "float-refused", 3, "nan", ""},
        {"jobs = 99999999999999999999", "integer-too-large", 3, "99999999999999999999", ""},
        {"jobs = 0x1F", "integer-malformed", 3, "0x1F", ""},
        {"jobs = true", "wrong-type", 3, "true", ""},
        {"note = 5", "wrong-type", 3, "5", ""},
    };
    for (const mistake& row : rows) check(row, investment, "\n");
}

TEST_CASE("mistakes in a rate", "[scenario][errors]") {
    const mistake rows[] = {
        {"value = 1436.5", "float-refused", 3, "1436.5", ""},
        {"value = 99999999999999999999", "integer-too-large", 3, "99999999999999999999", ""},
        {"value = \"0\"", "rate-not-positive", 3, "0", ""},
        {"value = 0", "rate-not-positive", 3, "0", ""},
        {"value = \"-1436\"", "rate-not-positive", 3, "-1436", ""},
        {"value = \"1e999\"", "number-out-of-range", 3, "1e999", ""},
        {"value = \"1e99\"", "number-out-of-range", 3, "1e99", ""},
        {"value = \"1e-99\"", "number-out-of-range", 3, "1e-99", ""},
        {"value = \"1,436\"", "number-malformed", 3, "1,436", ""},
        {"value = \"won\"", "number-malformed", 3, "won", ""},
        {"value = \"1/0\"", "division-by-zero", 3, "1/0", ""},
        {"value = [1436]", "wrong-type", 3, "[1436]", ""},
        {"value = \"1436\"\nsauce = \"x\"", "unknown-key", 4, "sauce", "source"},
        {"value = \"1436\"\nsource = 5", "wrong-type", 4, "5", ""},
        {"source = \"x\"", "missing-key", 1, "[[rate]]", ""},
        {"valu = \"1436\"", "unknown-key", 3, "valu", "value"},
    };
    for (const mistake& row : rows) check(row, rate_item, "\n" + investment);
}

TEST_CASE("mistakes in a pair", "[scenario][errors]") {
    const mistake rows[] = {
        {"pair = \"USD-KRW\"", "pair-malformed", 2, "USD-KRW", ""},
        {"pair = \"USD\"", "pair-malformed", 2, "USD", ""},
        {"pair = \"USD/KRW/EUR\"", "pair-malformed", 2, "USD/KRW/EUR", ""},
        {"pair = \"USD/KWR\"", "unknown-currency", 2, "USD/KWR", any},
        {"pair = 5", "wrong-type", 2, "5", ""},
    };
    for (const mistake& row : rows) check(row, "[[rate]]\n", "\nvalue = \"1436\"\n" + investment);
    CHECK(summary(problems_of("[[rate]]\npair = \"USD/USD\"\nvalue = \"1\"\n" + investment)) == "2:9 pair-of-itself\n");
}

TEST_CASE("rates that contradict each other", "[scenario][errors]") {
    const std::string first = rate_item + "value = \"1436\"\n";
    CHECK(summary(problems_of(first + rate_item + "value = \"1434.29\"\n" + investment)) == "5:9 rate-given-twice\n");
    CHECK(summary(problems_of(first + "[[rate]]\npair = \"KRW/USD\"\nvalue = \"1/1436\"\n" + investment)) ==
          "5:9 rate-given-inverse\n");
    const std::string rest = first + investment + "[[case]]\nname = \"a\"\n";
    CHECK(summary(problems_of(rest + "rate = { \"KRW/USD\" = \"0.0007\" }\n")) == "8:10 rate-given-inverse\n");
    CHECK(summary(problems_of(rest + "rate = { \"EUR/USD\" = \"1.04\", \"USD/EUR\" = \"0.96\" }\n")) ==
          "8:30 rate-given-inverse\n");
    CHECK(summary(problems_of(rest + "rate = { \"EUR/USD\" = \"1.04\", \"eur/usd\" = \"1.05\" }\n")) ==
          "8:30 rate-given-twice\n");
    CHECK(problems_of(rest + "rate = { \"USD/KRW\" = \"1434.29\" }\n").empty());
}

TEST_CASE("mistakes in a case", "[scenario][errors]") {
    const std::string before = investment + "[[case]]\nname = \"a\"\n";
    const mistake rows[] = {
        {"rate = \"1436\"", "wrong-type", 5, "\"1436\"", ""},
        {"rate = { \"USD/KRW\" = 1436.5 }", "float-refused", 5, "1436.5", ""},
        {"rate = { \"USD/KRW\" = \"-1\" }", "rate-not-positive", 5, "-1", ""},
        {"rate = { \"USD/KWR\" = \"1436\" }", "unknown-currency", 5, "\"USD/KWR\"", any},
        {"rate = { KRW = \"1436\" }", "pair-malformed", 5, "KRW", ""},
        {"rates = { \"USD/KRW\" = \"1436\" }", "unknown-key", 5, "rates", "rate"},
        {"as_of = 20250122", "wrong-type", 5, "20250122", ""},
        {"as_of = 2025-04-31", "date-malformed", 5, "2025-04-31", ""},
        {"[[case]]\nname = \"a\"", "duplicate-name", 6, "a", ""},
        {"[[case]]\nas_of = 2025-01-22", "missing-key", 5, "[[case]]", ""},
    };
    for (const mistake& row : rows) check(row, before, "\n");
}

TEST_CASE("names are given once, and are needed", "[scenario][errors]") {
    CHECK(summary(problems_of(investment + investment)) == "4:9 duplicate-name\n");
    CHECK(summary(problems_of("[[investment]]\noutlay = \"$5\"\n")) == "1:1 missing-key\n");
    CHECK(summary(problems_of("[[investment]]\nName = \"S\"\n")) == "2:1 unknown-key\n");
}

TEST_CASE("a single investment in single brackets is refused, and read for its own errors", "[scenario][errors]") {
    const diagnostics problems = problems_of("[investment]\nname = \"S\"\njobs = 0\n");
    CHECK(summary(problems) == "1:1 list-wanted\n3:8 jobs-not-positive\n");
    CHECK(problems[0].remedy.find("[[investment]]") != std::string::npos);
}

TEST_CASE("a misspelled table is read under the name that was meant", "[scenario][errors]") {
    const diagnostics problems = problems_of("[[investments]]\nname = \"S\"\njobs = 0\n");
    CHECK(summary(problems) == "1:3 unknown-key\n3:8 jobs-not-positive\n");
    CHECK(problems[0].near == std::vector<std::string>{"investment"});
    CHECK(underlined(*problems[0].where) == "investments");
}

TEST_CASE("a file without investments is no scenario", "[scenario][errors]") {
    CHECK(summary(problems_of("")) == "scenario-empty\n");
    CHECK(summary(problems_of("# nothing here\n\n")) == "scenario-empty\n");
    CHECK(summary(problems_of("title = \"x\"\n")) == "no-investments\n");
    CHECK(summary(problems_of("investment = []\n")) == "1:1 no-investments\n");
    CHECK(summary(problems_of("investment = \"S\"\n")) == "1:14 wrong-type\n");
}

TEST_CASE("a remedy can be pasted", "[scenario][errors]") {
    const auto remedy = [](std::string text) {
        const diagnostics problems = problems_of(std::move(text));
        return problems.empty() ? std::string{} : problems.front().remedy;
    };
    CHECK(remedy(investment + "jobs = 4.5\n").find("jobs = \"4.5\"") != std::string::npos);
    CHECK(remedy(investment + "[[case]]\nname = \"a\"\nrate = { \"USD/KRW\" = 1436.5 }\n")
              .find("\"USD/KRW\" = \"1436.5\"") != std::string::npos);
    CHECK(remedy(investment + "jobs = 99999999999999999999\n").find("jobs = \"99999999999999999999\"") !=
          std::string::npos);
}

TEST_CASE("all mistakes of a file are found in one pass, in the order of the file", "[scenario][errors]") {
    const diagnostics problems = problems_of(
        "titel = \"x\"\nto = \"USDD\"\n[[rate]]\npair = \"USD/KRW\"\nvalue = 1436.5\n[[investment]]\nname = \"한국 "
        "센터\"\n"
        "economy = \"KOR\"\noutlay = \"2조엔원\"\njobs = -1\n[[investment]]\nname = \"한국 센터\"\nperiod = \"0 "
        "years\"\n"
        "[[case]]\nname = \"a\"\nrate = { \"USD/USD\" = \"1\" }\n");
    REQUIRE(problems.size() == 9);
    CHECK(summary(problems).starts_with(
        "1:1 unknown-key\n2:7 unknown-currency\n5:9 float-refused\n8:12 unknown-economy\n9:"));
    CHECK(summary(problems).ends_with(
        "10:8 jobs-not-positive\n12:9 duplicate-name\n13:11 period-not-positive\n16:10 pair-of-itself\n"));
    CHECK(exit_code(problems) == 2);
}

TEST_CASE("columns count as a terminal shows them", "[scenario][errors]") {
    const diagnostics problems = problems_of("[[investment]]\nname = \"S\"\noutlay = \"약 2조 달라\"\n");
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0].where);
    CHECK(underlined(*problems[0].where) == "달라");
    CHECK(problems[0].where->column == 18);  // 약 and 조 take two columns each
}
