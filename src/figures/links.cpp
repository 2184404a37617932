#include <outlay/figures/links.hpp>

#include "language_finder.hpp"
#include "passage.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/figures/equivalence.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace outlay {

namespace {

using reading::item;
using reading::item_kind;

/// A word of making counts this many words from the figure ("creating as many as 100,000 new jobs").
constexpr std::size_t near_words = 5;
constexpr std::size_t reach = 120;  ///< bytes that are looked at for them
constexpr std::size_t beside = 24;  ///< bytes between two figures that stand beside each other, at most

struct span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What makes a figure one that belongs to a sum; `evidence` is empty where only its place can tell.
struct claim {
    std::size_t figure = 0;
    std::optional<span> evidence;
};

template <std::size_t N>
bool is_one_of(char32_t c, const std::array<char32_t, N>& marks) {
    return std::find(marks.begin(), marks.end(), c) != marks.end();
}

constexpr std::array<char32_t, 3> stops{'.', '!', '?'};
/// Full stops that need no space behind them: of ideographs, of Devanagari, of Arabic.
constexpr std::array<char32_t, 5> wide_stops{0x3002, 0xFF01, 0xFF1F, 0x061F, 0x0964};
constexpr std::array<char32_t, 12> clause_marks{',', ';', ':', 0x3001, 0xFF0C, 0xFF1B, 0xFF1A, 0x060C, 0x061B, 0x2013, 0x2014, '/'};
constexpr std::array<char32_t, 6> closing{'"', '\'', ')', 0x201D, 0x2019, 0x00BB};

bool ends_sentence(char32_t c) { return is_one_of(c, stops) || is_one_of(c, wide_stops); }
bool ends_beside(char32_t c) { return ends_sentence(c) || c == ';' || c == ':'; }
bool ends_clause(char32_t c) { return ends_sentence(c) || is_one_of(c, clause_marks); }

bool is_kind_that_belongs(figure_kind kind) {
    return kind == figure_kind::duration || kind == figure_kind::date || kind == figure_kind::jobs || kind == figure_kind::power ||
           kind == figure_kind::accelerators;
}

/// Time: the nearest alone belongs to a sum.
bool is_time(figure_kind kind) { return kind == figure_kind::duration || kind == figure_kind::date; }

/// A sum that something can belong to: not what one job or one gigawatt costs.
bool is_sum(const figure& f) {
    return f.kind == figure_kind::money && f.per != per_unit::job && f.per != per_unit::gigawatt && f.per != per_unit::megawatt &&
           f.per != per_unit::accelerator;
}

/// Days are not what a sum lasts: "will vote in ten days".
bool lasts(const figure& f) {
    constexpr std::array<std::string_view, 4> units{"year", "quarter", "month", "decade"};
    return std::find(units.begin(), units.end(), f.unit) != units.end();
}

bool is_period(const figure& f) {
    if (!f.days) return false;
    const std::chrono::year_month_day first(f.days->first);
    const std::chrono::year_month_day last(f.days->last);
    return last.year() > first.year();
}

/// Passages, the last one kept: figures of one are asked for one after the other.
class passage_memory {
public:
    explicit passage_memory(std::string_view text) : text_(text) {}
    const reading::passage& at(std::size_t place) {
        if (place < last_.begin || place >= last_.end) last_ = reading::paragraph_at(text_, place);
        return last_;
    }

private:
    std::string_view text_;
    reading::passage last_;
};

/// The sentences of a text, as far as figures need them.
class sentences {
public:
    sentences(std::string_view text, passage_memory& passages) : text_(text), passages_(passages) {}

    /// True if no sentence and no passage ends between two figures.
    [[nodiscard]] bool is_one(const figure& a, const figure& b) const {
        if (b.begin - a.end > longest || b.begin >= passages_.at(a.begin).end) return false;
        const std::string_view between = text_.substr(a.end, b.begin - a.end);
        for (std::size_t at = 0; at < between.size();) {
            const code_point c = decode_at(between, at);
            if (is_one_of(c.value, wide_stops)) return false;
            if (is_one_of(c.value, stops) && ends_at(a.end + at)) return false;
            at += c.length;
        }
        return true;
    }

private:
    static constexpr std::size_t longest = 600;  ///< bytes of a sentence between two of its figures

