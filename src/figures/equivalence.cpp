#include <outlay/figures/equivalence.hpp>

#include "language_finder.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <optional>

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

constexpr std::array<char32_t, 3> closing{U')', U']', U'）'};
constexpr std::string_view at_rate = "rate";  ///< of term_class::equals: says which rate a sum was converted at

/// An empty line ends what may be said again; a block of a page ends in one.
bool has_empty_line(std::string_view between) {
    std::size_t ends = 0;
    for (const char c : between) {
        ends = c == '\n' ? ends + 1 : c == ' ' || c == '\t' || c == '\r' ? ends : 0;
        if (ends == 2) return true;
    }
    return false;
}

enum class connection : std::uint8_t { none, plain, bracket };

/// What "(", ", or ", "(equivalent to " say: that the next sum is the last one again. Before a sum that is
/// about so much a comma or a dash says so too: "€797.7 million, roughly $830 million".
connection connection_of(const engine& data, std::string_view between, std::string_view language, bool is_about) {
    if (between.size() > longest_connection || has_empty_line(between)) return connection::none;
    const reading::languages use = reading::language_of(data, language, between);
    connection found = connection::none;
    for (const reading::item& it : reading::cut(data, use, between)) {
        if (it.as(term_class::equals, at_rate) != nullptr || it.as(term_class::per) != nullptr) continue;  // "$1 billion a year (…)"
        if (it.as(term_class::equals) != nullptr) {
            found = std::max(found, connection::plain);
            continue;
        }
        const code_point sign = decode_at(between, it.begin);  // a dash is a word of ranges besides
        const char32_t mark = it.end - it.begin == sign.length ? sign.value : 0;
        if (is_one_of(mark, opening)) found = mark == '/' ? std::max(found, connection::plain) : connection::bracket;
        else if (!is_one_of(mark, passing)) return connection::none;
        if (is_about) found = std::max(found, connection::plain);
    }
    return found;
}

/// The place of the bracket that closes what `begin` stands in; none in this line, or none near.
std::optional<std::size_t> closing_after(std::string_view text, std::size_t begin) {
    constexpr std::size_t longest = 160;
    for (std::size_t at = begin; at < text.size() && at - begin < longest;) {
        const code_point c = decode_at(text, at);
        if (is_one_of(c.value, opening) && c.value != '/') return std::nullopt;
        if (is_one_of(c.value, closing)) return at;
        at += c.length;
    }
    return std::nullopt;
}

/// What follows a sum in its bracket leaves it a sum: nothing, another sum, what it is paid per, at which rate it was taken, or what
/// a comma parts from it. "(€5 million came from Berlin)" is a clause of its own.
bool stays_a_sum(const engine& data, std::string_view rest, std::string_view language) {
    const reading::languages use = reading::language_of(data, language, rest);
    const auto items = reading::cut(data, use, rest);
    for (const reading::item& it : items) {
        if (it.kind == reading::item_kind::mark) return true;
        if (it.kind == reading::item_kind::number || it.kind == reading::item_kind::symbol || it.kind == reading::item_kind::code) return true;
        const bool belongs = it.as(term_class::per) != nullptr || it.as(term_class::qualifier) != nullptr || it.as(term_class::equals) != nullptr ||
                             it.as(term_class::country) != nullptr || it.as(term_class::currency) != nullptr;
        if (!belongs)
            return std::any_of(items.begin(), items.end(), [](const reading::item& said) { return said.as(term_class::equals, at_rate) != nullptr; });
    }
    return true;
}

/// "€92m; £79m", "€92m or £79m": in one bracket, the next sum is one more of the same.
bool is_one_more(const engine& data, std::string_view between, std::string_view language) {
    constexpr std::array<char32_t, 6> parting{U';', U',', U'/', U'；', U'、', U'，'};
    if (between.size() > longest_connection) return false;
    const auto items = reading::cut(data, reading::language_of(data, language, between), between);
    return !items.empty() && std::all_of(items.begin(), items.end(), [&](const reading::item& it) {
        return it.as(term_class::equals) != nullptr || (it.kind == reading::item_kind::mark && is_one_of(decode_at(between, it.begin).value, parting));
    });
}

/// A sum that a rate can be taken from: not an order of magnitude.
bool is_one_sum(const figure& f) {
    return f.kind == figure_kind::money && f.qualifier != qualifier::several && f.written.sign() > 0;
}

bool is_range(const figure& f) { return f.qualifier == qualifier::range; }
bool is_band(const figure& f) { return f.qualifier == qualifier::band; }

/// Two values, two ranges, or whatever a band is compared with.
bool are_alike(const figure& a, const figure& b) { return is_range(a) == is_range(b) || is_band(a) || is_band(b); }

interval<ratio> in_ratios(const interval<decimal>& bounds) {
    interval<ratio> made;
    if (bounds.low) made.low = to_ratio(*bounds.low);
    if (bounds.high) made.high = to_ratio(*bounds.high);
    made.low_open = bounds.low_open;
    made.high_open = bounds.high_open;
    return made;
}

/// What "about" so much may be: rounded to the last digit that is not zero, but by 5 % at the most.
interval<ratio> about(const decimal& written) {
    const auto rounded = rounding_interval(written.normalized());
    const ratio value = to_ratio(written);
    const ratio most = value / 20;
    if (*rounded.high - value <= most) return rounded;
    return {value - most, value + most, value, false, false};
}

