#include "script_runs.hpp"

#include "base/ascii.hpp"
#include "digits.hpp"
#include "script_counts.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/lexicon.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace outlay::reading {

namespace {

constexpr std::size_t longest_paragraph = 8192;
/// Fewer Latin words or letters in another script are names and units.
constexpr std::size_t least_latin_words = 4;
constexpr std::size_t least_latin_letters = 16;
constexpr std::size_t least_letters = 2;  ///< of other scripts, unless a digit stands beside one
constexpr std::uint32_t syllable_weight = 4;  ///< a syllable or ideograph says more than a letter

enum class script : std::uint8_t { none, latin, cyrillic, hebrew, arabic, devanagari, thai, georgian, hangul, han, kana, count };

struct block {
    char32_t first, last;
    script is;
};
/// Unicode blocks (Unicode 15, Blocks.txt) of the scripts that have a language. Greek is left out: its letters are signs of
/// mathematics in all of them.
constexpr std::array<block, 15> blocks{{
    {0x00C0, 0x024F, script::latin},
    {0x0400, 0x052F, script::cyrillic},
    {0x0590, 0x05FF, script::hebrew},
    {0x0600, 0x06FF, script::arabic},
    {0x0900, 0x097F, script::devanagari},
    {0x0E00, 0x0E7F, script::thai},
    {0x10A0, 0x10FF, script::georgian},
    {0x1100, 0x11FF, script::hangul},
    {0x1E00, 0x1EFF, script::latin},
    {0x3040, 0x30FF, script::kana},
    {0x3400, 0x4DBF, script::han},
    {0x4E00, 0x9FFF, script::han},
    {0xAC00, 0xD7A3, script::hangul},
    {0xF900, 0xFAFF, script::han},
    {0xFF66, 0xFF9D, script::kana},
}};

script script_of(char32_t c) {
    if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' ? script::latin : script::none;
    for (const block& b : blocks)
        if (c >= b.first && c <= b.last) return is_letter(c) ? b.is : script::none;
    return script::none;
}

/// Letters of one script, signs and digits between them.
struct run {
    script is = script::none;
    std::size_t begin = 0;  ///< of the first letter
    std::size_t end = 0;    ///< after the last one
    std::size_t letters = 0;
    std::size_t words = 0;
};

class paragraph_cutter {
public:
    paragraph_cutter(std::string_view text, const passage& whole) : text_(text), whole_(whole) {}

    [[nodiscard]] std::vector<passage> parts() {
        if (whole_.end - whole_.begin > longest_paragraph || !has_other_letters() || is_plainly_one_script()) return {whole_};
        read_runs();
        const script main = main_script();
        std::vector<passage> all;
        passage part{whole_.begin, whole_.end};
        for (const run& r : runs_) {
            if (in(r.is, main) == main || !is_foreign(r)) continue;
            const std::size_t begin = std::max(part.begin, begin_of(r));
            const std::size_t end = end_of(r);
            if (is_in_word(begin) || is_in_word(end)) continue;
            if (part.begin < begin) all.push_back({part.begin, begin});
            all.push_back({begin, end});
            part.begin = end;
        }
        all.push_back(part);
        return all;
    }

private:
    /// Asked of every paragraph: a byte that begins a letter of another script than Latin. Not counted are punctuation
    /// and signs of currencies (E2), Vietnamese letters (E1 B8 on) and full-width signs (EF BC).
    [[nodiscard]] bool has_other_letters() const {
        for (std::size_t at = whole_.begin; at < whole_.end; ++at) {
            const auto c = static_cast<unsigned char>(text_[at]);
            if (c < 0xD0 || c == 0xE2 || c >= 0xF0) continue;
            const auto next = at + 1 < whole_.end ? static_cast<unsigned char>(text_[at + 1]) : 0U;
            if (!(c == 0xE1 && next >= 0xB8) && !(c == 0xEF && next == 0xBC)) return true;
        }
        return false;
    }

