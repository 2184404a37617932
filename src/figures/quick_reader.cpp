// quick_reader: the usual forms of a sum, on tokens that need no memory of their own.
#include "quick_reader.hpp"

#include "base/ascii.hpp"
#include "digits.hpp"
#include "term_classes.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay::reading {

// --- sums

quick_answer quick_reader::read(std::size_t anchor, std::size_t not_before) {
    if (is_loose_mark(decode_at(text_, anchor).value)) return quick_answer::unsure;
    std::size_t letters = anchor;
    while (letters < text_.size() && letters - anchor < 7 && ascii::is_letter(text_[letters])) ++letters;
    if (letters - anchor > 3 && ascii::is_capital(text_[letters - 1]) && ascii::is_capital(text_[letters - 2]))
        return quick_answer::unsure;  // "MSEK"
    if (ascii::is_letter(text_[anchor]) && anchors_.is_scaled_symbol(text_, anchor)) return quick_answer::unsure;
    if (anchors_.compounds().may_begin(text_, anchor) && tokens_.is_compound(anchor)) return quick_answer::unsure;
    if (!tokens_.is_currency(anchor) || !tokens_.has_number_beside(anchor)) return quick_answer::nothing;
    constexpr int most_steps_back = 5;
    std::size_t from = anchor;
    for (int steps = 0; steps < most_steps_back; ++steps) {
        from = tokens_.start_before(from, not_before);
        if (from == std::string_view::npos) return quick_answer::unsure;
        from_boundary_ = from == not_before;
        tokens_.start_at(from);
        const token* first = tokens_.get(0);
        if (from_boundary_ || first == nullptr) break;
        const term_classes part = number_words | intricate |
                          classes_of(term_class::currency, term_class::range, term_class::linker, term_class::joiner,
                                     term_class::qualifier, term_class::article, term_class::filler);
        if (first->kind != item_kind::number && first->kind != item_kind::symbol && first->kind != item_kind::code &&
            (first->classes & part) == 0)
            break;
    }
    const quick_answer answer = find_sum(anchor);
    return tokens_.failed() ? quick_answer::unsure : answer;
}

