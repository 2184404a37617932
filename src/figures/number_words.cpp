// How digits, numerals, multipliers and magnitudes add up to a number.
#include "accumulator.hpp"
#include "amount.hpp"

#include <algorithm>

namespace outlay::reading {

std::size_t amount_reader::past_hyphen(std::size_t i) const {
    const item* hyphen = get(i);
    const item* next = get(i + 1);
    if (hyphen == nullptr || next == nullptr || hyphen->spaced || next->spaced || next->kind == item_kind::number) return i;
    return hyphen->as(term_class::range, "join") != nullptr && hyphen->end - hyphen->begin == 1 ? i + 1 : i;
}

bool is_round_magnitude(const decimal& value) {
    if (value < decimal(1000)) return false;
    integer rest = value.scale() < 0 ? value.coefficient() * power_of_ten(-value.scale()) : value.coefficient();
    while (rest % 10 == 0) rest /= 10;
    return value.scale() <= 0 && rest == 1;
}

namespace {

/// One pass over the items of a number.
class number_pass {
public:
    number_pass(const std::vector<item>& items, const amount_reader& reader, const lexicon& main, bool higher = false)
        : items_(items), reader_(reader), main_(main), higher_(higher) {}

    std::optional<number_read> run(std::size_t first) {
        first_ = at_ = first;
        while (at_ < items_.size() && step()) {}
        if (!sum_.any && !sum_.current && !several_) return std::nullopt;
        // "several" alone is no number; "hundreds of" is one of what it counts.
        if (several_ && !sum_.any && several_unit_ == 0 && *sum_.current < decimal(10)) return std::nullopt;
        return finished();
    }
    /// True if it can be one of two numbers; `higher` reads the other one.
    [[nodiscard]] bool is_pair() const { return pair_; }

private:
    bool step() {
        const item& it = items_[at_];
        if (it.kind == item_kind::number) return digits(it);
        if (it.kind != item_kind::phrase) return hyphen();
        if (const term* t = it.as(term_class::several_unit); t != nullptr && several_unit(*t)) return true;
        if (const term* t = it.as(term_class::several); t != nullptr && at_ == first_) return several(*t);
        if (const term* t = it.as(term_class::multiplier); t != nullptr && multiplier(*t, it)) return true;
        if (const term* t = it.as(term_class::magnitude); t != nullptr && !gone_back_ && magnitude(*t, it)) return true;
        if (gone_back_) return false;
        if (const term* t = it.as(term_class::numeral); t != nullptr && numeral(*t, it)) return true;
        if (it.as(term_class::joiner) != nullptr && joiner(it)) return true;
        if (it.as(term_class::point) != nullptr && point()) return true;
        if (it.as(term_class::linker) != nullptr && sum_.current && scales(peek(1))) return take();  // "20 de milioane"
        if (const term* t = it.as(term_class::qualifier, term_inside); t != nullptr && at_ != first_ && (!it.spaced || money_follows())) return inside(*t);
        if (it.as(term_class::article) != nullptr && at_ == first_) return article();
        if (it.as(term_class::range, "and") != nullptr && words_only_ && sum_.any) return joining_and();
        return hyphen();
    }

    bool take() { return ++at_, true; }
    [[nodiscard]] const item* peek(std::size_t ahead) const { return at_ + ahead < items_.size() ? &items_[at_ + ahead] : nullptr; }
    [[nodiscard]] static bool scales(const item* it) {
        return it != nullptr && (it->as(term_class::multiplier) != nullptr || it->as(term_class::magnitude) != nullptr);
    }

    /// Digits begin a number, or go on in a compound ("1조2000억"; across a space only with a magnitude of their own).
    bool digits(const item& it) {
        if (at_ != first_) {
            if (sum_.current || several_ || !(sum_.after_magnitude() || sum_.has_section())) return false;
            const item* next = peek(1);
            const bool goes_on = main_.words_are_spaced() ? it.spaced && next != nullptr && (next->as(term_class::magnitude) != nullptr || is_last_part(it))
                                                          : !it.spaced || (open_ && scales(next) && !next->spaced);
            if (!goes_on) return false;
        }
        sum_.current = it.value;
        grouped_ = it.grouped;
        plain_ = it.plain && at_ == first_;
        words_only_ = false;
        return take();
    }

    /// "22 bin 104 lira": digits smaller than the (open) magnitude before them, a currency (none before the number) or a noun after them.
    [[nodiscard]] bool is_last_part(const item& it) const {
        const item* next = peek(1);
        if (!open_ || !it.plain || it.value <= decimal(0) || it.value >= times_power(decimal(1), sum_.magnitude)) return false;
        const term* currency = next->as(term_class::currency);
        if (currency == nullptr || currency->is(term_before)) return next->as(term_class::noun, term_after) != nullptr;
        if (first_ == 0) return true;
        const item& before = items_[first_ - 1];
        return before.kind != item_kind::symbol && before.kind != item_kind::code && before.as(term_class::currency) == nullptr;
    }

