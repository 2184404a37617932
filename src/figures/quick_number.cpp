// quick_reader: the number of a sum.
#include "quick_reader.hpp"
#include "term_classes.hpp"

namespace outlay::reading {

bool quick_reader::number_at(std::size_t first, number& read) {
    accumulator sum;
    recipe_.clear();
    using step = number_step::kind;
    bool open = false, words = true;
    const auto scales = [](const token* t) {
        return t != nullptr && (t->is(term_class::multiplier) || t->is(term_class::magnitude));
    };
    std::size_t at = first;
    for (;; ++at) {
        const token* t = tokens_.get(at);
        if (t == nullptr) break;
        const token* next = tokens_.get(at + 1);
        if (t->kind == item_kind::number) {
            if (at != first) {
                if (sum.current || !(sum.after_magnitude() || sum.has_section())) break;
                const bool goes_on = use_.main->words_are_spaced()
                                         ? t->spaced && next != nullptr && next->is(term_class::magnitude)
                                         : !t->spaced || (open && scales(next) && !next->spaced);
                if (!goes_on) break;
            }
            sum.current = decimal(integer(t->digits), t->scale);
            recipe_.push_back({step::digits, t->begin, 0, {}});
            read.grouped = t->grouped;
            read.plain = t->plain && at == first;
            words = false;
            continue;
        }
        if (t->kind != item_kind::phrase || t->classes == 0) break;
        term_classes own = t->classes & number_words;
        if (at != first) own &= ~classes_of(term_class::several_unit);
        if (t->is(term_class::qualifier) && tokens_.term_of(*t, term_class::qualifier, term_inside) != nullptr)
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
        if (t->is(term_class::magnitude) && at != first) own &= ~classes_of(term_class::numeral);  // 5 万亿
        if (own == classes_of(term_class::numeral)) {
            const term& word = *tokens_.term_of(*t, term_class::numeral);
            const auto value = decimal::parse(word.value);
            const bool closed = next != nullptr && !next->spaced && scales(next);
            if (word.is(term_after) || word.is(term_inside) || word.is(term_weak) || value->scale() > 0 ||
                value->sign() <= 0)
                return false;
            if (sum.current || (at != first && !words) ||
                (word.is(term_attached) && !(closed && (at == first || !t->spaced))))
                return false;
            sum.current = *value;
            recipe_.push_back({step::constant, 0, 0, *value});
        } else if (own == classes_of(term_class::multiplier)) {
            if (t->spaced && !use_.main->words_are_spaced() && !sum.current) break;
            if (!sum.current || t->is(term_class::minor)) return false;
            const term& word = *tokens_.term_of(*t, term_class::multiplier);
            sum.multiply(exponent_of(word));
            recipe_.push_back({step::multiply, 0, exponent_of(word), {}});
            open = word.is(term_open);
        } else if (own == classes_of(term_class::magnitude)) {
            const term& word = *tokens_.term_of(*t, term_class::magnitude);
            if (word.is(term_attached) && t->spaced) return false;
            if (t->is(term_class::currency) || word.is(term_grouping)) return false;
            if (!sum.magnify(exponent_of(word))) return false;
            recipe_.push_back({step::magnify, 0, exponent_of(word), {}});
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

}  // namespace outlay::reading
