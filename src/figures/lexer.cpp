#include "lexer.hpp"

#include "digits.hpp"
#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay::reading {

namespace {


class cutter {
public:
    cutter(const engine& data, const languages& use, std::string_view text) : data_(data), use_(use), text_(text) {}

    std::vector<item> run() {
        items_.reserve(text_.size() / 5 + 4);
        for (std::size_t at = 0; at < text_.size();) {
            const code_point c = decode_at(text_, at);
            if (is_space(c.value) || c.value == '\n' || c.value == '\r') {
                spaced_ = true;
                at += c.length;
                continue;
            }
            if (is_ignorable(c.value)) {
                at += c.length;
                continue;
            }
            const std::size_t next = take(at, c);
            spaced_ = false;
            at = next;
        }
        return std::move(items_);
    }

private:
    std::size_t take(std::size_t at, const code_point& c) {
        if (digit_value(c.value) >= 0) return take_number(at);
        if (starts_with_point(at, c)) return take_fraction(at);
        if (const std::size_t end = take_currency(at); end != 0) return end;
        if (const std::size_t end = take_phrase(at); end != 0) return end;
        if (const std::size_t end = take_scaled_symbol(at); end != 0) return end;
        if (is_letter(c.value)) return take_word(at);
        return push(item_kind::mark, at, at + c.length).end;
    }

    item& push(item_kind kind, std::size_t begin, std::size_t end) {
        item& made = items_.emplace_back();
        made.kind = kind;
        made.begin = begin;
        made.end = end;
        made.text = text_.substr(begin, end - begin);
        made.spaced = spaced_;
        return made;
    }

    [[nodiscard]] bool after_number() const {
        return !items_.empty() && (items_.back().kind == item_kind::number || items_.back().as(term_class::magnitude) != nullptr ||
                                   items_.back().as(term_class::multiplier) != nullptr);
    }

    // --- numbers

    std::size_t take_number(std::size_t at) {
        digits_read read = read_digits(text_, at, use_.main->numbers());
        if (read.plain) widen(at, read);
        item& made = push(read.is_number ? item_kind::number : item_kind::word, at, read.end);
        made.grouped = read.grouped;
        made.plain = read.plain;
        made.value = read.value;
        if (read.is_number) made.end += no_minor_units(read.end);
        return made.end;
    }

    /// "3 250 000 €", "2 390 €": groups with spaces where the language has none, if nothing else can be meant.
    void widen(std::size_t at, digits_read& read) const {
        if (use_.main->numbers().group.find(' ') != std::string_view::npos || !is_one_of(decode_at(text_, read.end).value, " \r\n")) return;
        number_style spaced = use_.main->numbers();
        spaced.group = " ";
        const digits_read wide = read_digits(text_, at, spaced);
        const bool zeros = wide.groups == 2 && text_.substr(0, wide.end).ends_with("000");  // nobody begins a number so
        if (!wide.grouped || !(wide.groups > 2 || zeros || currency_follows(wide.end))) return;
        read = wide;
    }

