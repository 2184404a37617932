// quick_tokens: cuts as lexer.cpp does, one token at a time.
#include "quick_tokens.hpp"

#include "base/ascii.hpp"
#include "digits.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay::reading {

// --- where reading can begin

bool quick_tokens::is_between_phrases(std::size_t at) const {
    for (const phrase_insides* known : {insides_.main, insides_.companion})
        if (known != nullptr && known->may_go_on_at(text_, at)) return false;
    return true;
}

/// A place before `at`, a word or more from it, that no phrase lies across; npos if none is near.
std::size_t quick_tokens::start_before(std::size_t at, std::size_t not_before) const {
    constexpr std::size_t most_characters = 30;
    constexpr int most_words = 6;
    if (use_.main->words_are_continuous()) {
        std::size_t from = at;
        for (std::size_t n = 0; n < most_characters; ++n) {
            if (from <= not_before) return not_before;
            const code_point c = decode_before(text_, from);
            from -= c.length;
            const bool inside = (insides_.main->may_hold(c.value)) ||
                                (insides_.companion != nullptr && insides_.companion->may_hold(c.value));
            if (c.value >= 0x80 && n > 0 && !inside && !is_ignorable(c.value)) return from;
        }
        return std::string_view::npos;
    }
    std::size_t from = at;
    for (int words = 0; words < most_words; ++words) {
        while (from > not_before && ascii::is_gap(text_[from - 1])) --from;
        while (from > not_before && !ascii::is_gap(text_[from - 1])) --from;
        if (from <= not_before) return not_before;
        if (words > 0 && is_between_phrases(from)) return from;
    }
    return std::string_view::npos;
}

namespace {

bool leads_to_currency(const known_phrase& p) {
    const auto terms = p.language->terms_of(*p.found);
    return std::any_of(terms.begin(), terms.end(), phrase_insides::leads_to_currency);
}

}  // namespace

// --- tokens

bool quick_tokens::after_number() const {
    if (size_ == 0) return false;
    const quick_token& last = tokens_[size_ - 1];
    return last.kind == item_kind::number || last.is(term_class::magnitude) || last.is(term_class::multiplier);
}

const term* quick_tokens::term_of(const quick_token& t, term_class kind, std::uint16_t flags) const {
    if (t.found == nullptr) return nullptr;
    for (const term& one : t.language->terms_of(*t.found))
        if (one.kind == kind && (one.flags & flags) == flags && letters_fit(one, text_.substr(t.begin, t.end - t.begin)))
            return &one;
    return nullptr;
}

void quick_tokens::start_at(std::size_t from) {
    size_ = 0;
    next_ = from;
    failed_ = false;
}

const quick_token* quick_tokens::get(std::size_t i) {
    while (i >= size_) {
        bool spaced = size_ == 0;
        while (next_ < text_.size() && ascii::is_gap(text_[next_])) ++next_, spaced = true;
        if (next_ >= text_.size() || failed_) return nullptr;
        if (size_ == tokens_.size() || !take(next_, spaced)) {
            failed_ = true;
            return nullptr;
        }
        next_ = tokens_[size_ - 1].end;
    }
    return &tokens_[i];
}

