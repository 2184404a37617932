#include "phrase_set.hpp"

#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace outlay::reading {

phrase_set::phrase_set(std::span<const lexicon> languages, bool (*wanted)(const term&),
                       std::span<const currency_symbol> symbols) {
    std::deque<std::string> folded_symbols;
    std::map<std::string_view, std::uint8_t> found;
    for (const currency_symbol& row : symbols) found[folded_symbols.emplace_back(folded(row.symbol))] |= symbol;
    const auto add = [&](const phrase& p, const term& t) {
        if (p.text.empty() || !wanted(t)) return;
        const lexicon& language = languages[t.language];
        std::uint8_t& use = found[p.text];
        if (!language.words_are_spaced()) use |= unspaced;
        if (t.is(term_prefix)) use |= prefix;
        if (!language.head().endings.empty()) use |= inflected;
    };
    if (!languages.empty()) {
        const word_table& words = languages.front().words();
        for (const phrase& p : words.phrases)
            for (const term& t : words.terms.subspan(p.first, p.count)) add(p, t);
    }
    std::vector<std::string_view> texts;
    std::vector<std::uint8_t> uses;
    for (const auto& [text, use] : found) {
        texts.push_back(text);
        uses.push_back(use);
    }
    uses_ = constant_array(std::move(uses));
    trie_ = phrase_trie(texts);
}

/// Between two ASCII letters: in a text of any script that is the middle of a word.
bool phrase_set::is_inside_latin(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && ascii::is_letter(text[at - 1]) && ascii::is_letter(text[at]);
}

std::size_t phrase_set::end_of_letters(std::string_view text, std::size_t at) {
    for (code_point c = decode_at(text, at); c.length != 0 && (is_letter(c.value) || c.value == '\''); c = decode_at(text, at))
        at += c.length;
    return at;
}

}  // namespace outlay::reading
