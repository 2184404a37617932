#include "base/utf8_check.hpp"

#include "catch.hpp"

#include <random>
#include <string>

using namespace outlay;

TEST_CASE("a text is UTF-8 or not, at every place and length") {
    const std::string right[] = {"", "a", "\xC3\xA9", "\xED\x95\x9C", "\xF0\x9F\x92\xB0", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80"};
    const std::string wrong[] = {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\x95",
                                 "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x92", "\xFF", "\xC3\xA9\xA9"};
    for (std::size_t before = 0; before < 70; ++before) {
        for (const std::string& piece : right) {
            const std::string text = std::string(before, 'x') + piece;
            CHECK(is_utf8(text));
            CHECK(utf8_check::portable(text));
            CHECK(is_utf8(text + std::string(40, 'y')));
        }
        for (const std::string& piece : wrong) {
            const std::string text = std::string(before, 'x') + piece;
            CHECK_FALSE(is_utf8(text));
            CHECK_FALSE(utf8_check::portable(text));
            CHECK_FALSE(is_utf8(text + std::string(40, 'y')));
        }
    }
}

TEST_CASE("every way of checking UTF-8 agrees on bytes thrown together") {
    std::mt19937_64 random(42);
    const std::string pieces[] = {"a", "won ", "\xC3\xA9", "\xEC\x9B\x90", "\xE5\x85\x83", "\xF0\x9F\x92\xB0", "\xE2\x82\xAC"};
    std::size_t valid = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::size_t n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
        if (random() % 2 == 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(random() % 256);
        const bool expected = utf8_check::portable(text);
        valid += expected ? 1U : 0U;
        CHECK(is_utf8(text) == expected);
    }
    CHECK(valid > 1000);
    CHECK(valid < 3900);
}
