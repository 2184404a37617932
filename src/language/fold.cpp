#include <outlay/language/fold.hpp>

#include "compositions.hpp"
#include "folded_char.hpp"

#include <outlay/base/utf8.hpp>

namespace outlay {

namespace {

/// A run of letters whose lower case lies `step` further on; pairs: each capital is followed by its small letter.
struct case_range {
    char32_t first, last;
    char32_t step;
    bool pairs = false;
};
constexpr std::array<case_range, 23> case_ranges{{
    {0x00C0, 0x00D6, 32}, {0x00D8, 0x00DE, 32}, {0x0100, 0x012F, 1, true}, {0x0132, 0x0137, 1, true},
    {0x0139, 0x0148, 1, true}, {0x014A, 0x0177, 1, true}, {0x0179, 0x017E, 1, true}, {0x01A0, 0x01A5, 1, true},
    {0x01AF, 0x01B0, 1, true}, {0x01CD, 0x01DC, 1, true}, {0x0200, 0x0233, 1, true}, {0x0386, 0x0386, 38},
    {0x0388, 0x038A, 37}, {0x038E, 0x038F, 63}, {0x0391, 0x03AB, 32}, {0x0400, 0x040F, 80}, {0x0410, 0x042F, 32},
    {0x0460, 0x0481, 1, true}, {0x048A, 0x04BF, 1, true}, {0x04D0, 0x052F, 1, true}, {0x0531, 0x0556, 48},
    {0x1E00, 0x1EFF, 1, true}, {0xFF21, 0xFF3A, 32},
}};

char32_t lower(char32_t c) {
    if (c == 0x0130) return 'i';
    if (c == 0x0178) return 0x00FF;
    if (c == 0x038C) return 0x03CC;
    for (const case_range& r : case_ranges)
        if (c >= r.first && c <= r.last) {
            if (!r.pairs) return c + r.step;
            return ((c - r.first) & 1U) == 0 ? c + 1 : c;
        }
    return c;
}

/// Letters that texts write in several ways without another meaning.
struct same_letter {
    char32_t written, meant;
};
constexpr std::array<same_letter, 19> same_letters{{
    {0x0622, 0x0627}, {0x0623, 0x0627}, {0x0625, 0x0627}, {0x0649, 0x064A}, {0x0671, 0x0627},  // alef with hamza; alef maksura
    {0x0643, 0x06A9}, {0x06CC, 0x064A}, {0x06D2, 0x064A},                                       // kaf and yeh of Persian and Urdu
    {0x0958, 0x0915}, {0x0959, 0x0916}, {0x095A, 0x0917}, {0x095B, 0x091C}, {0x095C, 0x0921}, {0x095D, 0x0922},
    {0x095E, 0x092B}, {0x095F, 0x092F}, {0x09DC, 0x09A1}, {0x09DD, 0x09A2}, {0x09DF, 0x09AF},   // with nukta
}};

/// Marks that may be left out: points of Hebrew and Arabic, the Arabic stretching line, the nukta.
bool is_optional_mark(char32_t c) {
    return (c >= 0x0591 && c <= 0x05BD) || (c >= 0x05BF && c <= 0x05C7 && c != 0x05C0 && c != 0x05C3 && c != 0x05C6) || c == 0x0640 ||
           (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x093C || c == 0x09BC || c == 0x0A3C;
}

/// No text has a mark before this byte of UTF-8 (U+0300 is CC 80).
constexpr unsigned char first_byte_of_marks = 0xCC;

/// False for most characters: no mark of `composed` or `is_optional_mark` lies outside these blocks.
constexpr bool may_be_mark(char32_t c) {
    if (c < 0x0300 || (c > 0x0370 && c < 0x0591)) return false;
    if (c >= 0x3000) return c == 0x3099 || c == 0x309A;
    return c < 0x0E00 || (c >= 0x1000 && c < 0x1C00);
}

/// The code point at `at` with the marks after it: composed, or passed over.
code_point with_marks(std::string_view text, std::size_t at) {
    code_point c = decode_at(text, at);
    for (std::size_t end = at + c.length; end < text.size() && static_cast<unsigned char>(text[end]) >= first_byte_of_marks; end = at + c.length) {
        const code_point mark = decode_at(text, end);
        if (!may_be_mark(mark.value)) break;
        const char32_t whole = composed(c.value, mark.value);
        if (whole == 0 && !is_optional_mark(mark.value)) break;
        if (whole != 0 && !is_optional_mark(mark.value)) c.value = whole;
        c.length += mark.length;
    }
    return c;
}

}  // namespace

char32_t fold(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0x2E80 && c < 0xFF00) return c;  // Han, Kana and Hangul have no case
    if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x05F3) return '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x05F4) return '"';
    if (c >= 0x0600 && c <= 0x0A00)
        for (const same_letter& s : same_letters)
            if (s.written == c) return s.meant;
    c = lower(c);
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;  // full-width forms of ASCII
}