    bool numeral(const term& t, const item& it) {
        const auto value = decimal::parse(t.value);
        if (t.is(term_attached) && !attached_numeral(it)) return false;
        if (t.is(term_inside) && !it.compound) return false;
        if (t.is(term_after) || (at_ != first_ && is_fraction(*value))) {  // "and a half", "dos millones y medio"
            if (at_ == first_ && at_ > 0 && items_[at_ - 1].as(term_class::currency) != nullptr) sum_.current = decimal(1);  // "a dollar and a half"
            if (!sum_.current && !sum_.after_magnitude()) return false;
            if (it.as(term_class::per) != nullptr && !is_joined()) return false;  // "$5bn a quarter"
            // "eine Viertelmilliarde", "one quarter": the one counts the fraction.
            if (!t.is(term_after) && words_only_ && at_ == first_ + 1 && sum_.current == decimal(1)) return sum_.current = *value, take();
            // "מיליארד וחצי": half of a thousand, a million, a milliard that stands alone is meant of it.
            if (sum_.current && is_round_magnitude(*sum_.current) && is_fraction(*value)) sum_.current = (*sum_.current + *sum_.current * *value).normalized();
            else if (sum_.current) sum_.current = *sum_.current + *value;
            else sum_.add_of_magnitude(*value);
            return take();
        }
        if (at_ != first_ && !words_only_) return false;
        if (sum_.current && main_.words_are_continuous()) return !it.spaced && next_digit(*value);
        if (sum_.current) {
            if (!sum_.takes(*value)) return false;
            sum_.current = *sum_.current + *value;
            return take();
        }
        sum_.current = *value;
        if (t.is(term_weak)) inside_ = outlay::qualifier::about;  // "une centaine de"
        if (const term* bound = it.as(term_class::qualifier, term_inside)) inside_ = parse_qualifier(bound->value);  // "около тысячи"
        needs_noun_ = !main_.words_are_spaced() && !t.is(term_attached);
        return take();
    }

    /// 八〇二五: digits one after the other; 八九亿: one of two. A zero fills a place (一万零五百).
    bool next_digit(const decimal& value) {
        const decimal& last = *sum_.current;
        if (value >= decimal(10) || value.scale() != 0 || last.scale() != 0) return false;
        const bool follows = !digits_run_ && last.sign() > 0 && value == last + decimal(1);
        const item* next = peek(1);
        const bool closes = scales(next) || (next != nullptr && (next->as(term_class::currency) != nullptr || next->as(term_class::minor) != nullptr));
        if (follows && closes && !next->spaced) {
            pair_ = true;
            if (higher_) sum_.current = value;
            return take();
        }
        digits_run_ = true;
        sum_.current = last * decimal(10) + value;
        return take();
    }

    /// A word of joining stands before: "two and a quarter".
    [[nodiscard]] bool is_joined() const {
        const item& before = items_[at_ - 1];
        return before.as(term_class::joiner) != nullptr || before.as(term_class::range, "and") != nullptr;
    }
    [[nodiscard]] static bool is_fraction(const decimal& value) { return value > decimal(0) && value < decimal(1); }

    /// Sino-Korean digits are common syllables: they count only inside a run that a multiplier or a magnitude closes.
    [[nodiscard]] bool attached_numeral(const item& it) const {
        if (at_ != first_ && it.spaced && !open_) return false;
        const item* next = peek(1);
        return next != nullptr && !next->spaced && scales(next);
    }

    bool several(const term& t) {
        const item* next = peek(1);
        if (t.is(term_attached) && (next == nullptr || next->spaced || !scales(next))) return false;
        inside_ = parse_qualifier(t.value);  // 上亿: at least one
        several_ = !inside_;
        sum_.current = several_ ? *decimal::parse(t.value) : decimal(1);
        return take();
    }

    bool several_unit(const term& t) {
        if (at_ != first_ && !several_) return false;
        several_ = true;
        several_unit_ = exponent_of(t);
        if (!sum_.current) sum_.current = decimal(1);
        sum_.magnify(several_unit_);
        return take();
    }

    bool multiplier(const term& t, const item& it) {
        const bool bare = !sum_.current && !sum_.any;
        if (bare && (main_.words_are_spaced() || !(scales_or_money(peek(1)) || bare_in_continuous(t) || goes_on_after_space()))) return false;
        if (at_ != first_ && it.spaced && !main_.words_are_spaced() && !sum_.current) return false;
        if (it.as(term_class::minor) != nullptr && sum_.current && (!words_only_ || *sum_.current >= decimal(10))) return false;  // "50 cents"
        sum_.multiply(exponent_of(t));
        ends_in_multiplier_ = at_;
        open_ = t.is(term_open);
        return take();
    }

