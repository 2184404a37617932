// The phrases of all languages as a trie, written level by level.
#include "phrase_trie.hpp"

#include "folded_char.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <utility>

namespace outlay {

bool are_embedded(const word_table& words) {
    const auto own = embedded_lexicons();
    return !own.empty() && !words.phrases.empty() && words.phrases.data() == own.front().words().phrases.data();
}

phrase_trie::phrase_trie(const word_table& words) {
    compiled_arrays compiled(embedded_trie_arrays());
    *this = embedded_trie_arrays().empty() || !are_embedded(words) ? built(words) : phrase_trie(compiled);
}

phrase_trie phrase_trie::built(const word_table& words) {
    std::vector<planted> all;
    for (std::size_t i = 0; i < words.phrases.size(); ++i)
        if (!words.phrases[i].text.empty()) all.push_back({words.phrases[i].text, static_cast<std::uint16_t>(i)});
    phrase_trie made;
    made.plant(all);
    made.keep_meanings(words);
    return made;
}

phrase_trie::phrase_trie(std::span<const std::string_view> texts) {
    std::vector<planted> all;
    for (std::size_t i = 0; i < texts.size(); ++i) all.push_back({texts[i], static_cast<std::uint16_t>(i)});
    plant(all);
}

void phrase_trie::plant(std::span<const planted> phrases) {
    /// A node that is not yet written, and the phrases below it.
    struct branch {
        std::span<const planted> phrases;
        std::size_t begin = 0;  ///< bytes of them that lead to it
        std::size_t nested = 0;
        char32_t character = 0;
    };
    std::vector<branch> all{{phrases, 0, 0, 0}};
    std::vector<std::uint64_t> nodes;
    for (std::size_t n = 0; n < all.size(); ++n) {
        branch own = all[n];
        std::uint64_t ends = 0;
        for (; !own.phrases.empty() && own.phrases.front().text.size() == own.begin; own.phrases = own.phrases.subspan(1))
            ends = own.phrases.front().number + 1U;
        if (ends != 0) ++own.nested;
        if (own.nested > most_nested) return;
        nodes.push_back(std::uint64_t{own.character} << character_shift | ends << child_bits | all.size());
        while (!own.phrases.empty()) {
            const code_point next = decode_at(own.phrases.front().text, own.begin);
            const auto is_other = [&](const planted& p) { return decode_at(p.text, own.begin).value != next.value; };
            const auto end = std::find_if(own.phrases.begin(), own.phrases.end(), is_other) - own.phrases.begin();
            const auto count = static_cast<std::size_t>(end);
            all.push_back({own.phrases.first(count), own.begin + next.length, own.nested, next.value});
            own.phrases = own.phrases.subspan(count);
        }
    }
    nodes.push_back(all.size());
    if (all.size() >= std::size_t{1} << child_bits) return;
    nodes_ = constant_array(std::move(nodes));
}

void phrase_trie::keep_meanings(const word_table& words) {
    std::vector<std::uint32_t> firsts;
    std::vector<std::uint64_t> meanings;
    for (const phrase& p : words.phrases) {
        firsts.push_back(static_cast<std::uint32_t>(meanings.size()));
        for (std::size_t first = p.first, next = first; first < p.first + p.count; first = next) {
            while (next < p.first + p.count && words.terms[next].language == words.terms[first].language) ++next;
            const phrase_traits traits = traits_of(words.terms.subspan(first, next - first));
            meanings.push_back(std::uint64_t{first} | std::uint64_t{next - first} << count_shift |
                               std::uint64_t{traits.bits()} << traits_shift);
        }
    }
    firsts_ = constant_array(std::move(firsts));
    meanings_ = constant_array(std::move(meanings));
}

phrase_traits phrase_trie::traits(const phrase& p, const lexicon& language) const {
    return phrase_traits::of(static_cast<unsigned>(meaning_of(p, language) >> traits_shift));
}

namespace {

/// The ASCII character at `at`, in lower case, that nothing after it changes; 0 if it is none.
char32_t small_ascii(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80 || c < ' ' || (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x80)) return 0;
    if (c == ' ') return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) > ' ' ? ' ' : 0;
    return c >= 'A' && c <= 'Z' ? c + 32U : c;
}

}  // namespace

char32_t unfolded_wide(std::string_view text, std::size_t at) {
    if (at + 3 > text.size()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xE3 || byte(0) > 0xED || (byte(0) == 0xE3 && byte(1) == 0x80)) return 0;
    if ((byte(1) & 0xC0U) != 0x80U || (byte(2) & 0xC0U) != 0x80U) return 0;
    const bool voiced = at + 6 <= text.size() && byte(3) == 0xE3 && byte(4) == 0x82 && (byte(5) == 0x99 || byte(5) == 0x9A);
    const bool alone = at + 3 == text.size() || byte(3) < 0x80 || (byte(3) >= 0xE3 && byte(3) <= 0xED && !voiced);
    return alone ? (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU) : 0;
}

phrase_trie::matches phrase_trie::find(std::string_view text, std::size_t offset) const {
    matches found;
    std::uint32_t at = 0;
    for (std::size_t from = offset; from < text.size();) {
        char32_t character = small_ascii(text, from);
        if (character != 0) {
            ++from;
        } else if ((character = unfolded_wide(text, from)) != 0) {
            from += 3;
        } else {
            const folded_char c = next_folded(text, from);
            if (c.size == 0) return found;
            character = c.value;
            from = c.end;
        }
        if ((at = child(at, character)) == 0) return found;
        const std::uint64_t node = nodes_[at];
        if (const std::uint32_t phrase = phrase_of(node); phrase != 0) found.all[found.size++] = {static_cast<std::uint16_t>(phrase - 1), from};
        if (children_of(node) == children_of(nodes_[at + 1])) return found;
    }
    found.goes_on = true;
    return found;
}

}  // namespace outlay
