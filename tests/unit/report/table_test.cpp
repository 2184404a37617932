#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>

using namespace outlay;

namespace {

table prices() {
    table t({{"name"}, {"price", alignment::right}});
    t.add_row({"사과", "1,000"});
    t.add_row({"pear, green", "25"});
    return t;
}

}  // namespace

TEST_CASE("table: columns line up by display width") {
    CHECK(prices().text() ==
          "name         price\n"
          "사과         1,000\n"
          "pear, green     25\n");
    CHECK(prices().text(2, 1) ==
          "  name        price\n"
          "  사과        1,000\n"
          "  pear, green    25\n");
    CHECK(prices().width() == 18);
}

TEST_CASE("table: a table without titles has no line of them, and lines end without spaces") {
    table t({{""}, {""}});
    t.add_row({"a", "long"});
    t.add_row({"b"});
    CHECK(t.text() == "a  long\nb\n");
}

TEST_CASE("table: Markdown escapes what would end a cell") {
    table t({{"a|b"}, {"n", alignment::right}});
    t.add_row({"x\ny", "1"});
    CHECK(t.markdown() == "| a\\|b | n |\n| --- | ---: |\n| x y | 1 |\n");
}

TEST_CASE("table: CSV quotes what would end a cell") {
    table t({{"a"}, {"b"}});
    t.add_row({"1,000", "say \"yes\""});
    t.add_row({"two\nlines", ""});
    CHECK(t.csv() == "a,b\n\"1,000\",\"say \"\"yes\"\"\"\n\"two\nlines\",\n");
}

TEST_CASE("table: on a page that is narrower each row is lines of its own") {
    CHECK(prices().text_within(80) == prices().text());
    CHECK(prices().text_within(20, 2) == prices().text(2));
    table wide({{"name"}, {"price", alignment::right}, {"note"}});
    wide.add_row({"사과", "1,000", "grown in Cheongsong, and in Yeongju"});
    wide.add_row({"pear", "25", ""});
    CHECK(wide.text_within(30) ==
          "사과\n"
          "  price  1,000\n"
          "  note   grown in Cheongsong,\n"
          "         and in Yeongju\n"
          "pear\n"
          "  price  25\n");
    CHECK(table({{"name"}}).text_within(2) == "name\n");
}

TEST_CASE("table: text is folded at spaces") {
    CHECK(folded("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(folded("투자 규모 비교", 9) == std::vector<std::string>{"투자 규모", "비교"});
    CHECK(folded("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
    CHECK(folded("", 4).empty());
    CHECK(folded("That is 11.0 % off", 14) == std::vector<std::string>{"That is 11.0 %", "off"});
    CHECK(folded("That is 11.0 % off", 13) == std::vector<std::string>{"That is", "11.0 % off"});
    CHECK(folded("11.0 %", 4) == std::vector<std::string>{"11.0", "%"});
}

TEST_CASE("table: later lines hang under the text") {
    CHECK(hanging("(1) ", "one two three", 11) == "(1) one two\n    three\n");
    CHECK(hanging("x", "", 80) == "x\n");
}

TEST_CASE("table: what is too long is cut by display width") {
    CHECK(clipped("short", 5) == "short");
    CHECK(clipped("투자규모", 6) == "투자…");
    CHECK(display_width(clipped("a투자규모", 6)) <= 6);
}

TEST_CASE("table: labels line up, and a label without a text is left out") {
    label_list lines;
    lines.add("rate", "USD/KRW 1,436");
    lines.add("환율", "같다");
    lines.add("date", "");
    CHECK(lines.text(2, 80) == "  rate  USD/KRW 1,436\n  환율  같다\n");
    // Where the labels leave no room, the texts stand under them.
    CHECK(lines.text(2, 24) == "  rate\n      USD/KRW 1,436\n  환율\n      같다\n");
}