    /// 十五, 千五百
    [[nodiscard]] bool bare_in_continuous(const term& t) const {
        if (!main_.words_are_continuous()) return false;
        const item* next = peek(1);
        return exponent_of(t) == 1 || (next != nullptr && !next->spaced && (next->as(term_class::numeral) != nullptr || next->as(term_class::minor) != nullptr));
    }

    bool magnitude(const term& t, const item& it) {
        if (t.is(term_attached) && it.spaced && !it.compound && !beside_currency()) return false;
        if (at_ == first_ + 1) regroup(t);
        if (at_ == first_) return false;  // a bare 조 or 만 is a syllable of another word, or an idiom
        if (!sum_.magnify(exponent_of(t))) return back_to_last_magnitude();
        open_ = t.is(term_open);
        ++at_;
        good_ = {sum_, at_, inside_};
        return true;
    }

    /// "8,177 mdd", "1,200 millones": see term_grouping.
    void regroup(const term& t) {
        const item& digits = items_[first_];
        if (!t.is(term_grouping) || digits.kind != item_kind::number || digits.grouped || !sum_.current || sum_.current->scale() != 3) return;
        if (t.is(term_weak) && sum_.current->coefficient() % 10 != 0 && !points_elsewhere()) return;
        if (*sum_.current < decimal(1) || *sum_.current >= decimal(1000)) return;
        sum_.current = decimal(sum_.current->coefficient(), 0);
        grouped_ = true;
    }

    /// "108,455 millones de pesos, 3.4% más": another number of the sentence has the language's group mark as its decimal mark.
    [[nodiscard]] bool points_elsewhere() const {
        const auto ends = [](const item& it) { return it.kind == item_kind::mark && (it.text == "." || it.text == "!" || it.text == "?"); };
        std::size_t at = first_;
        while (at > 0 && !ends(items_[at - 1])) --at;
        for (; at < items_.size() && !(at > first_ && ends(items_[at])); ++at) {
            const item& it = items_[at];
            const std::size_t mark = it.text.find_last_of(".,");
            if (at == first_ || it.kind != item_kind::number || mark == std::string_view::npos || it.value.scale() < 1) continue;
            const std::size_t places = it.text.size() - mark - 1;
            if (places >= 1 && places <= 2 && main_.numbers().decimal.find(it.text[mark]) == std::string_view::npos) return true;
        }
        return false;
    }

    /// "2,5 k CHF", "$2,5 M": a letter after a space is a magnitude only where a currency stands beside the amount.
    [[nodiscard]] bool beside_currency() const {
        const auto symbol = [](const item* it) { return it != nullptr && (it->kind == item_kind::symbol || it->kind == item_kind::code); };
        return symbol(peek(1)) || (first_ > 0 && symbol(&items_[first_ - 1]));
    }

    /// "5억 2조" is two numbers: what came after the first magnitude is not part of this one.
    bool back_to_last_magnitude() {
        if (good_.at == 0) return false;  // it has none: "tens of thousands million"
        sum_ = good_.sum;
        at_ = good_.at;
        inside_ = good_.inside;
        gone_back_ = true;
        return false;
    }

    /// "천 4백만": digits with a scale of their own after a space.
    [[nodiscard]] bool goes_on_after_space() const {
        const item* digits = peek(1);
        const item* scale = peek(2);
        return digits != nullptr && digits->kind == item_kind::number && digits->spaced && scales(scale) && !scale->spaced;
    }

    /// A bare "천" or "만" is a number only before a magnitude or a currency.
    [[nodiscard]] static bool scales_or_money(const item* it) { return scales(it) || (it != nullptr && (it->as(term_class::currency) != nullptr || it->as(term_class::minor) != nullptr)); }

    /// "500 करोड़ से अधिक रुपये": across a space only a currency goes on with the sum.
    [[nodiscard]] bool money_follows() const {
        const item* next = peek(1);
        return next != nullptr && next->as(term_class::currency) != nullptr;
    }

    bool inside(const term& t) {
        const item* next = peek(1);
        if (next == nullptr || !(scales(next) || next->as(term_class::currency) != nullptr || next->as(term_class::counter) != nullptr ||
                                 next->as(term_class::noun, term_after) != nullptr))
            return false;
        inside_ = parse_qualifier(t.value);
        return take();
    }

    /// "a billion": an article is a 1 only before a magnitude.
    bool article() {
        const std::size_t next = reader_.past_hyphen(at_ + 1);
        if (next >= items_.size() || (items_[next].as(term_class::magnitude) == nullptr && items_[next].as(term_class::multiplier) == nullptr))
            return false;
        if (items_[next].as(term_class::magnitude, term_attached) != nullptr) return false;
        sum_.current = decimal(1);
        return take();
    }

