// What is wrong with a file that is no TOML, no text or no file.
#include "catch.hpp"
#include "temporary_folder.hpp"
#include "unit/scenario/scenario_text.hpp"

using namespace outlay;

namespace {

struct slip {
    const char* line;  ///< the third line of a file
    const char* id;
    const char* under;
    const char* expected;  ///< words that tell this slip from others
};

const std::string before = "[[investment]]\nname = \"S\"\n";

}  // namespace

TEST_CASE("lines that are no TOML", "[scenario][errors]") {
    const slip rows[] = {
        {"outlay = up to $500 billion", "toml-syntax", "up to $500 billion", "\"up to $500 billion\""},
        {"outlay = $500 billion  # so far", "toml-syntax", "$500 billion", "\"$500 billion\""},
        {"period = 4 years", "toml-syntax", "4 years", "\"4 years\""},
        {"jobs = 100,000", "toml-syntax", "100,000", "\"100,000\""},
        {"jobs = 0123", "toml-syntax", "0123", "whole number"},
        {"outlay = \"$5", "toml-syntax", "\"$5", "closing quote"},
        {"outlay = \"$5\" million", "toml-syntax", "million", "end of the line"},
        {"outlay = \xE2\x80\x9C$5\xE2\x80\x9D", "toml-syntax", nullptr, "straight quotes"},
        {"outlay =", "toml-syntax", "=", "after the equals sign"},
        {"outlay", "toml-syntax", "outlay", "equals sign"},
        {"outlay: \"$5\"", "toml-syntax", "outlay: \"$5\"", "equals sign"},
        {"금액 = \"2조원\"", "toml-syntax", "금액", "letters a to z"},
        {"USD/KRW = \"1436\"", "toml-syntax", "USD/KRW", "quotes"},
        {"note = \"a\\qb\"", "toml-syntax", "\\q", "single quotes"},
        {"note = \"\\ud800\"", "toml-syntax", "\\ud800", "surrogate"},
        {"note = { a = 1", "toml-syntax", "{ a = 1", "table on one line"},
        {"note = \"\"\"a", "toml-unclosed", "\"\"\"a", "\"\"\""},
        {"jobs = [1,", "toml-unclosed", "[1,", "]"},
        {"[[case]", "toml-syntax", "[[case]", "[[investment]]"},
        {"date = 2025-1-5", "date-malformed", "2025-1-5", "2025-01-22"},
        {"name = \"T\"", "duplicate-key", "name", nullptr},
        {"[investment]", "duplicate-table", "[investment]", nullptr},
    };
    for (const slip& row : rows) {
        DYNAMIC_SECTION(row.line) {
            const diagnostics problems = problems_of(before + row.line + "\n");
            for (const diagnostic& each : problems) UNSCOPED_INFO(render(each));
            REQUIRE_FALSE(problems.empty());
            const diagnostic& found = problems.front();
            CHECK(found.id == row.id);
            REQUIRE(found.where);
            CHECK(found.where->line == 3);
            if (row.under) CHECK(underlined(*found.where) == row.under);
            if (row.expected) CHECK(found.expected.find(row.expected) != std::string::npos);
        }
    }
}

TEST_CASE("a bad line costs no more than itself", "[scenario][errors]") {
    const diagnostics problems = problems_of(
        "titel = \"x\"\nas_of = 2025-02-30\n[[investment]\nname = S\noutlay = up to $500 billion\njobs = -5\n"
        "[[investment]]\nname = \"T\"\noutlay = \"5 billon won\"\nperiod = [4,\n\n[[case]]\nname = \"a\"\nname = "
        "\"b\"\n"
        "rate = { \"USD/KRW\" = \"1\", \"USD/KRW\" = \"2\" }\n");
    CHECK(summary(problems) ==
          "1:1 unknown-key\n2:9 date-malformed\n3:1 toml-syntax\n4:8 toml-syntax\n5:10 toml-syntax\n6:8 "
          "jobs-not-positive\n"
          "9:13 unit-not-understood\n10:10 toml-unclosed\n14:1 duplicate-key\n15:27 duplicate-key\n");
}

TEST_CASE("after twenty bad lines the rest is not read, and that is said", "[scenario][errors]") {
    std::string text = before;
    for (int i = 0; i < 30; ++i) text += "note" + std::to_string(i) + " = bad\n";
    const diagnostics problems = problems_of(text);
    REQUIRE(problems.size() == 21);
    CHECK(problems.back().id == "toml-more");
    CHECK(problems[19].where->line == 22);
}

TEST_CASE("bytes that are no UTF-8 are shown where they stand", "[scenario][errors]") {
    const diagnostics problems = problems_of("title = \"\xED\x95\x9C\xEA\xB8\x80\"\nto = \"\xB4\xDE\xB7\xAF\"\n");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].id == "not-utf8");
    CHECK(problems[0].where->line == 2);
    CHECK(problems[0].where->column == 7);
    CHECK(problems_of("\xFF\xFE"
                      "t\0i\0")
              .front()
              .where->column == 1);
}

TEST_CASE("what would exhaust the stack is refused", "[scenario][errors]") {
    CHECK(problems_of("a = " + std::string(100000, '[')).front().id == "toml-too-deep");
    CHECK(problems_of("a = " + std::string(100000, '{')).front().id == "toml-too-deep");
    std::string dotted = "a";
    for (int i = 0; i < 100000; ++i) dotted += ".a";
    CHECK(problems_of(dotted + " = 1\n").front().id == "toml-too-deep");
    CHECK(problems_of(before + "note = \"" + std::string(900, '.') + "\"\n").empty());
}

TEST_CASE("what is too large for a scenario is refused unread", "[scenario][errors]") {
    CHECK(summary(problems_of(std::string(2 * 1024 * 1024, '#'))) == "scenario-too-large\n");
}

TEST_CASE("an empty list that a header extends does no harm", "[scenario][errors]") {
    const diagnostics problems = problems_of("investment = []\n[investment.x]\ny = 1\n");
    REQUIRE_FALSE(problems.empty());
    CHECK(find_problem(problems, "toml-syntax")->where->line == 2);
}

TEST_CASE("a folder and a missing file are no scenarios", "[scenario][errors]") {
    const temporary_folder folder;
    const auto none = source::read(folder.path() + "/stargate.toml");
    REQUIRE_FALSE(none);
    CHECK(none.problems().front().id == "file-missing");
    const auto directory = source::read(folder.path());
    REQUIRE_FALSE(directory);
    CHECK(directory.problems().front().id == "file-is-directory");
}
