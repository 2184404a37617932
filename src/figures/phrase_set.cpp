#include "phrase_set.hpp"

#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

namespace outlay::reading {

namespace {

std::vector<std::string_view> keys_of(const std::map<std::string_view, std::uint8_t>& texts) {
    std::vector<std::string_view> keys;
    for (const auto& [text, use] : texts) keys.push_back(text);
    return keys;
}

}  // namespace

phrase_set::phrase_set(const engine& data, bool (*wanted)(const term&), std::span<const currency_symbol> symbols)
    : trie_(keys_of(collect(data, wanted, symbols))) {}

phrase_set::texts phrase_set::collect(const engine& data, bool (*wanted)(const term&),
                                      std::span<const currency_symbol> symbols) {
    texts found;
    for (const currency_symbol& row : symbols)
        found[symbols_.emplace_back(folded(row.symbol))] |= symbol;
    if (!data.languages().empty()) {
        const word_table& words = data.languages().front().words();
        for (const phrase& p : words.phrases)
            for (const term& t : words.terms.subspan(p.first, p.count)) {
                if (p.text.empty() || !wanted(t)) continue;
                const lexicon& language = data.languages()[t.language];
                std::uint8_t& use = found[p.text];
                if (!language.words_are_spaced()) use |= unspaced;
                if (t.is(term_prefix)) use |= prefix;
                if (!language.head().endings.empty()) use |= inflected;
            }
    }
    for (const auto& [text, use] : found) uses_.push_back(use);
    return found;
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