    /// The stop is the last of its sentence: a space and no small letter follow, and it is no abbreviation's.
    [[nodiscard]] bool ends_at(std::size_t stop) const {
        std::size_t next = stop + 1;
        while (next < text_.size() && is_one_of(decode_at(text_, next).value, closing)) next += decode_at(text_, next).length;
        if (next >= text_.size() || !is_space(decode_at(text_, next).value)) return false;
        while (next < text_.size() && is_space(decode_at(text_, next).value)) next += decode_at(text_, next).length;
        const code_point first = decode_at(text_, next);
        if (first.value >= 'a' && first.value <= 'z') return false;
        std::size_t letters = 0;
        for (std::size_t at = stop; at > 0 && letters < 4;) {
            const code_point before = decode_before(text_, at);
            if (before.length == 0 || !is_letter(before.value)) break;
            at -= before.length;
            ++letters;
        }
        const code_point last = decode_before(text_, stop);
        return letters == 0 || letters >= 4 || is_unspaced(last.value);  // "U.S. Dollars", "St. Louis"
    }

    std::string_view text_;
    passage_memory& passages_;
};

/// Looks for the words that say that a figure belongs to a sum.
class evidence_finder {
public:
    evidence_finder(const engine& data, std::string_view text, const std::vector<figure>& figures, passage_memory& passages)
        : data_(data), text_(text), figures_(figures), passages_(passages) {}

    [[nodiscard]] std::optional<claim> of(std::size_t n) const {
        const figure& f = figures_[n];
        if (f.kind == figure_kind::duration) return lasts(f) ? std::optional(claim{n, led(f, "duration")}) : std::nullopt;
        if (f.kind != figure_kind::date) return claim{n, made(n)};
        if (is_period(f)) return claim{n, span{f.begin, f.end}};
        const auto words = led(f, "date");
        if (!words || !f.days) return std::nullopt;
        return claim{n, words};
    }

    /// Nothing stands between two figures but what ties them, and perhaps a comma or a bracket.
    [[nodiscard]] bool stand_beside(std::size_t first, std::size_t second, bool marks) const {
        const figure& a = figures_[first];
        const figure& b = figures_[second];
        if (b.begin < a.end || b.begin - a.end > beside) return false;
        const auto between = cut(a, a.end, b.begin);
        return std::all_of(between.begin(), between.end(), [&](const item& it) {
            if (it.kind == item_kind::mark) return marks && !ends_beside(decode_at(text_, a.end + it.begin).value);
            return it.as(term_class::linker) != nullptr || it.as(term_class::filler) != nullptr || it.as(term_class::article) != nullptr ||
                   it.as(term_class::per) != nullptr || it.as(term_class::particle) != nullptr || it.as(term_class::tie, to_text(a.kind)) != nullptr ||
                   it.as(term_class::tie, to_text(b.kind)) != nullptr;
        });
    }

private:
    [[nodiscard]] std::vector<item> cut(const figure& f, std::size_t begin, std::size_t end) const {
        const std::string_view words = text_.substr(begin, end - begin);
        return reading::cut(data_, reading::language_of(data_, f.language, words), words);
    }

    /// The words at either end of a figure's own that lead or close a time.
    [[nodiscard]] std::optional<span> led(const figure& f, std::string_view kind) const {
        const std::size_t end = std::min(text_.size(), f.end + beside);
        const auto items = cut(f, f.begin, std::max(f.end, passage_end(f.begin, end)));
        std::optional<span> found;
        for (const item& it : items) {
            const bool inside = f.begin + it.end <= f.end;
            const bool after = f.begin + it.begin >= f.end && !it.spaced;
            const term* lead = it.as(term_class::lead, kind);
            const bool leads = kind == to_text(figure_kind::duration) && it.begin == 0 && lead != nullptr && !lead->is(term_weak);
            const bool ties = (inside || after) && it.as(term_class::tie, kind) != nullptr;
            if (leads || ties) found = found ? found : std::optional(span{f.begin + it.begin, f.begin + it.end});
            if (!inside) break;
        }
        return found;
    }

