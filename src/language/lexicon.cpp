#include <outlay/language/lexicon.hpp>

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include "base/ascii.hpp"
#include "phrase_trie.hpp"

#include <algorithm>
#include <bit>

namespace outlay {

namespace {

bool only_stops(std::span<const term> terms) {
    return std::all_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::stop; });
}

/// A piece that stands in compound words alone ("huszon").
bool only_inside(std::span<const term> terms) {
    return std::all_of(terms.begin(), terms.end(), [](const term& t) { return t.is(term_inside); });
}

/// What numbers and what stands with them are made of; such words are inflected and compounded.
bool is_number_word(const term& t) {
    return t.kind == term_class::numeral || t.kind == term_class::multiplier || t.kind == term_class::magnitude;
}
bool is_inflected(const term& t) {
    return is_number_word(t) || t.kind == term_class::currency || t.kind == term_class::minor || t.kind == term_class::noun ||
           t.kind == term_class::several || t.kind == term_class::several_unit;
}

}  // namespace

bool ends_word(std::string_view text, std::size_t offset) {
    const auto is_ascii = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) < 0x80; };
    if (offset > 0 && offset < text.size() && is_ascii(offset - 1) && is_ascii(offset))
        return !ascii::is_letter(text[offset - 1]) || (!ascii::is_letter(text[offset]) && !ascii::is_digit(text[offset]));
    // Sooner for a syllable or an ideograph with its like or ASCII behind it.
    constexpr std::size_t wide = 3;
    if (offset >= wide && offset + wide <= text.size() && is_wide_letter(text, offset - wide)) {
        if (is_ascii(offset)) return !ascii::is_letter(text[offset]) && !ascii::is_digit(text[offset]);
        if (is_wide_letter(text, offset)) return true;
    }
    const code_point last = decode_before(text, offset);
    if (!is_letter(last.value)) return true;
    const code_point next = decode_at(text, offset);
    if (next.length == 0) return true;
    if (next.value < 0x80) return !is_letter(next.value) && (next.value < '0' || next.value > '9');
    return !is_letter(next.value) || is_unspaced(next.value);
}

phrase_traits traits_of(std::span<const term> terms) {
    const auto any = [&](const auto& fits) { return std::any_of(terms.begin(), terms.end(), fits); };
    return {only_stops(terms), only_inside(terms), any(is_inflected), any([](const term& t) { return t.is(term_prefix); })};
}

namespace {

/// The phrases that the text has at an offset, longest first.
class phrases_at {
public:
    /// `language`: whose terms are meant; null: nobody asks.
    phrases_at(const word_table& words, const lexicon* language, std::string_view text, std::size_t offset)
        : words_(words), language_(language), run_(text, offset) {
        if (words.buckets.size() != word_table::bucket_count) return;
        run_.extend(2);
        if (run_.view().empty()) return;
        const auto byte = [&](std::size_t i) { return i < run_.view().size() ? static_cast<unsigned char>(run_.view()[i]) : 0U; };
        const std::size_t key = byte(0) << 8U | byte(1);
        const auto& own = words.buckets[key];
        run_.extend(own.longest);
        const std::size_t last = last_not_after(own.first, words.buckets[key + 1].first);
        if (last != none) {
            at_ = last;
            settle();
            return;
        }
        const std::size_t single = words.buckets[byte(0) << 8U].first;  // a phrase of one byte stands first among its own
        if (single < words.phrases.size() && words.phrases[single].text == run_.view().substr(0, 1)) at_ = single;
    }

