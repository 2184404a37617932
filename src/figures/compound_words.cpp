#include "compound_words.hpp"

#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace outlay::reading {

namespace {

/// As many letters as start_filter looks at.
constexpr std::size_t looked_at = 4;

bool is_number(const term& t) {
    return t.kind == term_class::numeral || t.kind == term_class::magnitude || t.kind == term_class::multiplier;
}
bool is_currency(const term& t) { return t.kind == term_class::currency || t.kind == term_class::minor; }

}  // namespace

/// What one language makes such words of.
struct compound_words::pieces {
    std::set<std::string> short_heads;
    std::set<std::string> starts;      ///< the first bytes of what may follow a head
    std::set<std::string> currencies;  ///< those of currencies
};

namespace {

std::vector<const lexicon*> that_compound(std::span<const lexicon> languages) {
    std::vector<const lexicon*> found;
    for (const lexicon& language : languages)
        if (language.head().compounds) found.push_back(&language);
    return found;
}

}  // namespace

compound_words::compound_words(std::span<const lexicon> languages) : languages_(that_compound(languages)) {
    std::vector<std::uint16_t> currencies;
    for (const lexicon* language : languages_) {
        pieces own;
        add(*language, own, currencies);
        for (const std::string& head : own.short_heads) add_head(head, own);
    }
    keep_currencies(std::move(currencies));
}

compound_words::compound_words(std::span<const lexicon> languages, compiled_arrays& from)
    : languages_(that_compound(languages)),
      heads_(from),
      currencies_(from),
      first_currencies_(from),
      currency_tails_(from),
      number_tails_(from) {}

void compound_words::keep_currencies(std::vector<std::uint16_t> phrases) {
    const auto last_of = [&](std::uint16_t p) {
        return std::size_t{static_cast<unsigned char>(languages_.front()->phrases()[p].text.back())};
    };
    std::sort(phrases.begin(), phrases.end(), [&](std::uint16_t a, std::uint16_t b) {
        return std::pair(last_of(a), a) < std::pair(last_of(b), b);
    });
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
    std::vector<std::uint16_t> firsts(257);
    for (const std::uint16_t p : phrases) ++firsts[last_of(p) + 1];
    for (std::size_t byte = 1; byte < firsts.size(); ++byte) firsts[byte] = static_cast<std::uint16_t>(firsts[byte] + firsts[byte - 1]);
    currencies_ = constant_array(std::move(phrases));
    first_currencies_ = constant_array(std::move(firsts));
}

/// A head of few letters together with what may follow it, as far as is looked at.
void compound_words::add_head(const std::string& head, const pieces& own) {
    const std::size_t room = looked_at - head.size();
    std::string_view last;
    for (const std::string& start : head.size() == 1 ? own.currencies : own.starts) {
        const std::string_view letters = std::string_view(start).substr(0, room);
        if (own.currencies.contains(start) && start.size() < room) heads_.add(head + start);
        if (letters != last) heads_.add_beginning(head + std::string(letters));
        last = letters;
    }
}

void compound_words::add(const lexicon& language, pieces& own, std::vector<std::uint16_t>& currencies) {
    for (const phrase& p : language.phrases()) {
        const auto terms = language.terms_of(p);
        if (p.text.empty() || terms.empty()) continue;
        const auto any = [&](const auto& fits) { return std::any_of(terms.begin(), terms.end(), fits); };
        const bool number = any([](const term& t) { return is_number(t) && !t.is(term_attached) && !t.is(term_case); });
        const bool currency = p.text.size() > 1 && any([](const term& t) {
            return is_currency(t) && !t.is(term_attached) && !t.is(term_case) && !t.is(term_weak);
        });
        const bool joiner = any([](const term& t) { return t.kind == term_class::joiner; });
        if (currency) {
            currency_tails_.add(p.text);
            currencies.push_back(static_cast<std::uint16_t>(&p - language.phrases().data()));
        }
        if (number || joiner) number_tails_.add(p.text);
        if (number && p.text.size() < looked_at)
            own.short_heads.emplace(p.text);
        else if (number)
            heads_.add_beginning(p.text);
        if (number || joiner || currency) own.starts.emplace(p.text.substr(0, looked_at));
        if (currency) own.currencies.emplace(p.text.substr(0, looked_at));
    }
}

bool compound_words::is_money(std::string_view text, std::size_t at, std::size_t end) const {
    constexpr std::size_t longest = 120;
    if (!heads_.may_begin(text, at)) return false;
    if (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)
        for (code_point c = decode_at(text, end); end - at < longest && is_letter(c.value); c = decode_at(text, end))
            end += c.length;
    if (end - at >= longest) return false;
    const bool may_be = static_cast<unsigned char>(text[end - 1]) >= 0x80 || ends_in_currency(text, at, end);
    return may_be && any_compound(text, at, end);
}

/// True if the last letters, of ASCII, are a currency of a language that compounds, and those before it may be a number.
bool compound_words::ends_in_currency(std::string_view text, std::size_t at, std::size_t end) const {
    if (!currency_tails_.may_end(text, at, end)) return false;
    const auto small = [](char c) { return ascii::is_capital(c) ? static_cast<char>(c + 32) : c; };
    const std::size_t last = static_cast<unsigned char>(small(text[end - 1]));
    const auto own = currencies_.rows().subspan(first_currencies_[last], first_currencies_[last + 1] - std::size_t{first_currencies_[last]});
    return std::any_of(own.begin(), own.end(), [&](std::uint16_t phrase) {
        const std::string_view currency = languages_.front()->phrases()[phrase].text;
        if (end - at <= currency.size()) return false;
        const std::size_t begin = end - currency.size();
        return std::equal(currency.begin(), currency.end(), text.begin() + static_cast<std::ptrdiff_t>(begin),
                          [&](char a, char b) { return a == small(b); }) &&
               (static_cast<unsigned char>(text[begin - 1]) >= 0x80 || number_tails_.may_end(text, at, begin));
    });
}

bool compound_words::any_compound(std::string_view text, std::size_t at, std::size_t end) const {
    return std::any_of(languages_.begin(), languages_.end(), [&](const lexicon* language) {
        const auto found = language->compound(text, at, end);
        if (found.empty()) return false;
        const auto last = language->terms_of(*found.back().found);
        return std::any_of(last.begin(), last.end(), is_currency);
    });
}

}  // namespace outlay::reading
