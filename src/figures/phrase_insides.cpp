#include "phrase_insides.hpp"
#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace outlay::reading {

namespace {

constexpr std::size_t whole_tail = 3;
constexpr std::size_t far_start = 3;  ///< bytes that every far word has

}  // namespace

/// What stands before a currency, if its number does.
bool phrase_insides::leads_to_currency(const term& t) {
    switch (t.kind) {
        case term_class::numeral:
        case term_class::article:
        case term_class::magnitude:
        case term_class::multiplier:
        case term_class::several:
        case term_class::several_unit:
        case term_class::point:
        case term_class::currency:
        case term_class::minor:
        case term_class::country:
        case term_class::joiner:
        case term_class::linker: return true;
        default: return t.is(term_inside);
    }
}

phrase_insides::phrase_insides() : characters_(0x10000), tails_(0x10000), short_tails_(0x1000) {}

phrase_insides::phrase_insides(const lexicon& language) : phrase_insides() {
    for (const phrase& p : language.phrases())
        if ((p.languages & language.bit()) != 0) add(language, p, language.terms_of(p));
}

void phrase_insides::add_ending(const lexicon& language, const phrase& p, std::span<const term> terms) {
    if (std::any_of(terms.begin(), terms.end(), leads_to_currency)) {
        add_tail(p.text);
        if (language.head().compounds && p.text.size() < whole_tail)
            short_tails_.set(short_tail_of(p.text, p.text.size()));
        for (std::string_view list = language.head().endings; !list.empty();) {
            const std::string_view ending = list.substr(0, std::min(list.find(' '), list.size()));
            list.remove_prefix(std::min(ending.size() + 1, list.size()));
            add_tail(
                std::string(p.text.substr(p.text.size() - std::min<std::size_t>(p.text.size(), 4))).append(ending));
        }
    }
}

void phrase_insides::add(const lexicon& language, const phrase& p, std::span<const term> terms) {
    add_ending(language, p, terms);
    const code_point first = decode_at(p.text, 0);
    if (p.text.size() >= far_start && std::any_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::per && t.is(term_open); })) {
        far_words_.push_back(p.text);
        far_starts_.set(far_start_of(p.text.data()));
    }
    if (std::any_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::country; })) 
        countries_.add(p.text, language.head().endings, true);
    for (std::size_t at = first.length; at < p.text.size();) {
        const code_point c = decode_at(p.text, at);
        if (c.value < 0x10000) characters_.set(c.value);
        at += c.length;
        if (c.value == ' ' && at < p.text.size())
            words_.add(p.text.substr(at), language.head().endings, !language.words_are_spaced());
    }
}

/// Of the letters that end there: the last one beyond ASCII, or up to three of ASCII.
std::size_t phrase_insides::tail_of(std::string_view text, std::size_t end) {
    std::uint32_t tail = 0;
    if (static_cast<unsigned char>(text[end - 1]) >= 0x80) {
        tail = fold(decode_before(text, end).value) | 0x1000000U;
    } else {
        for (std::size_t i = end; i > 0 && end - i < whole_tail && ascii::is_letter(text[i - 1]); --i)
            tail = tail << 8U | (static_cast<unsigned char>(text[i - 1]) | 0x20U);
    }
    return tail * 0x9E3779B1U >> 16U;
}

/// Of so many letters at the end of a word.
std::size_t phrase_insides::short_tail_of(std::string_view word, std::size_t letters) {
    std::size_t tail = letters << 10U;
    for (std::size_t i = 0; i < letters && i < word.size(); ++i)
        tail ^= (static_cast<unsigned char>(word[word.size() - 1 - i]) & 0x1FU) << (5U * i);
    return tail;
}

void phrase_insides::add_tail(std::string_view word) {
    while (!word.empty() && !is_letter(decode_before(word, word.size()).value)) word.remove_suffix(1);
    if (!word.empty()) tails_.set(tail_of(word, word.size()));
}

bool phrase_insides::has_far_words(std::string_view text) const {
    if (far_words_.empty()) return false;
    for (std::size_t at = 0; at + far_start <= text.size();) {
        if (far_starts_.test(far_start_of(text.data() + at)) &&
            std::any_of(far_words_.begin(), far_words_.end(), [&](std::string_view word) { return text.substr(at).starts_with(word); }))
            return true;
        const auto first = static_cast<unsigned char>(text[at]);
        at += first >= 0xE0 && first < 0xF0 ? 3 : 1;
    }
    return false;
}

/// A hash of three bytes.
std::size_t phrase_insides::far_start_of(const char* text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
    return (byte(0) ^ byte(1) << 2U ^ byte(2) << 4U) & 0x3FFU;
}

bool phrase_insides::may_end_number(std::string_view text, std::size_t at) const {
    while (at > 0 && ascii::is_gap(text[at - 1])) --at;
    if (at == 0) return false;
    const code_point last = decode_before(text, at);
    if (is_letter(last.value))
        return tails_.test(tail_of(text, at)) || short_tails_.test(short_tail_of(text.substr(0, at), 1)) ||
               short_tails_.test(short_tail_of(text.substr(0, at), 2));
    // Commas, stops, quotation marks and opening brackets, narrow and wide.
    constexpr std::array<char32_t, 21> ends_a_clause{',',    ';',    ':',    '!',    '?',    '(',    '[',
                                                     '{',    '"',    0x00AB, 0x00BB, 0x201C, 0x201D, 0x201E,
                                                     0x3001, 0x3002, 0x300C, 0x300E, 0xFF01, 0xFF08, 0xFF0C};
    return std::find(ends_a_clause.begin(), ends_a_clause.end(), last.value) == ends_a_clause.end();
}

}  // namespace outlay::reading
