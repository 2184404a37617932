#include "date_reader.hpp"

#include <algorithm>
#include <array>

namespace outlay::reading {

namespace {

/// "day:-1" → −1 if the value begins with "day:".
std::optional<int> offset_of(std::string_view value, std::string_view unit) {
    if (!value.starts_with(unit) || value.size() <= unit.size() + 1 || value[unit.size()] != ':') return std::nullopt;
    value.remove_prefix(unit.size() + 1);
    const bool negative = value.front() == '-';
    if (negative) value.remove_prefix(1);
    int count = 0;
    for (const char c : value) {
        if (c < '0' || c > '9') return std::nullopt;
        count = count * 10 + (c - '0');
    }
    return negative ? -count : count;
}

class date_pass {
public:
    date_pass(const std::vector<item>& items, std::size_t first, int era) : items_(items), at_(first), first_(first), era_(era) {}

    std::optional<date_read> run() {
        if (!event() && !iso() && !period() && !quarter() && !by_units() && !month_first() && !day_first() && !year_month_day_words() && !by_points() && !relative() && !year_after_lead()) return std::nullopt;
        time_of_day();
        return date_read{first_, at_, parts_};
    }

private:
    [[nodiscard]] const item* get(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }
    [[nodiscard]] bool has(std::size_t i, term_class kind, std::string_view value) const {
        return get(i) != nullptr && get(i)->as(kind, value) != nullptr;
    }
    /// The whole number at i if it is plain digits from low to high.
    [[nodiscard]] std::optional<int> number(std::size_t i, int low, int high) const {
        const item* it = get(i);
        if (it == nullptr || it->kind != item_kind::number || !it->plain || it->end - it->begin > 8) return std::nullopt;
        if (it->value < decimal(low) || it->value > decimal(high)) return std::nullopt;
        return static_cast<int>(it->value.coefficient());
    }
    /// A year of the common calendar, or of the language's own.
    [[nodiscard]] std::optional<int> year_number(std::size_t i, int low, int high) const {
        const auto own = era_ != 0 ? number(i, low + era_, high + era_) : std::nullopt;
        if (own && *own > 2200) return *own - era_;
        return number(i, low, high);
    }
    [[nodiscard]] std::optional<unsigned> month_word(std::size_t i) const {
        const term* t = get(i) != nullptr ? get(i)->as(term_class::month) : nullptr;
        if (t == nullptr) return std::nullopt;
        unsigned value = 0;
        for (const char c : t->value) value = value * 10 + static_cast<unsigned>(c - '0');
        return value;
    }
    /// A one-byte mark right after a word: the comma of "Jan. 21, 2025".
    [[nodiscard]] bool comma(std::size_t i) const {
        const item* it = get(i);
        return it != nullptr && it->kind == item_kind::mark && it->end - it->begin == 1 && !it->spaced;
    }
    /// The word does not go on: "21st" is no day number here, "2025-26" no year.
    [[nodiscard]] bool ends(std::size_t i) const {
        const item* next = get(i);
        if (next == nullptr || next->spaced) return true;
        if (next->kind == item_kind::mark || next->kind == item_kind::phrase) {
            const bool joined = next->as(term_class::range, "join") != nullptr && get(i + 1) != nullptr && !get(i + 1)->spaced;
            return !joined && next->as(term_class::magnitude) == nullptr && next->as(term_class::multiplier) == nullptr;
        }
        return false;
    }
    /// The number at i goes on as an amount, so it is no day or year.
    [[nodiscard]] bool counts_something(std::size_t i) const {
        const item* next = get(i);
        return next != nullptr && (next->as(term_class::magnitude) != nullptr || next->as(term_class::currency) != nullptr ||
                                   next->as(term_class::noun) != nullptr || next->as(term_class::rank, term_after) != nullptr ||
                                   next->kind == item_kind::code);
    }

    bool event() {
        const item* it = get(at_);
        if (it == nullptr || it->as(term_class::date_word, "event") == nullptr) return false;
        parts_.event = true;
        return ++at_, true;
    }

    /// 2025-01-22
    bool iso() {
        const auto y = year_number(at_, 1000, 2999);
        if (!y || !has(at_ + 1, term_class::range, "join") || !has(at_ + 3, term_class::range, "join")) return false;
        const auto m = number(at_ + 2, 1, 12);
        const auto d = number(at_ + 4, 1, 31);
        if (!m || !d || get(at_ + 1)->spaced || get(at_ + 2)->spaced || get(at_ + 3)->spaced || get(at_ + 4)->spaced) return false;
        parts_.year = y;
        parts_.month = static_cast<unsigned>(*m);
        parts_.day = static_cast<unsigned>(*d);
        at_ += 5;
        return true;
    }

