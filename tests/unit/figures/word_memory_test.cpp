#include "figures/word_memory.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;
using namespace outlay::reading;

TEST_CASE("the key of a word is its bytes, whatever follows") {
    const std::string text = "abcdefghijklmnop and more";
    for (std::size_t size = 1; size <= word_key::longest; ++size) {
        const std::string other = text.substr(0, size) + "---------------------";
        CHECK(word_key_at(text, 0, size) == word_key_at(other, 0, size));
        if (size < word_key::longest) CHECK_FALSE(word_key_at(text, 0, size) == word_key_at(text, 0, size + 1));
    }
    CHECK_FALSE(word_key_at(text, 0, 3) == word_key_at(text, 1, 3));
}

TEST_CASE("a word and its vote are remembered until another takes the place") {
    word_memory memory;
    const std::string text = "dollar" + std::string(20, ' ');
    const word_key key = word_key_at(text, 0, 6);
    CHECK_FALSE(memory.place_of(key).key == key);
    memory.place_of(key) = {key};
    CHECK(memory.place_of(key).key == key);

    word_vote says;
    says.points[2] = says.most = 12;
    known_vote& known = memory.vote_place_of(key);
    known = {key, known_vote::not_asked, known_vote::depends};
    memory.learn(known, says);
    REQUIRE(known.vote != known_vote::depends);
    CHECK(memory.vote_of(known) == says);
}

TEST_CASE("three wide characters are told from two and a sign, and from one that a mark may follow") {
    const std::string rest(16, '.');
    const std::string won = "\xEC\x9B\x90";
    CHECK(three_wide_at(won + won + won + rest, 0));
    CHECK_FALSE(three_wide_at(won + won + "..." + rest, 0));
    CHECK_FALSE(three_wide_at(won + won + won + "\xE3\x82\x99" + rest, 0));
    CHECK_FALSE(three_wide_at(won + won + won, 0));  // sixteen bytes are needed
}
