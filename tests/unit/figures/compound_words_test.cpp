#include "figures/compound_words.hpp"

#include "catch.hpp"

#include <outlay/engine.hpp>

using namespace outlay;
using namespace outlay::reading;

TEST_CASE("numbers and their currency in one word are told from other words") {
    const engine data = engine::embedded();
    const compound_words words(data.languages());
    const auto is_money = [&](std::string_view word) {
        std::size_t end = 0;
        while (end < word.size() && static_cast<unsigned char>(word[end]) < 0x80) ++end;
        return words.is_money(word, 0, end);
    };
    for (const std::string_view word : {"hundertdollar", "tusenkronor", "Hundredollar", "tiokronor", "fünfhunderttausendeuro"}) {
        INFO(word);
        CHECK(is_money(word));
    }
    for (const std::string_view word : {"to", "kr", "euro", "unexpected", "milliarder", "toeuropean", "Frankfurt", "tkroner2"}) {
        INFO(word);
        CHECK_FALSE(is_money(word));
    }
}
