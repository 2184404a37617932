// anchor_finder: going through a text, word by word.
#include "anchor_finder.hpp"

#include "base/ascii.hpp"
#include "word_places.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace outlay::reading {

namespace {

/// True if what follows a word changes nothing about it: a mark could belong to its last letter.
inline bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    if (end == text.size() || static_cast<unsigned char>(text[end]) < 0x80) return true;
    constexpr std::size_t looked_at = 4;
    return end - begin >= looked_at && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_letter<char>);
}

bool is_latin_lead(std::string_view text, std::size_t at) {
    return leads_latin(static_cast<unsigned char>(text[at]), at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U);
}

/// What may be known of a word where nothing but these follows.
bool is_parted(std::string_view text, std::size_t end) { return end < text.size() && (text[end] == ' ' || text[end] == ','); }

}  // namespace

void anchor_finder::look_at(std::string_view text, std::span<byte_masks> masks, bool is_utf8, instruction_set instructions) const {
    reading::look_at(text, masks, looks_, instructions);
    if (is_utf8) return;
    for (std::size_t b = 0; b < masks.size(); ++b) masks[b].candidates |= starts_in({text, masks}, b);  // words are not what they look like
}

std::size_t anchor_finder::next(const masked_text& in, std::size_t from, word_memory& words) const {
    constexpr std::size_t npos = std::string_view::npos;
    if (from >= in.text.size()) return npos;
    std::size_t past = 0;  // a currency without a number ends there
    if (from > 0 && is_in_words(in, from - 1) && is_in_words(in, from)) {
        const std::size_t end = end_of_words(in, from);
        if (const std::size_t found = in_rare_word(in, from, end, words, past); found != npos) return found;
        if ((from = end) >= in.text.size()) return npos;
    }
    std::uint64_t asked = ~std::uint64_t{0} << (from % block_size);
    for (std::size_t b = from / block_size; b < in.masks.size(); ++b) {
        for (std::uint64_t places = in.masks[b].candidates & asked; places != 0; places &= places - 1) {
            const std::size_t at = b * block_size + static_cast<std::size_t>(std::countr_zero(places));
            const std::size_t found = is_in_words(in, at) ? in_word(in, at, words, past) : at >= past && is_anchor(in, at, words, past) ? at : npos;
            if (found != npos) return found;
        }
        asked = ~std::uint64_t{0};
    }
    return npos;
}

/// What is known of a word; null if it is out of the ordinary.
known_word* anchor_finder::recall(const masked_text& in, std::size_t begin, std::size_t end, word_memory& words) const {
    if (end == begin || end - begin > word_key::longest || in.text.size() - begin < word_key::longest || !stands_alone(in.text, begin, end)) return nullptr;
    const word_key key = word_key_at(in.text, begin, end - begin);
    known_word& known = words.place_of(key);
    if (known.key != key) {
        known = {key};
        learn(in.text.substr(begin, end - begin), known);
    }
    return &known;
}

/// The first place of money in the word at `begin`, or from there on in one; npos if there is none.
std::size_t anchor_finder::in_word(const masked_text& in, std::size_t begin, word_memory& words, std::size_t& past) const {
    const std::size_t end = end_of_words(in, begin);
    const bool whole = begin == 0 || !is_in_words(in, begin - 1);
    const known_word* known = whole ? recall(in, begin, end, words) : nullptr;
    if (known == nullptr) return in_rare_word(in, begin, end, words, past);
    const bool parted = is_parted(in.text, end);
    std::uint32_t anchors = parted ? known->parted : known->anchors;
    if (known->scaled && is_after_digit(in.text, begin))
        anchors |= 1U;
    else if (parted && known->alone)
        return begin >= past && (follows_number(in, begin, words) || precedes_number(in, end, words)) ? begin : std::string_view::npos;
    for (; anchors != 0; anchors &= anchors - 1) {
        const std::size_t at = begin + static_cast<std::size_t>(std::countr_zero(anchors));
        if (at >= past && is_anchor(in, at, words, past)) return at;
    }
    return std::string_view::npos;
}

/// What is known of three wide characters; null if others stand there.
const known_characters* anchor_finder::recall_wide(std::string_view text, std::size_t at, word_memory& words) const {
    constexpr std::size_t three = 9;
    if (!three_wide_at(text, at)) return nullptr;
    const word_key key = word_key_at(text, at, three);
    known_characters& known = words.characters_place_of(key);
    if (known.key != key) {
        const std::string_view own = text.substr(at, three);
        const bool is_mark = is_loose_mark(decode_at(own, 0).value);
        const auto ends = words_.wide_ends(own);
        known = {key, !is_mark && !words_.may_begin(own, 0), !is_mark && ends && *ends != 0, ends.value_or(0)};
    }
    return &known;
}

/// may_end_number for all languages of the wide character that ends there.
bool anchor_finder::ends_number(std::string_view text, std::size_t at, word_memory& words) const {
    constexpr std::size_t wide = 3;
    constexpr std::uint64_t alone = ~std::uint64_t{0};  // no three characters have it
    const word_key key{word_key_at(text, at - wide, wide).low, alone};
    known_characters& known = words.characters_place_of(key);
    if (known.key != key) known = {key, false, false, 0, insides_.may_end_number(text, at)};
    return known.ends_number;
}

