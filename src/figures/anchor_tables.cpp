#include "anchor_tables.hpp"

#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <set>

namespace outlay::reading {

/// What the phrases tell beside what is asked of every one.
struct anchor_tables::gathered {
    std::set<std::uint8_t> signs;
    std::set<std::string_view> abbreviations;
};

namespace {

bool begins_with_sign(std::string_view text) {
    return static_cast<unsigned char>(text[0]) < 0x80 && !ascii::is_letter(text[0]);
}

}  // namespace

bool is_money_term(const term& t) { return t.kind == term_class::currency || t.kind == term_class::minor; }
bool is_number_term(const term& t) {
    return t.kind == term_class::numeral || t.kind == term_class::magnitude || t.kind == term_class::multiplier ||
           t.kind == term_class::several || t.kind == term_class::several_unit || t.kind == term_class::negative;
}

anchor_tables anchor_tables::of(std::span<const lexicon> languages, const currency_table& currencies) {
    compiled_arrays compiled(embedded_anchor_arrays());
    const bool ours = !embedded_anchor_arrays().empty() && !languages.empty() && are_embedded(languages.front().words()) &&
                      currencies.symbols().data() == embedded_symbols().data();
    return ours ? anchor_tables(languages, currencies, compiled) : anchor_tables(languages, currencies);
}

anchor_tables::anchor_tables(std::span<const lexicon> languages, const currency_table& currencies)
    : words_(languages, is_money_term, currencies.symbols()),
      number_words_(languages, is_number_term),
      compounds_(languages),
      endings_(languages) {
    for (const currency_symbol& row : currencies.symbols())
        if (!begins_with_sign(row.symbol)) starts_.add(folded(row.symbol));
    gathered more;
    if (!languages.empty()) {
        const word_table& words = languages.front().words();
        for (const phrase& p : words.phrases) {
            const auto terms = words.terms.subspan(p.first, p.count);
            for (std::size_t first = 0, next = 0; first < terms.size(); first = next) {
                while (next < terms.size() && terms[next].language == terms[first].language) ++next;
                if (!p.text.empty())
                    add_phrase(languages[terms[first].language], p, terms.subspan(first, next - first), more);
            }
        }
    }
    for (char32_t c = 0x80; c < 0x10000; ++c)
        if (is_loose_mark(c)) starts_.add_character(c);
    openings_.add_words_of(compounds_.heads());
    openings_.add_words_of(starts_);
    phrase_signs_ = constant_array(std::vector<std::uint8_t>(more.signs.begin(), more.signs.end()));
    std::vector<std::uint8_t> texts;
    for (const std::string_view own : more.abbreviations) {
        texts.insert(texts.end(), own.begin(), own.end());
        texts.push_back('\n');
    }
    abbreviation_texts_ = constant_array(std::move(texts));
    add_currencies(currencies);
    list_abbreviations();
}

anchor_tables::anchor_tables(std::span<const lexicon> languages, const currency_table& currencies, compiled_arrays& from)
    : insides_(from),
      words_(from),
      number_words_(from),
      starts_(from),
      numbers_(from),
      compounds_(languages, from),
      openings_(from),
      endings_(from),
      phrase_signs_(from),
      abbreviation_texts_(from) {
    add_currencies(currencies);
    list_abbreviations();
}

void anchor_tables::add_currencies(const currency_table& currencies) {
    for (const currency& row : currencies.rows()) codes_.set(code_number(row.code.text()));
    const auto symbols = currencies.symbols();
    for (std::size_t row = 0; row < symbols.size(); ++row) {
        const std::string_view symbol = symbols[row].symbol;
        if (begins_with_sign(symbol)) add_sign(symbol[0]);
        auto& own = symbols_[static_cast<unsigned char>(symbol[0])];
        if (own.second == 0) own.first = static_cast<std::uint16_t>(row);
        own.second = static_cast<std::uint16_t>(row + 1);
        const char32_t start = decode_at(symbol, 0).value;
        if (start < symbol_starts_.size()) symbol_starts_.set(start);
    }
    for (const std::uint8_t sign : phrase_signs_.rows()) add_sign(static_cast<char>(sign));
}

void anchor_tables::list_abbreviations() {
    const auto bytes = abbreviation_texts_.rows();
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    while (!rest.empty()) {
        abbreviations_.push_back(rest.substr(0, rest.find('\n')));
        rest.remove_prefix(abbreviations_.back().size() + 1);
        longest_abbreviation_ = std::max(longest_abbreviation_, abbreviations_.back().size());
    }
}

void anchor_tables::add_sign(char sign) {
    for (char& own : signs_) {
        if (own == 0) own = sign;
        if (own == sign) return;
    }
    many_signs_ = true;
}

void anchor_tables::add_phrase(const lexicon& language, const phrase& p, std::span<const term> terms, gathered& more) {
    const auto any = [&](const auto& fits) { return std::any_of(terms.begin(), terms.end(), fits); };
    const bool open = any([](const term& t) { return t.is(term_prefix); }) || !language.words_are_spaced();
    insides_.add_ending(language, p, terms);
    if (any(is_money_term)) {
        if (begins_with_sign(p.text))
            more.signs.insert(static_cast<std::uint8_t>(p.text[0]));
        else
            starts_.add(p.text, language.head().endings, open);
    }
    if (any(is_number_term)) numbers_.add(p.text, language.head().endings, open);
    for (std::size_t at = p.text.find('.'); at != std::string_view::npos; at = p.text.find('.', at + 1)) {
        std::size_t first = at;
        while (first > 0 && p.text[first - 1] != ' ' && p.text[first - 1] != '.') --first;
        if (first < at) more.abbreviations.insert(p.text.substr(first, at - first));
    }
}

}  // namespace outlay::reading
