#include "amount.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <iterator>

namespace outlay::reading {

int exponent_of(const term& t) {
    int exponent = 0;
    for (const char c : t.value) exponent = exponent * 10 + (c - '0');
    return exponent;
}

decimal times_power(const decimal& value, int exponent) { return {value.coefficient(), value.scale() - exponent}; }

bool amount_reader::word_goes_on(std::size_t i) const {
    const item* next = get(i);
    if (next == nullptr || next->spaced || main_.words_are_continuous()) return false;
    return next->kind == item_kind::word || next->kind == item_kind::number;
}

currency_read amount_reader::currency_of(const item& it, std::uint16_t place) const {
    currency_read read;
    if (it.kind == item_kind::code) {
        read.candidates = {it.code};
    } else if (it.kind == item_kind::symbol) {
        read.candidates = split_codes(it.symbol->candidates);
        if (read.candidates.size() > 1) read.reason = it.symbol->reason;
    } else if (const term* word = it.as(term_class::currency); word != nullptr && (place == term_after || !word->is(term_after))) {
        read.candidates = split_codes(word->value);
        read.generic = word->is(term_generic);
        read.local = word->is(term_open);
        if (read.candidates.size() > 1) read.reason = message("reason-currency-word");
    } else if (const term* part = it.as(term_class::minor); part != nullptr && (place == term_after || !part->is(term_after))) {
        const std::size_t space = part->value.find(' ');
        read.candidates = split_codes(part->value.substr(space + 1));
        read.minor_places = static_cast<int>(space) - 1;  // "100 USD …"
        if (read.candidates.size() > 1) read.reason = message("reason-currency-word");
    }
    return read;
}

/// The candidates that a country beside the currency leaves.
currency_read amount_reader::narrowed(currency_read read, std::string_view country) const {
    const currency_code code(country);
    if (std::find(read.candidates.begin(), read.candidates.end(), code) == read.candidates.end()) return {};
    return {{code}, {}, false, false, 0};
}

namespace {

/// "TL'lik": a word with a case belongs to what stands before it.
bool has_case_ending(const item& it) {
    constexpr std::string_view plain = "'", curved = "\xE2\x80\x99";
    if (it.kind != item_kind::phrase || it.found->text.find(plain) != std::string_view::npos) return false;
    return it.text.find(plain) != std::string_view::npos || it.text.find(curved) != std::string_view::npos;
}

}  // namespace

std::optional<currency_read> amount_reader::prefix_currency(std::size_t& i) const {
    const item* it = get(i);
    if (it == nullptr) return std::nullopt;
    if (const term* country = it->as(term_class::country); country != nullptr && get(i + 1) != nullptr) {
        currency_read read = narrowed(currency_of(*get(i + 1), term_before), country->value);
        if (read.candidates.empty()) return std::nullopt;
        i += 2;
        return read;
    }
    currency_read read = currency_of(*it, term_before);
    if (read.candidates.empty() || has_case_ending(*it)) return std::nullopt;
    ++i;
    const item* second = get(i);  // "USD $500"
    if (second != nullptr && (second->kind == item_kind::symbol || second->kind == item_kind::code)) {
        const currency_read other = currency_of(*second, term_before);
        for (const currency_code code : other.candidates)
            if (std::find(read.candidates.begin(), read.candidates.end(), code) != read.candidates.end()) {
                ++i;
                if (read.candidates.size() > other.candidates.size()) read = other;
                break;
            }
    }
    return read;
}

/// "In 2012 won the …": a currency word that is also a common word needs a number that looks like money.
bool amount_reader::weak_word_fits(const term& word, const number_read& number, std::size_t i) const {
    if (!word.is(term_weak) || number.magnitude != 0 || number.grouped) return true;
    const bool end_of_text = get(i + 1) == nullptr;
    const bool year = number.plain && number.value >= decimal(1900) && number.value <= decimal(2100);
    return end_of_text || (number.value >= decimal(100) && !year);
}

/// "881 913 (eight hundred …) roubles": contracts state a number a second time in words.
std::size_t amount_reader::past_repetition(std::size_t i, const number_read& number) const {
    const auto is = [&](std::size_t k, std::string_view mark) {
        return get(k) != nullptr && passage_.substr(get(k)->begin, get(k)->end - get(k)->begin) == mark;
    };
    if (!is(i, "(")) return i;
    const auto again = number_at(i + 1);
    return again && again->words && again->value == number.value && is(again->next, ")") ? again->next + 1 : i;
}

void amount_reader::suffix_currency(std::size_t& i, amount_read& amount) const {
    const item& last = items_[i - 1];
    if (last.as(term_class::magnitude) != nullptr && last.as(term_class::currency) != nullptr && agrees(amount, currency_of(last, term_after)))
        return;  // אש״ח, mdd: a magnitude and its currency in one word
    i = past_repetition(i, amount.number);
    std::size_t at = past_hyphen(i);
    if (at == i && get(i) != nullptr && get(i)->as(term_class::linker) != nullptr) ++at;  // "millones de dólares"
    const item* it = get(at);
    if (it == nullptr) return;
    const term* country = it->as(term_class::country);
    if (country != nullptr && (get(at + 1) == nullptr || currency_of(*get(at + 1), term_after).candidates.empty())) country = nullptr;
    const item* word = country != nullptr ? get(at + 1) : it;
    for (const term_class kind : {term_class::currency, term_class::minor}) {
        const term* as_word = word->as(kind);
        if (as_word == nullptr) continue;
        if (as_word->is(term_attached) && word->spaced) return;
        if (kind == term_class::minor && smaller_part_follows(at + 1)) continue;
        if (!weak_word_fits(*as_word, amount.number, country != nullptr ? at + 1 : at)) return;
    }
    currency_read read = currency_of(*word, term_after);
    if (word->kind == item_kind::symbol && get(at + 1) != nullptr && get(at + 1)->kind == item_kind::number && !get(at + 1)->spaced)
        return;  // the next amount's prefix
    if (country != nullptr) read = narrowed(std::move(read), country->value);
    if (read.candidates.empty()) return;
    const std::size_t next = country != nullptr ? at + 2 : at + 1;
    const bool loose = it->spaced || amount.number.magnitude == 0;
    if (!main_.words_are_spaced() && loose && word_goes_on(next)) return;
    const int places = read.minor_places;
    if (places != 0 && amount.currency_before && amount.number.magnitude != 0) return;  // "€5 billion cents" is none
    if (!agrees(amount, std::move(read))) return;
    if (places != 0) amount.number.value = decimal(amount.number.value.coefficient(), amount.number.value.scale() + places);
    i = next;
    if (const item* after = get(i); after != nullptr)  // "dollars canadiens", "$ US"
        if (const term* owner = after->as(term_class::country, term_after); owner != nullptr)
            if (currency_read of_it = narrowed(amount.currency, owner->value); !of_it.candidates.empty()) {
                amount.currency = std::move(of_it);
                ++i;
            }
    if (places == 0 && amount.number.magnitude == 0) magnitude_after(i, amount.number);
    if (amount.currency.generic && get(i) != nullptr && get(i)->as(term_class::currency) != nullptr && agrees(amount, currency_of(*get(i), term_after)))
        ++i;  // 8亿元人民币
    int part = places;
    while (minor_part(i, amount, part)) {}
    if (const term* fraction = get(i) != nullptr ? get(i)->as(term_class::numeral, term_after) : nullptr; fraction != nullptr && part == 0) {
        const decimal half = *decimal::parse(fraction->value);
        // "five dollars and a half"; of a magnitude that stands alone, مليار دولار ونصف, half of that.
        const bool alone = amount.number.magnitude == 0 && is_round_magnitude(amount.number.value);
        amount.number.value = alone ? (amount.number.value + amount.number.value * half).normalized()
                                    : amount.number.value + times_power(half, amount.number.magnitude);
        ++i;
    }
}

/// 两角五分: a minor unit with a smaller one after it is no look-alike.
bool amount_reader::smaller_part_follows(std::size_t i) const {
    const auto number = number_at(i);
    return number && get(number->next) != nullptr && get(number->next)->as(term_class::minor) != nullptr;
}

/// "75 USD million"
void amount_reader::magnitude_after(std::size_t& i, number_read& number) const {
    const item* it = get(i);
    const term* word = it != nullptr && it->spaced ? it->as(term_class::magnitude) : nullptr;
    if (word == nullptr || word->is(term_attached) || get(i - 1)->kind != item_kind::code) return;
    number.magnitude = exponent_of(*word);
    number.value = decimal(number.value.coefficient(), number.value.scale() - number.magnitude);
    ++i;
}

/// "$5 million USD": the words after must agree with the symbol before. False if they do not.
bool amount_reader::agrees(amount_read& amount, currency_read read) const {
    auto& known = amount.currency.candidates;
    if (known.empty()) {
        amount.currency = std::move(read);
        return true;
    }
    if (read.generic) return true;
    if (amount.currency.generic) {
        amount.currency = std::move(read);
        return true;
    }
    std::vector<currency_code> both;
    std::copy_if(known.begin(), known.end(), std::back_inserter(both),
                 [&](currency_code c) { return std::find(read.candidates.begin(), read.candidates.end(), c) != read.candidates.end(); });
    if (both.empty()) return false;
    known = std::move(both);
    if (known.size() == 1) amount.currency.reason.clear();
    return true;
}

/// "3 dollars 50 cents", "5 euros and 20 cents", 50元6角3分: a part smaller than the last one, of `places` decimals.
bool amount_reader::minor_part(std::size_t& i, amount_read& amount, int& places) const {
    std::size_t at = i;
    if (const item* joiner = get(at); joiner != nullptr && (joiner->as(term_class::range, "and") != nullptr || joiner->as(term_class::joiner) != nullptr)) ++at;
    const auto number = number_at(at);
    if (!number || number->magnitude != 0) return false;
    std::size_t unit = number->next;
    if (get(unit) != nullptr && get(unit)->as(term_class::linker) != nullptr) ++unit;
    if (get(unit) == nullptr) return false;
    const currency_read read = currency_of(*get(unit), term_after);
    if (read.minor_places <= places || number->value.scale() != 0) return false;
    if (number->value >= decimal(power_of_ten(read.minor_places - places), 0)) return false;
    const std::size_t next = unit + 1;
    const bool generic = amount.currency.generic;
    amount.currency.generic = false;
    if (!agrees(amount, read) && amount.number.magnitude != 0) return false;  // "3 CHF 4 cents": the smaller unit has many names
    amount.currency.generic = generic;
    amount.number.value = amount.number.value + decimal(number->value.coefficient(), read.minor_places);
    places = read.minor_places;
    i = next;
    return true;
}

/// "ALL 3 companies": a code that is also a word in capitals needs a number that looks like money.
bool amount_reader::spells_a_word(std::size_t i) const {
    if (items_[i].kind != item_kind::code) return false;
    const lexicon::match word = main_.longest_match(passage_, items_[i].begin);
    if (word.found == nullptr || word.length != items_[i].end - items_[i].begin) return false;
    const auto terms = main_.terms_of(*word.found);
    return std::any_of(terms.begin(), terms.end(), [](const term& t) { return t.kind == term_class::stop && t.is(term_weak); });
}

bool amount_reader::looks_like_money(const number_read& number) {
    return number.magnitude != 0 || number.grouped || number.value.scale() > 0 || number.value >= decimal(1000);
}

/// A colon between a currency and its amount, with no space before it.
bool amount_reader::is_colon(std::size_t i) const {
    const item* it = get(i);
    return it != nullptr && it->kind == item_kind::mark && !it->spaced && passage_[it->begin] == ':' && get(i + 1) != nullptr &&
           get(i + 1)->kind == item_kind::number;
}

/// "Dolar 34,25 liradan", "a euro 4,28 zł": the word before the number is what is priced.
bool amount_reader::is_of_another_currency(std::size_t i, const amount_read& amount) const {
    const item* it = get(i);
    if (it == nullptr || it->as(term_class::minor) != nullptr) return false;
    const auto after = currency_of(*it, term_after).candidates;
    return !after.empty() && std::none_of(after.begin(), after.end(), [&](currency_code c) {
        return std::find(amount.currency.candidates.begin(), amount.currency.candidates.end(), c) != amount.currency.candidates.end();
    });
}

std::optional<amount_read> amount_reader::amount_at(std::size_t first) const {
    amount_read amount;
    amount.first = first;
    std::size_t i = first;
    const auto is_minus = [&](std::size_t k) {
        const item* it = get(k);
        if (it == nullptr) return false;
        const bool hyphen = it->as(term_class::range, "join") != nullptr && it->end - it->begin == 1 && passage_[it->begin] == '-';
        return it->as(term_class::negative) != nullptr || (hyphen && get(k + 1) != nullptr && !get(k + 1)->spaced);
    };
    const auto minus_may_stand = [&] { return i == 0 || items_[i].spaced || items_[i - 1].kind == item_kind::mark; };
    if (is_minus(i) && minus_may_stand()) amount.negative = true, ++i;
    if (const item* scale = get(i); scale != nullptr && scale->compound && scale->as(term_class::magnitude) != nullptr && get(i + 1) != nullptr && get(i + 1)->kind == item_kind::code)
        amount.prefix_exponent = exponent_of(*items_[i++].as(term_class::magnitude));
    if (auto prefix = prefix_currency(i)) {
        amount.currency = std::move(*prefix);
        amount.currency_before = true;
        if (!amount.negative && is_minus(i) && !items_[i].spaced) amount.negative = true, ++i;
        if (is_colon(i)) ++i;  // "US$:12.99"
    }
    auto number = number_at(i);
    if (!number) return std::nullopt;
    amount.number = std::move(*number);
    if (amount.currency_before && spells_a_word(first) && !looks_like_money(amount.number)) return std::nullopt;
    i = amount.number.next;
    const std::size_t number_end = i;
    suffix_currency(i, amount);
    if (i == number_end && amount.currency_before && items_[first].kind == item_kind::phrase && is_of_another_currency(i, amount))
        return std::nullopt;
    if (int part = 0; i == number_end && amount.currency_before)
        while (minor_part(i, amount, part)) {}
    if (amount.prefix_exponent != 0 && amount.number.magnitude == 0) {  // "MUSD 60"
        amount.number.magnitude = amount.prefix_exponent;
        amount.number.value = decimal(amount.number.value.coefficient(), amount.number.value.scale() - amount.prefix_exponent);
    }
    if (amount.negative) amount.number.value = -amount.number.value;
    amount.next = i;
    return amount;
}

}  // namespace outlay::reading
