#include "language_letters.hpp"

#include "base/ascii.hpp"
#include "script_counts.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace outlay::reading {

namespace {

/// Bytes of a passage whose letters are looked at.
constexpr std::size_t letters_looked_at = 256;

struct script_range {
    char32_t first, last;
    std::string_view name;
    std::uint32_t weight = 1;  ///< of a character: a syllable or an ideograph says more than a letter
};
/// Unicode blocks, as far as telling languages apart needs them (Unicode 15, Blocks.txt).
constexpr std::array<script_range, 17> scripts{{
    {0x0041, 0x005A, "Latin"},
    {0x0061, 0x007A, "Latin"},
    {0x00C0, 0x024F, "Latin"},
    {0x0370, 0x03FF, "Greek"},
    {0x0400, 0x052F, "Cyrillic"},
    {0x0590, 0x05FF, "Hebrew"},
    {0x0600, 0x06FF, "Arabic"},
    {0x0900, 0x097F, "Devanagari"},
    {0x0E00, 0x0E7F, "Thai", 4},
    {0x10A0, 0x10FF, "Georgian"},
    {0x1100, 0x11FF, "Hangul", 4},
    {0x1E00, 0x1EFF, "Latin"},
    {0x3040, 0x30FF, "Kana", 4},
    {0x3400, 0x4DBF, "Han", 4},
    {0x4E00, 0x9FFF, "Han", 4},
    {0xAC00, 0xD7A3, "Hangul", 4},
    {0xF900, 0xFAFF, "Han", 4},
}};

/// A bit for each range of the scripts that stand in the list.
std::uint32_t script_bits(std::string_view list) {
    std::uint32_t bits = 0;
    while (!list.empty()) {
        const std::string_view name = list.substr(0, std::min(list.find(' '), list.size()));
        list.remove_prefix(std::min(name.size() + 1, list.size()));
        for (std::size_t i = 0; i < scripts.size(); ++i)
            if (scripts[i].name == name) bits |= 1U << i;
    }
    return bits;
}

using script_numbers = std::array<std::uint32_t, scripts.size()>;  ///< a range of the scripts each

struct ascii_run {
    std::size_t end;
    std::uint32_t letters;
};

/// The letters of the ASCII from `at` on, eight bytes at a time.
ascii_run ascii_letters(std::string_view text, std::size_t at) {
    ascii_run run{at, 0};
    constexpr std::uint64_t highs = 0x8080808080808080U;
    for (std::uint64_t eight = 0; text.size() - run.end >= sizeof eight; run.end += sizeof eight) {
        std::memcpy(&eight, text.data() + run.end, sizeof eight);
        if ((eight & highs) != 0) break;
        const std::uint64_t low = eight | 0x2020202020202020U;
        const std::uint64_t letters = (low + 0x1F1F1F1F1F1F1F1FU) & ~(low + 0x0505050505050505U) & highs;
        run.letters += static_cast<std::uint32_t>(std::popcount(letters));
    }
    for (; run.end < text.size() && static_cast<unsigned char>(text[run.end]) < 0x80; ++run.end)
        run.letters += ascii::is_letter(text[run.end]) ? 1U : 0U;
    return run;
}

script_numbers letters_of(std::string_view text) {
    script_numbers counts{};
    std::size_t last = 0;  // most characters are in the script of the one before
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            const ascii_run run = ascii_letters(text, at);
            counts[0] += run.letters;
            at = run.end;
            continue;
        }
        const code_point c = quick_code_point(text, at);
        at += c.length;
        const auto is_in = [&](const script_range& r) { return c.value >= r.first && c.value <= r.last; };
        if (!is_in(scripts[last])) {
            const auto range = std::find_if(scripts.begin(), scripts.end(), is_in);
            if (range == scripts.end()) continue;
            last = static_cast<std::size_t>(range - scripts.begin());
        }
        counts[last] += scripts[last].weight;
    }
    return counts;
}

/// The same by the masks of the text; false where they do not tell.
bool letters_by_masks(const masked_text& in, const passage& part, std::size_t end, script_numbers& counts) {
    enum : std::size_t { ascii_small = 1, latin = 2, kana = 12, han = 14, hangul = 15 };
    static_assert(scripts[kana].name == "Kana" && scripts[han].name == "Han" && scripts[hangul].name == "Hangul");
    std::size_t leads_end = end;  // a character that does not end there is not counted
    while (end < part.end && leads_end > part.begin && (static_cast<unsigned char>(in.text[leads_end]) & 0xC0U) == 0x80U) --leads_end;
    const script_counts found = count_scripts(in.masks, part.begin, end, leads_end);
    if (!found.told || found.letters + found.latin + found.syllables + found.kana + found.han == 0) return false;
    counts[ascii_small] = found.letters;
    counts[latin] = found.latin;
    counts[kana] = found.kana * scripts[kana].weight;
    counts[han] = found.han * scripts[han].weight;
    counts[hangul] = found.syllables * scripts[hangul].weight;
    return true;
}

}  // namespace

language_letters::language_letters(const engine& data) {
    for (const lexicon& language : data.languages()) {
        scripts_.push_back(script_bits(language.scripts()));
        const std::string_view letters = language.head().letters;
        for (std::size_t at = 0; at < letters.size();) {
            const code_point c = decode_at(letters, at);
            at += c.length;
            if (is_space(c.value)) continue;
            letters_.emplace_back(c.value, language.bit());
            if (c.value < known_.size()) known_.set(c.value);
        }
    }
    std::sort(letters_.begin(), letters_.end());
}

std::uint64_t language_letters::told_by(char32_t letter) const {
    if (letter < known_.size() && !known_.test(letter)) return 0;
    std::uint64_t told = 0;
    for (auto row = std::lower_bound(letters_.begin(), letters_.end(), std::pair(letter, std::uint64_t{0}));
         row != letters_.end() && row->first == letter; ++row)
        told |= row->second;
    return told;
}

/// The languages whose scripts most of the text is in. A syllable or ideograph says more than a letter: a Korean
/// sentence may hold a long English name.
std::uint64_t language_letters::of_scripts(const masked_text& in, const passage& part) const {
    const std::size_t end = std::min(part.end, part.begin + letters_looked_at);
    script_numbers counts{};
    if (in.masks.empty() || !letters_by_masks(in, part, end, counts)) counts = letters_of(in.text.substr(part.begin, end - part.begin));
    std::uint32_t most = 0;
    std::uint64_t found = 0;
    std::uint32_t present = 0;
    for (std::size_t i = 0; i < scripts.size(); ++i) present |= counts[i] != 0 ? 1U << i : 0U;
    for (std::size_t n = 0; n < scripts_.size(); ++n) {
        std::uint32_t own = 0;
        for (std::uint32_t rest = scripts_[n] & present; rest != 0; rest &= rest - 1)
            own += counts[static_cast<std::size_t>(std::countr_zero(rest))];
        if (own > most) most = own, found = 0;
        if (own == most) found |= std::uint64_t{1} << n;
    }
    return found;
}

}  // namespace outlay::reading
