#include "sum_window.hpp"

#include "base/ascii.hpp"
#include "term_classes.hpp"
#include "words.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace outlay::reading {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_before = 48;  ///< bytes before the currency

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// A character of Han, Kana or Hangul, as phrases know it: signs and the wide space apart.
bool is_wide_lead(std::string_view text, std::size_t at) {
    if (at + 3 > text.size()) return false;
    const unsigned char lead = byte_at(text, at);
    const bool whole = (byte_at(text, at + 1) & 0xC0U) == 0x80 && (byte_at(text, at + 2) & 0xC0U) == 0x80;
    return whole && lead >= 0xE3 && lead <= 0xED && !(lead == 0xE3 && byte_at(text, at + 1) == 0x80);
}

char32_t wide_at(std::string_view text, std::size_t at) {
    return (text[at] & 0x0FU) << 12U | (text[at + 1] & 0x3FU) << 6U | (text[at + 2] & 0x3FU);
}

/// A comma, a stop or the like with a space, a wide character or nothing after it: what follows is another clause.
bool ends_clause(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c != ',' && c != '.' && c != ';' && c != '!' && c != '?') return false;
    return at + 1 >= text.size() || ascii::is_gap(text[at + 1]);
}

/// Bytes of a wide mark that ends a clause; 0 if there is none.
std::size_t wide_clause_end(std::string_view text, std::size_t at) {
    const std::string_view mark = text.substr(at, 3);
    constexpr std::array<std::string_view, 6> ends{"\xE3\x80\x81", "\xE3\x80\x82", "\xEF\xBC\x8C",
                                                   "\xEF\xBC\x81", "\xEF\xBC\x9B", "\xEF\xBC\x9F"};
    return std::find(ends.begin(), ends.end(), mark) != ends.end() ? mark.size() : 0;
}

/// What may follow a word without that they belong together.
bool parts_words(std::string_view text, std::size_t at) {
    if (at >= text.size() || ascii::is_gap(text[at])) return true;
    return std::string_view(",.;:!?)\"").find(text[at]) != npos || is_wide_lead(text, at);
}

}  // namespace

bool sum_window::read(std::string_view passage, std::size_t anchor, std::size_t not_before) {
    text_ = passage;
    size_ = count_ = 0;
    mark edge = boundary;
    const std::size_t begin = begin_before(anchor, not_before, edge);
    if (begin == npos || !put(edge, begin) || !go_on_from(begin, anchor)) return false;
    const std::size_t at = index_of(anchor);
    if (at == npos || !put(static_cast<char>(at), places_[size_])) return false;
    places_[size_] = places_[size_ - 1];
    return true;
}

/// The place after the nearest word before the currency that means nothing.
std::size_t sum_window::begin_before(std::size_t anchor, std::size_t not_before, mark& edge) {
    for (std::size_t at = anchor; anchor - at <= most_before;) {
        if (at <= not_before) return at == not_before ? at : npos;
        const unsigned char last = byte_at(text_, at - 1);
        if (last < 0x80 && !ascii::is_letter(last)) {
            --at;
            continue;
        }
        bool unknown = false;
        const std::size_t known = known_before(at, unknown);
        if (known == npos || known < not_before) return npos;
        if (unknown) {
            edge = unknown_word;
            return at;
        }
        at = known;
    }
    return npos;
}

/// Where what ends at `at` begins: a word, a wide character, a sign; npos for what is not for here. `unknown` tells that
/// it means nothing to sums and that no phrase goes on after it.
std::size_t sum_window::known_before(std::size_t at, bool& unknown) const {
    const languages& use = words_.memory.use();
    if (at >= 3 && is_wide_lead(text_, at - 3)) {
        std::size_t begin = at - 3;
        if (use.main->words_are_continuous()) {
            unknown = !counts(begin, at) && !is_crossed(begin, at);
            return begin;
        }
        while (begin >= 3 && is_wide_lead(text_, begin - 3)) begin -= 3;
        unknown = !counts(begin, at);
        return begin;
    }
    const std::size_t begin = letters_before(at);
    if (begin == at) {
        const code_point sign = decode_before(text_, at);
        return !sign.valid || is_letter(sign.value) ? npos : at - sign.length;
    }
    unknown = parts_words(text_, at) && !counts(begin, at);
    return begin;
}

