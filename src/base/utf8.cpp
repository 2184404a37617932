// utf8: decoding by the table of well-formed sequences (Unicode 3.9, table 3-7).
#include <outlay/base/utf8.hpp>

#include "base/unicode_ranges.hpp"
#include "base/utf8_check.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_text = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

/// Length of the sequence that a lead byte opens, and the range of its second byte; length 0 for no lead byte.
struct lead {
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

lead read_lead(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {};
}

bool is_in(std::span<const unicode::range> ranges, char32_t value) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), value,
                                        [](char32_t v, const unicode::range& r) { return v < r.first; });
    return after != ranges.begin() && value <= std::prev(after)->last;
}

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

}  // namespace

code_point decode_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {0, 0, true};
    const auto first = byte_at(text, offset);
    if (first < 0x80) return {first, 1, true};
    const auto sequence = read_lead(first);
    if (sequence.length == 0 || text.size() - offset < sequence.length) return {replacement, 1, false};
    const auto second = byte_at(text, offset + 1);
    if (second < sequence.low || second > sequence.high) return {replacement, 1, false};
    auto value = static_cast<char32_t>(first & (0xFFU >> (sequence.length + 1)));
    value = (value << 6U) | (second & 0x3FU);
    for (std::size_t i = 2; i < sequence.length; ++i) {
        const auto next = byte_at(text, offset + i);
        if ((next & 0xC0U) != 0x80U) return {replacement, 1, false};
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, sequence.length, true};
}

code_point decode_before(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    if (offset == 0) return {0, 0, true};
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, offset); ++length) {
        const auto found = decode_at(text.substr(0, offset), offset - length);
        if (found.valid && found.length == length) return found;
    }
    return {replacement, 1, false};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    if (is_utf8(text)) return std::nullopt;
    for (std::size_t offset = 0; offset < text.size();) {
        if (byte_at(text, offset) < 0x80) {
            ++offset;
            continue;
        }
        const auto found = decode_at(text, offset);
        if (!found.valid) return offset;
        offset += found.length;
    }
    return std::nullopt;
}

std::size_t display_width(char32_t value) {
    if (value < 0x300) return 1;
    if (value >= 0xAC00 && value <= 0xD7A3) return 2;
    if (is_in(unicode::zero_width_ranges(), value)) return 0;
    return is_in(unicode::wide_ranges(), value) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        if (byte_at(text, offset) < 0x80) {
            ++offset;
            ++width;
            continue;
        }
        const auto found = decode_at(text, offset);
        offset += found.length;
        width += display_width(found.value);
    }
    return width;
}

bool is_letter(char32_t value) {
    if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    if (value >= 0xAC00 && value <= 0xD7A3) return true;
    return is_in(unicode::letter_ranges(), value);
}

bool is_hangul(char32_t value) {
    return (value >= 0xAC00 && value <= 0xD7A3) || (value >= 0x1100 && value <= 0x11FF) ||
           (value >= 0x3131 && value <= 0x318E) || (value >= 0xA960 && value <= 0xA97C) ||
           (value >= 0xD7B0 && value <= 0xD7FB) || (value >= 0xFFA0 && value <= 0xFFDC);
}

bool is_space(char32_t value) {
    return value == ' ' || value == '\t' || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) ||
           value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_ignorable(char32_t value) {
    return value == 0xAD || value == 0x61C || (value >= 0x200B && value <= 0x200F) || (value >= 0x202A && value <= 0x202E) ||
           (value >= 0x2060 && value <= 0x2069) || value == 0xFEFF || (value >= 0xFE00 && value <= 0xFE0F);
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const auto found = decode_at(text, offset);
        if (found.value == '\t') {
            shown += ' ';
        } else if (!found.valid || is_control(found.value)) {
            shown += replacement_text;
        } else {
            shown += text.substr(offset, found.length);
        }
        offset += found.length;
    }
    return shown;
}

std::string shorten(std::string_view text, std::size_t columns) {
    std::size_t width = 0;
    std::size_t kept = 0;  // bytes that fit beside an ellipsis
    for (std::size_t offset = 0; offset < text.size();) {
        const auto found = decode_at(text, offset);
        width += display_width(found.value);
        if (width > columns) return printable(text.substr(0, kept)).append(ellipsis);
        offset += found.length;
        if (width < columns) kept = offset;
    }
    return printable(text);
}

}  // namespace outlay