namespace {

template <class Put>
void encode(char32_t value, const Put& put) {
    if (value < 0x80) return put(value);
    if (value < 0x800) return put(0xC0 | (value >> 6)), put(0x80 | (value & 0x3F));
    if (value < 0x10000) return put(0xE0 | (value >> 12)), put(0x80 | ((value >> 6) & 0x3F)), put(0x80 | (value & 0x3F));
    put(0xF0 | (value >> 18)), put(0x80 | ((value >> 12) & 0x3F)), put(0x80 | ((value >> 6) & 0x3F)), put(0x80 | (value & 0x3F));
}

bool is_gap(char32_t c) { return is_space(c) || c == '\n' || c == '\r'; }

}  // namespace

folded_char next_folded(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (at < text.size() && byte(at) > ' ' && byte(at) < 0x80 && (at + 1 == text.size() || byte(at + 1) < first_byte_of_marks)) {
        const unsigned char c = byte(at);
        const auto small = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return {{small}, 1, small, at + 1};
    }
    for (code_point c = with_marks(text, at); c.length != 0; c = with_marks(text, at)) {
        const bool gap = is_gap(c.value);
        at += c.length;
        if (!gap && is_ignorable(c.value)) continue;
        while (gap && at < text.size() && is_gap((c = with_marks(text, at)).value) && c.length != 0) at += c.length;
        folded_char made{{}, 0, gap ? U' ' : fold(c.value), at};
        encode(made.value, [&](char32_t b) { made.bytes[made.size++] = static_cast<unsigned char>(b); });
        return made;
    }
    return {{}, 0, 0, at};
}

void folded_run::push(char32_t value, std::size_t end) {
    encode(value, [&](char32_t byte) {
        if (size_ >= capacity) return;
        bytes_[size_] = static_cast<char>(static_cast<unsigned char>(byte));
        ends_[size_++] = end;
    });
}

void folded_run::extend(std::size_t wanted) {
    constexpr std::size_t widest = 4;
    while (size_ < wanted && size_ + widest <= capacity && at_ < text_.size()) {
        // A line end inside a passage is a space too: texts are wrapped.
        std::size_t end = at_;
        code_point c = with_marks(text_, end);
        while (c.length != 0 && (is_space(c.value) || c.value == '\n' || c.value == '\r')) {
            end += c.length;
            c = with_marks(text_, end);
        }
        const bool spaces = end != at_;
        at_ = spaces ? end : at_ + c.length;
        if (spaces)
            push(' ', at_);
        else if (!is_ignorable(c.value))
            push(fold(c.value), at_);
    }
}

std::string folded(std::string_view text) {
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        folded_run run(text, at);
        run.extend(folded_run::capacity);
        if (run.view().empty()) break;  // nothing but what is passed over
        all += run.view();
        at = run.end_of(run.view().size());
    }
    return all;
}

}  // namespace outlay