bool quick_tokens::take(std::size_t at, bool spaced) {
    quick_token& made = tokens_[size_];
    made = {};
    made.spaced = spaced;
    made.begin = made.end = static_cast<std::uint32_t>(at);
    if (ascii::is_digit(text_[at])) {
        if (!read_plain_number(text_, use_.main->numbers(), made)) return false;
        ++size_;
        return true;
    }
    const code_point c = decode_at(text_, at);
    if (c.value >= 0x80 && (!c.valid || is_space(c.value) || is_ignorable(c.value) || is_loose_mark(c.value)))
        return false;
    if (c.value == '.' && at + 1 < text_.size() && ascii::is_digit(text_[at + 1])) return false;
    bool taken = false;
    if (!take_currency(made, taken)) return false;
    if (!taken) {
        const known_phrase best = memory_.match(text_, at, !spaced && after_number());
        if (best.found != nullptr) {
            made.kind = item_kind::phrase;
            made.end = static_cast<std::uint32_t>(at + best.length);
            made.language = best.language;
            made.found = best.found;
            made.classes = best.classes;
            if (made.is(term_class::stop) && made.found->count == 1) made.kind = item_kind::word;
        } else if (is_letter(c.value)) {
            if (!take_word(made)) return false;
            quick_token* last = size_ > 0 ? &tokens_[size_ - 1] : nullptr;
            if (use_.main->words_are_continuous() && is_unspaced(c.value) && !spaced && last != nullptr &&
                last->kind == item_kind::word && last->end == at) {
                last->end = made.end;
                return true;
            }
        } else {
            made.end = static_cast<std::uint32_t>(at + c.length);
        }
    }
    ++size_;
    return true;
}

bool read_plain_number(std::string_view text, const number_style& style, quick_token& made) {
    struct run {
        std::size_t begin, count;
        char before;
    };
    std::array<run, 8> runs{};
    std::size_t count = 0;
    std::size_t at = made.begin;
    for (char before = 0;;) {
        const std::size_t begin = at;
        while (at < text.size() && ascii::is_digit(text[at])) ++at;
        if (count == runs.size()) return false;
        runs[count++] = {begin, at - begin, before};
        if (at + 1 >= text.size() || (text[at] != '.' && text[at] != ',') || !ascii::is_digit(text[at + 1])) break;
        before = text[at++];
    }
    std::size_t whole = count;
    if (count == 2) {
        const bool zero = runs[0].count == 1 && text[runs[0].begin] == '0';
        const bool three = runs[1].count == 3 && runs[0].count <= 3 && !zero;
        const bool zeros = text.substr(runs[1].begin, runs[1].count).find_first_not_of('0') == std::string_view::npos;
        if (style.decimal.find(runs[1].before) != std::string_view::npos)
            whole = three && zeros ? 2 : 1;
        else if (three)
            whole = 2;
        else if (style.group.find(runs[1].before) != std::string_view::npos && runs[0].count > 3 && runs[1].count == 3)
            return false;
        else
            whole = 1;
    } else if (count > 2) {
        const auto grouped = [&](std::size_t n) {
            if (n < 2 || runs[0].count > 3) return false;
            for (std::size_t i = 1; i < n; ++i) {
                const bool indian = style.indian_groups && i + 1 < n && runs[i].count == 2;
                if (runs[i].before != runs[1].before || (runs[i].count != 3 && !indian)) return false;
            }
            return true;
        };
        if (!grouped(count)) {
            if (runs[count - 1].before == runs[1].before || !grouped(count - 1)) return false;
            whole = count - 1;
        }
    }
    if (runs[0].count == 3 && text.substr(runs[0].begin, 3) == "000") return false;  // a number begins in the line before
    // A space, a line's end or another mark may group further digits; ",-" stands for no cents.
    if (at < text.size()) {
        const code_point next = decode_at(text, at);
        if (next.value == '\n' || next.value == '\r') {
            const std::size_t line = text.find_first_not_of("\r\n", at);
            if (line != std::string_view::npos && ascii::is_digit(text[line])) return false;
        }
        const code_point then = decode_at(text, at + next.length);
        if (digit_value(then.value) >= 0 &&
            (is_space(next.value) || (next.value >= 0x80 && !is_letter(next.value)) || next.value == '\''))
            return false;
        if ((next.value == ',' || next.value == '.') &&
            (then.value == '-' || then.value == 0x2013 || then.value == 0x2014))
            return false;
        if (is_ignorable(next.value)) return false;
        if ((next.value == 'e' || next.value == 'E') && (digit_value(then.value) >= 0 || then.value == '+')) return false;  // "1e9"
    }
    std::size_t digits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        digits += runs[i].count;
        if (i >= whole) made.scale += static_cast<int>(runs[i].count);
        if (digits > 18) return false;
        for (std::size_t d = 0; d < runs[i].count; ++d)
            made.digits = made.digits * 10 + (text[runs[i].begin + d] - '0');
    }
    made.kind = item_kind::number;
    made.end = static_cast<std::uint32_t>(at);
    made.grouped = whole > 1;
    made.plain = count == 1;
    return true;
}