    /// The year at i is one end of a period: a word before it or its unit says so, or it is one of these times.
    [[nodiscard]] bool ends_period(int from, int to, bool told) const {
        constexpr int first_of_these = 1980;
        constexpr int last_of_these = 2060;
        constexpr int longest = 60;
        return to > from && to - from <= longest && (told || (from >= first_of_these && to <= last_of_these));
    }

    /// 2026–2030, from 2026 to 2030, between 2026 and 2030, 2026년∼2030년, 2026年から2030年
    bool period() {
        const auto from = year_number(at_, 1900, 2100);
        if (!from) return false;
        std::size_t at = past_unit(at_ + 1);
        const bool unit = at != at_ + 1;
        const auto before = [&](std::string_view value) { return first_ > 0 && has(first_ - 1, term_class::range, value); };
        const bool begun = before("from") || before("open") || (first_ > 0 && has(first_ - 1, term_class::lead, "date"));
        const bool joined = has(at, term_class::range, "join");
        const bool reaches = has(at, term_class::range, "to") || has(at, term_class::range, "until");
        if (!joined && !((begun || unit) && reaches) && !(before("open") && has(at, term_class::range, "and")))
            return false;
        if (get(at)->as(term_class::range, term_after) != nullptr && get(at)->spaced) return false;
        ++at;
        const auto to = year_number(at, 1900, 2100);
        if (!to) return false;
        const std::size_t next = past_unit(at + 1);
        if (!ends_period(*from, *to, begun || unit || next != at + 1)) return false;
        if (next == at + 1 && (!ends(next) || counts_something(next))) return false;
        parts_.year = from;
        parts_.last_year = to;
        at_ = next;
        return true;
    }

    /// The year's unit, or the noun it has in the plural ("2026–2030 годы").
    [[nodiscard]] std::size_t past_unit(std::size_t i) const {
        return has(i, term_class::date_word, "unit:year") || has(i, term_class::noun, "duration:year") ? i + 1 : i;
    }

    /// "third quarter", 3분기, 第3四半期, "3. Quartal": its number, and the item after it.
    [[nodiscard]] std::optional<std::pair<int, std::size_t>> quarter_at(std::size_t i) const {
        const item* it = get(i);
        if (it == nullptr) return std::nullopt;
        if (const term* word = it->as(term_class::date_word); word != nullptr)
            if (const auto told = offset_of(word->value, "quarter")) return std::pair(*told, i + 1);
        if (it->as(term_class::rank, term_before) != nullptr) ++i;
        const auto count = number(i, 1, 4);
        if (!count) return std::nullopt;
        const item* next = get(i + 1);
        const bool ordinal = comma(i + 1) || (next != nullptr && next->as(term_class::rank, term_after) != nullptr);
        const std::size_t unit = ordinal ? i + 2 : i + 1;
        if (!has(unit, term_class::date_word, "unit:quarter") || (!ordinal && get(unit)->spaced)) return std::nullopt;
        return std::pair(*count, unit + 1);
    }

    /// Q3 2025, third quarter of 2025, 2025년 3분기; without a year only behind a word that leads to a date.
    bool quarter() {
        if (const auto y = year_number(at_, 1900, 2100)) {
            const std::size_t at = past_unit(at_ + 1);
            const auto told = quarter_at(comma(at) ? at + 1 : at);
            if (!told) return false;
            parts_.year = y;
            parts_.quarter = told->first;
            at_ = told->second;
            return true;
        }
        const auto told = quarter_at(at_);
        if (!told) return false;
        std::size_t at = past_link(told->second);
        if (const item* link = get(at); link != nullptr && link->as(term_class::linker) != nullptr) ++at;
        if (const auto y = year_number(at, 1900, 2100); y && (ends(at + 1) || past_unit(at + 1) != at + 1) && !(past_unit(at + 1) == at + 1 && counts_something(at + 1))) {
            parts_.year = y;
            at = past_unit(at + 1);
        } else if (const auto years = relative_year(at)) {
            parts_.years_on = years;
            ++at;
        } else if (first_ > 0 && has(first_ - 1, term_class::lead, "date")) {
            at = told->second;
        } else {
            return false;
        }
        parts_.quarter = told->first;
        at_ = at;
        return true;
    }

