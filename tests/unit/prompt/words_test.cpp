#include "prompt/words.hpp"

#include "catch.hpp"

using namespace outlay::prompt;

TEST_CASE("a line is cut into words, and each knows its bytes", "[prompt]") {
    const std::string line = "  set\trate  USD/KRW=1450 ";
    const auto words = split_words(line);
    REQUIRE(words.size() == 3);
    CHECK(words[0].text == "set");
    CHECK(words[1].text == "rate");
    CHECK(words[2].text == "USD/KRW=1450");
    for (const auto& word : words) CHECK(line.substr(word.begin, word.end - word.begin) == word.text);
    CHECK(split_words("").empty());
    CHECK(split_words(" \t\r\n").empty());
}

TEST_CASE("quotes hold words together and are no part of them", "[prompt]") {
    const auto words = split_words("load \"my scenario.toml\" it's'5 o'clock'");
    REQUIRE(words.size() == 4);
    CHECK(words[1].text == "my scenario.toml");
    CHECK(words[1].begin == 5);
    CHECK(words[1].end == 23);
    CHECK(words[2].text == "its5");
    CHECK(words[3].text == "oclock");
    const auto open = split_words("convert '5000억 달러");  // an open quote goes on to the end
    REQUIRE(open.size() == 2);
    CHECK(open[1].text == "5000억 달러");
    const auto empty = split_words("save \"\"");
    REQUIRE(empty.size() == 2);
    CHECK(empty[1].text.empty());
}

TEST_CASE("the rest of a line begins at a word", "[prompt]") {
    const std::string line = "set to  USD or so  ";
    const auto words = split_words(line);
    CHECK(rest_from(line, words, 2) == "USD or so");
    CHECK(rest_from(line, words, 0) == "set to  USD or so");
    CHECK(rest_from(line, words, 5).empty());
}
