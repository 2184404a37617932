#include "language_finder.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <bit>

namespace outlay::reading {

namespace {

/// Bytes of a passage that are looked at; a sentence or two tell a language.
constexpr std::size_t looked_at = 700;
/// Points that one word of a single language is worth, and the most that earlier passages may add.
constexpr std::uint32_t word_points = 12;
constexpr std::uint32_t shared_word_points = 4;  ///< and one of many languages, for each of them
constexpr std::uint32_t letter_points = 6;
constexpr std::uint32_t most_from_before = 40;
/// What another language must be ahead of the default one by: "2 trillion won" could be French, a slip Polish.
constexpr std::uint32_t default_lead = 40;

struct script_range {
    char32_t first, last;
    std::string_view name;
};
/// Unicode blocks, as far as telling languages apart needs them (Unicode 15, Blocks.txt).
constexpr std::array<script_range, 17> scripts{{
    {0x0041, 0x005A, "Latin"}, {0x0061, 0x007A, "Latin"}, {0x00C0, 0x024F, "Latin"}, {0x0370, 0x03FF, "Greek"},
    {0x0400, 0x052F, "Cyrillic"}, {0x0590, 0x05FF, "Hebrew"}, {0x0600, 0x06FF, "Arabic"}, {0x0900, 0x097F, "Devanagari"},
    {0x0E00, 0x0E7F, "Thai"}, {0x10A0, 0x10FF, "Georgian"}, {0x1100, 0x11FF, "Hangul"}, {0x1E00, 0x1EFF, "Latin"},
    {0x3040, 0x30FF, "Kana"}, {0x3400, 0x4DBF, "Han"}, {0x4E00, 0x9FFF, "Han"}, {0xAC00, 0xD7A3, "Hangul"},
    {0xF900, 0xFAFF, "Han"},
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

/// What a word says about its language: a word that sentences need says more than one that numbers need.
std::uint32_t weight_of(term_class kind) {
    switch (kind) {
        case term_class::function_word: return 3;
        case term_class::numeral:
        case term_class::magnitude:
        case term_class::currency:
        case term_class::minor:
        case term_class::qualifier:
        case term_class::per:
        case term_class::noun:
        case term_class::month:
        case term_class::lead:
        case term_class::stop: return 2;
        default: return 1;
    }
}

/// "AU", "US", "SA": capitals that are rarely the word they spell.
bool is_abbreviation(std::string_view word) {
    return word.size() >= 2 && word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

language_finder::language_finder(const engine& data, std::string_view told) : data_(data) {
    if (!told.empty()) told_ = data.find_language(told);
    if (told_ != nullptr) return;
    default_ = data.find_language(data.setting_value("default-language"));
    if (default_ == nullptr && !data.languages().empty()) default_ = &data.languages().front();
    for (const lexicon& language : data.languages()) {
        scripts_.push_back(script_bits(language.scripts()));
        const std::string_view letters = language.head().letters;
        for (std::size_t at = 0; at < letters.size();) {
            const code_point c = decode_at(letters, at);
            if (!is_space(c.value)) letters_.emplace_back(c.value, language.bit());
            at += c.length;
        }
    }
    std::sort(letters_.begin(), letters_.end());
}

languages language_finder::with_companion(const lexicon* language) const {
    if (language == nullptr) return {};
    return {language, language->companion().empty() ? nullptr : data_.find_language(language->companion())};
}

/// How much of the text is in each language's scripts. A syllable or ideograph says more than a letter: a Korean
/// sentence may hold a long English name.
void language_finder::count_scripts(std::string_view text, scores& found) const {
    std::array<std::uint32_t, scripts.size()> counts{};
    for (std::size_t at = 0; at < text.size();) {
        const code_point c = decode_at(text, at);
        at += c.length;
        const auto range = std::find_if(scripts.begin(), scripts.end(), [&](const script_range& r) { return c.value >= r.first && c.value <= r.last; });
        if (range != scripts.end()) counts[static_cast<std::size_t>(range - scripts.begin())] += is_unspaced(c.value) ? 4U : 1U;
    }
    for (std::size_t n = 0; n < scripts_.size(); ++n)
        for (std::size_t i = 0; i < scripts.size(); ++i)
            if ((scripts_[n] & (1U << i)) != 0) found[n] += counts[i];
}

void language_finder::count_letter(char32_t letter, scores& found) const {
    const auto first = std::lower_bound(letters_.begin(), letters_.end(), std::pair(letter, std::uint64_t{0}));
    const auto last = std::find_if(first, letters_.end(), [&](const auto& row) { return row.first != letter; });
    if (first == last) return;
    const auto share = letter_points / static_cast<std::uint32_t>(last - first);
    for (auto row = first; row != last; ++row) found[static_cast<std::size_t>(std::countr_zero(row->second))] += share;
}

void language_finder::count_words(std::string_view text, scores& found) const {
    const word_table& words = data_.languages().front().words();
    bool at_start = true;
    for (std::size_t at = 0; at < text.size();) {
        const code_point c = decode_at(text, at);
        const bool letter = is_letter(c.value);
        if (c.value >= 0x80 && letter) count_letter(fold(c.value), found);
        if (letter && (at_start || is_unspaced(c.value)))
            if (const auto match = longest_of_all(words, text, at); match.found != nullptr && !is_abbreviation(text.substr(at, match.length))) {
                const auto speakers = static_cast<std::uint32_t>(std::popcount(match.found->languages));
                std::size_t last = word_table::most_languages;
                for (const term& t : words.terms.subspan(match.found->first, match.found->count)) {
                    if (t.language == last || (t.is(term_weak) && match.length <= 2)) continue;
                    found[t.language] += weight_of(t.kind) * (shared_word_points + word_points / speakers);
                    last = t.language;
                }
            }
        at_start = !letter;
        at += c.length;
    }
}

languages language_finder::of(std::string_view passage) {
    if (told_ != nullptr || data_.languages().size() <= 1) return with_companion(told_ != nullptr ? told_ : default_);
    const std::string_view text = passage.substr(0, looked_at);
    scores by_script{};
    count_scripts(text, by_script);
    scores by_words{};
    count_words(text, by_words);
    const std::uint32_t most = *std::max_element(by_script.begin(), by_script.end());
    const lexicon* best = nullptr;
    std::uint32_t best_score = 0;
    for (const lexicon& language : data_.languages()) {
        const std::size_t n = language.number();
        const std::uint32_t before = before_[n];
        before_[n] = std::min(before / 2 + by_words[n], 4 * most_from_before);
        if (by_script[n] != most) continue;
        const std::uint32_t score = 2 * by_words[n] + std::min(before, most_from_before) + (&language == default_ ? default_lead : 0U);
        if (best != nullptr && score <= best_score) continue;
        best = &language;
        best_score = score;
    }
    return with_companion(best != nullptr ? best : default_);
}

}  // namespace outlay::reading