    /// 2025년 1월 22일, 지난해 9월, 지난해 말, 9월, 21일
    bool by_units() {
        std::size_t at = at_;
        bool any = false;
        if (const auto y = year_number(at, 1900, 2100); y && has(at + 1, term_class::date_word, "unit:year")) {
            parts_.year = y;
            at += 2;
            any = true;
        } else if (const auto short_year = number(at, 0, 99); short_year && has(at + 1, term_class::date_word, "unit:year") &&
                                                              number(at + 2, 1, 12) && has(at + 3, term_class::date_word, "unit:month")) {
            parts_.year = 2000 + *short_year;  // 25년 3월
            at += 2;
            any = true;
        } else if (const term* t = get(at) != nullptr ? get(at)->as(term_class::date_word) : nullptr; t != nullptr) {
            const auto years = offset_of(t->value, "year");
            const auto months = offset_of(t->value, "month");
            const bool more = number(at + 1, 1, 31) && (has(at + 2, term_class::date_word, "unit:month") || has(at + 2, term_class::date_word, "unit:day"));
            if ((!years && !months) || !(more || part_at(at + 1))) return false;
            parts_.years_on = years;
            parts_.months_on = months;
            at += 1;
        }
        if (const auto m = number(at, 1, 12); m && has(at + 1, term_class::date_word, "unit:month")) {
            parts_.month = static_cast<unsigned>(*m);
            at += 2;
            any = true;
        }
        if (const auto d = number(at, 1, 31); d && has(at + 1, term_class::date_word, "unit:day") && !get(at + 1)->spaced) {
            parts_.day = static_cast<unsigned>(*d);
            at += 2;
            any = true;
        }
        if (part_at(at)) {
            parts_.part = get(at)->as(term_class::date_word, "part:end") != nullptr ? part_of_period::end : part_of_period::start;
            at += 1;
            any = true;
        }
        if (!any) return parts_ = {}, false;
        at_ = at;
        return true;
    }

    [[nodiscard]] bool part_at(std::size_t i) const {
        const item* it = get(i);
        if (it == nullptr || i == first_) return false;
        const term* t = it->as(term_class::date_word, term_after);
        return t != nullptr && t->value.starts_with("part:");
    }

    /// Jan. 21, 2025 · Jan. 21 · January 2025 · September last year
    bool month_first() {
        const auto m = month_word(at_);
        if (!m) return false;
        std::size_t at = at_ + 1;
        if (const auto d = number(at, 1, 31); d && ends(at + 1) && !counts_something(at + 1)) {
            parts_.day = static_cast<unsigned>(*d);
            ++at;
            const std::size_t year_at = comma(at) ? at + 1 : at;
            if (const auto y = year_number(year_at, 1000, 2999); y && ends(year_at + 1) && !counts_something(year_at + 1)) {
                parts_.year = y;
                at = year_at + 1;
            }
        } else {
            if (has(at, term_class::date_word, "of") || (comma(at))) ++at;
            if (const auto y = year_number(at, 1000, 2999); y && ends(at + 1)) {
                parts_.year = y;
            } else if (const auto years = relative_year(at)) {
                parts_.years_on = years;
            } else {
                return false;
            }
            ++at;
        }
        parts_.month = m;
        at_ = at;
        return true;
    }

    [[nodiscard]] std::optional<int> relative_year(std::size_t i) const {
        const term* t = get(i) != nullptr ? get(i)->as(term_class::date_word) : nullptr;
        return t != nullptr ? offset_of(t->value, "year") : std::nullopt;
    }

    /// What may stand between the parts of a date: a point or comma after a word, "of".
    [[nodiscard]] std::size_t past_link(std::size_t i) const {
        return comma(i) || has(i, term_class::date_word, "of") ? i + 1 : i;
    }

    /// 2025. január 21.
    bool year_month_day_words() {
        const auto y = year_number(at_, 1000, 2999);
        if (!y || !comma(at_ + 1)) return false;
        const auto m = month_word(at_ + 2);
        const auto d = number(at_ + 3, 1, 31);
        if (!m || !d || counts_something(at_ + 4)) return false;
        parts_.year = y;
        parts_.month = m;
        parts_.day = static_cast<unsigned>(*d);
        at_ += 4;
        return true;
    }