    /// A word of making before or after a count, nearer to it than another figure of its kind.
    [[nodiscard]] std::optional<span> made(std::size_t n) const {
        const figure& f = figures_[n];
        const std::size_t low = n > 0 && figures_[n - 1].kind == f.kind ? figures_[n - 1].end : 0;
        const std::size_t high = n + 1 < figures_.size() ? figures_[n + 1].begin : text_.size();
        const std::size_t begin = passage_begin(f.begin, std::max(low, f.begin > reach ? f.begin - reach : 0));
        const auto before = cut(f, begin, f.begin);
        std::size_t steps = 0;
        for (auto it = before.rbegin(); it != before.rend() && steps < near_words; ++it, ++steps) {
            if (it->as(term_class::tie, to_text(f.kind)) != nullptr) return span{begin + it->begin, begin + it->end};
            if (it->kind == item_kind::mark && ends_sentence(decode_at(text_, begin + it->begin).value)) break;
        }
        const auto after = cut(f, f.end, std::max(f.end, passage_end(f.begin, std::min(high, f.end + reach))));
        steps = 0;
        for (auto it = after.begin(); it != after.end() && steps < near_words; ++it, ++steps) {
            if (it->kind == item_kind::mark && ends_clause(decode_at(text_, f.end + it->begin).value)) break;
            if (it->as(term_class::tie, to_text(f.kind)) != nullptr) return span{f.end + it->begin, f.end + it->end};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t passage_begin(std::size_t at, std::size_t low) const {
        while (low < at && low > 0 && (static_cast<unsigned char>(text_[low]) & 0xC0U) == 0x80) ++low;
        return std::max(low, passages_.at(at).begin);
    }
    [[nodiscard]] std::size_t passage_end(std::size_t at, std::size_t high) const {
        while (high > at && high < text_.size() && (static_cast<unsigned char>(text_[high]) & 0xC0U) == 0x80) --high;
        return std::min(high, passages_.at(at).end);
    }

    const engine& data_;
    std::string_view text_;
    const std::vector<figure>& figures_;
    passage_memory& passages_;
};

/// The links of one sentence: figures from `first` to before `last`.
class sentence_links {
public:
    sentence_links(std::string_view text, const std::vector<figure>& figures, const evidence_finder& evidence,
                   const std::vector<bool>& again, span range)
        : text_(text), figures_(figures), evidence_(evidence) {
        for (std::size_t n = range.begin; n < range.end; ++n) {
            if (is_sum(figures[n]) && !again[n]) sums_.push_back(n);
            if (is_kind_that_belongs(figures[n].kind))
                if (auto found = evidence.of(n)) claims_.push_back(*found);
        }
    }

    void find(std::vector<figure_link>& links) const {
        if (sums_.empty()) return;
        std::vector<figure_link> found;
        for (const claim& c : claims_)
            if (const auto link = link_of(c)) found.push_back(*link);
        for (const figure_link& link : found)
            if (is_nearest(link, found)) links.push_back(link);
    }

private:
    [[nodiscard]] std::optional<figure_link> link_of(const claim& c) const {
        auto sum = beside(c, false);
        if (!sum && c.evidence) sum = sums_.size() == 1 ? std::optional(sums_.front()) : of_several(c);
        if (!sum) sum = beside(c, true);
        if (!sum) return std::nullopt;
        const span words = c.evidence.value_or(span{figures_[std::min(*sum, c.figure)].begin, figures_[std::max(*sum, c.figure)].end});
        return figure_link{*sum, c.figure, words.begin, words.end};
    }

    [[nodiscard]] std::optional<std::size_t> beside(const claim& c, bool marks) const {
        for (const std::size_t sum : sums_) {
            const std::size_t first = std::min(sum, c.figure);
            const std::size_t last = std::max(sum, c.figure);
            if (last == first + 1 && evidence_.stand_beside(first, last, marks)) return sum;
        }
        return std::nullopt;
    }

    /// Of several sums the one that takes turns with the claim, or the only one of its clause.
    [[nodiscard]] std::optional<std::size_t> of_several(const claim& c) const {
        std::vector<std::size_t> turns;  // sums and claims of this kind, in order
        for (const claim& other : claims_)
            if (figures_[other.figure].kind == figures_[c.figure].kind && other.evidence) turns.push_back(other.figure);
        const bool as_many = turns.size() == sums_.size();
        turns.insert(turns.end(), sums_.begin(), sums_.end());
        std::sort(turns.begin(), turns.end());
        bool alternate = as_many;
        for (std::size_t i = 0; i + 1 < turns.size(); ++i)
            alternate = alternate && is_sum(figures_[turns[i]]) != is_sum(figures_[turns[i + 1]]);
        if (alternate) {
            const auto own = static_cast<std::size_t>(std::find(turns.begin(), turns.end(), c.figure) - turns.begin());
            return is_sum(figures_[turns.front()]) ? turns[own - 1] : turns[own + 1];
        }
        std::optional<std::size_t> in_clause;
        for (const std::size_t sum : sums_) {
            if (!is_one_clause(std::min(sum, c.figure), std::max(sum, c.figure))) continue;
            if (in_clause) return std::nullopt;
            in_clause = sum;
        }
        return in_clause;
    }

    [[nodiscard]] bool is_one_clause(std::size_t first, std::size_t last) const {
        const std::string_view between = text_.substr(figures_[first].end, figures_[last].begin - figures_[first].end);
        for (std::size_t at = 0; at < between.size();) {
            const code_point c = decode_at(between, at);
            if (is_one_of(c.value, clause_marks)) return false;
            at += c.length;
        }
        return true;
    }

    /// A sum lasts once: of several durations the nearest is its own, and of several dates.
    [[nodiscard]] bool is_nearest(const figure_link& link, const std::vector<figure_link>& all) const {
        if (!is_time(figures_[link.other].kind)) return true;
        return std::none_of(all.begin(), all.end(), [&](const figure_link& other) {
            return other.money == link.money && other.other != link.other && figures_[other.other].kind == figures_[link.other].kind &&
                   gap(other) < gap(link);
        });
    }

    [[nodiscard]] std::size_t gap(const figure_link& link) const {
        const figure& a = figures_[std::min(link.money, link.other)];
        const figure& b = figures_[std::max(link.money, link.other)];
        return b.begin - a.end;
    }

    std::string_view text_;
    const std::vector<figure>& figures_;
    const evidence_finder& evidence_;
    std::vector<std::size_t> sums_;
    std::vector<claim> claims_;
};

}  // namespace

std::vector<figure_link> find_links(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<figure_link> links;
    if (data.languages().empty()) return links;
    std::vector<bool> again(figures.size(), false);
    for (const equivalence& pair : find_equivalences(data, text, figures)) again[pair.second] = true;
    passage_memory passages(text);
    const sentences of_text(text, passages);
    const evidence_finder evidence(data, text, figures, passages);
    for (std::size_t first = 0; first < figures.size();) {
        std::size_t last = first + 1;
        while (last < figures.size() && of_text.is_one(figures[last - 1], figures[last])) ++last;
        sentence_links(text, figures, evidence, again, {first, last}).find(links);
        first = last;
    }
    std::stable_sort(links.begin(), links.end(), [](const figure_link& a, const figure_link& b) { return a.money < b.money; });
    return links;
}

std::vector<std::vector<linked_figure>> find_linked_figures(const engine& data, std::string_view text, const std::vector<figure>& figures) {
    std::vector<std::vector<linked_figure>> linked(figures.size());
    for (const figure_link& link : find_links(data, text, figures)) linked[link.money].push_back({figures[link.other], link.begin, link.end});
    return linked;
}

}  // namespace outlay
