#include "figures/script_counts.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;
using namespace outlay::reading;

namespace {

script_counts counts_of(std::string_view text, std::size_t begin = 0) {
    const auto masks = masks_of(text, {}, best_instruction_set());
    return count_scripts(masks, begin, text.size(), text.size());
}

}  // namespace

TEST_CASE("letters are counted by their scripts") {
    const script_counts western = counts_of("caf\xC3\xA9 \xE2\x82\xAC 5");
    CHECK(western.letters == 3);
    CHECK(western.latin == 1);
    CHECK(western.western);
    CHECK(western.told);

    const script_counts wide = counts_of("AI \xEA\xB0\x80\xED\x9E\x88 \xE3\x81\xAE\xE5\x86\x86\xE3\x80\x82");  // 가히의円。
    CHECK(wide.letters == 2);
    CHECK(wide.syllables == 1);
    CHECK(wide.kana == 1);
    CHECK(wide.han == 1);
    CHECK_FALSE(wide.western);
    CHECK_FALSE(wide.told);  // the last syllables of Hangul share their first two bytes with other letters

    CHECK(counts_of("\xEA\xB0\x80 \xEB\x82\x98").told);
    CHECK_FALSE(counts_of("\xD1\x80").told);  // р
    CHECK_FALSE(counts_of("\xD1\x80").western);
}

TEST_CASE("a part of a text is counted alone, wherever it lies in blocks") {
    for (std::size_t before = 0; before < 130; ++before) {
        const std::string text = std::string(before, 'x') + "ab\xEB\x82\x98" + std::string(70, '.');
        const script_counts part = counts_of(text, before);
        CHECK(part.letters == 2);
        CHECK(part.syllables == 1);
    }
}
