#include "catch.hpp"
#include "temporary_folder.hpp"

#include <outlay/base/source.hpp>

using namespace outlay;

namespace {

std::string problem_of(const result<source>& read) { return read.ok() ? std::string() : read.problems().front().id; }

}  // namespace

TEST_CASE("source: lines keep their bytes and show without their ends", "[base]") {
    const source text("a.txt", "one\r\n\r\n2조원 규모\nlast");
    CHECK(text.text() == "one\r\n\r\n2조원 규모\nlast");
    REQUIRE(text.line_count() == 4);
    CHECK(text.line_text(1) == "one");
    CHECK(text.line_text(2).empty());
    CHECK(text.line_text(3) == "2조원 규모");
    CHECK(text.line_text(4) == "last");
    CHECK(text.line_begin(3) == 7);
    CHECK(text.line_of(0) == 1);
    CHECK(text.line_of(4) == 1);  // its own line end
    CHECK(text.line_of(5) == 2);
    CHECK(text.line_of(text.text().size()) == 4);
}

TEST_CASE("source: columns are display columns", "[base]") {
    const source text("a.txt", "\t2조원 x");
    CHECK(text.column_of(0) == 1);
    CHECK(text.column_of(1) == 2);  // after one tab
    CHECK(text.column_of(2) == 3);  // before the first syllable
    CHECK(text.column_of(5) == 5);
    CHECK(text.column_of(9) == 8);  // x
}

TEST_CASE("source: a place has line, column, excerpt and caret", "[base]") {
    const source text("plan.toml", "title\n\toutlay = \"2조원 규모\"\r\n");
    const auto begin = text.text().find("2조원");
    const auto where = text.at(begin, begin + std::string_view("2조원").size());
    CHECK(where == place{"plan.toml", 2, 12, " outlay = \"2조원 규모\"", 11, 5});
}

TEST_CASE("source: odd spans have places too", "[base]") {
    const source text("a", "ab\ncd\n");
    CHECK(text.at(1, 1) == place{"a", 1, 2, "ab", 1, 1});   // empty
    CHECK(text.at(1, 5) == place{"a", 1, 2, "ab", 1, 1});   // several lines: to the end of the first
    CHECK(text.at(2, 3) == place{"a", 1, 3, "ab", 2, 1});   // the line end itself
    CHECK(text.at(6, 6) == place{"a", 3, 1, "", 0, 1});     // the end of the text
    CHECK(text.at(99, 120) == place{"a", 3, 1, "", 0, 1});  // beyond it
    CHECK(source("a", "").at(0, 0) == place{"a", 1, 1, "", 0, 1});
    CHECK(text.whole() == place{"a", 0, 0, "", 0, 1});
    CHECK(text.slice(1, 4) == "b\nc");
    CHECK(text.slice(4, 99) == "d\n");
}

TEST_CASE("source: a file is read whole, as it lies on disk", "[base]") {
    const temporary_folder here;
    const std::string bytes(
        "\xEF\xBB\xBF"
        "a\r\n\0\xFF",
        8);
    here.write("a.bin", bytes);
    const auto text = source::read(here.path() + "/a.bin");
    REQUIRE(text.ok());
    CHECK(text->name() == here.path() + "/a.bin");
    CHECK(text->text() == bytes);

    const std::string large(100'003, 'x');
    here.write("large.txt", large);
    CHECK(source::read(here.path() + "/large.txt").value().text() == large);
    here.write("empty.txt", "");
    CHECK(source::read(here.path() + "/empty.txt").value().text().empty());
}

TEST_CASE("source: what cannot be read says why", "[base]") {
    const temporary_folder here;
    here.write("stargate.toml", "x");
    CHECK(problem_of(source::read(here.path())) == "file-is-directory");
    const auto missing = source::read(here.path() + "/stargte.toml");
    REQUIRE(problem_of(missing) == "file-missing");
    const auto problem = missing.problems().front();
    CHECK(problem.near == std::vector<std::string>{here.path() + "/stargate.toml"});
    CHECK(problem.where == place{here.path() + "/stargte.toml", 0, 0, {}, 0, 1});
    CHECK(problem.message.find("stargte.toml") != std::string::npos);
    CHECK(problem_of(source::read(here.path() + "/none/at/all.txt")) == "file-missing");
    CHECK(problem_of(source::read(here.path() + "/stargate.toml/x")) == "file-missing");
}

TEST_CASE("source: a name too long for any file is unreadable, not missing", "[base]") {
    CHECK(problem_of(source::read(std::string(5000, 'x'))) == "file-unreadable");
}
