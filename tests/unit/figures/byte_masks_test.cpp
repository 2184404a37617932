#include "figures/byte_masks.hpp"

#include "catch.hpp"

#include <random>
#include <string>

using namespace outlay;
using namespace outlay::reading;

TEST_CASE("byte masks tell digits, letters, first bytes of characters and signs") {
    const auto made = masks_of("a9$\xED\x95\x9CZ", {'$'}, instruction_set::portable);
    REQUIRE(made.size() == 1);
    CHECK(made[0].digits == 0b0000010U);
    CHECK(made[0].letters == 0b1000001U);
    CHECK(made[0].leads == 0b0001000U);
    CHECK(made[0].signs == 0b0000100U);
    CHECK(made[0].latin == 0);
    CHECK(masks_of("\xC3\xA9\xC3\x97", {}, instruction_set::portable)[0].latin == 1);  // é×
    CHECK(masks_of("", {'$'}, instruction_set::portable).empty());
}

TEST_CASE("every kind of vector instructions gives the same masks of any bytes and sizes") {
    std::mt19937_64 random(20250122);
    for (std::size_t size = 0; size < 400; ++size) {
        std::string text;
        constexpr std::string_view often = "\xC3\x97\xB7\xA9 a\xE2\xE3\xE4\xEA\xEB\xED\xEF\xBC\x80\x81\x9D";  // × ÷ é, parts of wide characters
        for (std::size_t i = 0; i < size; ++i)
            text += random() % 2 == 0 ? often[random() % often.size()] : static_cast<char>(random() % 256);
        const sign_bytes signs{'$', static_cast<char>('!' + size % 14)};
        const auto plain = masks_of(text, signs, instruction_set::portable);
        for (const instruction_set instructions : supported_instruction_sets()) {
            const auto made = masks_of(text, signs, instructions);
            REQUIRE(made.size() == plain.size());
            for (std::size_t b = 0; b < made.size(); ++b) {
                INFO(to_text(instructions) << ", block " << b << " of " << size << " bytes");
                CHECK(made[b].digits == plain[b].digits);
                CHECK(made[b].letters == plain[b].letters);
                CHECK(made[b].leads == plain[b].leads);
                CHECK(made[b].latin == plain[b].latin);
                CHECK(made[b].signs == plain[b].signs);
                CHECK(made[b].words == plain[b].words);
                CHECK(made[b].wide == plain[b].wide);
                CHECK(made[b].western == plain[b].western);
                CHECK(made[b].syllables == plain[b].syllables);
                CHECK(made[b].kana == plain[b].kana);
                CHECK(made[b].han == plain[b].han);
                CHECK(made[b].neutral == plain[b].neutral);
            }
        }
    }
}
