#include "passage_reader.hpp"

#include "digits.hpp"
#include "phrase_insides.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace outlay::reading {

passage_reader::passage_reader(const engine& data, const languages& use, std::string_view passage, std::size_t offset)
    : data_(data), use_(use), text_(passage), offset_(offset), items_(cut(data, use, passage)), amounts_(data, items_, passage, *use.main) {}

std::vector<found_figure> passage_reader::run() {
    std::vector<found_figure> found;
    for (std::size_t i = 0; i < items_.size();) {
        if (auto day = date_figure_at(i)) {
            i = done_ = day->next_item;
            found.push_back(std::move(*day));
            continue;
        }
        auto amount = amounts_.amount_at(i);
        if (!amount) {
            ++i;
            continue;
        }
        const std::size_t after_number = amount->next;
        if (amount->currency.candidates.empty())
            if (const auto past = past_change(*amount)) {
                i = done_ = *past;
                continue;
            }
        const spread amounts = with_range(std::move(*amount));
        auto made = amounts.low.currency.candidates.empty() ? counted_figure(amounts) : money_figure(amounts);
        if (!made) {
            i = std::max(after_number, i + 1);
            continue;
        }
        i = done_ = made->next_item;
        found.push_back(std::move(*made));
        if (!amounts.then) continue;
        if (auto second = money_figure({*amounts.then, std::nullopt, amounts.then->next})) {
            i = done_ = second->next_item;
            found.push_back(std::move(*second));
        }
    }
    return found;
}

found_figure passage_reader::finish(figure made, std::size_t first, std::size_t next, std::size_t past) const {
    made.begin = offset_ + items_[first].begin;
    made.end = offset_ + items_[next - 1].end;
    made.language = use_.main->tag();
    return {std::move(made), std::nullopt, first, past};
}

std::optional<found_figure> passage_reader::date_figure_at(std::size_t i) const {
    const auto read = date_at(items_, i, use_.main->head().era);
    if (!read) return std::nullopt;
    if (!use_.main->words_are_spaced() && amounts_.word_goes_on(read->next) && items_[read->next - 1].kind == item_kind::phrase) return std::nullopt;
    figure made;
    made.kind = figure_kind::date;
    const std::size_t next = with_trail(read->next, "date");
    std::size_t first = with_lead(i, "date");
    const bool led = first != i;
    if (read->parts.last_year && !led && i > done_ && (items_[i - 1].as(term_class::range, "from") != nullptr || items_[i - 1].as(term_class::range, "open") != nullptr))
        --first;
    found_figure found = finish(std::move(made), first, next, next);
    found.parts = read->parts;
    found.led = led;
    return found;
}

// --- money

bool passage_reader::ends_sentence(std::size_t i) const {
    const item& it = items_[i];
    constexpr std::array<char32_t, 7> ends{'.', '!', '?', 0x3002, 0xFF01, 0xFF1F, 0x061F};
    return it.kind == item_kind::mark && std::find(ends.begin(), ends.end(), decode_at(text_, it.begin).value) != ends.end();
}

/// "Colombia destinará 2,5 billones de pesos": the one country of the sentence whose currency has that name decides.
void passage_reader::narrow_by_country(amount_read& amount) const {
    auto& candidates = amount.currency.candidates;
    if (!amount.currency.local || candidates.size() < 2) return;
    std::size_t at = amount.first;
    while (at > 0 && !ends_sentence(at - 1)) --at;
    auto chosen = candidates.end();
    for (; at < items_.size() && !(at >= amount.next && ends_sentence(at)); ++at) {
        const term* country = items_[at].as(term_class::country);
        if (country == nullptr) continue;
        const auto named = std::find(candidates.begin(), candidates.end(), currency_code(country->value));
        if (named == candidates.end() || named == chosen) continue;
        if (chosen != candidates.end()) return;
        chosen = named;
    }
    if (chosen == candidates.end()) return;
    std::rotate(candidates.begin(), chosen, chosen + 1);
    amount.currency.reason = message("reason-country-of-sentence");
}

std::optional<found_figure> passage_reader::money_figure(const spread& amounts) const {
    amount_read low = amounts.low;
    narrow_by_country(low);
    if (low.number.needs_noun && low.currency.candidates.empty()) return std::nullopt;
    qualifiers around = qualifiers_around(low.first, amounts.next, "money", amounts.high.has_value());
    figure made;
    made.kind = figure_kind::money;
    made.currency = low.currency.candidates.front();
    if (low.currency.candidates.size() > 1) {
        made.candidates = low.currency.candidates;
        made.reason = low.currency.reason;
    }
    set_per(made, around);
    set_amount(made, amounts, around);
    return finish(std::move(made), around.first, around.next, around.past);
}

