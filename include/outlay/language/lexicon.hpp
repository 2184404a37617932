// lexicon: the words of one language that figures are made of, as sorted phrases with their meanings.
// Promises: constant data (config/languages/TAG.csv); longest match at a position in O(length × log n).
// Leaves out: how words combine into a figure (figures/read.hpp).
#pragma once

#include <outlay/base/csv.hpp>
#include <outlay/base/result.hpp>
#include <outlay/base/source.hpp>

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// What a phrase does in a figure. The comment shows rows of a language file.
enum class term_class : std::uint8_t {
    numeral,       ///< one → 1, twenty → 20, half a → 0.5
    article,       ///< a, an: 1 before a magnitude ("a billion dollars")
    magnitude,     ///< billion → 9: × 10^9 of the section before it
    multiplier,    ///< hundred → 2: × 10^2 inside a section (천, 백, 십)
    several,       ///< several → 1, "hundreds of" → 100: 2 to 9 of that many units
    several_unit,  ///< "billions of" → 9
    currency,      ///< won → KRW; candidates separated by spaces, the default first
    country,       ///< US → USD: narrows an ambiguous currency word or symbol beside it ("US dollars")
    qualifier,     ///< up to → at_most
    range,         ///< between → open; and → close; – → join; to → to; from → from
    per,           ///< a year → year
    noun,          ///< jobs → jobs:job; years → duration:year; GW → power:GW; GPUs → accelerators:accelerator
    filler,        ///< new, full-time: may stand between a number and its noun
    counter,       ///< 개사 → 개사: makes a count of the number before it
    lead,          ///< over the next → duration: belongs to the span of the figure after it
    trail,         ///< (현지시간) → date: belongs to the span of the figure before it
    particle,      ///< may follow a figure in the same word, where words are not split by spaces
    rank,          ///< top → before, 번째 → after: the number beside it is a rank, no figure
    month,         ///< January → 1
    date_word,     ///< yesterday → day:-1; last year → year:-1; 년 → unit:year; last → previous; late → part:end; event
    stop,          ///< a look-alike or an idiom: no term at all (원전, 최대주주, 두 마리 토끼)
    function_word, ///< the, of: tells the language, ends a counted noun
    number_sign,   ///< No.: the number after it is a name
    negative,      ///< minus
    equals,        ///< or, equivalent to: the sum before it is stated again after it
    noun_ending,   ///< s → count: an unknown word that ends so can be a counted noun
};
[[nodiscard]] std::string_view to_text(term_class kind);

/// Where a term may stand; the `when` column, flags separated by spaces.
enum term_flag : std::uint16_t {
    term_before = 1,         ///< before the number
    term_after = 2,          ///< after the number
    term_attached = 4,       ///< only with no space between it and the number ("5m", "500bn")
    term_case = 8,           ///< only in exactly these letters ("May")
    term_inside = 16,        ///< between the digits and the magnitude ("700여조")
    term_weak = 32,          ///< also a common word: needs a magnitude, grouped digits or a large number ("won")
    term_prefix = 64,        ///< anything may follow in the same word (a stem)
    term_open = 128,         ///< a compound may go on after it across a space
};

struct term {
    term_class kind = term_class::stop;
    std::uint16_t flags = 0;
    std::string_view value;
    std::string_view written;  ///< the words in their own letters, for term_case

    [[nodiscard]] bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
};

struct phrase {
    std::string_view text;       ///< ASCII lower case, single spaces
    std::uint32_t first = 0;     ///< its terms
    std::uint16_t count = 0;
};

/// How numbers are written.
struct number_style {
    std::string_view group = ",";     ///< characters that may separate groups
    std::string_view decimal = ".";
    bool indian_groups = false;       ///< 1,27,000
};

/// A language: its tag, how it is recognised, how it writes numbers, and its phrases.
class lexicon {
public:
    constexpr lexicon() = default;
    constexpr lexicon(std::string_view tag, std::string_view name, std::string_view scripts, std::string_view companion,
                      number_style style, bool spaced, std::span<const phrase> phrases, std::span<const term> terms)
        : tag_(tag), name_(name), scripts_(scripts), companion_(companion), style_(style), spaced_(spaced),
          phrases_(phrases), terms_(terms) {}

    [[nodiscard]] std::string_view tag() const { return tag_; }
    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view scripts() const { return scripts_; }     ///< "Hangul Han", separated by spaces
    [[nodiscard]] std::string_view companion() const { return companion_; } ///< language whose words also count here
    [[nodiscard]] const number_style& numbers() const { return style_; }
    [[nodiscard]] bool words_are_spaced() const { return spaced_; }         ///< a word ends where its letters end
    [[nodiscard]] std::span<const phrase> phrases() const { return phrases_; }
    [[nodiscard]] std::span<const term> all_terms() const { return terms_; }
    [[nodiscard]] std::span<const term> terms_of(const phrase& p) const { return terms_.subspan(p.first, p.count); }

    struct match {
        const phrase* found = nullptr;
        std::size_t length = 0;  ///< bytes of the text it covers
    };
    /// The longest phrase that the text has at `offset` (ASCII case folded, any run of spaces equal to one).
    /// In a spaced language it must end at the end of a word.
    [[nodiscard]] match longest_match(std::string_view text, std::size_t offset) const;
    /// The same, passing over phrases that are only look-alikes (term_class::stop).
    [[nodiscard]] match longest_term(std::string_view text, std::size_t offset) const;

private:
    [[nodiscard]] match search(std::string_view text, std::size_t offset, bool pass_over_stops) const;
    std::string_view tag_, name_, scripts_, companion_;
    number_style style_;
    bool spaced_ = true;
    std::span<const phrase> phrases_;
    std::span<const term> terms_;
};

[[nodiscard]] std::span<const lexicon> embedded_lexicons();

struct lexicon_storage {
    std::deque<std::string> texts;  ///< never moves its strings; phrases and terms point into them
    std::vector<phrase> phrases;    ///< sorted
    std::vector<term> terms;
};

/// What a language file says, owned. `view()` points into it.
struct lexicon_file {
    std::string tag, name, scripts, companion, group, decimal;
    bool indian_groups = false;
    bool spaced = true;
    std::shared_ptr<const lexicon_storage> rows;
    [[nodiscard]] lexicon view() const;
};

/// A file of config/languages/: columns `class,words,value,when`, words separated by "|", under comment lines
/// title, source, licence, date, tag, scripts, companion, group, decimal, words (spaced or unspaced), grouping.
/// All errors in one pass: csv-*, unknown-term-class, unknown-term-flag, term-value-malformed, language-header-missing.
[[nodiscard]] result<lexicon_file> read_lexicon(const source& text);

/// A script whose words are not split by spaces, or not wholly (Hangul, Han, Kana, Thai).
[[nodiscard]] bool is_unspaced(char32_t value);

}  // namespace outlay
