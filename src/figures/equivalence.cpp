#include <outlay/figures/equivalence.hpp>

#include "language_finder.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

/// Longer than this, what stands between two figures is a sentence, not a connection.
constexpr std::size_t longest_connection = 40;

constexpr std::array<char32_t, 4> opening{U'(', U'[', U'（', U'/'};
constexpr std::array<char32_t, 7> passing{U',', U'=', 0x3001, 0xFF0C, 0x060C, 0x2013, 0x2014};  // commas of all scripts, dashes

template <std::size_t N>
bool is_one_of(char32_t c, const std::array<char32_t, N>& marks) {
    return std::find(marks.begin(), marks.end(), c) != marks.end();
}

/// True for "(", ", or ", "(equivalent to ": what says that the next sum is the last one again. Before a sum that is
/// about so much a comma or a dash says so too: "€797.7 million, roughly $830 million".
bool says_again(const engine& data, std::string_view between, std::string_view language, bool is_about) {
    if (between.size() > longest_connection) return false;
    const reading::languages use = reading::language_of(data, language, between);
    bool again = false;
    for (const reading::item& it : reading::cut(data, use, between)) {
        if (it.as(term_class::equals) != nullptr) {
            again = true;
            continue;
        }
        if (it.as(term_class::per) != nullptr) continue;  // "$1 billion a year (…)"
        if (it.kind != reading::item_kind::mark) return false;
        const char32_t mark = decode_at(between, it.begin).value;
        if (is_one_of(mark, opening)) again = true;
        else if (!is_one_of(mark, passing)) return false;
        again = again || is_about;
    }
    return again;
}

/// A sum that a rate can be taken from: not an order of magnitude, not a band.
bool is_one_sum(const figure& f) {
    return f.kind == figure_kind::money && f.qualifier != qualifier::several && f.qualifier != qualifier::band && f.written.sign() > 0;
}

bool is_range(const figure& f) { return f.qualifier == qualifier::range; }

interval<ratio> implied_by(const interval<ratio>& first, const interval<ratio>& second, bool first_is_base) {
    return first_is_base ? *divide(second, first) : *divide(first, second);
}

/// What both ends of two ranges allow: from the lowest to the highest rate of either end.
interval<ratio> hull(const interval<ratio>& a, const interval<ratio>& b) {
    const bool a_low = *a.low < *b.low;
    const bool a_high = *a.high > *b.high;
    return {a_low ? a.low : b.low, a_high ? a.high : b.high, std::nullopt, a_low ? a.low_open : b.low_open, a_high ? a.high_open : b.high_open};
}

equivalence pair_up(const engine& data, const std::vector<figure>& figures, std::size_t first, std::size_t second) {
    const figure& a = figures[first];
    const figure& b = figures[second];
    const bool first_is_base = a.currency != b.currency && data.currencies().is_quoted_as_base(a.currency, b.currency);
    equivalence made;
    made.first = first;
    made.second = second;
    made.pair = first_is_base ? currency_pair{a.currency, b.currency} : currency_pair{b.currency, a.currency};
    const auto exact_first = interval<ratio>::point(to_ratio(a.written));
    const auto exact_second = interval<ratio>::point(to_ratio(b.written));
    made.implied = *implied_by(exact_first, exact_second, first_is_base).central;
    made.rounded = implied_by(exact_first, rounding_interval(b.written), first_is_base);
    made.widened = implied_by(rounding_interval(a.written.normalized()), rounding_interval(b.written.normalized()), first_is_base);
    if (is_range(a)) {
        const decimal low_a = *a.amount.low;
        const decimal low_b = *b.amount.low;
        made.rounded = hull(made.rounded, implied_by(interval<ratio>::point(to_ratio(low_a)), rounding_interval(low_b), first_is_base));
        made.widened = hull(made.widened, implied_by(rounding_interval(low_a.normalized()), rounding_interval(low_b.normalized()), first_is_base));
    }
    made.rounded.central = made.widened.central = made.implied;
    return made;
}

/// Letters of another script than Latin stand in the words.
bool has_other_letters(std::string_view words) {
    constexpr char32_t last_of_latin = 0x24F;
    for (std::size_t at = 0; at < words.size();) {
        const code_point c = decode_at(words, at);
        if (c.value > last_of_latin && is_letter(c.value)) return true;
        at += c.length;
    }
    return false;
}

/// Nothing goes on with the sum: "($50 billion at once)" is another.
bool ends_there(std::string_view text, std::size_t end) {
    while (is_space(decode_at(text, end).value)) end += decode_at(text, end).length;
    return !is_letter(decode_at(text, end).value);
}

}  // namespace

std::vector<equivalence> find_restatements(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<equivalence> found;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const figure& a = figures[i];
        const figure& b = figures[i + 1];
        if (!is_one_sum(a) || !is_one_sum(b) || a.currency != b.currency || is_range(a) != is_range(b) || a.per != b.per) continue;
        if (has_other_letters(text.substr(a.begin, a.end - a.begin)) == has_other_letters(text.substr(b.begin, b.end - b.begin))) continue;
        if (!ends_there(text, b.end) || !says_again(data, text.substr(a.end, b.begin - a.end), a.language, b.qualifier == qualifier::about)) continue;
        found.push_back(pair_up(data, figures, i, i + 1));
    }
    return found;
}

std::vector<equivalence> find_equivalences(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<equivalence> found;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const figure& a = figures[i];
        const figure& b = figures[i + 1];
        if (!is_one_sum(a) || !is_one_sum(b) || a.currency == b.currency || is_range(a) != is_range(b)) continue;
        if (a.per != b.per && b.per != per_unit::none) continue;
        if (!says_again(data, text.substr(a.end, b.begin - a.end), a.language, b.qualifier == qualifier::about)) continue;
        found.push_back(pair_up(data, figures, i, i + 1));
    }
    return found;
}

}  // namespace outlay