    [[nodiscard]] const phrase* current() const { return at_ == none ? nullptr : &words_.phrases[at_]; }
    [[nodiscard]] std::size_t end() const { return run_.end_of(current()->text.size()); }
    [[nodiscard]] phrase_traits traits() const { return traits_of(language_->terms_of(*current())); }
    void next() {
        const auto shorter = words_.phrases[at_].shorter;
        at_ = shorter == 0 ? none : shorter - 1U;
        settle();
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t last_not_after(std::size_t first, std::size_t last) const {
        const auto begin = words_.phrases.begin();
        const auto found = std::upper_bound(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), run_.view(),
                                            [](std::string_view text, const phrase& p) { return text < p.text; });
        const auto index = static_cast<std::size_t>(found - begin);
        return index == first ? none : index - 1;
    }
    void settle() {
        while (at_ != none && !(run_.view().starts_with(words_.phrases[at_].text) && run_.is_boundary(words_.phrases[at_].text.size()))) {
            const auto shorter = words_.phrases[at_].shorter;
            at_ = shorter == 0 ? none : shorter - 1U;
        }
    }

    const word_table& words_;
    const lexicon* language_;
    folded_run run_;
    std::size_t at_ = none;
};

/// Those of one language, out of a trie.
class trie_phrases_at {
public:
    trie_phrases_at(const phrase_trie& trie, const lexicon& language, std::string_view text, std::size_t offset)
        : trie_(trie), language_(language), found_(trie.find(text, offset)) {
        settle();
    }

    [[nodiscard]] const phrase* current() const { return found_.size == 0 ? nullptr : &last(); }
    [[nodiscard]] std::size_t end() const { return found_.all[found_.size - 1].end; }
    [[nodiscard]] phrase_traits traits() const { return trie_.traits(last(), language_); }
    void next() {
        --found_.size;
        settle();
    }

private:
    [[nodiscard]] const phrase& last() const { return language_.words().phrases[found_.all[found_.size - 1].phrase]; }
    void settle() {
        while (found_.size != 0 && (last().languages & language_.bit()) == 0) --found_.size;
    }

    const phrase_trie& trie_;
    const lexicon& language_;
    phrase_trie::matches found_;
};

/// What `ask` says of the phrases at an offset.
template <class Ask>
auto with_phrases_at(const phrase_trie* quick, const lexicon& language, std::string_view text, std::size_t offset, const Ask& ask) {
    return quick != nullptr ? ask(trie_phrases_at(*quick, language, text, offset)) : ask(phrases_at(language.words(), &language, text, offset));
}

bool lists(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == name) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

bool is_unspaced(char32_t c) {
    return is_hangul(c) || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0x0E00 && c <= 0x0E7F);
}

const phrase_trie* lexicon::quick() const { return quick_ == nullptr ? nullptr : quick_->of(words_); }

bool lexicon::has_tag(std::string_view tag) const { return head_.tag == tag || lists(head_.aliases, tag); }

std::span<const term> lexicon::terms_of(const phrase& p) const {
    if ((p.languages & bit()) == 0) return {};
    if (quick_ != nullptr && quick_->ready() != nullptr) return quick_->ready()->terms_of(p, *this);
    const auto all = words_.terms.subspan(p.first, p.count);
    std::size_t first = 0;
    while (all[first].language != number_) ++first;
    std::size_t last = first;
    while (last < all.size() && all[last].language == number_) ++last;
    return all.subspan(first, last - first);
}

/// Bytes of an ending of the language that stands at `offset` and ends the word there; 0 if there is none.
std::size_t lexicon::ending_at(std::string_view text, std::size_t offset) const {
    if (head_.endings.empty()) return 0;
    folded_run run(text, offset);
    constexpr std::size_t longest_ending = 20;
    run.extend(longest_ending);
    std::string_view list = head_.endings;
    while (!list.empty()) {
        const std::string_view ending = list.substr(0, std::min(list.find(' '), list.size()));
        list.remove_prefix(std::min(ending.size() + 1, list.size()));
        if (run.view().starts_with(ending) && ends_word(text, run.end_of(ending.size()))) return run.end_of(ending.size()) - offset;
    }
    return 0;
}

