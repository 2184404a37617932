// script_counts: how much of a part of a text is in which script, told by its masks alone.
// Promises: exact for UTF-8, where `told` is true.
// Leaves out: texts with characters of other scripts, and the letters of the scripts counted here that are rare.
#pragma once

#include "byte_masks.hpp"

#include <bit>

namespace outlay::reading {

struct script_counts {
    std::uint32_t letters = 0;  ///< of ASCII
    std::uint32_t latin = 0;    ///< others of Latin
    std::uint32_t syllables = 0, kana = 0, han = 0;
    bool western = true;        ///< characters beyond ASCII are Latin letters, and signs
    bool told = true;           ///< all characters are in one of these scripts, or in none
};

/// Of the bytes from `begin` to `end`; of characters beyond ASCII, those that begin before `leads_end`.
[[nodiscard]] inline script_counts count_scripts(std::span<const byte_masks> masks, std::size_t begin, std::size_t end, std::size_t leads_end) {
    script_counts made;
    const auto count = [](std::uint64_t mask) { return mask == 0 ? 0U : static_cast<std::uint32_t>(std::popcount(mask)); };
    visit_blocks(masks, begin, end, [&](const byte_masks& m, std::uint64_t asked) { made.letters += count(m.letters & asked); });
    visit_blocks(masks, begin, leads_end, [&](const byte_masks& m, std::uint64_t asked) {
        const std::uint64_t leads = m.leads & asked;
        if (leads == 0) return;
        made.latin += count(m.latin & asked);
        made.western = made.western && (leads & ~m.western) == 0;
        if ((m.wide & asked) == 0) {
            made.told = made.told && (leads & ~m.western) == 0;
            return;
        }
        made.syllables += count(m.syllables & asked);
        made.kana += count(m.kana & asked);
        made.han += count(m.han & asked);
        made.told = made.told && (leads & ~(m.western | m.syllables | m.kana | m.han | m.neutral)) == 0;
    });
    return made;
}

}  // namespace outlay::reading