    [[nodiscard]] bool currency_follows(std::size_t at) const {
        while (is_space(decode_at(text_, at).value)) at += decode_at(text_, at).length;
        if (at >= text_.size()) return false;
        const currency_symbol* symbol = longest_symbol(at, true);
        if (symbol != nullptr && !number_follows(at + symbol->symbol.size())) return true;
        const lexicon::match word = use_.main->longest_match(text_, at);
        if (word.found == nullptr) return false;
        const auto terms = use_.main->terms_of(*word.found);
        return std::any_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::currency && !t.is(term_weak); });
    }

    /// The bytes of ",-" or ",–" after a round price.
    [[nodiscard]] std::size_t no_minor_units(std::size_t at) const {
        if (at >= text_.size() || (text_[at] != ',' && text_[at] != '.')) return 0;
        std::size_t end = at + 1;
        for (code_point c = decode_at(text_, end); c.value == '-' || c.value == 0x2013 || c.value == 0x2014; c = decode_at(text_, end)) end += c.length;
        const code_point next = decode_at(text_, end);
        return end == at + 1 || digit_value(next.value) >= 0 || is_letter(next.value) ? 0 : end - at;
    }

    /// ".75 €", "$.75"
    [[nodiscard]] bool starts_with_point(std::size_t at, const code_point& c) const {
        if (c.value != '.' || digit_value(decode_at(text_, at + 1).value) < 0) return false;
        return spaced_ || items_.empty() || items_.back().kind == item_kind::symbol || items_.back().kind == item_kind::code;
    }
    std::size_t take_fraction(std::size_t at) {
        const digits_read read = read_digits(text_, at + 1, {"", "", false});
        item& made = push(item_kind::number, at, read.end);
        made.value = decimal(read.value.coefficient(), static_cast<int>(read.end - at - 1));
        return read.end;
    }

    // --- currencies

    /// Symbols and codes, where they stand beside a number: "$5", "US$ 5", "JPY10", "500 USD", "5 €".
    std::size_t take_currency(std::size_t at) {
        const currency_symbol* symbol = longest_symbol(at);
        const currency_code code = code_at(at);
        if (const currency_code before_sign = code_before_sign(at); !before_sign.empty()) {
            item& made = push(item_kind::code, at, at + 4);
            made.code = before_sign;
            return made.end;
        }
        const std::size_t symbol_end = symbol ? at + symbol->symbol.size() : 0;
        if (!code.empty() && symbol_end <= at + 3) {
            item& made = push(item_kind::code, at, at + 3);
            made.code = code;
            return made.end;
        }
        if (symbol == nullptr) return 0;
        item& made = push(item_kind::symbol, at, symbol_end);
        made.symbol = symbol;
        return made.end;
    }

    [[nodiscard]] currency_code code_at(std::size_t at) const {
        if (at + 3 > text_.size()) return {};
        const std::string_view letters = text_.substr(at, 3);
        if (!std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return {};
        if (at + 3 < text_.size() && ascii::is_letter(decode_at(text_, at + 3).value)) return {};
        const currency_code code(letters);
        if (data_.currencies().find(code) == nullptr) return {};
        return number_follows(at + 3) || after_number_or_hyphen() ? code : currency_code{};
    }

    /// "usd$ 15", "CAD$20": the sign says nothing more.
    [[nodiscard]] currency_code code_before_sign(std::size_t at) const {
        if (at + 4 > text_.size() || text_[at + 3] != '$') return {};
        const currency_code code(text_.substr(at, 3));
        return data_.currencies().find(code) != nullptr ? code : currency_code{};
    }

    [[nodiscard]] bool after_number_or_hyphen() const {
        if (after_number()) return true;
        return items_.size() >= 2 && items_.back().as(term_class::range, "join") != nullptr && !items_.back().spaced;
    }

    [[nodiscard]] bool number_follows(std::size_t at) const {
        code_point c = decode_at(text_, at);
        while (c.length != 0 && (is_space(c.value) || is_ignorable(c.value) || is_one_of(c.value, "-−~≈$"))) {
            at += c.length;
            c = decode_at(text_, at);
        }
        return c.length != 0 && digit_value(c.value) >= 0;
    }

    /// A symbol of letters ("Rs", "kr") must be a whole word beside a number; any other stands anywhere.
    [[nodiscard]] const currency_symbol* longest_symbol(std::size_t at, bool after_a_number = false) const {
        const auto rows = data_.currencies().symbols();
        const char first = text_[at];
        const auto begin = std::partition_point(rows.begin(), rows.end(), [&](const currency_symbol& s) {
            return static_cast<unsigned char>(s.symbol[0]) < static_cast<unsigned char>(first);
        });
        std::string_view best;
        for (auto row = begin; row != rows.end() && row->symbol[0] == first; ++row)
            if (row->symbol.size() > best.size() && text_.substr(at).starts_with(row->symbol) && stands_as_symbol(at, row->symbol, after_a_number))
                best = row->symbol;
        return best.empty() ? nullptr : data_.currencies().find_symbol(best, use_.main->tag());
    }

    [[nodiscard]] bool stands_as_symbol(std::size_t at, std::string_view symbol, bool after_a_number) const {
        const std::size_t end = at + symbol.size();
        const code_point last = decode_before(text_, end);
        if (is_letter(last.value)) {
            const code_point next = decode_at(text_, end);
            if (next.length != 0 && is_letter(next.value) && !is_unspaced(next.value)) return false;
            if (is_unspaced(last.value)) return after_number() && use_.main->longest_match(text_, at).found == nullptr;  // 元
            return number_follows(end) || ((after_a_number || after_number()) && symbol.size() > 1 && !is_strong_phrase(at));
        }
        return true;
    }

    /// A phrase of the language that says more than a weak word ("rp") would.
    [[nodiscard]] bool is_strong_phrase(std::size_t at) const {
        const lexicon::match match = use_.main->longest_match(text_, at);
        if (match.found == nullptr) return false;
        const auto terms = use_.main->terms_of(*match.found);
        return std::any_of(terms.begin(), terms.end(), [](const term& t) { return !t.is(term_weak); });
    }

    // --- words

    std::size_t take_phrase(std::size_t at) {
        const phrase_match best = match_phrase(use_, text_, at, !spaced_ && after_number());
        if (best.found == nullptr) return 0;
        item& made = push(item_kind::phrase, at, at + best.length);
        made.language = best.language;
        made.found = best.found;
        if (made.as(term_class::stop) != nullptr && best.found->count == 1) made.kind = item_kind::word;
        return made.end;
    }

    /// Letters and digits to the end of the word; in a script without spaces, to the end of its run; in a continuous
    /// text, where any letter may begin a phrase, one by one.
    std::size_t take_word(std::size_t at) {
        std::size_t end = at;
        const bool unspaced = is_unspaced(decode_at(text_, at).value);
        if (unspaced && use_.main->words_are_continuous()) return take_letter(at);
        for (code_point c = decode_at(text_, end); c.length != 0; c = decode_at(text_, end)) {
            const bool digit = digit_value(c.value) >= 0;
            if (!is_letter(c.value) && !digit) break;
            if (unspaced ? !is_unspaced(c.value) : (is_unspaced(c.value) && !digit)) break;
            end += c.length;
        }
        if (!unspaced && (take_compound(at, end) || take_scaled_code(at, end))) return end;
        push(item_kind::word, at, end);
        return end;
    }

    /// An item of the letters if they are a magnitude.
    bool push_scale(std::size_t begin, std::size_t end) {
        for (const lexicon* language : {use_.main, use_.companion}) {
            if (language == nullptr) continue;
            const lexicon::match scale = language->longest_match(text_.substr(begin, end - begin), 0);
            if (scale.found == nullptr || scale.length != end - begin) continue;
            const auto terms = language->terms_of(*scale.found);
            if (std::none_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::magnitude; })) continue;
            item& letters = push(item_kind::phrase, begin, end);
            letters.language = language;
            letters.found = scale.found;
            letters.compound = true;
            spaced_ = false;
            return true;
        }
        return false;
    }

    /// "48.5 MGBP", "MSEK 1,200": a letter or two of magnitude before a code.
    bool take_scaled_code(std::size_t begin, std::size_t end) {
        if (end - begin < 4 || end - begin > 6) return false;
        const currency_code code(text_.substr(end - 3, 3));
        const bool capitals = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(end - 3), text_.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!capitals || data_.currencies().find(code) == nullptr || !(after_number() || number_follows(end))) return false;
        if (!push_scale(begin, end - 3)) return false;
        push(item_kind::code, end - 3, end).code = code;
        return true;
    }

    /// "2,5 MUS$": a letter of magnitude before a symbol that begins with letters.
    std::size_t take_scaled_symbol(std::size_t at) {
        if (!after_number() || !is_letter(decode_at(text_, at).value) || !is_letter(decode_at(text_, at + 1).value)) return 0;
        const currency_symbol* symbol = longest_symbol(at + 1, true);
        if (symbol == nullptr || is_letter(decode_before(symbol->symbol, symbol->symbol.size()).value)) return 0;
        if (!push_scale(at, at + 1)) return 0;
        item& made = push(item_kind::symbol, at + 1, at + 1 + symbol->symbol.size());
        made.symbol = symbol;
        return made.end;
    }

    std::size_t take_letter(std::size_t at) {
        const std::size_t end = at + decode_at(text_, at).length;
        const bool goes_on = !spaced_ && !items_.empty() && items_.back().kind == item_kind::word && items_.back().end == at;
        if (!goes_on) return push(item_kind::word, at, end).end;
        items_.back().end = end;
        return end;
    }

    /// "zweihundertfünfzig": an item for each of its words.
    bool take_compound(std::size_t begin, std::size_t end) {
        const lexicon* language = use_.main;
        std::vector<lexicon::match> pieces = language->compound(text_, begin, end);
        if (pieces.empty() && use_.companion != nullptr) pieces = (language = use_.companion)->compound(text_, begin, end);
        for (const lexicon::match& piece : pieces) {
            item& made = push(item_kind::phrase, begin, begin + piece.length);
            made.language = language;
            made.found = piece.found;
            made.compound = true;
            begin += piece.length;
            spaced_ = false;
        }
        return begin == end;
    }

    const engine& data_;
    const languages& use_;
    std::string_view text_;
    std::vector<item> items_;
    bool spaced_ = true;
};

}  // namespace