    /// Sooner told than by its runs: nothing but syllables, or nothing but ideographs and kana, and few Latin letters.
    [[nodiscard]] bool is_plainly_one_script() const {
        std::size_t latin = 0, wide = 0;
        bool syllables = false, ideographs = false;
        for (std::size_t at = whole_.begin; at < whole_.end;) {
            const auto c = static_cast<unsigned char>(text_[at]);
            if (c < 0x80) {
                latin += ascii::is_letter(c) ? 1U : 0U;
                ++at;
            } else if (c >= 0xE4 && c <= 0xE9) {
                ideographs = true;
                ++wide;
                at += 3;
            } else if (c >= 0xEB && c <= 0xEC) {
                syllables = true;
                ++wide;
                at += 3;
            } else if (c == 0xE3 || c == 0xE2) {  // kana and wide punctuation, and punctuation, which either may have
                const auto next = at + 1 < whole_.end ? static_cast<unsigned char>(text_[at + 1]) : 0U;
                if (c == 0xE3) ideographs = ideographs || (next >= 0x81 && next <= 0x83);
                if (c == 0xE3 && next > 0x83) return false;
                at += 3;
            } else if (c == 0xEA || c == 0xED) {
                const auto next = at + 1 < whole_.end ? static_cast<unsigned char>(text_[at + 1]) : 0U;
                if (c == 0xEA ? next < 0xB0 : next > 0x9D) return false;
                syllables = true;
                at += 3;
            } else if (c == 0xEF && at + 2 < whole_.end && static_cast<unsigned char>(text_[at + 1]) == 0xBC &&
                       static_cast<unsigned char>(text_[at + 2]) <= 0x8F) {
                at += 3;  // full-width punctuation
            } else {
                return false;
            }
            if (latin >= least_latin_letters || (syllables && ideographs)) return false;
        }
        return latin < wide * syllable_weight;
    }

    /// USD, EU, AI: in any script, and of none. The end of such a word at `at`; 0 if there is none.
    [[nodiscard]] std::size_t code_at(std::size_t at) const {
        std::size_t end = at;
        while (end < whole_.end && ascii::is_capital(text_[end])) ++end;
        const std::size_t size = end - at;
        if (size < 2 || size > 3) return 0;
        return script_of(decode_at(text_, end).value) == script::latin ? 0 : end;
    }

    void read_runs() {
        script last = script::none;
        bool in_word = false;
        for (std::size_t at = whole_.begin; at < whole_.end;) {
            const code_point c = decode_at(text_, at);
            const script is = script_of(c.value);
            if (is == script::none || c.length == 0) {
                in_word = false;
                at += std::max<std::size_t>(c.length, 1);
                continue;
            }
            if (const std::size_t end = is == script::latin && !in_word ? code_at(at) : 0; end != 0) {
                at = end;
                continue;
            }
            if (is != last || runs_.empty()) runs_.push_back({is, at, at, 0, 0}), in_word = false;
            run& r = runs_.back();
            r.words += in_word ? 0 : 1;
            in_word = true;
            ++r.letters;
            weights_[static_cast<std::size_t>(is)] += is >= script::hangul ? syllable_weight : 1;
            at += c.length;
            r.end = at;
            last = is;
        }
        join_runs();
    }

    /// Ideographs belong to the syllables beside them.
    void join_runs() {
        const script main = main_script();
        std::vector<run> joined;
        for (const run& r : runs_) {
            run own = r;
            own.is = in(r.is, main);
            if (!joined.empty() && joined.back().is == own.is) {
                joined.back().end = own.end;
                joined.back().letters += own.letters;
                joined.back().words += own.words;
            } else {
                joined.push_back(own);
            }
        }
        runs_ = std::move(joined);
    }

    [[nodiscard]] static script in(script is, script main) {
        if (is == script::han && main == script::hangul) return script::hangul;
        return is == script::kana ? script::han : is;
    }

    [[nodiscard]] script main_script() const {
        auto weights = weights_;
        weights[static_cast<std::size_t>(script::han)] += weights[static_cast<std::size_t>(script::kana)];
        return static_cast<script>(std::max_element(weights.begin(), weights.end()) - weights.begin());
    }