    bool joining_and() {
        const item* next = peek(1);
        if (next == nullptr || next->as(term_class::numeral) == nullptr || next->as(term_class::numeral, term_after) != nullptr) return false;
        return sum_.has_section() ? take() : false;
    }

    bool hyphen() {
        const std::size_t past = reader_.past_hyphen(at_);
        if (past == at_ || at_ == first_) return false;
        const item& next = items_[past];
        const bool word = words_only_ && next.as(term_class::numeral) != nullptr;
        if (!scales(&next) && !word) return false;
        return take();
    }

    [[nodiscard]] const term* numeral_at(std::size_t ahead) const {
        const item* it = peek(ahead);
        return it != nullptr ? it->as(term_class::numeral) : nullptr;
    }

    /// "treinta y cinco", "fem og tyve": an "and" that must join two numerals.
    bool joiner(const item& it) {
        if (at_ == first_) return false;
        const term* next = numeral_at(1);
        if (next != nullptr && (next->is(term_after) || is_fraction(*decimal::parse(next->value)))) return take();
        if (!words_only_) return false;
        if (next == nullptr) return peek(1) != nullptr && peek(1)->as(term_class::multiplier) != nullptr && sum_.any && it.as(term_class::joiner, "plain") != nullptr && take();
        const auto value = decimal::parse(next->value);
        const bool unit = sum_.current && *sum_.current < decimal(10) && sum_.current->scale() == 0 && sum_.current->sign() > 0;
        const bool tens = *value >= decimal(20) && *value < decimal(100) && value->scale() == 0 && value->coefficient() % 10 == 0;
        if (unit && tens && it.as(term_class::joiner, "inverted") != nullptr) {
            sum_.current = *sum_.current + *value;
            return ++at_, take();
        }
        const bool joins = sum_.current ? sum_.takes(*value) : sum_.any;
        return it.as(term_class::joiner, "plain") != nullptr && joins && take();
    }

    /// "two point five", "zwei Komma fünf": numerals after it are decimals.
    bool point() {
        if (at_ == first_ || !sum_.current || sum_.current->scale() > 0) return false;
        std::size_t ahead = 1;
        decimal value = *sum_.current;
        for (;; ++ahead) {
            const term* t = numeral_at(ahead);
            const auto digit = t != nullptr ? decimal::parse(t->value) : result<decimal>(decimal(-1));
            const bool first = ahead == 1;
            if (*digit < decimal(0) || digit->scale() > 0 || *digit >= decimal(first ? 100 : 10)) break;
            const int places = *digit < decimal(10) ? 1 : 2;
            value = decimal(value.coefficient() * power_of_ten(places) + digit->coefficient(), value.scale() + places);
            if (places == 2) {
                ++ahead;
                break;
            }
        }
        if (ahead == 1) return false;
        sum_.current = value;
        at_ += ahead;
        return true;
    }

    [[nodiscard]] std::optional<number_read> finished() const {
        number_read read;
        read.next = at_;
        read.value = sum_.value();
        read.magnitude = sum_.magnitude;
        if (read.magnitude == 0 && sum_.any && ends_in_multiplier_ + 1 == at_ && items_[ends_in_multiplier_].as(term_class::multiplier) != nullptr)
            read.multiplier = exponent_of(*items_[ends_in_multiplier_].as(term_class::multiplier));
        read.several = several_;
        read.grouped = grouped_;
        read.plain = plain_ && at_ == first_ + 1;
        read.words = words_only_;
        read.needs_noun = needs_noun_ && !sum_.any;
        read.inside = inside_;
        return read;
    }

    const std::vector<item>& items_;
    const amount_reader& reader_;
    const lexicon& main_;
    std::size_t first_ = 0, at_ = 0;
    accumulator sum_;
    struct {
        accumulator sum;
        std::size_t at = 0;
        std::optional<outlay::qualifier> inside;
    } good_;  ///< as it stood after the last magnitude
    bool several_ = false, grouped_ = false, plain_ = false, words_only_ = true, needs_noun_ = false, open_ = false, gone_back_ = false;
    bool higher_ = false, pair_ = false, digits_run_ = false;
    std::size_t ends_in_multiplier_ = 0;
    int several_unit_ = 0;
    std::optional<outlay::qualifier> inside_;
};

}  // namespace

std::optional<number_read> amount_reader::number_at(std::size_t i) const {
    number_pass pass(items_, *this, main_);
    auto read = pass.run(i);
    if (read && pass.is_pair()) read->up_to = number_pass(items_, *this, main_, true).run(i)->value;
    return read;
}

}  // namespace outlay::reading
