#include "figures/word_places.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;
using namespace outlay::reading;

TEST_CASE("words begin and end where they do, wherever blocks part them") {
    for (std::size_t before = 0; before < 130; ++before) {
        const std::string text = std::string(before, '.') + "na\xC3\xAFve 5 \xED\x95\x9C" + std::string(70, '.');
        const auto masks = masks_of(text, {}, best_instruction_set());
        const masked_text in{text, masks};
        constexpr std::size_t bytes = 6;  // naïve
        CHECK(is_in_words(in, before));
        CHECK_FALSE(is_in_words(in, before + bytes));
        CHECK(end_of_words(in, before) == before + bytes);
        CHECK(end_of_letters(in, before) == before + 2);
        const auto begins = [&](std::size_t at) { return (starts_in(in, at / block_size) >> (at % block_size) & 1U) != 0; };
        CHECK(begins(before));
        CHECK_FALSE(begins(before + 2));                  // ï goes on in the word
        CHECK(begins(before + bytes + 3));                // 한
        CHECK_FALSE(is_in_words(in, before + bytes + 3));  // it is wide
    }
}