std::size_t sum_window::letters_before(std::size_t at) const {
    while (at > 0 && ascii::is_letter(text_[at - 1])) --at;
    if (at == 0 || byte_at(text_, at - 1) < 0x80) return at;
    for (code_point c = decode_before(text_, at); c.length != 0 && is_letter(c.value) && !is_unspaced(c.value);
         c = decode_before(text_, at))
        at -= c.length;
    return at;
}

/// True if letters before a sum may belong to it: a word, a wide character, a run of them in a text with spaces.
bool sum_window::counts(std::size_t begin, std::size_t end) const {
    if (is_wide_lead(text_, begin)) {
        if (words_.memory.use().main->words_are_continuous()) {
            const char32_t c = wide_at(text_, begin);
            return words_.sums.has_character(c) || words_.anchors.may_be_symbol(c);
        }
        for (const phrase_insides* known : {words_.insides.main, words_.insides.companion})
            if (known != nullptr && known->may_go_on_at(text_, begin)) return true;
        const bool after_digit = begin > 0 && ascii::is_digit(text_[begin - 1]);
        for (std::size_t at = begin; at < end;) {
            const known_phrase piece = words_.memory.match(text_, at, after_digit && at == begin);
            if (piece.found == nullptr) return after_digit && at == begin;
            if ((piece.classes & counted_beside_sums) != 0 || at + piece.length > end) return true;
            at += piece.length;
        }
        return false;
    }
    return !words_.memory.is_unknown(text_, begin, end, [&] {
        if (words_.sums.has_word(text_.substr(begin, end - begin)) || words_.anchors.compounds().may_begin(text_, begin))
            return false;
        if ((words_.memory.match(text_, begin, false).classes & counted_beside_sums) != 0) return false;
        return std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                             text_.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_capital<char>) < 2;
    });
}

/// True if a phrase of a continuous text that begins at a character or shortly before it goes on behind it.
bool sum_window::is_crossed(std::size_t begin, std::size_t end) const {
    if (end >= text_.size()) return false;
    const char32_t next = decode_at(text_, end).value;
    if (!words_.insides.main->may_hold(next) && (words_.insides.companion == nullptr || !words_.insides.companion->may_hold(next)))
        return false;
    constexpr int most_characters = 5;
    for (int back = 0; back < most_characters; ++back) {
        if (begin + words_.memory.match(text_, begin, false).length > end) return true;
        if (begin < 3 || !is_wide_lead(text_, begin - 3)) return false;
        begin -= 3;
    }
    return false;
}

bool sum_window::go_on_from(std::size_t begin, std::size_t anchor) {
    std::size_t at = begin;
    for (bool done = false; !done;)
        if (!take(at, anchor, done)) return false;
    places_[size_] = static_cast<std::uint32_t>(at);
    return at > anchor;
}

bool sum_window::take(std::size_t& at, std::size_t anchor, bool& done) {
    if (at >= text_.size()) return done = put(passage_end, at);
    const unsigned char c = byte_at(text_, at);
    if (ascii::is_digit(c)) return take_number(at);
    const bool behind = at > anchor;
    if (ascii::is_letter(c) || is_wide_lead(text_, at)) return behind ? take_phrase(at, done) : take_written(at, at == anchor);
    // "+α", （含）以上: a phrase may begin with a sign.
    if (behind && !ascii::is_gap(c))
        if (const known_phrase phrase = words_.memory.match(text_, at, false); (phrase.classes & counted_beside_sums) != 0)
            return put_written(at, at + phrase.length);
    if (c < 0x80) {
        if (ascii::is_gap(c) && at + 1 < text_.size() && ascii::is_gap(text_[at + 1])) return false;
        done = behind && ends_clause(text_, at) && (c != '.' || !words_.anchors.is_abbreviated(text_, at));
        return put_written(at, at + 1);
    }
    if (const std::size_t size = behind ? wide_clause_end(text_, at) : 0; size != 0) {
        done = true;
        return put_written(at, at + size);
    }
    const code_point sign = decode_at(text_, at);
    if (!sign.valid || is_loose_mark(sign.value) || is_space(sign.value)) return false;
    if (!is_letter(sign.value)) return put_written(at, at + sign.length);
    return behind ? take_phrase(at, done) : take_written(at, at == anchor);
}