/// may_follow_number for all languages, sooner after a word or a wide character that was met before.
bool anchor_finder::follows_number(const masked_text& in, std::size_t at, word_memory& words) const {
    if (at >= 3 && in.text.size() - at >= word_key::longest && is_wide_letter(in.text, at - 3)) return ends_number(in.text, at, words);
    if (at < 2 || in.text[at - 1] != ' ' || !ascii::is_letter(in.text[at - 2])) return may_follow_number(in.text, at, &insides_);
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < word_key::longest && is_in_words(in, begin - 1)) --begin;
    const bool whole = begin == 0 || static_cast<unsigned char>(in.text[begin - 1]) < 0x80;
    const known_word* before = whole && !(begin > 0 && is_in_words(in, begin - 1)) ? recall(in, begin, at - 1, words) : nullptr;
    if (before == nullptr || !before->ascii) return may_follow_number(in.text, at, &insides_);
    return before->ends_number;
}

/// number_begins, sooner before a word that was met before.
bool anchor_finder::precedes_number(const masked_text& in, std::size_t at, word_memory& words) const {
    if (at + 1 >= in.text.size() || in.text[at] != ' ' || !ascii::is_letter(in.text[at + 1])) return number_begins(in.text, at);
    const std::size_t end = end_of_words(in, at + 1);
    const known_word* next = is_parted(in.text, end) ? recall(in, at + 1, end, words) : nullptr;
    if (next == nullptr || next->begins_number) return number_begins(in.text, at);
    return false;
}

/// The same for one that is too long to be remembered, or that what follows may belong to.
std::size_t anchor_finder::in_rare_word(const masked_text& in, std::size_t begin, std::size_t end, word_memory& words, std::size_t& past) const {
    for (std::size_t b = begin / block_size; b * block_size < end; ++b) {
        std::uint64_t places = starts_in(in, b);
        if (b == begin / block_size) places &= ~std::uint64_t{0} << (begin % block_size);
        for (; places != 0; places &= places - 1) {
            const std::size_t at = b * block_size + static_cast<std::size_t>(std::countr_zero(places));
            if (at >= end) break;
            if (at >= past && !is_ordinary(in, at) && is_anchor(in, at, words, past)) return at;
        }
    }
    return std::string_view::npos;
}

/// Finds out where in a word money may begin, by itself or with what follows.
void anchor_finder::learn(std::string_view word, known_word& made) const {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(word[at]); };
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool lead = byte(at) >= 0xC2;
        const bool latin = lead && is_latin_lead(word, at);
        if (!lead && !ascii::is_letter(word[at])) continue;
        const bool in_a_word = (at > 0 && ascii::is_letter(word[at - 1])) || (at > 1 && byte(at - 2) >= 0xC2 && is_latin_lead(word, at - 2));
        if ((!lead || latin) && in_a_word) continue;
        const bool scaled = at > 0 && at + 1 < word.size() && ascii::is_letter(word[at]) && ascii::is_letter(word[at + 1]) && !symbols_with(word[at + 1]).empty();
        if (scaled) made.parted = static_cast<std::uint16_t>(made.parted | 1U << at), made.anchors = static_cast<std::uint16_t>(made.anchors | 1U << at);
        if (scaled || !may_be_money(word, at)) continue;
        made.anchors = static_cast<std::uint16_t>(made.anchors | 1U << at);
        const std::string spaced = std::string(word) + ' ', listed = std::string(word) + ',';
        if (may_be_money(spaced, at) || may_be_money(listed, at)) made.parted = static_cast<std::uint16_t>(made.parted | 1U << at);
    }
    made.ascii = std::all_of(word.begin(), word.end(), ascii::is_letter<char>);
    made.alone = made.ascii && made.parted == 1 && words_.stands_alone(word) && !is_code(word, 0, word.size()) && !compounds_.is_money(word, 0, word.size());
    made.ends_number = !made.ascii || may_follow_number(word, word.size(), &insides_);
    made.begins_number = !made.ascii || (numbers_.may_begin(word, 0) && (number_words_.is_at_beginning(word) || compounds_.may_begin(word, 0)));
    made.scaled = word.size() > 1 && ascii::is_letter(word[0]) && ascii::is_letter(word[1]) && !symbols_with(word[1]).empty();
}

/// `word` is all that is known: what goes on at its end may be money.
bool anchor_finder::may_be_money(std::string_view word, std::size_t at) const {
    std::size_t end = at;
    while (end < word.size() && ascii::is_letter(word[end])) ++end;
    if (end == at)
        return is_loose_mark(decode_at(word, at).value) || words_.may_begin(word, at);
    std::uint32_t four = 0;
    std::memcpy(&four, word.data() + at, std::min(word.size() - at, sizeof four));
    return (openings_.may_begin_word(four) && (words_.may_begin(word, at) || compounds_.is_money(word, at, end))) || is_code(word, at, end);
}

}  // namespace outlay::reading
