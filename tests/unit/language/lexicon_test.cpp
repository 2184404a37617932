#include "catch.hpp"

#include <outlay/language/lexicon.hpp>

using namespace outlay;

namespace {

const std::string head = "# title: Test\n# tag: xx\n# scripts: Latin\n# group: ,\n# decimal: .\n# words: spaced\nclass,words,value,when\n";

lexicon_file read_rows(const std::string& rows) {
    auto read = read_lexicon(source("xx.csv", head + rows));
    REQUIRE(read.ok());
    return std::move(read).value();
}

std::string matched(const lexicon& language, std::string_view text, std::size_t offset = 0) {
    return std::string(text.substr(offset, language.longest_match(text, offset).length));
}

}  // namespace

TEST_CASE("the longest phrase wins and ends at the end of a word", "[language]") {
    const auto file = read_rows("qualifier,up to|up,at_most,before\nmagnitude,million|m,6,\n");
    const lexicon language = file.view();
    CHECK(matched(language, "up to $5") == "up to");
    CHECK(matched(language, "Up  To $5") == "Up  To");
    CHECK(matched(language, "upward") == "");
    CHECK(matched(language, "millions") == "");
    CHECK(matched(language, "5m", 1) == "m");
    CHECK(matched(language, "up") == "up");
}

TEST_CASE("case, apostrophes and kinds of space are folded", "[language]") {
    const auto file = read_rows("currency,franc suisse,CHF,after\nlinker,d',1,\nnumeral,élevé,2,\n");
    const lexicon language = file.view();
    CHECK(matched(language, "Franc\u00A0Suisse") == "Franc\u00A0Suisse");
    CHECK(matched(language, "d\u2019euros") == "d\u2019");
    CHECK(matched(language, "ÉLEVÉ") == "ÉLEVÉ");
}

TEST_CASE("a word may end with one of its language's endings", "[language]") {
    const auto file = read_rows("currency,dolar,USD,after\nstop,dola,1,\nending,lık|'a,1,\n");
    const lexicon language = file.view();
    CHECK(matched(language, "dolarlık") == "dolarlık");
    CHECK(matched(language, "dolar'a kadar") == "dolar'a");
    CHECK(matched(language, "dolarcık") == "");
    CHECK(matched(language, "dolalık") == "");
}

TEST_CASE("a word of a compounding language falls into its numerals", "[language]") {
    const auto file = read_lexicon(source("xx.csv", "# title: Test\n# tag: xx\n# scripts: Latin\n# group: .\n# decimal: ,\n# numbers: compound\n"
                                                    "class,words,value,when\nnumeral,zwei,2,\nmultiplier,hundert,2,\nnumeral,fünf,5,\nnumeral,zig,10,\n"));
    REQUIRE(file.ok());
    const lexicon language = file->view();
    const std::string_view word = "zweihundertfünf";
    CHECK(language.compound(word, 0, word.size()).size() == 3);
    CHECK(language.compound("zweihunderter", 0, 13).empty());
}

TEST_CASE("the words of several languages lie in one table, each with its own terms", "[language]") {
    const auto first = read_rows("currency,mark,DEM,after\nmagnitude,billion,12,\n");
    const auto second = read_rows("magnitude,billion,9,\n");
    const auto merged = merge_words(std::vector<lexicon>{first.view(), second.view()});
    REQUIRE(merged.ok());
    const lexicon one(first.view().head(), merged->view(), 0);
    const lexicon two(second.view().head(), merged->view(), 1);
    CHECK(one.terms_of(*one.longest_match("billion", 0).found).front().value == "12");
    CHECK(two.terms_of(*two.longest_match("billion", 0).found).front().value == "9");
    CHECK(two.longest_match("mark", 0).found == nullptr);
    CHECK(longest_of_all(merged->view(), "mark", 0).length == 4);
    const std::vector<lexicon> many(65, first.view());
    CHECK(merge_words(many).problems().front().id == "languages-too-many");
}

TEST_CASE("look-alikes are passed over where only terms are wanted", "[language]") {
    const auto file = read_rows("currency,won,KRW,after\nstop,won the,1,\n");
    const lexicon language = file.view();
    CHECK(language.longest_match("won the cup", 0).length == 7);
    CHECK(language.longest_term("won the cup", 0).length == 3);
}

TEST_CASE("all bad rows of a language file are reported in one pass, with near misses", "[language]") {
    const auto read = read_lexicon(source("xx.csv", head + "qualifer,up to,at_most,\nmagnitude,million,six,\ncurrency,won,KRW,aftr\n"));
    REQUIRE_FALSE(read.ok());
    const auto problems = read.problems();
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].id == "unknown-term-class");
    CHECK(problems[0].near == std::vector<std::string>{"qualifier"});
    CHECK(problems[0].where->line == 8);
    CHECK(problems[1].id == "term-value-malformed");
    CHECK(problems[2].id == "unknown-term-flag");
}

TEST_CASE("a language file without its tag is refused", "[language]") {
    const auto read = read_lexicon(source("xx.csv", "# title: Test\nclass,words,value,when\n"));
    REQUIRE_FALSE(read.ok());
    CHECK(read.problems().front().id == "language-header-missing");
}