/// A word or a wide character before the currency, or the whole phrase at it.
bool sum_window::take_written(std::size_t& at, bool whole_phrase) {
    std::size_t end = is_wide_lead(text_, at) ? at + 3 : end_of_word(text_, at);
    if (whole_phrase) end = std::max(end, at + words_.memory.match(text_, at, false).length);
    return end != at && put_written(at, end);
}

/// What stands behind the currency: the first phrase or word that means nothing to sums ends the window.
bool sum_window::take_phrase(std::size_t& at, bool& done) {
    const bool wide = is_wide_lead(text_, at);
    const bool after_digit = ascii::is_digit(text_[at - 1]);
    const std::size_t word_end = wide ? at + 3 : end_of_word(text_, at);
    if (word_end == at) return false;
    // A text without spaces knows no words: one that means nothing to sums is as good as another.
    if (wide && words_.memory.use().main->words_are_continuous() && !counts(at, word_end)) {
        done = true;
        return put(unknown_word, std::exchange(at, word_end));
    }
    const known_phrase piece = words_.memory.match(text_, at, false);
    const bool symbol = wide ? words_.anchors.may_be_symbol(wide_at(text_, at))
                             : word_end - at <= 6 && (!parts_words(text_, word_end) ||
                                   std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.begin() + static_cast<std::ptrdiff_t>(word_end), ascii::is_capital<char>) > 1);
    if (symbol || after_digit || (!wide && words_.anchors.compounds().may_begin(text_, at)))
        return put_written(at, std::max(word_end, piece.found != nullptr ? at + piece.length : word_end));
    if ((piece.classes & counted_beside_sums) != 0) return put_written(at, at + piece.length);
    done = true;
    const std::size_t end = piece.found != nullptr ? at + piece.length : word_end;
    return put(piece.found != nullptr && piece.classes != classes_of(term_class::stop) ? other_phrase : unknown_word,
               std::exchange(at, end));
}

bool sum_window::take_number(std::size_t& at) {
    if (count_ == most_numbers) return false;
    if (at > 0 && ascii::is_letter(text_[at - 1])) return false;  // "A100"
    quick_token read;
    read.begin = static_cast<std::uint32_t>(at);
    if (!read_plain_number(text_, words_.memory.use().main->numbers(), read)) return false;
    number_places_[count_] = read.begin;
    numbers_[count_++] = {read.digits, read.scale};
    const int kind = (read.grouped ? 1 : 0) | (read.plain ? 2 : 0) | (read.scale > 0 ? 4 : 0);
    const std::size_t begin = std::exchange(at, read.end);
    return put(digits, begin) && put(static_cast<char>(kind + 1), begin);
}

bool sum_window::put(char byte, std::size_t place) {
    if (size_ == longest_key) return false;
    key_[size_] = byte;
    places_[size_++] = static_cast<std::uint32_t>(place);
    return true;
}

bool sum_window::put_written(std::size_t& at, std::size_t end) {
    if (size_ + (end - at) > longest_key) return false;
    for (; at < end; ++at) {
        key_[size_] = text_[at];
        places_[size_++] = static_cast<std::uint32_t>(at);
    }
    return true;
}

std::size_t sum_window::index_of(std::size_t place) const {
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(size_) + 1;
    const auto found = std::find(places_.begin() + 1, end, place);
    return found == end ? npos : static_cast<std::size_t>(found - places_.begin());
}

std::size_t sum_window::number_at(std::size_t place) const {
    for (std::size_t n = 0; n < count_; ++n)
        if (number_places_[n] == place) return n;
    return npos;
}

}  // namespace outlay::reading