    [[nodiscard]] bool is_foreign(const run& r) const {
        if (r.is == script::latin) return r.words >= least_latin_words && r.letters >= least_latin_letters;
        return r.letters >= least_letters || digit_value(decode_before(text_, r.begin).value) >= 0 || digit_value(decode_at(text_, r.end).value) >= 0;
    }

    /// Letters or digits that spaces would part stand on both sides: a word of two scripts, "euroमें".
    [[nodiscard]] bool is_in_word(std::size_t at) const {
        if (at == whole_.begin || at == whole_.end) return false;
        const auto of_word = [](char32_t c) { return (is_letter(c) || digit_value(c) >= 0) && !is_unspaced(c); };
        return of_word(decode_before(text_, at).value) && of_word(decode_at(text_, at).value);
    }

    /// Digits, marks within numbers, signs of currencies: what a number before or after its words is made of.
    [[nodiscard]] static bool is_of_number(char32_t c) {
        constexpr std::array<char32_t, 13> marks{'.', ',', '-', '+', '$', '~', '%', 0x00A3, 0x00A5, 0x2013, 0x2248, 0x223C, 0xFF5E};
        return digit_value(c) >= 0 || (c >= 0x20A0 && c <= 0x20CF) || std::find(marks.begin(), marks.end(), c) != marks.end();
    }

    /// With the number before it: "promised |$5000억", "5 |млн", a code before that.
    [[nodiscard]] std::size_t begin_of(const run& r) const {
        std::size_t begin = r.begin;
        for (std::size_t at = r.begin; at > whole_.begin;) {
            const code_point c = decode_before(text_, at);
            if (is_space(c.value)) {
                at -= c.length;
                const char32_t before = at > whole_.begin ? decode_before(text_, at).value : U' ';
                if (before == '.' || before == ',' || is_space(before)) break;  // a sentence or a clause ends
                continue;
            }
            if (ascii::is_capital(static_cast<char>(c.value < 0x80 ? c.value : 0))) {
                std::size_t word = at;
                while (word > whole_.begin && ascii::is_capital(text_[word - 1])) --word;
                if (at - word > 3 || at - word < 2 || (word > whole_.begin && is_letter(decode_before(text_, word).value))) break;
                begin = at = word;
                break;
            }
            if (!is_of_number(c.value)) break;
            at -= c.length;
            begin = at;
        }
        return begin;
    }

    /// With what is attached to it, a space, and a code after that: "5 млн USD|".
    [[nodiscard]] std::size_t end_of(const run& r) const {
        std::size_t end = r.end;
        for (code_point c = decode_at(text_, end); end < whole_.end && is_of_number(c.value); c = decode_at(text_, end)) end += c.length;
        const std::size_t code = end < whole_.end && text_[end] == ' ' ? end + 1 : end;
        if (const std::size_t past = code < whole_.end ? code_at(code) : 0; past != 0) return past;
        return end;
    }

    std::string_view text_;
    passage whole_;
    std::vector<run> runs_;
    std::array<std::uint32_t, static_cast<std::size_t>(script::count)> weights_{};
};

}  // namespace

std::vector<passage> script_runs_of(std::string_view text, const passage& paragraph) { return paragraph_cutter(text, paragraph).parts(); }

std::vector<passage> script_runs_of(const masked_text& in, const passage& paragraph) {
    if (paragraph.end - paragraph.begin > longest_paragraph) return {paragraph};
    const script_counts counts = count_scripts(in.masks, paragraph.begin, paragraph.end, paragraph.end);
    if (counts.western) return {paragraph};
    const std::uint32_t wide = counts.syllables + counts.kana + counts.han;
    const bool mixed = counts.syllables != 0 && counts.kana + counts.han != 0;
    const bool plain = counts.told && counts.latin == 0 && !mixed && counts.letters < least_latin_letters && counts.letters < wide * syllable_weight;
    return plain ? std::vector<passage>{paragraph} : script_runs_of(in.text, paragraph);
}

}  // namespace outlay::reading