const term* item::as(term_class wanted, std::uint16_t flags) const {
    if (found == nullptr) return nullptr;
    for (const term& t : language->terms_of(*found))
        if (t.kind == wanted && (t.flags & flags) == flags && fits(t)) return &t;
    return nullptr;
}

const term* item::as(term_class wanted, std::string_view value_text) const {
    if (found == nullptr) return nullptr;
    for (const term& t : language->terms_of(*found))
        if (t.kind == wanted && t.value == value_text && fits(t)) return &t;
    return nullptr;
}

namespace {

/// Directly after a number a look-alike ("원칙") wins only if the shorter term leaves an unknown rest.
lexicon::match prefer_term(const lexicon& language, std::string_view text, std::size_t at, const lexicon::match& longest) {
    const lexicon::match shorter = language.longest_term(text, at);
    if (shorter.found == nullptr || shorter.length >= longest.length) return longest;
    const std::size_t rest = at + shorter.length;
    const code_point next = decode_at(text, rest);
    const bool ends = next.length == 0 || !is_letter(next.value);
    return ends || language.longest_term(text, rest).found != nullptr ? shorter : longest;
}

}  // namespace

phrase_match match_phrase(const languages& use, std::string_view text, std::size_t at, bool right_after_number) {
    lexicon::match best = use.main->longest_match(text, at);
    const lexicon* language = use.main;
    if (right_after_number && best.found != nullptr && !use.main->words_are_spaced() && !use.main->words_are_continuous())
        best = prefer_term(*use.main, text, at, best);
    if (use.companion != nullptr) {
        const lexicon::match other = use.companion->longest_match(text, at);
        if (other.length > best.length) {
            best = other;
            language = use.companion;
        }
    }
    if (best.found == nullptr) return {};
    // A phrase all of whose terms want exact letters must have them.
    const auto terms = language->terms_of(*best.found);
    const bool letters_match = std::any_of(terms.begin(), terms.end(), [&](const term& t) { return !t.is(term_case) || text.substr(at, best.length) == t.written; });
    return letters_match ? phrase_match{best.found, language, best.length} : phrase_match{};
}

std::vector<item> cut(const engine& data, const languages& use, std::string_view passage) {
    return cutter(data, use, passage).run();
}

}  // namespace outlay::reading
