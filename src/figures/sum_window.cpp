#include "sum_window.hpp"

#include "base/ascii.hpp"

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
    const unsigned char lead = byte_at(text, at);
    return at + 3 <= text.size() && lead >= 0xE3 && lead <= 0xED && !(lead == 0xE3 && byte_at(text, at + 1) == 0x80);
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

/// Where what ends at `at` begins: a word, a wide character, a sign; npos for what is not for here.
std::size_t sum_window::known_before(std::size_t at, bool& unknown) const {
    const languages& use = words_.memory.use();
    if (at >= 3 && is_wide_lead(text_, at - 3)) {
        if (use.main->words_are_continuous()) {
            unknown = !is_known_wide(at - 3);
            return at - 3;
        }
        std::size_t begin = at;
        while (begin >= 3 && is_wide_lead(text_, begin - 3)) {
            begin -= 3;
            unknown = unknown || !is_known_wide(begin);
        }
        return begin;
    }
    std::size_t begin = at;
    for (code_point c = decode_before(text_, begin); c.length != 0 && is_letter(c.value) && !is_unspaced(c.value);
         c = decode_before(text_, begin))
        begin -= c.length;
    if (begin == at) {
        const code_point sign = decode_before(text_, at);
        return !sign.valid || is_letter(sign.value) ? npos : at - sign.length;
    }
    unknown = parts_words(text_, at) && is_unknown(begin, at);
    return begin;
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
    if (ascii::is_letter(c)) return take_letters(at, anchor, done);
    const bool behind = at > anchor;
    if (c < 0x80) {
        if (ascii::is_gap(c) && at + 1 < text_.size() && ascii::is_gap(text_[at + 1])) return false;
        done = behind && ends_clause(text_, at) && (c != '.' || !words_.anchors.is_abbreviated(text_, at));
        return put_written(at, at + 1);
    }
    if (is_wide_lead(text_, at)) {
        if (is_known_wide(at)) return put_written(at, at + 3);
        if (!put(unknown_word, at)) return false;
        at += 3;
        if (!words_.memory.use().main->words_are_continuous())
            while (at < text_.size() && is_wide_lead(text_, at)) at += 3;
        done = behind;
        return true;
    }
    if (const std::size_t size = behind ? wide_clause_end(text_, at) : 0; size != 0) {
        done = true;
        return put_written(at, at + size);
    }
    const code_point sign = decode_at(text_, at);
    if (!sign.valid || is_loose_mark(sign.value) || is_space(sign.value)) return false;
    return is_letter(sign.value) ? take_letters(at, anchor, done) : put_written(at, at + sign.length);
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
    return put(digits, begin) && put(static_cast<char>(kind + 1), begin + 1);
}

/// A word of a script with spaces.
bool sum_window::take_letters(std::size_t& at, std::size_t anchor, bool& done) {
    std::size_t end = at;
    while (end < text_.size() && ascii::is_letter(text_[end])) ++end;
    if (end < text_.size() && byte_at(text_, end) >= 0x80)
        for (code_point c = decode_at(text_, end); c.length != 0 && is_letter(c.value) && !is_unspaced(c.value);
             c = decode_at(text_, end))
            end += c.length;
    if (end == at) return false;
    if (!parts_words(text_, end) || !is_unknown(at, end)) return put_written(at, end);
    done = at > anchor;
    return put(unknown_word, std::exchange(at, end));
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

/// True for a word that no phrase begins with or goes on in, and that is no number or code.
bool sum_window::is_unknown(std::size_t begin, std::size_t end) const {
    return words_.memory.is_unknown(text_, begin, end, [&] {
        if (words_.memory.match(text_, begin, false).found != nullptr || words_.anchors.compounds().may_begin(text_, begin))
            return false;
        for (const phrase_insides* known : {words_.insides.main, words_.insides.companion})
            if (known != nullptr && known->may_go_on_at(text_, begin)) return false;
        return std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                             text_.begin() + static_cast<std::ptrdiff_t>(end), ascii::is_capital<char>) < 2;
    });
}

bool sum_window::is_known_wide(std::size_t at) const {
    const char32_t c = wide_at(text_, at);
    return words_.insides.main->knows(c) || (words_.insides.companion != nullptr && words_.insides.companion->knows(c)) ||
           words_.anchors.may_be_symbol(c);
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
