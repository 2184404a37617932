// lexicon: the words of one language that figures are made of, as phrases with their meanings.
// Promises: constant data (config/languages/TAG.csv); the words of all languages lie in one table, and a lookup is one
//   search in it whichever languages are asked for; letter case, apostrophes and kinds of space are folded.
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
    ending,        ///< lık, 'a: may follow a number word, a currency or a noun in the same word, where words are inflected
    joiner,        ///< and, y, und → plain; inverted: joins the unit before it to the tens after it ("einundzwanzig")
    point,         ///< point, Komma, virgule: numerals after it are decimals
    linker,        ///< de, d', di: may stand between a number and its currency or noun
    change,        ///< rose, fell: "from A to B" after it tells two sums, not a range
    tie,           ///< creating → jobs; by → date: the figure of that kind beside it belongs to the sum of its sentence
    minor,         ///< cents → "100 USD EUR": so many make one of the currency; candidates, the default first
};
[[nodiscard]] std::string_view to_text(term_class kind);

/// Where a term may stand; the `when` column, flags separated by spaces.
enum term_flag : std::uint16_t {
    term_before = 1,         ///< before the number
    term_after = 2,          ///< after the number
    term_attached = 4,       ///< only with no space between it and the number ("5m", "500bn")
    term_case = 8,           ///< only in exactly these letters ("May")
    term_inside = 16,        ///< between the digits and the magnitude ("700여조"); a numeral: only in a compound word
    term_weak = 32,          ///< also a common word: needs a magnitude, grouped digits or a large number ("won")
    term_prefix = 64,        ///< the number or a word of it may follow in the same word (a prefix, a stem)
    term_open = 128,         ///< a compound may go on after it across a space
    term_grouping = 512,     ///< of a magnitude: three digits behind the decimal mark before it are a group ("8,177 mdd"); with
                             ///< term_weak only such that end in 0 ("1,200 millones": nobody writes 1.2 million so)
    term_generic = 256,      ///< a unit word that another currency beside it decides (元 in 新台币 100 亿元)
};

struct term {
    term_class kind = term_class::stop;
    std::uint8_t language = 0;  ///< number of its lexicon in the table
    std::uint16_t flags = 0;
    std::string_view value;
    std::string_view written;  ///< the words in their own letters, for term_case

    [[nodiscard]] bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
};

struct phrase {
    std::string_view text;         ///< folded (language/fold.hpp)
    std::uint64_t languages = 0;   ///< bit n: a term of lexicon n
    std::uint32_t first = 0;       ///< its terms, by language
    std::uint16_t count = 0;
    std::uint16_t shorter = 0;     ///< 1 + the longest phrase that this one begins with; 0: none
};

/// Where the phrases that begin with two given bytes start, and the length of the longest of them.
struct phrase_bucket {
    std::uint16_t first = 0;
    std::uint8_t longest = 0;
};

/// The words of all languages of an engine: phrases sorted by their bytes, 65,537 buckets by their first two.
struct word_table {
    std::span<const phrase> phrases;
    std::span<const term> terms;
    std::span<const phrase_bucket> buckets;

    static constexpr std::size_t most_languages = 64;
    static constexpr std::size_t bucket_count = 0x10001;
};

/// How numbers are written.
struct number_style {
    std::string_view group = ",";     ///< characters that may separate groups; a space stands for any kind
    std::string_view decimal = ".";
    bool indian_groups = false;       ///< 1,27,000
};

/// What a language file says in its head.
struct language_head {
    std::string_view tag, name;
    std::string_view aliases;        ///< other tags, separated by spaces
    std::string_view scripts;        ///< "Hangul Han", separated by spaces
    std::string_view companion;      ///< tag of the language whose words also count here
    number_style style;
    bool spaced = true;              ///< a word ends where its letters end
    bool continuous = false;         ///< text is written without spaces between words (Chinese, Japanese, Thai)
    bool compounds = false;          ///< numbers are written in one word ("fünfhunderttausend")
    std::string_view letters;        ///< that are frequent in this language and rare in others of its script
    std::string_view endings;        ///< of inflected words, separated by spaces
    std::string_view noun_endings;   ///< of an unknown counted noun
    int era = 0;                     ///< years that its calendar is ahead of the common one (Buddhist era: 543)
};

class lazy_phrase_trie;
class phrase_trie;

/// A language: its head and its phrases among those of the table.
class lexicon {
public:
    constexpr lexicon() = default;
    constexpr lexicon(const language_head& head, const word_table& words, std::uint8_t number)
        : head_(head), words_(words), number_(number) {}

