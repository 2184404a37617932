#include "anchor_finder.hpp"

#include "base/ascii.hpp"
#include "digits.hpp"
#include "word_places.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/fold.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace outlay::reading {

namespace {

/// Bytes before and after a currency within which its number stands, if it has one; the digits of "$1,234,567.89 million"
/// or of "150 Millionen kanadische Dollar" are nearer.
constexpr std::size_t reach_before = 64;
constexpr std::size_t reach_after = 48;

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

anchor_finder::anchor_finder(const engine& data) : anchor_tables(of(data.languages(), data.currencies())), data_(data), looks_(openings_, starts_, many_signs_) {
    for (const std::string_view own : abbreviations_) abbreviation_ends_.set(abbreviation_end_of(own, own.size()));
}

/// A hash of the letter that ends before `point`: a small one of ASCII or a wide one; 0 for others.
std::size_t anchor_finder::abbreviation_end_of(std::string_view text, std::size_t point) {
    constexpr std::size_t wide = 3;
    const auto byte = [&](std::size_t back) { return static_cast<std::size_t>(static_cast<unsigned char>(text[point - back])); };
    if (point == 0) return 0;
    if (ascii::is_letter(text[point - 1])) return byte(1) | 0x20U;
    if (point < wide || byte(wide) < 0xE3 || byte(wide) > 0xED) return 0;
    return 0x200U | (byte(1) ^ byte(2) << 3U ^ byte(3) << 5U) % 0x200U;
}

/// True for most words and characters: a first look tells that they are no money.
bool anchor_finder::is_ordinary(const masked_text& in, std::size_t at) const {
    if (in.text.size() - at < sizeof(std::uint32_t)) return false;
    std::uint32_t four = 0;
    std::memcpy(&four, in.text.data() + at, sizeof four);
    const std::uint32_t first = four & 0xFFU;
    if (first >= 0x80) return first >= 0xE0 && first < 0xF0 && !starts_.begins_with(in.text, at, four);
    if (!ascii::is_letter(first) || is_after_digit(in.text, at) || openings_.may_begin_word(four)) return false;
    return !start_filter::may_be_code(four);
}

bool anchor_finder::is_anchor(const masked_text& in, std::size_t at, word_memory& words, std::size_t& past) const {
    const char* const place = in.text.data() + at;
    std::uint32_t four = 0;
    if (in.text.size() - at >= sizeof four)
        std::memcpy(&four, place, sizeof four);
    else
        std::memcpy(&four, place, in.text.size() - at);
    if (ascii::is_letter(*place)) return is_word_of_money(in, at, four, words, past);
    const auto byte = static_cast<unsigned char>(*place);
    if (byte < 0x80)
        return (at > 0 && ascii::is_letter(in.text[at - 1])) || is_beside_number(in, at, words, past);  // "2,5 MUS$"
    if (const known_characters* known = recall_wide(in.text, at, words); known != nullptr) {
        if (known->ordinary) return false;
        if (known->told) return is_beside_number(in, at, *known, words, past);
    }
    if (!starts_.may_begin(in.text, at)) return false;
    const char32_t value = decode_at(in.text, at).value;
    return is_loose_mark(value) ? digit_value(value) >= 0 || number_is_near(in, at) : is_beside_number(in, at, words, past);
}

/// A word of ASCII letters, or one that begins with them.
bool anchor_finder::is_word_of_money(const masked_text& in, std::size_t at, std::uint32_t four,
                                     word_memory& words, std::size_t& past) const {
    if (starts_.begins_word(in.text, at, four) && is_beside_number(in, at, words, past)) return true;
    const std::size_t end = end_of_letters(in, at);
    if (is_code(in.text, at, end)) return may_follow_number(in.text, at, &insides_) || number_begins(in.text, end);
    if (is_scaled_symbol(in.text, at)) return true;
    return compounds_.is_money(in.text, at, end);
}

bool anchor_finder::is_money(const masked_text& in, std::size_t at, const languages& use) const {
    const char c = in.text[at];
    const std::size_t end = end_of_letters(in, at);
    const bool money = begins(use, in.text, at, is_money_term) || is_symbol(in.text, at) ||
                       (ascii::is_letter(c) && (is_code(in.text, at, end) || is_scaled_symbol(in.text, at))) ||
                       (ascii::is_letter(c) && compounds_.is_money(in.text, at, end)) ||
                       is_loose_mark(decode_at(in.text, at).value);
    return money && near_number(in, at, use);
}

bool anchor_finder::is_symbol(std::string_view text, std::size_t at) const {
    const auto rows = symbols_with(text[at]);
    return std::any_of(rows.begin(), rows.end(),
                       [&](const currency_symbol& row) { return text.substr(at).starts_with(row.symbol); });
}

/// "USD", "kUSD", "MSEK": a code, or one with up to three letters before it.
bool anchor_finder::is_code(std::string_view text, std::size_t at, std::size_t end) const {
    constexpr std::size_t longest = 6;
    if (end - at < 3 || end - at > longest || !ascii::is_capital(text[end - 1]) || !ascii::is_capital(text[end - 2]) ||
        !ascii::is_capital(text[end - 3]))
        return false;
    return codes_.test(code_number(text.substr(end - 3, 3)));
}

/// "2,5 MS/", "8 mkr.": a letter of magnitude between a number and a symbol.
bool anchor_finder::is_scaled_symbol(std::string_view text, std::size_t at) const {
    const std::string_view before = text.substr(0, at);
    const std::size_t space = before.ends_with(' ') ? 1 : before.ends_with("\xC2\xA0") ? 2 : 0;  // one that breaks no line
    if (at <= space || !ascii::is_digit(text[at - space - 1])) return false;
    return at + 1 < text.size() && ascii::is_letter(text[at + 1]) && is_symbol(text, at + 1);
}

/// True for a word or symbol of money that a number of some language stands right before or behind. `past` is where
/// else the longest of wide characters ends: none of them begins another one.
bool anchor_finder::is_beside_number(const masked_text& in, std::size_t at, word_memory& words, std::size_t& past) const {
    std::size_t longest = 0;
    bool before = false;
    const bool found = words_.any_at(in.text, at, [&](std::size_t end) {
        if (longest == 0) before = follows_number(in, at, words);
        longest = std::max(longest, end);
        return before || precedes_number(in, end, words);
    });
    if (!found && longest != 0 && is_unspaced(decode_at(in.text, at).value)) past = longest;
    return found;
}

/// The same of wide characters whose phrases are known.
bool anchor_finder::is_beside_number(const masked_text& in, std::size_t at, const known_characters& known, word_memory& words, std::size_t& past) const {
    if (follows_number(in, at, words)) return true;
    constexpr std::size_t wide = 3;
    std::size_t longest = 0;
    for (unsigned ends = known.ends; ends != 0; ends &= ends - 1) {
        longest = at + wide * static_cast<std::size_t>(std::countr_zero(ends) + 1);
        if (precedes_number(in, longest, words)) return true;
    }
    past = longest;
    return false;
}

bool anchor_finder::may_follow_number(std::string_view text, std::size_t at, const phrase_insides* of) const {
    if (!of->may_end_number(text, at)) return false;
    while (at > 0 && ascii::is_gap(text[at - 1])) --at;
    if (at > 0 && ascii::is_letter(text[at - 1])) {
        std::size_t begin = at;
        while (begin > 0 && ascii::is_letter(text[begin - 1])) --begin;
        const bool all_ascii = begin == 0 || static_cast<unsigned char>(text[begin - 1]) < 0x80;
        return !all_ascii || endings_.may_end(text, begin, at, compounds_);
    }
    if (at < 2 || text[at - 1] != '.') return true;
    return is_letter(decode_before(text, at - 1).value) ? is_abbreviated(text, at - 1) : true;
}

bool anchor_finder::number_begins(std::string_view text, std::size_t at) const {
    constexpr std::string_view passed_over = ".-+~:$'(";
    while (at < text.size() && (ascii::is_gap(text[at]) || passed_over.find(text[at]) != std::string_view::npos)) ++at;
    if (at >= text.size()) return false;
    if (ascii::is_digit(text[at])) return true;
    const auto is_number_word_at = [&] {
        return numbers_.may_begin(text, at) && (number_words_.any_at(text, at, [](std::size_t) { return true; }) || compounds_.may_begin(text, at));
    };
    if (static_cast<unsigned char>(text[at]) < 0x80) return ascii::is_letter(text[at]) && is_number_word_at();
    const char32_t c = decode_at(text, at).value;
    if (is_letter(c)) return digit_value(c) >= 0 || is_loose_mark(c) || is_number_word_at();
    // What ends a clause: stops, commas, closing brackets and quotation marks, wide.
    constexpr std::array<char32_t, 11> ends_a_clause{0x2019, 0x201D, 0x3001, 0x3002, 0x300D, 0x300F,
                                                     0xFF01, 0xFF09, 0xFF0C, 0xFF1B, 0xFF1F};
    return std::find(ends_a_clause.begin(), ends_a_clause.end(), c) == ends_a_clause.end();
}

/// True if what ends before a mark, or something soon after it, may be a number of some language.
bool anchor_finder::number_is_near(const masked_text& in, std::size_t at) const {
    return insides_.may_end_number(in.text, at) ||
           any_number_in(in, at + 1, std::min(at + reach_after, in.text.size()),
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
            return numbers_.may_begin(in.text, word) && begins(use, in.text, word, is_number_term);
        });
}

bool anchor_finder::is_abbreviated(std::string_view text, std::size_t point) const {
    if (const std::size_t end = abbreviation_end_of(text, point); end != 0 && !abbreviation_ends_.test(end)) return false;
    std::size_t first = point;
    while (first > 0 && ascii::is_letter(text[first - 1])) --first;
    if (point - first > longest_abbreviation_) return false;
    first = point;
    while (first > 0 && point - first < 40) {
        const code_point before = decode_before(text, first);
        if (!is_letter(before.value)) break;
        first -= before.length;
    }
    return std::binary_search(abbreviations_.begin(), abbreviations_.end(), folded(text.substr(first, point - first)));
}

}  // namespace outlay::reading
