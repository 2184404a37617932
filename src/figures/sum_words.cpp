#include "sum_words.hpp"

#include "term_classes.hpp"
#include "words.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <bit>
#include <functional>

namespace outlay::reading {

namespace {

std::uint32_t hash_of(std::string_view word) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(word) >> 16U) | 1U; }

}  // namespace

sum_words::sum_words(const lexicon& main, const lexicon* companion) : characters_(first_plane) {
    std::vector<std::uint32_t> hashes;
    add(main, hashes);
    if (companion != nullptr) add(*companion, hashes);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    words_.resize(std::bit_ceil(hashes.size() + hashes.size() / 4 + 1));
    for (const std::uint32_t hash : hashes) words_[place_of(hash)] = hash;
}

void sum_words::add(const lexicon& language, std::vector<std::uint32_t>& hashes) {
    std::vector<std::string_view> others;
    for (const phrase& p : language.phrases()) {
        if ((p.languages & language.bit()) == 0) continue;
        const auto terms = language.terms_of(p);
        const bool counts = std::any_of(terms.begin(), terms.end(), [](const term& t) { return (counted_beside_sums & classes_of(t.kind)) != 0; });
        if (counts)
            add_words(p.text, hashes);
        else
            others.push_back(p.text);
    }
    std::vector<std::uint32_t> known = hashes, before;
    std::sort(known.begin(), known.end());
    // "вырастет до" hides the word that would bound a sum: the words before it tell that it does.
    for (const std::string_view text : others) {
        before.clear();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = end_of_word(text, at);
            if (at == 0 && end == text.size()) break;
            if (end == at) {
                at += decode_at(text, at).length;
                continue;
            }
            const std::uint32_t hash = hash_of(text.substr(at, end - at));
            if (!before.empty() && std::binary_search(known.begin(), known.end(), hash)) hashes.insert(hashes.end(), before.begin(), before.end());
            before.push_back(hash);
            at = end;
        }
    }
}

void sum_words::add_words(std::string_view text, std::vector<std::uint32_t>& hashes) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_word(text, at);
        if (end != at) hashes.push_back(hash_of(text.substr(at, end - at)));
        const code_point c = decode_at(text, end);
        if (end == at && c.value < first_plane) characters_.set(c.value);
        at = end != at ? end : at + c.length;
    }
}

/// Where a hash stands, or the free place where it would.
std::size_t sum_words::place_of(std::uint32_t hash) const {
    const std::size_t mask = words_.size() - 1;
    std::size_t at = hash * std::uint64_t{0x9E3779B97F4A7C15U} >> 32U & mask;
    while (words_[at] != 0 && words_[at] != hash) at = (at + 1) & mask;
    return at;
}

bool sum_words::has_word(std::string_view written) const { return words_[place_of(hash_of(folded(written)))] != 0; }

}  // namespace outlay::reading