    [[nodiscard]] const language_head& head() const { return head_; }
    [[nodiscard]] std::string_view tag() const { return head_.tag; }
    [[nodiscard]] std::string_view name() const { return head_.name; }
    [[nodiscard]] std::string_view scripts() const { return head_.scripts; }
    [[nodiscard]] std::string_view companion() const { return head_.companion; }
    [[nodiscard]] const number_style& numbers() const { return head_.style; }
    [[nodiscard]] bool words_are_spaced() const { return head_.spaced; }
    [[nodiscard]] bool words_are_continuous() const { return head_.continuous; }
    [[nodiscard]] bool has_tag(std::string_view tag) const;             ///< its tag or an alias
    [[nodiscard]] const word_table& words() const { return words_; }
    [[nodiscard]] std::uint8_t number() const { return number_; }
    [[nodiscard]] std::uint64_t bit() const { return std::uint64_t{1} << number_; }

    /// The phrases of all languages; those of this one have terms.
    [[nodiscard]] std::span<const phrase> phrases() const { return words_.phrases; }
    [[nodiscard]] std::span<const term> terms_of(const phrase& p) const;

    struct match {
        const phrase* found = nullptr;
        std::size_t length = 0;  ///< bytes of the text it covers
    };
    /// The longest phrase of the language that the folded text has at `offset`. In a spaced language it must end at
    /// the end of a word, or be followed there by one of the language's endings.
    [[nodiscard]] match longest_match(std::string_view text, std::size_t offset) const;
    /// The same, passing over phrases that are only look-alikes (term_class::stop).
    [[nodiscard]] match longest_term(std::string_view text, std::size_t offset) const;
    /// Looks phrases up in this from now on: the answers are the same, and sooner there. It must outlive the lexicon.
    void use(const lazy_phrase_trie& quick) { quick_ = &quick; }

    /// The words that one word of a compounding language is made of ("ein und zwanzig"), if it is numbers throughout,
    /// a currency or a noun perhaps at its end; else nothing.
    [[nodiscard]] std::vector<match> compound(std::string_view text, std::size_t begin, std::size_t end) const;

private:
    [[nodiscard]] match search(std::string_view text, std::size_t offset, bool pass_over_stops) const;
    [[nodiscard]] std::size_t ending_at(std::string_view text, std::size_t offset) const;
    [[nodiscard]] bool goes_on_at(std::string_view text, std::size_t offset) const;
    [[nodiscard]] const phrase_trie* quick() const;
    [[nodiscard]] bool split(std::string_view text, std::size_t begin, std::size_t end, std::vector<match>& pieces) const;
    language_head head_;
    word_table words_;
    std::uint8_t number_ = 0;
    const lazy_phrase_trie* quick_ = nullptr;
};

/// The longest phrase of any language that the text has at `offset` and that ends its word there.
[[nodiscard]] lexicon::match longest_of_all(const word_table& words, std::string_view text, std::size_t offset);

[[nodiscard]] std::span<const lexicon> embedded_lexicons();

/// A table that owns its rows; `view()` points into it.
struct lexicon_storage {
    std::deque<std::string> texts;  ///< never moves its strings; phrases and terms may point into them
    std::vector<phrase> phrases;
    std::vector<term> terms;
    std::vector<phrase_bucket> buckets;

    [[nodiscard]] word_table view() const { return {phrases, terms, buckets}; }
};

/// The phrases of several languages in one table; lexicon n of the span has number n in it. The texts stay where they
/// are. Errors: languages-too-many, more than word_table::most_languages or phrases than 16 bits count.
[[nodiscard]] result<lexicon_storage> merge_words(std::span<const lexicon> languages);

/// What a language file says, owned. `view()` points into it.
struct lexicon_file {
    std::string tag, name, aliases, scripts, companion, group, decimal, letters, endings, noun_endings;
    bool indian_groups = false;
    bool spaced = true;
    bool continuous = false;
    bool compounds = false;
    int era = 0;
    std::shared_ptr<const lexicon_storage> rows;
    [[nodiscard]] lexicon view() const;
};

/// A file of config/languages/: columns `class,words,value,when`, words separated by "|", under comment lines
/// title, source, licence, date, tag, aliases, scripts, companion, group and decimal (the separators, "space" for any
/// space), letters, era, words (spaced, unspaced: particles follow in the same word, or continuous), grouping (indian), numbers (compound).
/// All errors in one pass: csv-*, unknown-term-class, unknown-term-flag, term-value-malformed, language-header-missing.
[[nodiscard]] result<lexicon_file> read_lexicon(const source& text);

/// A script whose words are not split by spaces, or not wholly (Hangul, Han, Kana, Thai).
[[nodiscard]] bool is_unspaced(char32_t value);

}  // namespace outlay