bool quick_tokens::take_currency(quick_token& made, bool& taken) const {
    const std::size_t at = made.begin;
    std::string_view best;
    for (const currency_symbol& row : anchors_.symbols_with(text_[at])) {
        if (row.symbol.size() <= best.size() || !text_.substr(at).starts_with(row.symbol)) continue;
        const code_point last = decode_before(row.symbol, row.symbol.size());
        if (is_letter(last.value)) {
            const code_point next = decode_at(text_, at + row.symbol.size());
            if (next.length != 0 && is_letter(next.value) && !is_unspaced(next.value)) continue;
            if (is_unspaced(last.value)) {
                const known_phrase word = memory_.match(text_, at, false);
                if (!after_number() || (word.found != nullptr && word.language == use_.main)) continue;
            }
            return false;
        }
        best = row.symbol;
    }
    if (ascii::is_capital(text_[at]) && at + 3 <= text_.size() && ascii::is_capital(text_[at + 1]) &&
        ascii::is_capital(text_[at + 2])) {
        const currency_code code(text_.substr(at, 3));
        const code_point next = decode_at(text_, at + 3);
        const bool known = !(next.value < 0x80 && ascii::is_letter(static_cast<char>(next.value))) &&
                           data_.currencies().find(code) != nullptr;
        if (known) {
            if (!best.empty() || next.value == '$') return false;
            std::size_t then = at + 3;
            while (then < text_.size() && (text_[then] == ' ' || text_[then] == '\t')) ++then;
            const code_point follows = decode_at(text_, then);
            if (follows.value >= 0x80 || is_one_of(follows.value, "-~$")) return false;
            if (size_ > 0 && tokens_[size_ - 1].is(term_class::range)) return false;
            if (digit_value(follows.value) >= 0 || after_number()) {
                made.kind = item_kind::code;
                made.code = code;
                made.end = static_cast<std::uint32_t>(at + 3);
                taken = true;
            }
            return true;
        }
    }
    if (best.empty()) return at + 3 >= text_.size() || text_[at + 3] != '$' || !ascii::is_letter(text_[at]);
    made.kind = item_kind::symbol;
    made.symbol = data_.currencies().find_symbol(best, use_.main->tag());
    made.end = static_cast<std::uint32_t>(at + best.size());
    return taken = made.symbol != nullptr;
}

/// Letters and digits to the word's end, or a letter of a continuous text.
bool quick_tokens::take_word(quick_token& made) const {
    made.kind = item_kind::word;
    std::size_t end = made.begin;
    while (end < text_.size() && (ascii::is_letter(text_[end]) || (ascii::is_digit(text_[end]) && end > made.begin)))
        ++end;
    const bool unspaced = end == made.begin && is_unspaced(decode_at(text_, end).value);
    if (end == made.begin || (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80))
        for (code_point c = decode_at(text_, end); c.length != 0; c = decode_at(text_, end)) {
            const bool digit = digit_value(c.value) >= 0;
            if (!is_letter(c.value) && !digit) break;
            if (unspaced ? !is_unspaced(c.value) : (is_unspaced(c.value) && !digit)) break;
            end += c.length;
            if (unspaced && use_.main->words_are_continuous()) break;
        }
    made.end = static_cast<std::uint32_t>(end);
    if (unspaced) return true;
    if (after_number() && end < text_.size() && (static_cast<unsigned char>(text_[end]) >= 0x80 || text_[end] == '$'))
        return false;  // "2,5 MUS$"
    const std::size_t size = end - made.begin;
    if (size >= 4 && size <= 6 && ascii::is_capital(text_[end - 1]) && ascii::is_capital(text_[end - 2]) &&
        ascii::is_capital(text_[end - 3]))
        return false;
    return !(anchors_.compounds().may_begin(text_, made.begin) && is_compound(made.begin));
}

