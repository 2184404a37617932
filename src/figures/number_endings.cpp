#include "number_endings.hpp"

#include "base/ascii.hpp"
#include "phrase_insides.hpp"

#include <algorithm>

namespace outlay::reading {

number_endings::number_endings(std::span<const lexicon> languages) : words_(std::size_t{1} << key_bits) {
    if (languages.empty()) return;
    const word_table& words = languages.front().words();
    for (const phrase& p : words.phrases)
        for (const term& t : words.terms.subspan(p.first, p.count)) {
            if (p.text.empty() || !phrase_insides::leads_to_currency(t)) continue;
            std::size_t end = p.text.size();
            while (end > 0 && static_cast<unsigned char>(p.text[end - 1]) < 0x80 && !ascii::is_letter(p.text[end - 1])) --end;
            std::size_t begin = end;
            while (begin > 0 && ascii::is_letter(p.text[begin - 1])) --begin;
            const bool all_ascii = begin == 0 || static_cast<unsigned char>(p.text[begin - 1]) < 0x80;
            if (begin != end && all_ascii) add(languages[t.language], p.text.substr(begin, end - begin));
        }
}

void number_endings::add(const lexicon& language, std::string_view last_word) {
    words_.set(key_of(last_word));
    if (!language.head().endings.empty()) stems_.add(last_word, language.head().endings);
    if (language.head().compounds) tails_.add(last_word);
}

std::size_t number_endings::key_of(std::string_view word) {
    std::uint32_t key = 0;
    for (const char c : word) key = (key ^ (static_cast<unsigned char>(c) | 0x20U)) * 0x01000193U;
    return (key * 0x9E3779B1U) >> (32 - key_bits);
}

}  // namespace outlay::reading
