#include "anchor_finder.hpp"

#include "base/ascii.hpp"
#include "digits.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <bit>

namespace outlay::reading {

namespace {

/// Bytes before and after a currency within which its number stands, if it has one; the digits of "$1,234,567.89 million"
/// or of "150 Millionen kanadische Dollar" are nearer.
constexpr std::size_t reach_before = 64;
constexpr std::size_t reach_after = 48;

std::size_t code_number(std::string_view letters) {
    return static_cast<std::size_t>((letters[0] - 'A') * 676 + (letters[1] - 'A') * 26 + (letters[2] - 'A'));
}

bool is_currency(const term& t) { return t.kind == term_class::currency || t.kind == term_class::minor; }
bool is_number_word(const term& t) {
    return t.kind == term_class::numeral || t.kind == term_class::magnitude || t.kind == term_class::multiplier ||
           t.kind == term_class::several || t.kind == term_class::several_unit || t.kind == term_class::negative;
}

/// A hash of the last bytes, letters in lower case.
std::size_t tail_of(std::string_view word, std::size_t bytes) {
    std::uint32_t tail = 0;
    for (std::size_t i = word.size() - bytes; i < word.size(); ++i)
        tail = tail << 8U | (static_cast<unsigned char>(word[i]) | 0x20U);
    return tail * 0x9E3779B1U >> 16U;
}

/// True if a phrase with such a term begins there in one of the languages, a look-alike passed over or not.
template <class Fits>
bool begins(const languages& use, std::string_view text, std::size_t at, const Fits& fits) {
    for (const lexicon* language : {use.main, use.companion}) {
        if (language == nullptr) continue;
        const auto is = [&](const lexicon::match& m) {
            if (m.found == nullptr) return false;
            const auto terms = language->terms_of(*m.found);
            return std::any_of(terms.begin(), terms.end(), fits);
        };
        const lexicon::match longest = language->longest_match(text, at);
        if (longest.found == nullptr) continue;
        if (is(longest) || is(language->longest_term(text, at))) return true;
    }
    return false;
}

/// Where words and characters beyond ASCII begin in a block.
std::uint64_t starts_in(const masked_text& in, std::size_t block) {
    const byte_masks& m = in.masks[block];
    const std::uint64_t letter_before = block > 0 ? in.masks[block - 1].letters >> 63U : 0;
    return (m.letters & ~(m.letters << 1U | letter_before)) | m.leads;
}

/// True if one of the bytes from `begin` to `end` is a digit, or the beginning of a word that is one.
template <class IsNumber>
bool any_number_in(const masked_text& in, std::size_t begin, std::size_t end, const IsNumber& is_number) {
    for (std::size_t b = begin / block_size; begin < end && b <= (end - 1) / block_size; ++b) {
        std::uint64_t asked = ~std::uint64_t{0};
        if (b == begin / block_size) asked &= ~std::uint64_t{0} << (begin % block_size);
        if (b == (end - 1) / block_size) asked &= ~std::uint64_t{0} >> (block_size - 1 - (end - 1) % block_size);
        if ((in.masks[b].digits & asked) != 0) return true;
        for (std::uint64_t places = starts_in(in, b) & asked; places != 0; places &= places - 1)
            if (is_number(b * block_size + static_cast<std::size_t>(std::countr_zero(places)))) return true;
    }
    return false;
}

}  // namespace

anchor_finder::anchor_finder(const engine& data) : data_(data) {
    for (const currency& row : data.currencies().rows()) codes_.set(code_number(row.code.text()));
    for (const currency_symbol& row : data.currencies().symbols()) {
        if (static_cast<unsigned char>(row.symbol[0]) < 0x80 && !ascii::is_letter(row.symbol[0]))
            add_sign(row.symbol[0]);
        else
            currencies_.add(folded(row.symbol));
    }
    for (const lexicon& language : data.languages())
        if (language.head().compounds) compounding_.push_back(&language);
    if (!data.languages().empty()) {
        const word_table& words = data.languages().front().words();
        for (const phrase& p : words.phrases) {
            const auto terms = words.terms.subspan(p.first, p.count);
            for (std::size_t first = 0, next = 0; first < terms.size(); first = next) {
                while (next < terms.size() && terms[next].language == terms[first].language) ++next;
                if (!p.text.empty())
                    add_phrase(data.languages()[terms[first].language], p, terms.subspan(first, next - first));
            }
        }
    }
    for (char32_t c = 0x80; c < 0x10000; ++c)
        if (is_loose_mark(c)) currencies_.add_character(c);
    std::sort(abbreviations_.begin(), abbreviations_.end());
}

void anchor_finder::add_sign(char sign) {
    for (char& own : signs_) {
        if (own == 0) own = sign;
        if (own == sign) return;
    }
    many_signs_ = true;
}

void anchor_finder::add_phrase(const lexicon& language, const phrase& p, std::span<const term> terms) {
    const auto any = [&](const auto& fits) { return std::any_of(terms.begin(), terms.end(), fits); };
    const bool open = any([](const term& t) { return t.is(term_prefix); });
    insides_.add(language, p, terms);
    if (any(is_currency)) {
        constexpr std::size_t long_tail = 4;
        if (language.head().compounds && p.text.size() > 1 && any([](const term& t) {
                return is_currency(t) && !t.is(term_attached) && !t.is(term_case) && !t.is(term_weak);
            }))
            compound_tails_.set(tail_of(p.text, std::min(long_tail, p.text.size())));
        if (static_cast<unsigned char>(p.text[0]) < 0x80 && !ascii::is_letter(p.text[0]))
            add_sign(p.text[0]);
        else
            currencies_.add(p.text, language.head().endings, open || !language.words_are_spaced());
    }
    if (any(is_number_word)) {
        numbers_.add(p.text, language.head().endings, open || !language.words_are_spaced());
        if (language.head().compounds) compounds_.add(p.text, {}, true);
    }
    for (std::size_t at = p.text.find('.'); at != std::string_view::npos; at = p.text.find('.', at + 1)) {
        std::size_t first = at;
        while (first > 0 && p.text[first - 1] != ' ' && p.text[first - 1] != '.') --first;
        if (first < at) abbreviations_.emplace_back(p.text.substr(first, at - first));
    }
}

std::size_t anchor_finder::next(const masked_text& in, std::size_t from) const {
    if (from >= in.text.size()) return std::string_view::npos;
    const std::size_t first = from / block_size;
    std::uint64_t asked = ~std::uint64_t{0} << (from % block_size);
    for (std::size_t b = first; b < in.masks.size(); ++b) {
        const byte_masks& m = in.masks[b];
        std::uint64_t places = starts_in(in, b) | m.signs;
        if (many_signs_) places |= ~(m.letters | m.digits);
        for (places &= asked; places != 0; places &= places - 1) {
            const std::size_t at = b * block_size + static_cast<std::size_t>(std::countr_zero(places));
            if (is_anchor(in, at)) return at;
        }
        asked = ~std::uint64_t{0};
    }
    return std::string_view::npos;
}

bool anchor_finder::is_anchor(const masked_text& in, std::size_t at) const {
    const char c = in.text[at];
    const auto byte = [&](std::size_t back) { return back > at ? 0U : static_cast<unsigned char>(in.text[at - back]); };
    const auto is_latin = [](unsigned first, unsigned second) {
        return first >= 0xC3 && first <= 0xC9 && second >= 0x80 &&
               !(first == 0xC3 && (second == 0x97 || second == 0xB7));
    };
    const unsigned after = at + 1 < in.text.size() ? static_cast<unsigned char>(in.text[at + 1]) : 0U;
    const bool is_letter_of_latin = ascii::is_letter(byte(0)) || is_latin(byte(0), after);
    // In the middle of a Latin word none begins: no language that is written so has prefixes.
    if (is_letter_of_latin && is_latin(byte(2), byte(1))) return false;
    if (is_latin(byte(0), after) && ascii::is_letter(byte(1))) return false;
    if (static_cast<unsigned char>(c) >= 0x80) {
        if (!currencies_.may_begin(in.text, at)) return false;
        const char32_t value = decode_at(in.text, at).value;
        return beside_number(in, at) || digit_value(value) >= 0;
    }
    if (!ascii::is_letter(c)) return beside_number(in, at);
    if (currencies_.may_begin(in.text, at) || is_code(in.text, at)) return beside_number(in, at);
    if (is_scaled_symbol(in.text, at)) return true;
    return compounds_.may_begin(in.text, at) && is_compound(in.text, at);
}

bool anchor_finder::is_money(const masked_text& in, std::size_t at, const languages& use) const {
    const char c = in.text[at];
    const bool money = begins(use, in.text, at, is_currency) || is_symbol(in.text, at) ||
                       (ascii::is_letter(c) && (is_code(in.text, at) || is_scaled_symbol(in.text, at))) ||
                       (ascii::is_letter(c) && compounds_.may_begin(in.text, at) && is_compound(in.text, at)) ||
                       is_loose_mark(decode_at(in.text, at).value);
    return money && near_number(in, at, use);
}

bool anchor_finder::is_symbol(std::string_view text, std::size_t at) const {
    const auto rows = data_.currencies().symbols();
    auto row = std::partition_point(rows.begin(), rows.end(), [&](const currency_symbol& s) {
        return static_cast<unsigned char>(s.symbol[0]) < static_cast<unsigned char>(text[at]);
    });
    for (; row != rows.end() && row->symbol[0] == text[at]; ++row)
        if (text.substr(at).starts_with(row->symbol)) return true;
    return false;
}

/// "USD", "kUSD", "MSEK": a code, or one with up to three letters before it.
bool anchor_finder::is_code(std::string_view text, std::size_t at) const {
    constexpr std::size_t longest = 6;
    if (!ascii::is_capital(text[at]) && (at + 3 >= text.size() || !ascii::is_capital(text[at + 3]))) return false;
    std::size_t end = at;
    while (end < text.size() && end - at <= longest && ascii::is_letter(text[end])) ++end;
    if (end - at < 3 || end - at > longest || !ascii::is_capital(text[end - 1]) || !ascii::is_capital(text[end - 2]) ||
        !ascii::is_capital(text[end - 3]))
        return false;
    return codes_.test(code_number(text.substr(end - 3, 3)));
}

/// "2,5 MS/", "8 mkr.": a letter of magnitude between a number and a symbol.
bool anchor_finder::is_scaled_symbol(std::string_view text, std::size_t at) const {
    const auto is_digit_before = [&](std::size_t i) { return i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9'; };
    if (!is_digit_before(at) && !(at > 0 && text[at - 1] == ' ' && is_digit_before(at - 1))) return false;
    return at + 1 < text.size() && ascii::is_letter(text[at + 1]) && is_symbol(text, at + 1);
}

/// "fünfhunderttausendeuro"
bool anchor_finder::is_compound(std::string_view text, std::size_t at) const {
    constexpr std::size_t longest = 120;
    std::size_t end = at;
    for (code_point c = decode_at(text, end);
         end - at < longest && (ascii::is_letter(c.value) || (c.value >= 0x80 && is_letter(c.value)));
         c = decode_at(text, end))
        end += c.length;
    const std::string_view word = text.substr(at, end - at);
    if (word.size() < 4)
        return word.size() == 3 && compound_tails_.test(tail_of(word, 2)) && any_compound(text, at, end);
    const bool known_tail = compound_tails_.test(tail_of(word, 2)) || compound_tails_.test(tail_of(word, 3)) ||
                            compound_tails_.test(tail_of(word, 4));
    return (static_cast<unsigned char>(word.back()) >= 0x80 || known_tail) && any_compound(text, at, end);
}

bool anchor_finder::any_compound(std::string_view text, std::size_t at, std::size_t end) const {
    return std::any_of(compounding_.begin(), compounding_.end(), [&](const lexicon* language) {
        const auto pieces = language->compound(text, at, end);
        if (pieces.empty()) return false;
        const auto last = language->terms_of(*pieces.back().found);
        return std::any_of(last.begin(), last.end(), is_currency);
    });
}

/// True if what ends before a currency, or something soon after it, may be a number of some language.
bool anchor_finder::beside_number(const masked_text& in, std::size_t at) const {
    if (insides_.may_end_number(in.text, at)) return true;
    const char c = in.text[at];
    if (at > 0 && static_cast<unsigned char>(c) < 0x80 && !ascii::is_letter(c) && ascii::is_letter(in.text[at - 1]))
        return true;  // "2,5 MUS$"
    return any_number_in(in, at + 1, std::min(at + reach_after, in.text.size()),
                         [&](std::size_t word) { return numbers_.may_begin(in.text, word); });
}

bool anchor_finder::near_number(const masked_text& in, std::size_t at, const languages& use) const {
    const bool compounds = use.main->head().compounds || (use.companion != nullptr && use.companion->head().compounds);
    return any_number_in(
        in, at > reach_before ? at - reach_before : 0, std::min(at + reach_after, in.text.size()),
        [&](std::size_t word) {
            if (static_cast<unsigned char>(in.text[word]) >= 0x80 && digit_value(decode_at(in.text, word).value) >= 0)
                return true;
            if (compounds && compounds_.may_begin(in.text, word)) return true;
            return numbers_.may_begin(in.text, word) && begins(use, in.text, word, is_number_word);
        });
}

bool anchor_finder::is_abbreviated(std::string_view text, std::size_t point) const {
    std::size_t first = point;
    while (first > 0 && point - first < 40) {
        const code_point before = decode_before(text, first);
        if (!is_letter(before.value)) break;
        first -= before.length;
    }
    return std::binary_search(abbreviations_.begin(), abbreviations_.end(), folded(text.substr(first, point - first)));
}

}  // namespace outlay::reading