/// False: what stands before the currency at the anchor ends no number, and nothing that stands between the two.
bool quick_tokens::may_follow_number(std::size_t anchor) const {
    if (!anchors_.may_follow_number(text_, anchor, insides_.main) &&
        !(insides_.companion != nullptr && anchors_.may_follow_number(text_, anchor, insides_.companion)))
        return false;
    std::size_t end = anchor;
    while (end > 0 && ascii::is_gap(text_[end - 1])) --end;
    if (end == 0 || !ascii::is_letter(text_[end - 1])) return true;
    // Some phrase must end in that word and lead to a currency.
    constexpr int most_words = 5;
    std::size_t begin = end;
    for (int words = 0; words < most_words; ++words) {
        while (begin > 0 && ascii::is_letter(text_[begin - 1])) --begin;
        if (begin > 0 && (static_cast<unsigned char>(text_[begin - 1]) >= 0x80 || text_[begin - 1] == '\'')) return true;
        if (words == 0 && (anchors_.compounds().may_begin(text_, begin) || ascii::is_capital(text_[end - 1]))) return true;
        const known_phrase word = memory_.match(text_, begin, begin > 0 && ascii::is_digit(text_[begin - 1]));
        if (word.found != nullptr && begin + word.length >= end && leads_to_currency(word)) return true;
        if (begin > 0 && ascii::is_digit(text_[begin - 1])) return true;
        while (begin > 0 && ascii::is_gap(text_[begin - 1])) --begin;
        if (begin == 0) return false;
        const char last = text_[begin - 1];
        if (last == '.' && begin > 1 && is_letter(decode_before(text_, begin - 1).value))
            return anchors_.is_abbreviated(text_, begin - 1);
        if (!ascii::is_letter(last)) return is_one_of(static_cast<unsigned char>(last), "-.'/&");
    }
    return true;
}

bool quick_tokens::is_currency(std::size_t anchor) const {
    const auto symbols = anchors_.symbols_with(text_[anchor]);
    const bool symbol = std::any_of(symbols.begin(), symbols.end(), [&](const currency_symbol& row) {
        return text_.substr(anchor).starts_with(row.symbol);
    });
    if (symbol || memory_.match(text_, anchor, false).found != nullptr) return true;
    return anchor + 1 < text_.size() && ascii::is_letter(text_[anchor]) && ascii::is_capital(text_[anchor + 1]);
}

/// False: there is no number right before or right behind the currency at the anchor.
bool quick_tokens::has_number_beside(std::size_t anchor) const {
    if (!is_letter(decode_at(text_, anchor).value) && anchor > 0 && is_letter(decode_before(text_, anchor).value))
        return true;  // "2,5 MUS$"
    if (may_follow_number(anchor)) return true;
    for (const currency_symbol& row : anchors_.symbols_with(text_[anchor]))
        if (text_.substr(anchor).starts_with(row.symbol) && anchors_.number_begins(text_, anchor + row.symbol.size()))
            return true;
    std::size_t capitals = anchor;
    while (capitals < text_.size() && ascii::is_capital(text_[capitals])) ++capitals;
    if (capitals - anchor >= 3 && anchors_.number_begins(text_, capitals)) return true;
    const known_phrase word = memory_.match(text_, anchor, false);
    return word.found != nullptr && anchors_.number_begins(text_, anchor + word.length);
}

bool quick_tokens::is_compound(std::size_t at) const {
    std::size_t end = at;
    for (code_point c = decode_at(text_, end); c.length != 0 && is_letter(c.value); c = decode_at(text_, end))
        end += c.length;
    for (const lexicon* language : {use_.main, use_.companion})
        if (language != nullptr && language->head().compounds && !language->compound(text_, at, end).empty())
            return true;
    return false;
}

}  // namespace outlay::reading
