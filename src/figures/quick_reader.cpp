// quick_reader: the usual forms of a sum, on tokens that need no memory of their own.
#include "quick_reader.hpp"

#include "accumulator.hpp"
#include "digits.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay::reading {

namespace {

using mask = std::uint64_t;

template <class... Kinds>
constexpr mask classes_of(Kinds... kinds) {
    return (... | (mask{1} << static_cast<unsigned>(kinds)));
}

constexpr mask number_words = classes_of(term_class::numeral, term_class::magnitude, term_class::multiplier,
                                         term_class::several, term_class::several_unit, term_class::point);
/// What may begin an amount or a date, or goes together with one in ways that only the whole grammar knows.
constexpr mask intricate =
    classes_of(term_class::numeral, term_class::several, term_class::several_unit, term_class::month,
               term_class::date_word, term_class::negative, term_class::country, term_class::minor);
constexpr mask begins_amount = number_words | classes_of(term_class::currency, term_class::minor, term_class::country,
                                                         term_class::negative, term_class::article);

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

// --- where reading can begin

bool quick_reader::is_between_phrases(std::size_t at) const {
    for (const phrase_insides* known : {insides_.main, insides_.companion})
        if (known != nullptr && known->may_go_on_at(text_, at)) return false;
    return true;
}

/// A place before `at`, a word or more from it, that no phrase lies across; npos if none is near.
std::size_t quick_reader::start_before(std::size_t at, std::size_t not_before) const {
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
        while (from > not_before && is_gap(text_[from - 1])) --from;
        while (from > not_before && !is_gap(text_[from - 1])) --from;
        if (from <= not_before) return not_before;
        if (words > 0 && is_between_phrases(from)) return from;
    }
    return std::string_view::npos;
}

// --- tokens

bool quick_reader::after_number() const {
    if (size_ == 0) return false;
    const token& last = tokens_[size_ - 1];
    return last.kind == item_kind::number || last.is(term_class::magnitude) || last.is(term_class::multiplier);
}

const term* quick_reader::term_of(const token& t, term_class kind, std::uint16_t flags) const {
    if (t.found == nullptr) return nullptr;
    for (const term& one : t.language->terms_of(*t.found))
        if (one.kind == kind && (one.flags & flags) == flags && fits(t, one)) return &one;
    return nullptr;
}

void quick_reader::start_at(std::size_t from) {
    size_ = 0;
    next_ = from;
    failed_ = false;
}

const quick_reader::token* quick_reader::get(std::size_t i) {
    while (i >= size_) {
        bool spaced = size_ == 0;
        while (next_ < text_.size() && is_gap(text_[next_])) ++next_, spaced = true;
        if (next_ >= text_.size() || failed_) return nullptr;
        if (size_ == tokens_.size() || !take(next_, spaced)) {
            failed_ = true;
            return nullptr;
        }
        next_ = tokens_[size_ - 1].end;
    }
    return &tokens_[i];
}