    /// 21.01.2025, 2025.01.21: digits that the lexer could not read as a number.
    bool by_points() {
        const item* it = get(at_);
        if (it == nullptr || it->kind != item_kind::word || !ends(at_ + 1)) return false;
        std::array<int, 3> numbers{};
        std::array<std::size_t, 3> digits{};
        std::size_t part = 0;
        for (const char c : it->text) {
            if (c == '.' && part < 2 && digits[part] != 0) {
                ++part;
            } else if (c >= '0' && c <= '9' && digits[part] < 4) {
                numbers[part] = numbers[part] * 10 + (c - '0');
                ++digits[part];
            } else {
                return false;
            }
        }
        if (part != 2) return false;
        const bool year_first = digits[0] == 4;
        if (digits[1] > 2 || digits[year_first ? 2 : 0] > 2 || digits[year_first ? 0 : 2] != 4) return false;
        const int day_number = numbers[year_first ? 2 : 0];
        if (numbers[1] < 1 || numbers[1] > 12 || day_number < 1 || day_number > 31) return false;
        parts_.year = numbers[year_first ? 0 : 2];
        parts_.month = static_cast<unsigned>(numbers[1]);
        parts_.day = static_cast<unsigned>(day_number);
        return ++at_, true;
    }

    /// 23 Jan. 2025 · 23 January · 21 de enero de 2025
    bool day_first() {
        const auto d = number(at_, 1, 31);
        const std::size_t month_at = past_link(at_ + 1);
        const auto m = month_word(month_at);
        if (!d || !m) return false;
        parts_.day = static_cast<unsigned>(*d);
        parts_.month = m;
        at_ = month_at + 1;
        const std::size_t year_at = past_link(at_);
        if (const auto y = year_number(year_at, 1000, 2999); y && ends(year_at + 1)) {
            parts_.year = y;
            at_ = year_at + 1;
        }
        return true;
    }

    /// yesterday · last year · last December · late 2024
    bool relative() {
        const item* it = get(at_);
        const term* t = it != nullptr ? it->as(term_class::date_word) : nullptr;
        if (t == nullptr) return false;
        if (t->value == "previous" || t->value == "following") {
            const auto m = month_word(at_ + 1);
            if (!m) return false;
            parts_.month = m;
            (t->value == "previous" ? parts_.previous : parts_.following) = true;
            at_ += 2;
            return true;
        }
        if (t->value.starts_with("part:") && t->is(term_before)) {
            const auto y = year_number(at_ + 1, 1900, 2100);
            const auto years = relative_year(at_ + 1);
            if ((!y || !ends(at_ + 2)) && !years) return false;
            parts_.year = y;
            parts_.years_on = years;
            parts_.part = t->value == "part:end" ? part_of_period::end : part_of_period::start;
            at_ += 2;
            return true;
        }
        parts_.days_on = offset_of(t->value, "day");
        parts_.months_on = offset_of(t->value, "month");
        parts_.years_on = offset_of(t->value, "year");
        if (!parts_.days_on && !parts_.months_on && !parts_.years_on) return false;
        return ++at_, true;
    }

    /// "by 2030": a bare year is a date only after a word that leads one.
    bool year_after_lead() {
        const auto y = year_number(at_, 1900, 2100);
        if (!y || at_ == 0 || !has(at_ - 1, term_class::lead, "date") || !items_[at_].spaced) return false;
        if (!ends(at_ + 1) || counts_something(at_ + 1)) return false;
        parts_.year = y;
        return ++at_, true;
    }

    /// ", 09:44" after a whole date.
    void time_of_day() {
        if (!parts_.full()) return;
        std::size_t at = at_;
        if (comma(at)) ++at;
        const item* colon = get(at + 1);
        if (number(at, 0, 23) && colon != nullptr && colon->kind == item_kind::mark && !colon->spaced && number(at + 2, 0, 59) &&
            !get(at + 2)->spaced && get(at + 2)->end - get(at + 2)->begin == 2)
            at_ = at + 3;
    }

    const std::vector<item>& items_;
    std::size_t at_;
    std::size_t first_;
    int era_;
    date_parts parts_;
};

}  // namespace

std::optional<date_read> date_at(const std::vector<item>& items, std::size_t i, int era) {
    return date_pass(items, i, era).run();
}

}  // namespace outlay::reading
