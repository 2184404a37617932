#include "figures/first_look.hpp"

#include "catch.hpp"

#include <random>
#include <string>
#include <vector>

using namespace outlay;
using namespace outlay::reading;

namespace {

struct looked {
    start_filter words, characters;
    look_tables tables;

    looked() : tables() {
        for (const char* word : {"dollar", "yen", "kr", "euro", "won"}) words.add(word);
        words.add("pound", "s", true);
        for (const char* word : {"\xEC\x9B\x90", "\xEB\x8B\xAC\xEB\x9F\xAC", "\xE7\xBE\x8E\xE5\x85\x83", "\xE5\x86\x86"}) characters.add(word);
        tables = look_tables(words, characters, false);
    }

    [[nodiscard]] std::vector<std::uint64_t> at(std::string_view text, instruction_set instructions) const {
        auto masks = masks_of(text, {'$'}, instructions);
        look_at(text, masks, tables, instructions);
        std::vector<std::uint64_t> found;
        for (const byte_masks& m : masks) found.push_back(m.candidates);
        return found;
    }
};

}  // namespace

TEST_CASE("a first look finds words, codes, signs and wide characters of money, and what stands behind digits") {
    const looked look;
    const std::string padding(100, '.');
    const auto found = [&](std::string_view text) { return look.at(std::string(text) + padding, instruction_set::portable)[0]; };
    CHECK(found("a dollar or yen") == (1U << 2U | 1U << 12U));
    CHECK(found("a EUR, a mEUR, a Eur") == (1U << 2U | 1U << 9U));
    CHECK(found("5 men, $5") == (1U << 2U | 1U << 7U));
    CHECK(found("\xEC\x9B\x90 \xEC\x9D\x84") == 1U);                       // 원 을
    CHECK(found("\xEB\x8B\xAC\xEB\x9F\xAC \xEB\x8B\xAC\xEC\x9D\x84") == 1U);  // 달러 달을
    CHECK(found("yes, the men") == 0);
    CHECK((found("ye\xCC\x81n") & 1U) == 1U);  // a mark within the letters that are looked at
}

TEST_CASE("every kind of vector instructions looks at the same places") {
    const looked look;
    std::mt19937_64 random(31081993);
    const std::vector<std::string> pieces{"dollar", "dolls", " yen", " kr ", "EUR", "mSEK ", "Won", "pounding ", "the ", ", ", "$", "5", "12 ", "a",
                                          "\xEC\x9B\x90", "\xEB\x8B\xAC", "\xEB\x9F\xAC", "\xE7\xBE\x8E", "\xE5\x85\x83", "\xE5\x86\x86",
                                          "\xE3\x81\xAE", "\xE2\x82\xAC", "\xC3\xA9", "\xCE\xB2", "\xEF\xBC\x8C", "\xE7", "\x80", "\xF0\x9F\x92\xB0"};
    for (int n = 0; n < 2000; ++n) {
        std::string text;
        for (std::size_t i = random() % 120; i > 0; --i) text += pieces[random() % pieces.size()];
        const auto plain = look.at(text, instruction_set::portable);
        for (const instruction_set instructions : supported_instruction_sets()) {
            INFO(to_text(instructions) << ": " << text);
            CHECK(look.at(text, instructions) == plain);
        }
    }
}