bool quick_reader::take(std::size_t at, bool spaced) {
    token& made = tokens_[size_];
    made = {};
    made.spaced = spaced;
    made.begin = made.end = static_cast<std::uint32_t>(at);
    if (is_digit(text_[at])) {
        if (!take_number(made)) return false;
        ++size_;
        return true;
    }
    const code_point c = decode_at(text_, at);
    if (c.value >= 0x80 && (!c.valid || is_space(c.value) || is_ignorable(c.value) || is_loose_mark(c.value))) return false;
    if (c.value == '.' && at + 1 < text_.size() && is_digit(text_[at + 1])) return false;
    bool taken = false;
    if (!take_currency(made, taken)) return false;
    if (!taken) {
        const phrase_match best = match_phrase(use_, text_, at, !spaced && after_number());
        if (best.found != nullptr) {
            made.kind = item_kind::phrase;
            made.end = static_cast<std::uint32_t>(at + best.length);
            made.language = best.language;
            made.found = best.found;
            for (const term& one : made.language->terms_of(*made.found))
                if (fits(made, one)) made.classes |= mask{1} << static_cast<unsigned>(one.kind);
            if (made.is(term_class::stop) && made.found->count == 1) made.kind = item_kind::word;
        } else if (is_letter(c.value)) {
            if (!take_word(made)) return false;
            token* last = size_ > 0 ? &tokens_[size_ - 1] : nullptr;
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

/// ASCII digits with points and commas; what other marks there are is not for here.
bool quick_reader::take_number(token& made) {
    struct run {
        std::size_t begin, count;
        char before;
    };
    std::array<run, 8> runs{};
    std::size_t count = 0;
    std::size_t at = made.begin;
    for (char before = 0;;) {
        const std::size_t begin = at;
        while (at < text_.size() && is_digit(text_[at])) ++at;
        if (count == runs.size()) return false;
        runs[count++] = {begin, at - begin, before};
        if (at + 1 >= text_.size() || (text_[at] != '.' && text_[at] != ',') || !is_digit(text_[at + 1])) break;
        before = text_[at++];
    }
    const number_style& style = use_.main->numbers();
    std::size_t whole = count;
    if (count == 2) {
        const bool zero = runs[0].count == 1 && text_[runs[0].begin] == '0';
        const bool three = runs[1].count == 3 && runs[0].count <= 3 && !zero;
        const bool zeros = text_.substr(runs[1].begin, runs[1].count).find_first_not_of('0') == std::string_view::npos;
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
    // A space or another mark may group further digits; ",-" stands for no cents.
    if (at < text_.size()) {
        const code_point next = decode_at(text_, at);
        const code_point then = decode_at(text_, at + next.length);
        if (digit_value(then.value) >= 0 &&
            (is_space(next.value) || (next.value >= 0x80 && !is_letter(next.value)) || next.value == '\''))
            return false;
        if ((next.value == ',' || next.value == '.') &&
            (then.value == '-' || then.value == 0x2013 || then.value == 0x2014))
            return false;
        if (is_ignorable(next.value)) return false;
    }
    std::size_t digits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        digits += runs[i].count;
        if (i >= whole) made.scale += static_cast<int>(runs[i].count);
        if (digits > 18) return false;
        for (std::size_t d = 0; d < runs[i].count; ++d)
            made.digits = made.digits * 10 + (text_[runs[i].begin + d] - '0');
    }
    made.kind = item_kind::number;
    made.end = static_cast<std::uint32_t>(at);
    made.grouped = whole > 1;
    made.plain = count == 1;
    return true;
}

bool quick_reader::take_currency(token& made, bool& taken) const {
    const std::size_t at = made.begin;
    const auto rows = data_.currencies().symbols();
    auto row = std::partition_point(rows.begin(), rows.end(), [&](const currency_symbol& s) {
        return static_cast<unsigned char>(s.symbol[0]) < static_cast<unsigned char>(text_[at]);
    });
    std::string_view best;
    for (; row != rows.end() && row->symbol[0] == text_[at]; ++row) {
        if (row->symbol.size() <= best.size() || !text_.substr(at).starts_with(row->symbol)) continue;
        const code_point last = decode_before(row->symbol, row->symbol.size());
        if (is_letter(last.value)) {
            const code_point next = decode_at(text_, at + row->symbol.size());
            if (next.length != 0 && is_letter(next.value) && !is_unspaced(next.value)) continue;
            if (is_unspaced(last.value)) {
                if (!after_number() || use_.main->longest_match(text_, at).found != nullptr) continue;
            }
            return false;
        }
        best = row->symbol;
    }
    if (is_capital(text_[at]) && at + 3 <= text_.size() && is_capital(text_[at + 1]) && is_capital(text_[at + 2])) {
        const currency_code code(text_.substr(at, 3));
        const code_point next = decode_at(text_, at + 3);
        const bool known = !(next.value < 0x80 && is_ascii_letter(static_cast<char>(next.value))) &&
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
    if (best.empty()) return at + 3 >= text_.size() || text_[at + 3] != '$' || !is_ascii_letter(text_[at]);
    made.kind = item_kind::symbol;
    made.symbol = data_.currencies().find_symbol(best, use_.main->tag());
    made.end = static_cast<std::uint32_t>(at + best.size());
    return taken = made.symbol != nullptr;
}

/// Letters and digits to the word's end, or a letter of a continuous text.
bool quick_reader::take_word(token& made) const {
    made.kind = item_kind::word;
    std::size_t end = made.begin;
    while (end < text_.size() && (is_ascii_letter(text_[end]) || (is_digit(text_[end]) && end > made.begin))) ++end;
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
    if (size >= 4 && size <= 6 && is_capital(text_[end - 1]) && is_capital(text_[end - 2]) &&
        is_capital(text_[end - 3]))
        return false;
    return !(compounds_.may_begin(text_, made.begin) && is_compound(made.begin));
}

// --- sums

bool quick_reader::number_begins(std::size_t at) const {
    while (at < text_.size() && (is_gap(text_[at]) || is_one_of(static_cast<unsigned char>(text_[at]), ".-+~:$'(")))
        ++at;
    if (at >= text_.size()) return false;
    const code_point c = decode_at(text_, at);
    if (digit_value(c.value) >= 0) return true;
    return !is_letter(c.value) ? c.value >= 0x80 : numbers_.may_begin(text_, at);
}

/// False: there is no number right before or right behind the currency at the anchor.
bool quick_reader::has_number_beside(std::size_t anchor) const {
    if (!is_letter(decode_at(text_, anchor).value) && anchor > 0 && is_letter(decode_before(text_, anchor).value))
        return true;  // "2,5 MUS$"
    for (const phrase_insides* known : {insides_.main, insides_.companion})
        if (known != nullptr && known->may_end_number(text_, anchor)) return true;
    const auto rows = data_.currencies().symbols();
    auto row = std::partition_point(rows.begin(), rows.end(), [&](const currency_symbol& s) {
        return static_cast<unsigned char>(s.symbol[0]) < static_cast<unsigned char>(text_[anchor]);
    });
    for (; row != rows.end() && row->symbol[0] == text_[anchor]; ++row)
        if (text_.substr(anchor).starts_with(row->symbol) && number_begins(anchor + row->symbol.size())) return true;
    std::size_t capitals = anchor;
    while (capitals < text_.size() && is_capital(text_[capitals])) ++capitals;
    if (capitals - anchor >= 3 && number_begins(capitals)) return true;
    for (const lexicon* language : {use_.main, use_.companion}) {
        const lexicon::match word = language != nullptr ? language->longest_match(text_, anchor) : lexicon::match{};
        if (word.found != nullptr && number_begins(anchor + word.length)) return true;
    }
    return false;
}

bool quick_reader::is_compound(std::size_t at) const {
    std::size_t end = at;
    for (code_point c = decode_at(text_, end); c.length != 0 && is_letter(c.value); c = decode_at(text_, end))
        end += c.length;
    for (const lexicon* language : {use_.main, use_.companion})
        if (language != nullptr && language->head().compounds && !language->compound(text_, at, end).empty())
            return true;
    return false;
}

quick_answer quick_reader::read(std::size_t anchor, std::size_t not_before) {
    if (is_loose_mark(decode_at(text_, anchor).value)) return quick_answer::unsure;
    std::size_t letters = anchor;
    while (letters < text_.size() && letters - anchor < 7 && is_ascii_letter(text_[letters])) ++letters;
    if (letters - anchor > 3 && is_capital(text_[letters - 1]) && is_capital(text_[letters - 2]))
        return quick_answer::unsure;  // "MSEK"
    if (is_ascii_letter(text_[anchor]) && anchors_.is_scaled_symbol(text_, anchor)) return quick_answer::unsure;
    if (compounds_.may_begin(text_, anchor) && is_compound(anchor)) return quick_answer::unsure;
    if (!has_number_beside(anchor)) return quick_answer::nothing;
    constexpr int most_steps_back = 5;
    std::size_t from = anchor;
    for (int steps = 0; steps < most_steps_back; ++steps) {
        from = start_before(from, not_before);
        if (from == std::string_view::npos) return quick_answer::unsure;
        from_boundary_ = from == not_before;
        start_at(from);
        const token* first = get(0);
        if (from_boundary_ || first == nullptr) break;
        const mask part = number_words | intricate |
                          classes_of(term_class::currency, term_class::range, term_class::linker, term_class::joiner,
                                     term_class::qualifier, term_class::article, term_class::filler);
        if (first->kind != item_kind::number && first->kind != item_kind::symbol && first->kind != item_kind::code &&
            (first->classes & part) == 0)
            break;
    }
    const quick_answer answer = find_sum(anchor);
    return failed_ ? quick_answer::unsure : answer;
}

quick_answer quick_reader::find_sum(std::size_t anchor) {
    numbers_before_ = false;
    for (std::size_t i = 0; get(i) != nullptr;) {
        const token& t = tokens_[i];
        if (t.begin > anchor) return quick_answer::nothing;
        if (t.kind == item_kind::number || t.is(term_class::numeral) || begins_with_currency(i)) {
            std::size_t next = i;
            const auto answer = sum_at(next);
            if (answer == quick_answer::unsure) return answer;
            if (answer == quick_answer::sum && sum_.end > anchor) return answer;
            if (answer == quick_answer::sum)
                return quick_answer::unsure;  // an earlier one, that had no anchor of its own
            i = next;
            numbers_before_ = true;
            continue;
        }
        if (is_intricate(i)) return quick_answer::unsure;
        ++i;
    }
    return quick_answer::nothing;
}

/// A symbol, a code or a word that stands before a number, and the number.
bool quick_reader::begins_with_currency(std::size_t i) {
    const token& t = tokens_[i];
    const token* next = get(i + 1);
    if (next == nullptr || next->kind != item_kind::number) return false;
    if (t.kind == item_kind::symbol || t.kind == item_kind::code) return true;
    const term* word = term_of(t, term_class::currency);
    return word != nullptr && !word->is(term_after);
}

/// True for what may begin an amount or a date in ways that only the whole grammar knows.
bool quick_reader::is_intricate(std::size_t i) {
    const token& t = tokens_[i];
    const token* next = get(i + 1);
    const bool before_money =
        next != nullptr && (next->kind == item_kind::symbol || next->kind == item_kind::code ||
                            next->kind == item_kind::number || (next->classes & begins_amount) != 0);
    if (t.kind == item_kind::symbol || t.kind == item_kind::code)
        return before_money ||
               (next != nullptr && (next->classes != 0 || !is_letter(decode_at(text_, next->begin).value)));
    if ((t.classes & intricate) != 0) return true;
    if (!use_.main->words_are_spaced() && t.is(term_class::multiplier)) return true;
    if (t.is(term_class::range) && t.end - t.begin == 1 && before_money && !next->spaced) return true;
    if (t.is(term_class::article))
        return next != nullptr && ((next->classes & number_words) != 0 || next->is(term_class::range));
    const term* word = term_of(t, term_class::currency);
    if (word == nullptr || word->is(term_after)) return false;
    return before_money || (next != nullptr && (next->is(term_class::range) ||
                                                (next->kind == item_kind::mark && text_[next->begin] == ':')));
}

/// The sum that begins at token i; `nothing` for a number without a currency. i is the token after it.
quick_answer quick_reader::sum_at(std::size_t& i) {
    const std::size_t first = i;
    std::vector<currency_code> candidates;
    std::string reason;
    const token& head = tokens_[i];
    if (first == 0 && !from_boundary_) return quick_answer::unsure;
    if (first > 0 && !may_stand_after(tokens_[first - 1], head)) return quick_answer::unsure;
    if (head.kind == item_kind::code) {
        candidates = {head.code};
        if (const lexicon::match word = use_.main->longest_match(text_, head.begin); word.found != nullptr)
            return quick_answer::unsure;  // "ALL 3"
    } else if (head.kind == item_kind::symbol) {
        candidates = split_codes(head.symbol->candidates);
        if (candidates.size() > 1) reason = head.symbol->reason;
    } else if (head.kind == item_kind::phrase && !head.is(term_class::numeral)) {
        candidates = split_codes(term_of(head, term_class::currency)->value);
        if (candidates.size() > 1) reason = message("reason-currency-word");
    }
    if (!candidates.empty()) ++i;
    number read;
    if (!number_at(i, read)) return quick_answer::unsure;
    i = read.next;
    if (const auto answer = suffix(i, read, candidates, reason); answer != quick_answer::sum) return answer;
    if (!ends_plainly(i)) return quick_answer::unsure;
    if (candidates.empty()) {
        const token* next = get(i);
        const bool dated = next != nullptr && (next->is(term_class::month) || next->is(term_class::date_word));
        return dated ? quick_answer::unsure : quick_answer::nothing;
    }
    sum_ = {};
    sum_.kind = figure_kind::money;
    sum_.currency = candidates.front();
    if (candidates.size() > 1) {
        sum_.candidates = std::move(candidates);
        sum_.reason = std::move(reason);
    }
    sum_.written = read.value;
    return qualify(first, i) ? quick_answer::sum : quick_answer::unsure;
}

/// A number or a sign beside it would belong to what begins with `head`.
bool quick_reader::may_stand_after(const token& before, const token& head) const {
    if (before.kind == item_kind::number || before.kind == item_kind::symbol || before.kind == item_kind::code)
        return false;
    if ((before.classes &
         (number_words | intricate | classes_of(term_class::range, term_class::linker, term_class::joiner))) != 0)
        return false;
    if (before.is(term_class::currency) && !term_of(before, term_class::currency)->is(term_after)) return false;
    if (before.kind != item_kind::mark || head.spaced || before.begin == 0) return true;
    const bool grouping = digit_value(decode_before(text_, before.begin).value) >= 0;
    return !grouping && (before.begin + 1 != before.end || text_[before.begin] == '(' || text_[before.begin] == '"');
}

bool quick_reader::number_at(std::size_t first, number& read) {
    accumulator sum;
    bool open = false, words = true;
    const auto scales = [](const token* t) {
        return t != nullptr && (t->is(term_class::multiplier) || t->is(term_class::magnitude));
    };
    std::size_t at = first;
    for (;; ++at) {
        const token* t = get(at);
        if (t == nullptr) break;
        const token* next = get(at + 1);
        if (t->kind == item_kind::number) {
            if (at != first) {
                if (sum.current || !(sum.after_magnitude() || sum.has_section())) break;
                const bool goes_on = use_.main->words_are_spaced()
                                         ? t->spaced && next != nullptr && next->is(term_class::magnitude)
                                         : !t->spaced || (open && scales(next) && !next->spaced);
                if (!goes_on) break;
            }
            sum.current = decimal(integer(t->digits), t->scale);
            read.grouped = t->grouped;
            read.plain = t->plain && at == first;
            words = false;
            continue;
        }
        if (t->kind != item_kind::phrase || t->classes == 0) break;
        mask own = t->classes & number_words;
        if (at != first) own &= ~classes_of(term_class::several_unit);
        if (t->is(term_class::qualifier) && term_of(*t, term_class::qualifier, term_inside) != nullptr)
            return false;
        if (t->is(term_class::range) && !t->spaced && next != nullptr && !next->spaced &&
            next->kind != item_kind::number)
            return false;
        if (t->is(term_class::joiner) || t->is(term_class::linker)) {
            if (next != nullptr && ((next->classes & number_words) != 0 || next->kind == item_kind::number))
                return false;
            break;
        }
        if (t->is(term_class::range) && words && sum.any && next != nullptr && next->is(term_class::numeral))
            return false;
        if (own == 0) break;
        if (own == classes_of(term_class::numeral)) {
            const term& word = *term_of(*t, term_class::numeral);
            const auto value = decimal::parse(word.value);
            const bool closed = next != nullptr && !next->spaced && scales(next);
            if (word.is(term_after) || word.is(term_inside) || word.is(term_weak) || value->scale() > 0 ||
                value->sign() <= 0)
                return false;
            if (sum.current || (at != first && !words) ||
                (word.is(term_attached) && !(closed && (at == first || !t->spaced))))
                return false;
            sum.current = *value;
        } else if (own == classes_of(term_class::multiplier)) {
            if (t->spaced && !use_.main->words_are_spaced() && !sum.current) break;
            if (!sum.current || t->is(term_class::minor)) return false;
            const term& word = *term_of(*t, term_class::multiplier);
            sum.multiply(exponent_of(word));
            open = word.is(term_open);
        } else if (own == classes_of(term_class::magnitude)) {
            const term& word = *term_of(*t, term_class::magnitude);
            if (word.is(term_attached) && t->spaced) return false;
            if (t->is(term_class::currency)) return false;
            if (!sum.magnify(exponent_of(word))) return false;
            open = word.is(term_open);
        } else {
            return false;
        }
    }
    if (!sum.any && !sum.current) return false;
    read.value = sum.value();
    read.magnitude = sum.magnitude;
    read.plain = read.plain && at == first + 1;
    read.next = at;
    return true;
}

/// The currency after a number, if one is there; `sum` also where none is.
quick_answer quick_reader::suffix(std::size_t& i, const number& read, std::vector<currency_code>& candidates,
                                  std::string& reason) {
    const bool prefixed = !candidates.empty();
    const token* t = get(i);
    if (t == nullptr) return quick_answer::sum;
    const bool linked = t->is(term_class::linker);
    if (linked && !prefixed) t = get(i + 1);
    if (t == nullptr) return quick_answer::unsure;
    std::size_t at = i + (linked && !prefixed ? 1 : 0);
    const token* lead = t;
    const term* country = term_of(*t, term_class::country);
    if (country != nullptr) {
        t = get(at + 1);
        if (prefixed || t == nullptr || t->kind != item_kind::phrase || !t->is(term_class::currency) ||
            t->is(term_class::minor))
            return quick_answer::unsure;
        ++at;
    }
    const bool money = t->kind == item_kind::symbol || t->kind == item_kind::code ||
                       (t->classes & classes_of(term_class::currency, term_class::minor)) != 0;
    if (!money) return quick_answer::sum;
    if (prefixed || t->is(term_class::minor)) return quick_answer::unsure;
    const token* next = get(at + 1);
    if (t->kind == item_kind::code) {
        if (next != nullptr && next->spaced && next->is(term_class::magnitude)) return quick_answer::unsure;
        candidates = {t->code};
    } else if (t->kind == item_kind::symbol) {
        if (next != nullptr && next->kind == item_kind::number) return quick_answer::unsure;
        candidates = split_codes(t->symbol->candidates);
        if (candidates.size() > 1) reason = t->symbol->reason;
    } else {
        const term& word = *term_of(*t, term_class::currency);
        if (word.is(term_attached) && t->spaced) return quick_answer::unsure;
        if (word.is(term_weak) && read.magnitude == 0 && !read.grouped) return quick_answer::unsure;
        if (word.is(term_generic) && next != nullptr &&
            (next->is(term_class::currency) || next->kind == item_kind::code || next->kind == item_kind::symbol))
            return quick_answer::unsure;
        candidates = split_codes(word.value);
        if (country != nullptr) {
            const currency_code owned(country->value);
            if (std::find(candidates.begin(), candidates.end(), owned) == candidates.end()) return quick_answer::unsure;
            candidates = {owned};
        }
        if (candidates.size() > 1) reason = message("reason-currency-word");
    }
    const bool loose = lead->spaced || read.magnitude == 0;
    if (!use_.main->words_are_spaced() && !use_.main->words_are_continuous() && loose && next != nullptr &&
        !next->spaced && (next->kind == item_kind::word || next->kind == item_kind::number))
        return quick_answer::unsure;
    i = at + 1;
    return quick_answer::sum;
}

/// True if what follows cannot be a range, a smaller part, an owner of the currency.
bool quick_reader::ends_plainly(std::size_t i) {
    const token* t = get(i);
    if (t == nullptr) return true;
    if (t->kind == item_kind::number || t->kind == item_kind::symbol || t->kind == item_kind::code) return false;
    if ((t->classes & (number_words | classes_of(term_class::currency, term_class::minor, term_class::country))) != 0)
        return false;
    const bool opens = t->kind == item_kind::mark && text_[t->begin] == '(';
    if (!opens && !t->is(term_class::range) && !t->is(term_class::joiner) && !t->is(term_class::linker)) return true;
    const token* next = get(i + 1);
    if (next == nullptr) return true;
    if (opens) return (next->classes & number_words) == 0;
    return next->kind != item_kind::number && next->kind != item_kind::symbol && next->kind != item_kind::code &&
           (next->classes & begins_amount) == 0;
}

/// A number not far before that the qualifier could belong to.
bool quick_reader::has_digits_before(std::size_t at) const {
    constexpr std::size_t reach = 80;
    const std::string_view before = text_.substr(at > reach ? at - reach : 0, std::min(at, reach));
    return before.find_first_of("0123456789") != std::string_view::npos;
}

/// The qualifiers around the amount, and what belongs to it: the span, the bounds.
bool quick_reader::qualify(std::size_t first, std::size_t next) {
    std::optional<qualifier> before, after;
    std::size_t at = first;
    for (;; --at) {
        if (at == 0) {
            if (!from_boundary_) return false;
            break;
        }
        const token& t = tokens_[at - 1];
        if (t.classes == 0) break;
        const term* word = term_of(t, term_class::qualifier, term_before);
        if (t.is(term_class::range) || t.is(term_class::per) || (word != nullptr && numbers_before_)) return false;
        if (word != nullptr && !from_boundary_ && term_of(t, term_class::qualifier, term_after) != nullptr &&
            has_digits_before(t.begin))
            return false;
        if (word != nullptr && term_of(t, term_class::lead) == nullptr) {
            if (!before || *before == qualifier::about) before = parse_qualifier(word->value);
            first = at - 1;
        } else if (word != nullptr) {
            return false;
        } else if (!t.is(term_class::article) && term_of(t, term_class::filler, term_before) == nullptr) {
            break;
        }
    }
    std::size_t past = next;
    for (int turns = 0; turns < 3; ++turns) {
        const token* t = get(past);
        if (t == nullptr) break;
        if (term_of(*t, term_class::per, term_after) != nullptr) return false;
        const term* word = term_of(*t, term_class::qualifier, term_after);
        if (word == nullptr || word->is(term_inside) || (word->is(term_attached) && t->spaced)) break;
        const token* then = get(past + 1);
        const bool goes_on = !use_.main->words_are_spaced() && !use_.main->words_are_continuous() && then != nullptr &&
                             !then->spaced && (then->kind == item_kind::word || then->kind == item_kind::number);
        if (goes_on) break;
        const auto said = parse_qualifier(word->value);
        if (said == qualifier::band) return false;
        if (!after || *after == qualifier::about) after = said;
        next = ++past;
    }
    sum_.qualifier = qualifier::exact;
    for (const auto& said : {after, before})
        if (said && (sum_.qualifier == qualifier::exact || *said != qualifier::about)) sum_.qualifier = *said;
    if (sum_.qualifier == qualifier::band || sum_.qualifier == qualifier::several) return false;
    sum_.amount = bounds_of(sum_.qualifier, sum_.written);
    sum_.begin = tokens_[first].begin;
    sum_.end = tokens_[next - 1].end;
    sum_.language = use_.main->tag();
    past_ = tokens_[past - 1].end;
    return true;
}

}  // namespace outlay::reading
