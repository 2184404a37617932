// The phrases of a language as a trie whose edges are one hash table.
#include "phrase_trie.hpp"

#include "folded_char.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace outlay {

phrase_trie::phrase_trie(const lexicon& language) {
    const word_table& words = language.words();
    std::vector<planted> own;
    traits_.resize(words.phrases.size());
    terms_.resize(words.phrases.size());
    for (std::size_t i = 0; i < words.phrases.size(); ++i) {
        if ((words.phrases[i].languages & language.bit()) == 0) continue;
        const auto terms = language.terms_of(words.phrases[i]);
        terms_[i] = {static_cast<std::uint32_t>(terms.data() - words.terms.data()),
                     static_cast<std::uint32_t>(terms.size())};
        traits_[i] = traits_of(terms);
        if (!words.phrases[i].text.empty()) own.push_back({words.phrases[i].text, static_cast<std::uint16_t>(i)});
    }
    plant(own);
}

phrase_trie::phrase_trie(const word_table& words) {
    std::vector<planted> all;
    for (std::size_t i = 0; i < words.phrases.size(); ++i)
        if (!words.phrases[i].text.empty()) all.push_back({words.phrases[i].text, static_cast<std::uint16_t>(i)});
    plant(all);
}

phrase_trie::phrase_trie(std::span<const std::string_view> texts) {
    std::vector<planted> all;
    for (std::size_t i = 0; i < texts.size(); ++i) all.push_back({texts[i], static_cast<std::uint16_t>(i)});
    plant(all);
}

void phrase_trie::plant(std::span<const planted> phrases) {
    nodes_.emplace_back();  // the root comes first, so that 0 is nobody's child
    std::size_t most_edges = 1;
    for (const planted& p : phrases) most_edges += p.text.size();
    most_edges = std::min(most_edges, std::size_t{1} << (node_bits - 1));
    std::vector<std::uint64_t>
        edges;  // sorted phrases share their beginnings: the way to the last one is all that is needed
    std::vector<std::pair<std::uint32_t, std::size_t>> way{{0, 0}};  // nodes, and the bytes before each
    std::string_view last;
    std::size_t deepest = 0;
    for (const auto& [text, number] : phrases) {
        const auto shared = static_cast<std::size_t>(
            std::mismatch(text.begin(), text.end(), last.begin(), last.end()).first - text.begin());
        while (way.back().second > shared) way.pop_back();
        for (std::size_t at = way.back().second; at < text.size();) {
            const code_point c = decode_at(text, at);
            at += c.length;
            const auto made = static_cast<std::uint32_t>(nodes_.size());
            nodes_[way.back().first].goes_on = true;
            edges.push_back(key_of(way.back().first, c.value) << node_bits | made);
            nodes_.emplace_back();
            way.emplace_back(made, at);
        }
        nodes_[way.back().first].phrase = static_cast<std::uint16_t>(number + 1);
        std::size_t nested = 0;
        for (const auto& step : way) nested += nodes_[step.first].phrase != 0 ? 1U : 0U;
        deepest = std::max(deepest, nested);
        last = text;
    }
    if (deepest > most_nested || nodes_.size() >= most_edges * 2) {
        nodes_.clear();
        return;
    }
    edges_.resize(std::bit_ceil(2 * edges.size() + 1));
    shift_ = 64U - static_cast<unsigned>(std::countr_zero(edges_.size()));
    for (const std::uint64_t edge : edges) {
        std::size_t at = place_of(edge >> node_bits);
        while (edges_[at] != 0) at = (at + 1) & (edges_.size() - 1);
        edges_[at] = edge;
    }
    nodes_.shrink_to_fit();
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
        if (nodes_[at].phrase != 0) found.all[found.size++] = {static_cast<std::uint16_t>(nodes_[at].phrase - 1), from};
        if (!nodes_[at].goes_on) return found;
    }
    return found;
}

}  // namespace outlay