void passage_reader::set_per(figure& made, const qualifiers& around) const {
    made.per = around.per;
    if (made.per == per_unit::none) return;
    made.per_begin = offset_ + items_[around.per_item].begin;
    made.per_end = offset_ + items_[around.per_item].end;
}

void passage_reader::set_amount(figure& made, const spread& amounts, const qualifiers& around) const {
    const number_read& number = amounts.low.number;
    if (amounts.high) {
        made.qualifier = qualifier::range;
        made.amount = interval<decimal>::between(number.value, amounts.high->number.value);
        made.written = amounts.high->number.value;
        return;
    }
    made.written = number.value;
    if (number.several) {
        made.qualifier = qualifier::several;
    } else {
        made.qualifier = qualifier::exact;
        // A bound says more than "about": "up to about $5bn" is a ceiling.
        for (const auto& said : {number.inside, around.after, around.before})
            if (said && (made.qualifier == qualifier::exact || *said != qualifier::about)) made.qualifier = *said;
    }
    made.amount = bounds_of(made.qualifier, number.value);
}

// --- what is counted

namespace {

constexpr std::string_view person = "person";
constexpr std::string_view job = "job";
constexpr std::string_view hired = "hired";  ///< of term_class::tie: whoever is counted beside it has a job by it

}  // namespace

std::optional<found_figure> passage_reader::counted_figure(const spread& amounts) const {
    if (is_rank_or_name(amounts)) return std::nullopt;
    auto what = what_is_counted(amounts);
    if (!what) return std::nullopt;
    if (what->kind == figure_kind::count && what->unit == person && is_hired(*what)) what->kind = figure_kind::jobs, what->unit = job;
    const std::string_view kind = to_text(what->kind);
    qualifiers around = qualifiers_around(what->first, what->next, kind, amounts.high.has_value());
    figure made;
    made.kind = what->kind;
    made.unit = what->unit;
    set_per(made, around);
    set_amount(made, amounts, around);
    const std::size_t next = with_trail(around.next, kind);
    return finish(std::move(made), with_lead(around.first, kind), next, std::max(around.past, next));
}

/// "will hire 3,000 people", 8만명을 채용한다: a word of hiring near them, no other number between.
bool passage_reader::is_hired(const counted& people) const {
    constexpr std::size_t near = 5;
    const auto ends = [&](const item& it) {
        return it.kind == item_kind::number || (it.kind == item_kind::mark && it.end - it.begin == 1 && is_one_of(static_cast<unsigned char>(text_[it.begin]), ".;!?"));
    };
    for (std::size_t back = 1; back <= near && back <= people.first; ++back) {
        const item& it = items_[people.first - back];
        if (it.as(term_class::tie, hired) != nullptr) return true;
        if (ends(it)) break;
    }
    for (std::size_t on = people.next; on < people.next + near && get(on) != nullptr && !ends(*get(on)); ++on)
        if (get(on)->as(term_class::tie, hired) != nullptr) return true;
    return false;
}

bool passage_reader::is_rank_or_name(const spread& amounts) const {
    const std::size_t first = amounts.low.first;
    const item* before = first > 0 ? get(first - 1) : nullptr;
    if (before != nullptr && (before->as(term_class::rank, term_before) != nullptr || before->as(term_class::number_sign) != nullptr)) return true;
    // GPT-4, COVID-19: a hyphen ties the number to a word.
    if (before != nullptr && first > 1 && !items_[first].spaced && !before->spaced && before->as(term_class::range, "join") != nullptr &&
        items_[first - 1].end - items_[first - 1].begin == 1 && items_[first - 2].kind == item_kind::word)
        return true;
    const std::size_t next = amounts.last().number.next;
    const item* after = get(next);
    if (after == nullptr) return false;
    const term* rank = after->as(term_class::rank, term_after);
    if (rank != nullptr && !(rank->is(term_attached) && after->spaced) && after->as(term_class::counter) == nullptr) return true;
    return amounts_.word_goes_on(next);
}

std::optional<passage_reader::counted> passage_reader::what_is_counted(const spread& amounts) const {
    if (auto found = noun_after(amounts)) return found;
    if (auto found = counter_after(amounts)) return found;
    return unknown_plural_after(amounts);
}

bool passage_reader::looks_like_year(const number_read& number) {
    return number.plain && number.value >= decimal(1900) && number.value <= decimal(2100);
}

