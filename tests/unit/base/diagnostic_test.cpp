#include "catch.hpp"

#include <outlay/base/diagnostic.hpp>
#include <outlay/base/message.hpp>
#include <outlay/base/render.hpp>
#include <outlay/base/source.hpp>

#include <algorithm>

using namespace outlay;

namespace {

diagnostic problem_at(std::string_view text, std::string_view what) {
    const source file("plan.toml", std::string(text));
    const auto begin = text.find(what);
    diagnostic problem;
    problem.id = "some-id";
    problem.message = "this is wrong";
    problem.where = file.at(begin, begin + what.size());
    return problem;
}

diagnostic of(severity level, cause reason) {
    diagnostic problem;
    problem.level = level;
    problem.cause = reason;
    return problem;
}

}  // namespace

TEST_CASE("diagnostic: is made of the catalogue's words", "[base]") {
    const auto problem = make_diagnostic("file-missing", {{"file", "a.txt"}});
    CHECK(problem.id == "file-missing");
    CHECK(problem.message == "no such file: 'a.txt'");
    CHECK(problem.remedy == message("file-missing.remedy"));
    CHECK(!problem.remedy.empty());
    CHECK(problem.expected.empty());
    CHECK(problem.level == severity::error);
    CHECK(problem.cause == cause::input);
    CHECK_FALSE(problem.where);
    CHECK(make_diagnostic("number-malformed", {{"text", "x"}}).expected == message("number-malformed.expected"));
}

TEST_CASE("diagnostic: one without words is shown by its id", "[base]") {
    const auto problem = make_diagnostic("no-such-words");
    CHECK(problem.message == "no-such-words");
    CHECK(problem.remedy.empty());
}

TEST_CASE("render: the line, a caret under the words, near misses, expectation, remedy", "[base]") {
    auto problem = problem_at("a = 1\noutlay = \"2조원 규머\"\n", "규머");
    problem.near = {"규모", "규정", "규율"};
    problem.expected = "a sum of money";
    problem.remedy = "write it out";
    CHECK(render(problem) ==
          "plan.toml:2:17: error: this is wrong [some-id]\n"
          "  2 | outlay = \"2조원 규머\"\n"
          "    |                 ^~~~\n"
          "  did you mean '규모', '규정' or '규율'?\n"
          "  expected a sum of money\n"
          "  write it out\n");
}

TEST_CASE("render: one and two near misses read as sentences", "[base]") {
    auto problem = problem_at("x", "x");
    problem.near = {"a"};
    CHECK(render(problem).find("  did you mean 'a'?\n") != std::string::npos);
    problem.near = {"a", "b"};
    CHECK(render(problem).find("  did you mean 'a' or 'b'?\n") != std::string::npos);
}

TEST_CASE("render: without a line, and without a place", "[base]") {
    auto problem = problem_at("x", "x");
    problem.where->line = 0;
    CHECK(render(problem) == "plan.toml: error: this is wrong [some-id]\n");
    problem.where.reset();
    problem.level = severity::warning;
    CHECK(render(problem) == "outlay: warning: this is wrong [some-id]\n");
    problem.level = severity::note;
    CHECK(render(problem) == "outlay: note: this is wrong [some-id]\n");
}

TEST_CASE("render: the gutter is as wide as the line's number", "[base]") {
    auto problem = problem_at("wrong", "wrong");
    problem.where->line = 1234;
    CHECK(render(problem) ==
          "plan.toml:1234:1: error: this is wrong [some-id]\n"
          "  1234 | wrong\n"
          "       | ^~~~~\n");
}

TEST_CASE("render: of a long line the part about the caret is shown", "[base]") {
    const auto problem = problem_at(std::string(500, 'a') + "조" + "WRONG" + std::string(500, 'b'), "WRONG");
    const auto text = render(problem);
    CHECK(text.find("plan.toml:1:503:") == 0);
    const auto excerpt = text.find("  1 | …");
    REQUIRE(excerpt != std::string::npos);
    const auto caret_line = text.find("    | ");
    REQUIRE(caret_line != std::string::npos);
    const auto line = text.substr(excerpt, caret_line - excerpt);
    // Columns: the ellipsis and the syllable are 3 bytes each, of 1 and 2 columns.
    const auto column = line.find("WRONG") - 2 - 1;
    CHECK(text.substr(caret_line).find("^~~~~\n") == column);
    CHECK(line.size() < 140);
}

TEST_CASE("render: text from outside cannot steer the terminal", "[base]") {
    auto problem = problem_at("a \x1B[2J b", "b");
    problem.message = "bad \x1B]0;x\a word\n";
    const auto text = render(problem);
    CHECK(text.find('\x1B') == std::string::npos);
    CHECK(text.find('\a') == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
}

TEST_CASE("diagnostic: the gravest cause decides the exit code", "[base]") {
    const auto input = of(severity::error, cause::input);
    const auto fact = of(severity::error, cause::missing_fact);
    const auto defect = of(severity::error, cause::defect);
    const auto warning = of(severity::warning, cause::input);
    CHECK(exit_code({}) == 0);
    CHECK(exit_code({warning}) == 0);
    CHECK(exit_code({fact, warning}) == 3);
    CHECK(exit_code({fact, input}) == 2);
    CHECK(exit_code({fact, input, defect}) == 70);
    CHECK_FALSE(has_errors({warning}));
    CHECK(has_errors({warning, fact}));
}

TEST_CASE("render: on a narrow terminal the part of the line about the caret is shown", "[base]") {
    const auto problem = problem_at("outlay = \"정부는 2조원 규머의 투자를 발표했다\"", "규머");
    CHECK(render(problem, 80) == render(problem));
    CHECK(render(problem, 30) ==
          "plan.toml:1:24: error: this is wrong [some-id]\n"
          "  1 | …는 2조원 규머의 투자를…\n"
          "    |           ^~~~\n");
}
