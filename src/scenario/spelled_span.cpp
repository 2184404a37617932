#include "scenario/spelled_span.hpp"

#include <outlay/figures/read.hpp>

#include <algorithm>
#include <charconv>
#include <vector>

namespace outlay {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// An end of the span and the bytes that name it.
struct named_end {
    std::size_t begin = 0;
    std::size_t end = 0;
    date_span days;
    bool is_year = false;
};

date_span days_of(int year) { return {make_date(year, 1, 1), make_date(year, 12, 31)}; }

bool is_whole_year(const date_span& days) {
    const std::chrono::year_month_day first(days.first);
    return days == days_of(int(first.year()));
}

/// A date of both ends, as the reader finds "2026–2030".
bool goes_over_years(const date_span& days) {
    return std::chrono::year_month_day(days.first).year() < std::chrono::year_month_day(days.last).year();
}

bool ends_with_a_year(const date_span& days) {
    const std::chrono::year_month_day last(days.last);
    return days.last == days_of(int(last.year())).last;
}

/// Digits alone: four are a year, two behind a year are its last two.
std::optional<named_end> bare_year(std::string_view text, std::size_t begin, const std::vector<named_end>& before) {
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    int year = 0;
    (void)std::from_chars(text.data() + begin, text.data() + end, year);
    if (end - begin == 2 && before.size() == 1) {
        const int century = int(std::chrono::year_month_day(before.front().days.first).year()) / 100 * 100;
        return named_end{begin, end, days_of(century + year), true};
    }
    if (end - begin != 4 || year < first_year || year > last_year) return std::nullopt;
    return named_end{begin, end, days_of(year), true};
}

/// "2026 or 2030" is no span.
bool is_glue(const term& word) {
    constexpr std::string_view alternative = "or";
    const term_class kind = word.kind;
    return (kind == term_class::range && word.value != alternative) || kind == term_class::particle || kind == term_class::qualifier ||
           kind == term_class::joiner || kind == term_class::date_word || kind == term_class::lead;
}

/// The bytes of the longest word of a range at `at`, in any language.
std::size_t glue_at(const engine& data, std::string_view text, std::size_t at) {
    std::size_t longest = 0;
    for (const lexicon& language : data.languages()) {
        const auto match = language.longest_term(text, at);
        if (match.found == nullptr || match.length <= longest) continue;
        const auto terms = language.terms_of(*match.found);
        if (std::any_of(terms.begin(), terms.end(), [](const term& t) { return is_glue(t); })) longest = match.length;
    }
    return longest;
}

/// Nothing but such words, at least one where something has to stand.
bool is_all_glue(const engine& data, std::string_view text, bool may_be_empty) {
    bool found = may_be_empty;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        const std::size_t length = glue_at(data, text, at);
        if (length == 0) return false;
        found = true;
        at += length;
    }
    return found;
}

/// The dates that the reader finds, and the years in digits between them; nothing where there are other figures.
std::optional<std::vector<named_end>> ends_in(const engine& data, std::string_view text) {
    std::vector<named_end> out;
    const std::vector<figure> figures = read_figures(data, text);
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (next < figures.size() && figures[next].begin == at) {
            const figure& each = figures[next++];
            if (each.kind != figure_kind::date || !each.days) return std::nullopt;
            out.push_back({each.begin, each.end, *each.days, is_whole_year(*each.days)});
            at = each.end;
        } else if (is_digit(text[at])) {
            const auto year = bare_year(text, at, out);
            if (!year) return std::nullopt;
            out.push_back(*year);
            at = year->end;
        } else {
            ++at;
        }
    }
    return out;
}

}  // namespace

std::optional<spelled_span> read_spelled_span(const engine& data, std::string_view text) {
    const auto ends = ends_in(data, text);
    if (!ends || ends->empty() || ends->size() > 2) return std::nullopt;
    const named_end& first = ends->front();
    const named_end& last = ends->back();
    if (!is_all_glue(data, text.substr(0, first.begin), true) || !is_all_glue(data, text.substr(last.end), true))
        return std::nullopt;
    if (ends->size() == 1) {
        if (!goes_over_years(first.days)) return std::nullopt;
        return spelled_span{first.days, first.days, ends_with_a_year(first.days)};
    }
    if (goes_over_years(first.days) || goes_over_years(last.days) ||
        !is_all_glue(data, text.substr(first.end, last.begin - first.end), false))
        return std::nullopt;
    return spelled_span{first.days, last.days, last.is_year};
}

bool is_one_end(const engine& data, std::string_view text) {
    const auto ends = ends_in(data, text);
    return ends && ends->size() == 1 && is_all_glue(data, text.substr(0, ends->front().begin), true) &&
           is_all_glue(data, text.substr(ends->front().end), true);
}

}  // namespace outlay