namespace {

/// "jobs:job" → jobs, "job"
std::pair<std::optional<figure_kind>, std::string_view> split_kind(std::string_view value) {
    const std::size_t colon = value.find(':');
    return {parse_figure_kind(value.substr(0, colon)), colon == std::string_view::npos ? std::string_view{} : value.substr(colon + 1)};
}

}  // namespace

std::optional<passage_reader::counted> passage_reader::noun_after(const spread& amounts) const {
    const number_read& number = amounts.last().number;
    std::size_t at = amounts_.past_hyphen(number.next);
    for (int skipped = 0; skipped <= 3; ++skipped, ++at) {
        const item* it = get(at);
        if (it == nullptr) return std::nullopt;
        if (const term* noun = it->as(term_class::noun, term_after)) {
            const auto [kind, unit] = split_kind(noun->value);
            if (!kind || (*kind == figure_kind::duration && (looks_like_year(number) || skipped > 0))) return std::nullopt;
            if (!use_.main->words_are_spaced() && amounts_.word_goes_on(at + 1)) return std::nullopt;
            return counted{*kind, std::string(unit.empty() ? words(at) : unit), amounts.low.first, at + 1};
        }
        const term* filler = it->as(term_class::filler);
        const bool comma = skipped > 0 && it->kind == item_kind::mark && words(at) == "," && get(at + 1) != nullptr && get(at + 1)->as(term_class::filler) != nullptr;
        if (!comma && (filler == nullptr || filler->is(term_before))) return std::nullopt;
    }
    return std::nullopt;
}

/// 3개사, and with the noun before it 일자리 10만 개.
std::optional<passage_reader::counted> passage_reader::counter_after(const spread& amounts) const {
    const std::size_t at = amounts.last().number.next;
    const item* it = get(at);
    const term* counter = it != nullptr ? it->as(term_class::counter) : nullptr;
    if (counter == nullptr || amounts_.word_goes_on(at + 1)) return std::nullopt;
    for (std::size_t back = 1; back <= 2 && back + done_ <= amounts.low.first; ++back) {
        const item& before = items_[amounts.low.first - back];
        if (const term* noun = before.as(term_class::noun, term_before)) {
            const auto [kind, unit] = split_kind(noun->value);
            if (kind) return counted{*kind, std::string(unit), amounts.low.first - back, at + 1};
        }
        if (before.as(term_class::qualifier, term_before) == nullptr) break;
    }
    return counted{figure_kind::count, std::string(counter->value), amounts.low.first, at + 1};
}

/// "three entities", "15 new sites": a word of the language's plural form, at most two others before it.
std::optional<passage_reader::counted> passage_reader::unknown_plural_after(const spread& amounts) const {
    const number_read& number = amounts.last().number;
    if (looks_like_year(number) || (number.value.scale() > 0 && number.magnitude == 0)) return std::nullopt;
    const item* before = amounts.low.first > 0 ? get(amounts.low.first - 1) : nullptr;
    if (before != nullptr && before->kind == item_kind::word && text_[before->begin] >= 'A' && text_[before->begin] <= 'Z') return std::nullopt;  // RTX 5090
    std::size_t at = amounts_.past_hyphen(number.next);
    for (int skipped = 0; skipped <= 2; ++skipped, ++at) {
        const item* it = get(at);
        if (it == nullptr || (at == number.next && !it->spaced)) return std::nullopt;
        if (it->as(term_class::filler) != nullptr) continue;
        if (it->kind != item_kind::word || it->found != nullptr) return std::nullopt;
        const std::string_view word = words(at);
        std::string_view list = use_.main->head().noun_endings;
        while (!list.empty()) {
            const std::string_view ending = list.substr(0, std::min(list.find(' '), list.size()));
            list.remove_prefix(std::min(ending.size() + 1, list.size()));
            if (word.size() > 2 + ending.size() && word.ends_with(ending) && !word.substr(0, word.size() - ending.size()).ends_with(ending))
                return counted{figure_kind::count, std::string(word), amounts.low.first, at + 1};
        }
    }
    return std::nullopt;
}

// --- qualifiers, and what else belongs to a span

passage_reader::qualifiers passage_reader::qualifiers_around(std::size_t first, std::size_t next, std::string_view kind, bool is_range) const {
    qualifiers found;
    found.first = first;
    found.next = found.past = next;
    look_before(found, kind, is_range);
    look_after(found, kind);
    return found;
}