quick_answer quick_reader::find_sum(std::size_t anchor) {
    numbers_before_ = false;
    for (std::size_t i = 0; tokens_.get(i) != nullptr;) {
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
    const token* next = tokens_.get(i + 1);
    if (next == nullptr || next->kind != item_kind::number) return false;
    if (t.kind == item_kind::symbol || t.kind == item_kind::code) return true;
    const term* word = tokens_.term_of(t, term_class::currency);
    return word != nullptr && !word->is(term_after);
}

/// True for what may begin an amount or a date in ways that only the whole grammar knows.
bool quick_reader::is_intricate(std::size_t i) {
    const token& t = tokens_[i];
    const token* next = tokens_.get(i + 1);
    const bool before_money =
        next != nullptr && (next->kind == item_kind::symbol || next->kind == item_kind::code ||
                            next->kind == item_kind::number || (next->classes & begins_amount) != 0);
    if (t.kind == item_kind::symbol || t.kind == item_kind::code)
        return before_money ||
               (next != nullptr && (next->classes != 0 || !is_letter(decode_at(text_, next->begin).value)));
    // 超5亿元: a word that bounds one magnitude says nothing of digits but as a qualifier.
    const bool digits_follow = next != nullptr && next->kind == item_kind::number;
    if ((t.classes & (digits_follow ? intricate & ~classes_of(term_class::several) : intricate)) != 0) return true;
    if (!use_.main->words_are_spaced() && t.is(term_class::multiplier)) return true;
    if (t.is(term_class::range) && t.end - t.begin == 1 && before_money && !next->spaced) return true;
    if (t.is(term_class::article))
        return next != nullptr && ((next->classes & number_words) != 0 || next->is(term_class::range));
    const term* word = tokens_.term_of(t, term_class::currency);
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
    if (first > 0 && !may_stand_after(first - 1, head)) return quick_answer::unsure;
    if (head.kind == item_kind::code) {
        candidates = {head.code};
        if (!is_code_alone(head)) return quick_answer::unsure;  // "ALL 3"
    } else if (head.kind == item_kind::symbol) {
        candidates = split_codes(head.symbol->candidates);
        if (candidates.size() > 1) reason = head.symbol->reason;
    } else if (head.kind == item_kind::phrase && !head.is(term_class::numeral)) {
        if (text_.substr(head.begin, head.end - head.begin).find_first_of("'\xE2") != std::string_view::npos) return quick_answer::unsure;  // "TL'lik"
        const term& word = *tokens_.term_of(head, term_class::currency);
        is_local_ = is_local_ || word.is(term_open);
        candidates = split_codes(word.value);
        if (candidates.size() > 1) reason = message("reason-currency-word");
    }
    if (!candidates.empty()) ++i;
    number read;
    if (!number_at(i, read)) return quick_answer::unsure;
    i = read.next;
    if (const auto answer = suffix(i, read, candidates, reason); answer != quick_answer::sum) return answer;
    if (!ends_plainly(i)) return quick_answer::unsure;
    if (candidates.empty()) {
        const token* next = tokens_.get(i);
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

/// False for a code that is also a word of another meaning.
bool quick_reader::is_code_alone(const token& head) const {
    const lexicon::match word = use_.main->longest_match(text_, head.begin);
    if (word.found == nullptr) return true;
    const auto terms = use_.main->terms_of(*word.found);
    return word.length == head.end - head.begin && std::all_of(terms.begin(), terms.end(), [&](const term& t) {
        return t.kind == term_class::currency && t.value == head.code.text();
    });
}

/// "to" that no amount stands before: "投资达到 5000 亿元".
bool quick_reader::is_lone_to(std::size_t i) const {
    const token& t = tokens_[i];
    const term* word = tokens_.term_of(t, term_class::range);
    if (word == nullptr || (word->value != "to" && word->value != "reach") || word->is(term_after) || t.is(term_class::qualifier)) return false;
    if ((t.classes & (number_words | intricate)) != 0) return false;
    if (i == 0) return from_boundary_;
    // An amount may end in any of these, or in a noun after it.
    constexpr term_classes ends_amount =
        number_words | intricate | classes_of(term_class::currency, term_class::counter, term_class::noun, term_class::per,
                                              term_class::qualifier, term_class::range, term_class::filler);
    const token& before = tokens_[i - 1];
    return (before.kind == item_kind::word || before.kind == item_kind::phrase) && (before.classes & ends_amount) == 0;
}

/// A number or a sign beside it would belong to what begins with `head`.
bool quick_reader::may_stand_after(std::size_t i, const token& head) const {
    const token& before = tokens_[i];
    if (is_lone_to(i)) return true;
    if (before.kind == item_kind::number || before.kind == item_kind::symbol || before.kind == item_kind::code)
        return false;
    term_classes ties = number_words | intricate | classes_of(term_class::range, term_class::linker, term_class::joiner);
    if (head.kind == item_kind::number) ties &= ~classes_of(term_class::several);
    if ((before.classes & ties) != 0) return false;
    if (before.is(term_class::currency) && !tokens_.term_of(before, term_class::currency)->is(term_after)) return false;
    if (before.kind != item_kind::mark || head.spaced || before.begin == 0) return true;
    const bool grouping = digit_value(decode_before(text_, before.begin).value) >= 0;
    return !grouping && (before.begin + 1 != before.end || text_[before.begin] == '(' || text_[before.begin] == '"');
}

/// The currency after a number, if one is there; `sum` also where none is.
quick_answer quick_reader::suffix(std::size_t& i, const number& read, std::vector<currency_code>& candidates,
                                  std::string& reason) {
    const bool prefixed = !candidates.empty();
    const token* t = tokens_.get(i);
    if (t == nullptr) return quick_answer::sum;
    const bool linked = t->is(term_class::linker);
    if (linked && !prefixed) t = tokens_.get(i + 1);
    if (t == nullptr) return quick_answer::unsure;
    std::size_t at = i + (linked && !prefixed ? 1 : 0);
    const token* lead = t;
    const term* country = tokens_.term_of(*t, term_class::country);
    if (country != nullptr) {
        t = tokens_.get(at + 1);
        if (prefixed || t == nullptr || t->kind != item_kind::phrase || !t->is(term_class::currency) ||
            t->is(term_class::minor))
            return quick_answer::unsure;
        ++at;
    }
    const bool money = t->kind == item_kind::symbol || t->kind == item_kind::code ||
                       (t->classes & classes_of(term_class::currency, term_class::minor)) != 0;
    if (!money) return quick_answer::sum;
    if (prefixed || t->is(term_class::minor)) return quick_answer::unsure;
    const token* next = tokens_.get(at + 1);
    if (t->kind == item_kind::code) {
        if (next != nullptr && next->spaced && next->is(term_class::magnitude)) return quick_answer::unsure;
        candidates = {t->code};
    } else if (t->kind == item_kind::symbol) {
        if (next != nullptr && next->kind == item_kind::number) return quick_answer::unsure;
        candidates = split_codes(t->symbol->candidates);
        if (candidates.size() > 1) reason = t->symbol->reason;
    } else {
        const term& word = *tokens_.term_of(*t, term_class::currency);
        is_local_ = is_local_ || word.is(term_open);
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
    const token* t = tokens_.get(i);
    if (t == nullptr) return true;
    if (t->kind == item_kind::number || t->kind == item_kind::symbol || t->kind == item_kind::code) return false;
    if ((t->classes & (number_words | classes_of(term_class::currency, term_class::minor, term_class::country))) != 0)
        return false;
    const bool opens = t->kind == item_kind::mark && text_[t->begin] == '(';
    if (!opens && !t->is(term_class::range) && !t->is(term_class::joiner) && !t->is(term_class::linker)) return true;
    const token* next = tokens_.get(i + 1);
    if (next == nullptr) return true;
    if (opens) return (next->classes & number_words) == 0;
    return next->kind != item_kind::number && next->kind != item_kind::symbol && next->kind != item_kind::code &&
           (next->classes & begins_amount) == 0;
}

/// A number not far before that the qualifier could belong to.
bool quick_reader::has_digits_before(std::size_t at) {
    looked_far_ = true;
    constexpr std::size_t reach = 80;
    const std::string_view before = text_.substr(at > reach ? at - reach : 0, std::min(at, reach));
    return before.find_first_of("0123456789") != std::string_view::npos;
}

/// 最低2億円から最大3億円: another bound right behind a lower one.
bool quick_reader::bound_follows(std::size_t past) {
    const token* t = tokens_.get(past);
    if (t != nullptr && t->is(term_class::range)) t = tokens_.get(past + 1);
    return t != nullptr && tokens_.term_of(*t, term_class::qualifier, term_before) != nullptr;
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
        const term* word = tokens_.term_of(t, term_class::qualifier, term_before);
        if (is_lone_to(at - 1)) break;
        if (t.is(term_class::range) || t.is(term_class::per) || (word != nullptr && numbers_before_)) return false;
        if (word != nullptr && !from_boundary_ && tokens_.term_of(t, term_class::qualifier, term_after) != nullptr &&
            has_digits_before(t.begin))
            return false;
        if (word != nullptr && tokens_.term_of(t, term_class::lead) == nullptr) {
            if (!before || *before == qualifier::about) before = parse_qualifier(word->value);
            first = at - 1;
        } else if (word != nullptr) {
            return false;
        } else if (!t.is(term_class::article) && tokens_.term_of(t, term_class::filler, term_before) == nullptr) {
            break;
        }
    }
    if (before == qualifier::at_least && bound_follows(next)) return false;
    std::size_t past = next;
    for (int turns = 0; turns < 3; ++turns) {
        const token* t = tokens_.get(past);
        if (t == nullptr) break;
        if (tokens_.term_of(*t, term_class::per, term_after) != nullptr) return false;
        const term* word = tokens_.term_of(*t, term_class::qualifier, term_after);
        if (word == nullptr || word->is(term_inside) || (word->is(term_attached) && t->spaced)) break;
        const token* then = tokens_.get(past + 1);
        const bool goes_on = !use_.main->words_are_spaced() && !use_.main->words_are_continuous() && then != nullptr &&
                             !then->spaced && (then->kind == item_kind::word || then->kind == item_kind::number);
        if (goes_on) break;
        const auto said = parse_qualifier(word->value);
        if (said == qualifier::band) return false;
        if (said == qualifier::at_least && then != nullptr && (then->kind == item_kind::number || then->kind == item_kind::symbol || then->kind == item_kind::code || (then->classes & begins_amount) != 0))
            return false;  // 50만원 이상 100만원 이하
        if (!after || *after == qualifier::about) after = said;
        next = ++past;
    }
    if (before == qualifier::at_least && bound_follows(past)) return false;
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
