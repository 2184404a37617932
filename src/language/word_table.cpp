// The words of several languages in one table.
#include "word_index.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace outlay {

namespace {

std::size_t key_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : std::size_t{0}; };
    return byte(0) << 8U | byte(1);
}

struct owned_term {
    std::string_view words;
    term meaning;
};

std::vector<owned_term> all_terms(std::span<const lexicon> languages) {
    std::vector<owned_term> all;
    for (std::size_t n = 0; n < languages.size(); ++n)
        for (const phrase& p : languages[n].phrases())
            for (term t : languages[n].terms_of(p)) {
                t.language = static_cast<std::uint8_t>(n);
                all.push_back({p.text, t});
            }
    std::stable_sort(all.begin(), all.end(), [](const owned_term& a, const owned_term& b) { return a.words < b.words; });
    return all;
}

/// The terms of phrases of one language stand together, so that a text touches those of its own languages, and behind them
/// those of phrases of several.
void gather_terms(lexicon_storage& words) {
    std::vector<phrase*> phrases;
    for (phrase& p : words.phrases) phrases.push_back(&p);
    const auto only = [](const phrase* p) { return std::has_single_bit(p->languages) ? p->languages : ~std::uint64_t{0}; };
    std::stable_sort(phrases.begin(), phrases.end(), [&](const phrase* a, const phrase* b) { return only(a) < only(b); });
    std::vector<term> gathered;
    gathered.reserve(words.terms.size());
    for (phrase* p : phrases) {
        const auto own = words.terms.begin() + p->first;
        p->first = static_cast<std::uint32_t>(gathered.size());
        gathered.insert(gathered.end(), own, own + p->count);
    }
    words.terms = std::move(gathered);
}

}  // namespace

void index_phrases(lexicon_storage& words) {
    words.buckets.assign(word_table::bucket_count, {});
    for (std::size_t i = 0; i < words.phrases.size(); ++i) {
        phrase& p = words.phrases[i];
        auto& own = words.buckets[key_of(p.text)];
        own.longest = static_cast<std::uint8_t>(std::max<std::size_t>(own.longest, std::min<std::size_t>(p.text.size(), 255)));
        words.buckets[key_of(p.text) + 1].first = static_cast<std::uint16_t>(i + 1);
        p.shorter = 0;
        for (std::size_t before = i; before != 0 && p.shorter == 0;) {
            if (p.text.starts_with(words.phrases[before - 1].text))
                p.shorter = static_cast<std::uint16_t>(before);
            else
                before = words.phrases[before - 1].shorter;
        }
    }
    for (std::size_t key = 1; key < word_table::bucket_count; ++key)
        words.buckets[key].first = std::max(words.buckets[key].first, words.buckets[key - 1].first);
}

result<lexicon_storage> merge_words(std::span<const lexicon> languages) {
    lexicon_storage merged;
    const auto too_many = [] { return diagnostics{make_diagnostic("languages-too-many", {{"most", std::to_string(word_table::most_languages)}})}; };
    if (languages.size() > word_table::most_languages) return too_many();
    for (const owned_term& each : all_terms(languages)) {
        if (merged.phrases.empty() || merged.phrases.back().text != each.words)
            merged.phrases.push_back({each.words, 0, static_cast<std::uint32_t>(merged.terms.size()), 0, 0});
        merged.terms.push_back(each.meaning);
        merged.phrases.back().languages |= std::uint64_t{1} << each.meaning.language;
        ++merged.phrases.back().count;
    }
    if (merged.phrases.size() >= std::numeric_limits<std::uint16_t>::max()) return too_many();
    gather_terms(merged);
    index_phrases(merged);
    return merged;
}

}  // namespace outlay
