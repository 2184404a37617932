// Ranges, and changes from one sum to another.
#include "passage_reader.hpp"

#include "digits.hpp"

#include <algorithm>

namespace outlay::reading {

namespace {

constexpr std::string_view by = "by";  ///< of term_class::change: what leads to how much a sum has changed by

}  // namespace

/// "$300–$500 million", "2∼2.5조원", "between $60 and $65 billion": two amounts that share what only one of them says.
passage_reader::spread passage_reader::with_range(amount_read low) const {
    spread alone{low, std::nullopt, low.next};
    if (low.number.several) return alone;
    if (auto bounds = between_bounds(low)) return std::move(*bounds);
    if (auto bounds = between_bounds_behind(low)) return std::move(*bounds);
    if (low.number.up_to) {
        alone.high = low;
        alone.high->number.value = *low.number.up_to;
        return alone;
    }
    auto high = amounts_.amount_at(low.next + 1);
    if (!high || high->number.several) return alone;
    if (is_alternative(low, *high)) return alternative(std::move(low), std::move(*high));
    if (is_change_and_level(low, *high)) return change_and_level(std::move(low), std::move(*high));
    if (!joins(low.next, low, *high)) {
        if (shares_scale_of_change(low, *high)) {
            low.number.value = times_power(low.number.value, high->number.magnitude);
            alone.low = std::move(low);
        }
        return alone;
    }

    auto& a = low.currency.candidates;
    auto& b = high->currency.candidates;
    const bool shares_currency = a.empty() && !b.empty();
    if (!a.empty() && !b.empty()) {
        if (std::find(b.begin(), b.end(), a.front()) == b.end() && std::find(a.begin(), a.end(), b.front()) == a.end()) return alone;
        if (b.size() < a.size()) low.currency = high->currency;
    } else if (a.empty() && !b.empty()) {
        low.currency = high->currency;
    }
    if (shares_currency && high->currency.minor_places != 0 && low.number.magnitude == 0)  // "two to three cents"
        low.number.value = times_power(low.number.value, -high->currency.minor_places);
    const int shared_places = high->number.magnitude != 0 ? high->number.magnitude : high->number.multiplier;
    if (low.number.magnitude == 0 && shared_places != 0 && (high->number.magnitude != 0 || low.number.multiplier == 0)) {
        const decimal shared(low.number.value.coefficient(), low.number.value.scale() - shared_places);
        if (shared <= high->number.value) low.number.value = shared;
    }
    if (shares_currency && get(low.next)->as(term_class::range, "join") == nullptr && is_change(low, *high)) {
        alone = {low, std::nullopt, low.next};
        alone.then = std::move(high);  // "выросла с 5 до 7 млрд рублей": two sums
        return alone;
    }
    if (high->number.value <= low.number.value) return alone;
    // "rose $3.20 to $142.62": a change and a level. The ends of a range are of one order.
    if (!a.empty() && !b.empty() && get(low.next)->as(term_class::range, "to") != nullptr && high->number.value > low.number.value * decimal(10))
        return alone;
    const bool closed = get(low.next)->as(term_class::range, "and") != nullptr;
    const std::size_t next = closed ? closes_range(high->next) : high->next;
    return {std::move(low), std::move(high), next};
}

/// The currency that only one of two amounts has is the other's too; false if theirs exclude each other.
bool passage_reader::share_currency(amount_read& low, amount_read& high) {
    const auto& a = low.currency.candidates;
    const auto& b = high.currency.candidates;
    if (!a.empty() && !b.empty() && std::find(b.begin(), b.end(), a.front()) == b.end() && std::find(a.begin(), a.end(), b.front()) == a.end())
        return false;
    if (a.empty() || (!b.empty() && b.size() < a.size())) low.currency = high.currency;
    else if (b.empty()) high.currency = low.currency;
    return true;
}

/// The lower one has the magnitude of the higher one if it has none.
void passage_reader::share_magnitude(amount_read& low, const amount_read& high) {
    const decimal scaled = times_power(low.number.value, high.number.magnitude);
    if (low.number.magnitude == 0 && !low.number.grouped && scaled <= high.number.value) low.number.value = scaled;
}

/// "2 or 3 billion dollars", "$2 or $3 billion": two values of one sum, said in one breath: one says what the other leaves out.
bool passage_reader::is_alternative(const amount_read& low, const amount_read& high) const {
    if (get(low.next) == nullptr || get(low.next)->as(term_class::range, "or") == nullptr) return false;
    const bool first_is_money = !low.currency.candidates.empty(), second_is_money = !high.currency.candidates.empty();
    if (!first_is_money && (!second_is_money || high.currency_before)) return false;  // "Section 4 or $5 million"
    const bool lacks_magnitude = low.number.magnitude == 0 && high.number.magnitude != 0 && !low.number.grouped;
    if (!lacks_magnitude && first_is_money == second_is_money) return false;
    if (!second_is_money && (high.number.magnitude == 0 || noun_after({high, std::nullopt, high.next}))) return false;  // "$2 or 3 people"
    if (!first_is_money && !lacks_magnitude && looks_like_year(low.number)) return false;
    const decimal first = lacks_magnitude ? times_power(low.number.value, high.number.magnitude) : low.number.value;
    return first.sign() > 0 && first < high.number.value && high.number.value <= first * decimal(10);
}

passage_reader::spread passage_reader::alternative(amount_read low, amount_read high) {
    if (!share_currency(low, high)) {
        const std::size_t next = low.next;
        return {std::move(low), std::nullopt, next};
    }
    share_magnitude(low, high);
    const std::size_t next = high.next;
    return {std::move(low), std::move(high), next};
}

/// "raised by $100bn to $165bn", "rose $300 million to $2 billion": by how much a sum has changed, and what it is now.
bool passage_reader::is_change_and_level(const amount_read& low, const amount_read& high) const {
    constexpr std::string_view done = "done";
    const item* to = get(low.next);
    if (to == nullptr || (to->as(term_class::range, "to") == nullptr && to->as(term_class::range, "reach") == nullptr)) return false;
    // "rose by 3 to 4 million", "by $3 to $4 billion": a range of what it has changed by.
    if (low.currency.candidates.empty() && high.currency.candidates.empty()) return false;
    if (low.number.magnitude == 0 && (low.currency.candidates.empty() || high.number.magnitude != 0)) return false;
    std::size_t first = low.first;
    const auto leads = [&](const item& it) {
        return it.as(term_class::qualifier, term_before) != nullptr || it.as(term_class::article) != nullptr || it.as(term_class::filler, term_before) != nullptr;
    };
    while (first > done_ && leads(items_[first - 1])) --first;
    if (first == done_) return false;
    const item& before = items_[first - 1];
    if (before.as(term_class::change, by) != nullptr) return tells_change(first - 1, done);
    const term* verb = before.as(term_class::change, done);
    return verb != nullptr && verb->is(term_before);
}

passage_reader::spread passage_reader::change_and_level(amount_read low, amount_read high) {
    const bool is_whole = !high.currency.candidates.empty();  // read again with what follows it: "to $8bn-$9bn"
    const bool one_currency = share_currency(low, high);
    const std::size_t next = low.next;
    spread parted{std::move(low), std::nullopt, next};
    if (one_currency && !is_whole) parted.then = std::move(high);
    return parted;
}

/// 최소 2조에서 최대 3조원, 最少2亿元最多3亿元: a lower and an upper bound side by side.
std::optional<passage_reader::spread> passage_reader::between_bounds(const amount_read& least) const {
    const auto says = [](const item* it, std::string_view what) {
        const term* word = it != nullptr ? it->as(term_class::qualifier, term_before) : nullptr;
        return word != nullptr && word->value == what;
    };
    if (least.first <= done_ || !says(get(least.first - 1), to_text(qualifier::at_least))) return std::nullopt;
    std::size_t at = least.next;
    for (const std::string_view joiner : {"to", "join", "and"})
        if (at == least.next && get(at) != nullptr && get(at)->as(term_class::range, joiner) != nullptr) ++at;
    if (!says(get(at), to_text(qualifier::at_most))) return std::nullopt;
    auto most = amounts_.amount_at(at + 1);
    if (!most || most->number.several || most->number.up_to) return std::nullopt;
    if (most->currency.candidates.empty() && !least.currency.candidates.empty()) return std::nullopt;
    amount_read low = least;
    if (!share_currency(low, *most)) return std::nullopt;
    share_magnitude(low, *most);
    if (most->number.value <= low.number.value) return std::nullopt;
    const std::size_t next = most->next;
    return spread{std::move(low), std::move(most), next};
}

/// 50만원 이상 100만원 이하, 6万元以上30万元以下: the same where bounds stand behind their sums.
std::optional<passage_reader::spread> passage_reader::between_bounds_behind(const amount_read& least) const {
    const auto says = [](const item* it, std::string_view what) {
        const term* word = it != nullptr ? it->as(term_class::qualifier, term_after) : nullptr;
        return word != nullptr && word->value == what;
    };
    if (!says(get(least.next), to_text(qualifier::at_least))) return std::nullopt;
    auto most = amounts_.amount_at(least.next + 1);
    if (!most || least.currency.candidates.empty() || most->currency.candidates.empty() || most->number.several || most->number.up_to) return std::nullopt;
    if (!says(get(most->next), to_text(qualifier::at_most))) return std::nullopt;
    amount_read low = least;
    if (!share_currency(low, *most) || most->number.value <= low.number.value) return std::nullopt;
    const std::size_t next = most->next;
    return spread{std::move(low), std::move(most), next};
}

/// "rose from $3 to $4 billion"
bool passage_reader::shares_scale_of_change(const amount_read& low, const amount_read& high) const {
    const auto& a = low.currency.candidates;
    if (a.empty() || low.number.magnitude != 0 || low.number.grouped || low.number.value >= decimal(1000) || high.number.magnitude < 6) return false;
    if (std::find(high.currency.candidates.begin(), high.currency.candidates.end(), a.front()) == high.currency.candidates.end()) return false;
    return (get(low.next)->as(term_class::range, "to") != nullptr || get(low.next)->as(term_class::range, "reach") != nullptr) && is_change(low, high);
}

bool passage_reader::joins(std::size_t i, const amount_read& low, const amount_read& high) const {
    const item* it = get(i);
    if (it == nullptr) return false;
    const item* before = low.first > 0 ? get(low.first - 1) : nullptr;
    const bool both_have_currency = !low.currency.candidates.empty() && !high.currency.candidates.empty();
    if (it->as(term_class::range, "join") != nullptr) return !high.negative || both_have_currency;
    if (it->as(term_class::range, "and") != nullptr)
        return (before != nullptr && before->as(term_class::range, "open") != nullptr) || closes_range(high.next) != high.next;
    if (it->as(term_class::range, "reach") != nullptr) return !both_have_currency && is_change(low, high);
    if (it->as(term_class::range, "to") == nullptr) return false;
    // "rose from $10bn to $27bn" tells a change, 1850億円から2350億円に膨らんだ too.
    return !(both_have_currency && (is_change(low, high) || it->as(term_class::range, term_after) != nullptr));
}

/// "from A to B" after a word of change, or before one.
bool passage_reader::is_change(const amount_read& low, const amount_read& high) const {
    const item* before = low.first > 0 ? get(low.first - 1) : nullptr;
    if (before != nullptr && before->as(term_class::range, "from") != nullptr && tells_change(low.first - 1)) return true;
    const item& joiner = *get(low.next);
    if (joiner.as(term_class::range, "reach") != nullptr && ((before != nullptr && before->as(term_class::range, "from") != nullptr) || joiner.as(term_class::change) != nullptr)) return true;
    const item* after = get(high.next);
    if (after == nullptr) return false;
    const bool particle = after->as(term_class::particle) != nullptr || after->as(term_class::range, "into") != nullptr ||
                          (use_.main->words_are_continuous() && after->kind != item_kind::number && after->end - after->begin <= 3);
    if (!particle) return false;
    const item* verb = get(high.next + 1);
    return verb != nullptr && !(verb->spaced && use_.main->words_are_continuous()) && verb->as(term_class::change) != nullptr;
}

/// The item after a word that closes a range, "10 és 20 millió forint között"; else i.
std::size_t passage_reader::closes_range(std::size_t i) const {
    const item* it = get(i);
    return it != nullptr && it->as(term_class::range, "close") != nullptr ? i + 1 : i;
}

/// A word of change (in this form, if one is given) shortly before item i, in the same sentence: "rose from", "was cut on Friday from".
bool passage_reader::tells_change(std::size_t i, std::string_view form) const {
    constexpr std::size_t far = 8;
    for (std::size_t back = 1; back <= far && back <= i; ++back) {
        const item& it = items_[i - back];
        const term* word = form.empty() ? it.as(term_class::change) : it.as(term_class::change, form);
        if (word != nullptr && word->value != by) return true;
        if (it.kind == item_kind::mark && it.end - it.begin == 1 && is_one_of(static_cast<unsigned char>(text_[it.begin]), ".;!?")) return false;
    }
    return false;
}

std::optional<std::size_t> passage_reader::past_change(const amount_read& low) const {
    const auto past_noun = [&](std::size_t i) {
        const item* it = get(i);
        const bool noun = it != nullptr && (it->as(term_class::counter) != nullptr || it->as(term_class::noun, term_after) != nullptr);
        return noun ? i + 1 : i;
    };
    const std::size_t joiner = past_noun(low.next);
    if (get(joiner) == nullptr || get(joiner)->as(term_class::range, "to") == nullptr) return std::nullopt;
    const auto high = amounts_.amount_at(joiner + 1);
    if (!high || !high->currency.candidates.empty()) return std::nullopt;
    const std::size_t end = past_noun(high->next);
    const item* before = low.first > 0 ? get(low.first - 1) : nullptr;
    const bool from = before != nullptr && before->as(term_class::range, "from") != nullptr;
    const bool into = get(end) != nullptr && get(end)->as(term_class::range, "into") != nullptr;
    const bool durations = end != high->next && get(high->next)->as(term_class::noun) != nullptr;
    if (into || (from && (!durations || high->number.value < low.number.value))) return into ? end + 1 : end;
    return std::nullopt;
}

}  // namespace outlay::reading