/// True if the rest of a word after a prefix is a number or a word of one (ו23, ومليون).
bool lexicon::goes_on_at(std::string_view text, std::size_t offset) const {
    if (!is_letter(decode_at(text, offset).value)) return true;
    return with_phrases_at(quick(), *this, text, offset, [&](auto&& each) {
        for (; each.current() != nullptr; each.next())
            if (each.traits().inflected && ends_word(text, each.end())) return true;
        return false;
    });
}

namespace {

/// Between two ASCII letters: in a text of any script that is the middle of a word.
bool is_inside_latin(std::string_view text, std::size_t at) {
    const auto is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return at > 0 && at < text.size() && is_ascii_letter(text[at - 1]) && is_ascii_letter(text[at]);
}

}  // namespace

lexicon::match lexicon::search(std::string_view text, std::size_t offset, bool pass_over_stops) const {
    return with_phrases_at(quick(), *this, text, offset, [&](auto&& each) -> match {
        for (; each.current() != nullptr; each.next()) {
            const phrase& p = *each.current();
            if ((p.languages & bit()) == 0) continue;
            const phrase_traits traits = each.traits();
            if (pass_over_stops && traits.only_stops) continue;
            if (head_.spaced && traits.only_inside) continue;
            // First: "dolar'a" could end before its apostrophe.
            const std::size_t ending = traits.inflected ? ending_at(text, each.end()) : 0;
            if (ending != 0 || (!head_.spaced && !is_inside_latin(text, each.end())) || ends_word(text, each.end()) || (traits.prefix && goes_on_at(text, each.end())))
                return {&p, each.end() + ending - offset};
        }
        return {};
    });
}

lexicon::match lexicon::longest_match(std::string_view text, std::size_t offset) const { return search(text, offset, false); }

lexicon::match lexicon::longest_term(std::string_view text, std::size_t offset) const { return search(text, offset, true); }

std::vector<lexicon::match> lexicon::compound(std::string_view text, std::size_t begin, std::size_t end) const {
    std::vector<match> pieces;
    if (head_.compounds && !split(text, begin, end, pieces)) pieces.clear();
    return pieces;
}

bool lexicon::split(std::string_view text, std::size_t begin, std::size_t end, std::vector<match>& pieces) const {
    constexpr std::size_t most_pieces = 12;
    constexpr std::size_t shortest_currency = 2;  // "8 mkr", but no letter alone
    if (begin == end) return pieces.size() > 1;
    if (pieces.size() == most_pieces) return false;
    return with_phrases_at(quick(), *this, text, begin, [&](auto&& each) {
        for (; each.current() != nullptr; each.next()) {
            if (each.end() > end) continue;
            const auto terms = terms_of(*each.current());
            const bool last = each.end() == end;
            // One letter stands for a magnitude right before the currency ("8 mkr"), or joins longer words.
            const bool after_letter = !pieces.empty() && pieces.back().length == 1;
            const bool letter = each.end() - begin == 1;
            if (letter && (last || after_letter)) continue;
            const bool fits = std::any_of(terms.begin(), terms.end(), [&](const term& t) {
                if (t.is(term_attached) || t.is(term_case)) return false;
                if (t.kind == term_class::joiner) return !pieces.empty() && !last;
                if (letter) return pieces.empty() && is_number_word(t);
                if (after_letter && pieces.size() == 1 && t.kind != term_class::currency) return false;
                return is_number_word(t) || (last && !pieces.empty() && t.kind == term_class::currency && !t.is(term_weak) && each.end() - begin >= shortest_currency);
            });
            if (!fits) continue;
            pieces.push_back({each.current(), each.end() - begin});
            if (split(text, each.end(), end, pieces)) return true;
            pieces.pop_back();
        }
        return false;
    });
}

lexicon::match longest_of_all(const word_table& words, std::string_view text, std::size_t offset) {
    for (phrases_at each(words, nullptr, text, offset); each.current() != nullptr; each.next())
        if (ends_word(text, each.end())) return {each.current(), each.end() - offset};
    return {};
}

}  // namespace outlay