interval<ratio> implied_by(const interval<ratio>& first, const interval<ratio>& second, bool first_is_base) {
    return first_is_base ? *divide(second, first) : *divide(first, second);
}

/// Two values of a sum and what each may be.
struct two_values {
    decimal first, second;
    interval<ratio> first_exact, first_rounded, second_as_written, second_rounded;
};

two_values values_of(const figure& a, const decimal& first, const figure& b, const decimal& second, bool is_about) {
    two_values made{first, second, interval<ratio>::point(to_ratio(first)), rounding_interval(first.normalized()),
                    is_about ? about(second) : rounding_interval(second), rounding_interval(second.normalized())};
    const bool any_band = is_band(a) || is_band(b);
    if (any_band && (is_band(a) || is_range(a))) made.first_exact = made.first_rounded = in_ratios(a.amount);
    if (any_band && (is_band(b) || is_range(b))) made.second_as_written = made.second_rounded = in_ratios(b.amount);
    return made;
}

/// "about", also of a range, whose qualifier does not tell.
bool says_about(const engine& data, std::string_view text, const figure& f) {
    if (f.qualifier == qualifier::about) return true;
    if (!is_range(f)) return false;
    const std::string_view words = text.substr(f.begin, f.end - f.begin);
    const auto items = reading::cut(data, reading::language_of(data, f.language, words), words);
    return std::any_of(items.begin(), items.end(), [](const reading::item& it) { return it.as(term_class::qualifier, to_text(qualifier::about)) != nullptr; });
}

/// The pair, or its two ends.
void pair_up(const engine& data, std::string_view text, const std::vector<figure>& figures, std::size_t first, std::size_t second, std::vector<equivalence>& found) {
    const figure& a = figures[first];
    const figure& b = figures[second];
    const bool first_is_base = a.currency != b.currency && data.currencies().is_quoted_as_base(a.currency, b.currency);
    const bool is_about = says_about(data, text, b);
    const auto add = [&](compared_end end, const decimal& one, const decimal& other) {
        const two_values values = values_of(a, one, b, other, is_about);
        equivalence made;
        made.first = first;
        made.second = second;
        made.pair = first_is_base ? currency_pair{a.currency, b.currency} : currency_pair{b.currency, a.currency};
        made.end = end;
        made.first_value = to_ratio(values.first);
        made.second_value = to_ratio(values.second);
        made.implied = first_is_base ? made.second_value / made.first_value : made.first_value / made.second_value;
        made.rounded = implied_by(values.first_exact, values.second_as_written, first_is_base);
        made.widened = implied_by(values.first_rounded, values.second_rounded, first_is_base);
        made.rounded.central = made.widened.central = made.implied;
        found.push_back(std::move(made));
    };
    if (is_range(a) && is_range(b)) {
        if (a.amount.low->sign() > 0 && b.amount.low->sign() > 0) add(compared_end::lower, *a.amount.low, *b.amount.low);
        add(compared_end::upper, *a.amount.high, *b.amount.high);
    } else {
        add(compared_end::none, a.written, b.written);
    }
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

std::string_view to_text(compared_end end) {
    switch (end) {
        case compared_end::lower: return "lower";
        case compared_end::upper: return "upper";
        case compared_end::none: break;
    }
    return {};
}

std::vector<equivalence> find_restatements(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<equivalence> found;
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const figure& a = figures[i];
        const figure& b = figures[i + 1];
        if (!is_one_sum(a) || !is_one_sum(b) || is_band(a) || is_band(b) || a.currency != b.currency || is_range(a) != is_range(b) || a.per != b.per) continue;
        if (has_other_letters(text.substr(a.begin, a.end - a.begin)) == has_other_letters(text.substr(b.begin, b.end - b.begin))) continue;
        if (!ends_there(text, b.end)) continue;
        if (connection_of(data, text.substr(a.end, b.begin - a.end), a.language, b.qualifier == qualifier::about) == connection::none) continue;
        pair_up(data, text, figures, i, i + 1, found);
    }
    return found;
}

std::vector<equivalence> find_equivalences(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<equivalence> found;
    const auto may_pair = [&](const figure& a, const figure& b) {
        return is_one_sum(a) && is_one_sum(b) && a.currency != b.currency && are_alike(a, b) && (a.per == b.per || b.per == per_unit::none);
    };
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const figure& a = figures[i];
        const figure& b = figures[i + 1];
        if (!may_pair(a, b)) continue;
        const auto said = connection_of(data, text.substr(a.end, b.begin - a.end), a.language, b.qualifier == qualifier::about);
        if (said == connection::none) continue;
        const auto close = said == connection::bracket ? closing_after(text, b.end) : std::nullopt;
        std::size_t last = i + 1;
        while (close && last + 1 < figures.size() && figures[last + 1].end <= *close && may_pair(a, figures[last + 1]) &&
               is_one_more(data, text.substr(figures[last].end, figures[last + 1].begin - figures[last].end), a.language))
            ++last;
        if (close && !stays_a_sum(data, text.substr(figures[last].end, *close - figures[last].end), a.language)) continue;
        for (std::size_t again = i + 1; again <= last; ++again) pair_up(data, text, figures, i, again, found);
        i = std::max(i, last - 1);
    }
    return found;
}

}  // namespace outlay
