// The phrases of a language as a trie: children of a node lie side by side, in the order of their bytes.
#include "phrase_trie.hpp"

#include "folded_char.hpp"

namespace outlay {

phrase_trie::phrase_trie(const lexicon& language) {
    const word_table& words = language.words();
    std::vector<std::uint16_t> own;
    traits_.resize(words.phrases.size());
    terms_.resize(words.phrases.size());
    for (std::size_t i = 0; i < words.phrases.size(); ++i) {
        if ((words.phrases[i].languages & language.bit()) == 0) continue;
        const auto terms = language.terms_of(words.phrases[i]);
        terms_[i] = {static_cast<std::uint32_t>(terms.data() - words.terms.data()),
                     static_cast<std::uint32_t>(terms.size())};
        traits_[i] = traits_of(terms);
        if (!words.phrases[i].text.empty()) own.push_back(static_cast<std::uint16_t>(i));
    }
    plant(own, words);
}

phrase_trie::phrase_trie(const word_table& words) {
    std::vector<std::uint16_t> all;
    for (std::size_t i = 0; i < words.phrases.size(); ++i)
        if (!words.phrases[i].text.empty()) all.push_back(static_cast<std::uint16_t>(i));
    plant(all, words);
}

void phrase_trie::plant(std::span<const std::uint16_t> phrases, const word_table& words) {
    nodes_.emplace_back();  // the root comes first, so that 0 is nobody's child
    grow(0, phrases, {}, words);
    for (std::uint32_t i = 0; i < nodes_[0].count; ++i) roots_[nodes_[nodes_[0].first + i].byte] = nodes_[0].first + i;
    nodes_.shrink_to_fit();
    if (deepest_ > most_nested) nodes_.clear();
}

/// `phrases` are those that begin with the bytes on the way to node `at`, sorted.
void phrase_trie::grow(std::size_t at, std::span<const std::uint16_t> phrases, way_down way, const word_table& words) {
    const auto text = [&](std::size_t i) { return words.phrases[phrases[i]].text; };
    std::size_t from = 0;
    if (!phrases.empty() && text(0).size() == way.length) {
        nodes_[at].phrase = static_cast<std::uint16_t>(phrases[0] + 1);
        deepest_ = std::max(deepest_, ++way.nested);
        from = 1;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text(i)[way.length]); };
    const auto first = static_cast<std::uint32_t>(nodes_.size());
    for (std::size_t i = from; i < phrases.size(); ++i)
        if (i == from || byte(i) != byte(i - 1)) nodes_.push_back({0, 0, 0, byte(i)});
    nodes_[at].first = first;
    nodes_[at].count = static_cast<std::uint16_t>(nodes_.size() - first);
    ++way.length;
    for (std::size_t i = from, child = first; i < phrases.size(); ++child) {
        std::size_t end = i;
        while (end < phrases.size() && static_cast<unsigned char>(text(end)[way.length - 1]) == nodes_[child].byte)
            ++end;
        grow(child, phrases.subspan(i, end - i), way, words);
        i = end;
    }
}

std::uint32_t phrase_trie::child(std::uint32_t of, unsigned char byte) const {
    const node& parent = nodes_[of];
    std::uint32_t first = parent.first;
    std::uint32_t last = first + parent.count;
    constexpr std::uint32_t few = 6;
    while (last - first > few) {
        const std::uint32_t middle = first + (last - first) / 2;
        if (nodes_[middle].byte <= byte)
            first = middle;
        else
            last = middle;
    }
    for (; first < last; ++first)
        if (nodes_[first].byte == byte) return first;
    return 0;
}

namespace {

/// True where three bytes are a character of Han, Kana or Hangul that nothing after it changes.
bool is_unfolded(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xE3 || byte(0) > 0xED || at + 3 > text.size() || (byte(0) == 0xE3 && byte(1) == 0x80)) return false;
    if ((byte(1) & 0xC0U) != 0x80U || (byte(2) & 0xC0U) != 0x80U) return false;
    if (at + 3 == text.size() || byte(3) < 0x80) return true;
    return byte(3) > 0xE3 && byte(3) <= 0xED;
}

}  // namespace

phrase_trie::matches phrase_trie::find(std::string_view text, std::size_t offset) const {
    matches found;
    std::uint32_t at = 0;
    const auto step = [&](unsigned char byte) { return (at = at == 0 ? roots_[byte] : child(at, byte)) != 0; };
    for (std::size_t from = offset; from < text.size();) {
        if (is_unfolded(text, from)) {
            for (std::size_t i = 0; i < 3; ++i)
                if (!step(static_cast<unsigned char>(text[from + i]))) return found;
            from += 3;
        } else {
            const folded_char c = next_folded(text, from);
            if (c.size == 0) return found;
            for (std::size_t i = 0; i < c.size; ++i)
                if (!step(c.bytes[i])) return found;
            from = c.end;
        }
        if (nodes_[at].phrase != 0) found.all[found.size++] = {static_cast<std::uint16_t>(nodes_[at].phrase - 1), from};
        if (nodes_[at].count == 0) return found;
    }
    return found;
}

}  // namespace outlay