void passage_reader::look_before(qualifiers& found, std::string_view kind, bool is_range) const {
    std::size_t at = found.first;
    while (at > done_) {
        const item& it = items_[at - 1];
        const term* word = it.as(term_class::qualifier, term_before);
        // "over the next four years" leads a duration, "over $5bn" bounds an amount; "5-~6" joins.
        if (is_range && it.as(term_class::range, "from") != nullptr) {
            found.first = --at;
        } else if (word != nullptr && it.as(term_class::range, "from") != nullptr && get(found.next) != nullptr &&
                   get(found.next)->as(term_class::range, "to") != nullptr) {
            break;  // "från 10 till 12": two ends of a change
        } else if (word != nullptr && it.as(term_class::range, "to") != nullptr && done_ != 0 && at - 1 == done_) {
            break;  // "z 10 mln zł do 12 mln zł"
        } else if (word != nullptr && it.as(term_class::range, "to") != nullptr && tells_change(at - 1)) {
            break;  // "crecieron con fuerza hasta 35.947 millones": a level that is reached
        } else if (word != nullptr && it.as(term_class::lead, kind) == nullptr) {
            const auto said = parse_qualifier(word->value);
            if (!found.before || *found.before == qualifier::about) found.before = said;
            found.first = --at;
        } else if (is_range && it.as(term_class::range, "open") != nullptr) {
            found.first = --at;
        } else if (const term* per = it.as(term_class::per, term_before); per != nullptr && (kind == to_text(figure_kind::money) || kind == to_text(figure_kind::jobs))) {
            found.per = parse_per_unit(per->value).value_or(per_unit::none);
            found.per_item = --at;
        } else if (it.as(term_class::article) != nullptr || it.as(term_class::filler, term_before) != nullptr) {
            --at;
        } else {
            break;
        }
    }
    if (found.per == per_unit::none && kind == to_text(figure_kind::money)) look_far_before(found, at);
}

/// 每年投入15亿元: a period that leads its clause, where the language says that verbs may stand between (term_open).
void passage_reader::look_far_before(qualifiers& found, std::size_t from) const {
    const std::size_t end = items_[found.next - 1].end;
    for (std::size_t at = from; at > done_; --at) {
        const item& it = items_[at - 1];
        if (it.kind != item_kind::word && it.kind != item_kind::phrase) return;
        if (it.begin + phrase_insides::reach_of_far_words < end || it.as(term_class::currency) != nullptr) return;
        const term* per = it.as(term_class::per, term_before | term_open);
        if (per == nullptr) continue;
        found.per = parse_per_unit(per->value).value_or(per_unit::none);
        found.per_item = at - 1;
        return;
    }
}

/// "im Jahr 2024": a year, not what a sum is paid in each.
bool passage_reader::is_year(std::size_t i) const {
    const item* it = get(i);
    return it != nullptr && it->kind == item_kind::number && it->plain && it->value >= decimal(1900) && it->value <= decimal(2100);
}

void passage_reader::look_after(qualifiers& found, std::string_view kind) const {
    const bool money = kind == to_text(figure_kind::money);
    for (int turns = 0; turns < 3; ++turns) {
        const std::size_t at = found.past;
        const item* it = get(at);
        if (it == nullptr) return;
        const bool unknown_rest = !use_.main->words_are_spaced() && amounts_.word_goes_on(at + 1);
        if (const term* word = it->as(term_class::qualifier, term_after);
            word != nullptr && !unknown_rest && !(word->is(term_attached) && it->spaced) && !word->is(term_inside)) {
            const auto said = parse_qualifier(word->value);
            if (said == qualifier::band && !money) return;
            if (!found.after || *found.after == qualifier::about) found.after = said;
            found.next = found.past = at + 1;
        } else if (const term* per = it->as(term_class::per, term_after);
                   per != nullptr && (money || kind == to_text(figure_kind::jobs)) && !is_year(at + 1)) {
            found.per = parse_per_unit(per->value).value_or(per_unit::none);
            found.per_item = at;
            found.past = at + 1;
        } else {
            return;
        }
    }
}

std::size_t passage_reader::with_lead(std::size_t first, std::string_view kind) const {
    if (first <= done_) return first;
    return items_[first - 1].as(term_class::lead, kind) != nullptr ? first - 1 : first;
}

std::size_t passage_reader::with_trail(std::size_t next, std::string_view kind) const {
    const item* it = get(next);
    if (it == nullptr || (it->spaced && !use_.main->words_are_spaced())) return next;
    if (it->as(term_class::trail, kind) == nullptr || amounts_.word_goes_on(next + 1)) return next;
    return next + 1;
}

}  // namespace outlay::reading
