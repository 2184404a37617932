// digits: the common amounts of a table, read and written eight digits at a time.
// Promises: what it cannot do, it leaves to amount_text.hpp.
// Leaves out: groups of digits, blanks, more than 16 digits before the point.
#pragma once

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace outlay::digits {

/// The first of eight bytes in memory is the low one of a word here.
inline std::uint64_t in_order(std::uint64_t word) {
    return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

constexpr std::uint64_t ascii_zeros = 0x3030303030303030U;

/// Bytes that may be read before and after a number, and written after one.
constexpr std::size_t padding = 16;

inline std::uint64_t load(const char* from) {
    std::uint64_t word;
    std::memcpy(&word, from, sizeof word);
    return in_order(word);
}

inline void store(char* to, std::uint64_t word) {
    word = in_order(word);
    std::memcpy(to, &word, sizeof word);
}

inline std::uint32_t load_half(const char* from) {
    std::uint32_t word;
    std::memcpy(&word, from, sizeof word);
    return std::endian::native == std::endian::little ? word : __builtin_bswap32(word);
}

/// One of these bits is set in not_digits() for each byte that is no digit, or for a later one.
constexpr std::uint64_t high_bits = 0x8080808080808080U;
inline std::uint64_t not_digits(std::uint64_t values) { return (values + 0x7676767676767676U) | values; }

/// Four numbers of two digits, of eight values of digits.
inline std::uint64_t two_by_two(std::uint64_t values) { return (values * 10 + (values >> 8)) & 0x00FF00FF00FF00FFU; }

/// Eight bytes with the values of digits as a number; a byte that is none of 0 to 9 sets `bad`.
inline std::uint64_t eight(std::uint64_t values, std::uint64_t& bad) {
    bad |= not_digits(values);
    values = two_by_two(values);
    values = (values * 100 + (values >> 16)) & 0x0000FFFF0000FFFFU;
    return (values * 10000 + (values >> 32)) & 0xFFFFFFFFU;
}

/// The number that the `length` digits (1 to 16) before `end` are.
inline std::uint64_t whole(const char* end, std::size_t length, std::uint64_t& bad) {
    const auto low = load(end - 8) ^ ascii_zeros;
    if (length <= 8) return eight(low & (~std::uint64_t{0} << (8 * (8 - length))), bad);
    const auto high = (load(end - 16) ^ ascii_zeros) & (~std::uint64_t{0} << (8 * (16 - length)));
    return eight(high, bad) * 100'000'000 + eight(low, bad);
}

struct amount {
    std::int64_t coefficient = 0;
    int scale = 0;
    bool ok = false;
};

/// Up to eight digits, the last two of them after a decimal mark or none: "-1234.56", "1234".
inline amount read_short(const char* begin, const char* end, char decimal_mark) {
    const std::uint64_t minus = *begin == '-';
    const auto size = static_cast<std::uint64_t>(end - begin) - minus;
    const std::uint64_t point = end[-3] == decimal_mark;
    const auto count = size - point;
    // The word before the mark and the two digits after it make one.
    const auto word = (load(end - 8 - point) & 0x0000FFFFFFFFFFFFU) | (load(end - 8) & 0xFFFF000000000000U);
    const auto values = (word ^ ascii_zeros) & (~std::uint64_t{0} << ((64 - 8 * count) & 63));
    std::uint64_t bad = 0;
    const auto number = eight(values, bad);
    amount found;
    found.ok = (count - 1 < 8) & ((bad & high_bits) == 0) & (size > 3 * point);
    found.coefficient = static_cast<std::int64_t>((number ^ (0 - minus)) + minus);
    found.scale = static_cast<int>(2 * point);
    return found;
}

/// The same with up to 16 digits before the mark.
inline amount read_long(const char* begin, const char* end, char decimal_mark) {
    const bool minus = *begin == '-';
    begin += minus;
    const bool point = end - begin > 3 && end[-3] == decimal_mark;
    const auto* whole_end = point ? end - 3 : end;
    const auto length = static_cast<std::size_t>(whole_end - begin);
    if (length - 1 > 15) return {};
    std::uint64_t bad = 0;
    auto number = whole(whole_end, length, bad);
    if (point) {
        const auto tens = static_cast<std::uint64_t>(static_cast<unsigned char>(end[-2])) - '0';
        const auto ones = static_cast<std::uint64_t>(static_cast<unsigned char>(end[-1])) - '0';
        if (tens > 9 || ones > 9) return {};
        number = number * 100 + tens * 10 + ones;
    }
    const auto coefficient = static_cast<std::int64_t>(number);
    return {minus ? -coefficient : coefficient, point ? 2 : 0, (bad & high_bits) == 0};
}

/// "2024-03-15" as a year and a slot of it, month × 32 + day, if the dashes and the digits are in their places, the month
/// is below 16 and the day below 32; which days there are is not checked. Ten bytes are read.
struct day {
    std::uint32_t year = 0;
    std::uint32_t slot = 0;
    bool ok = false;
};

inline day read_day(const char* begin) {
    const auto front = load(begin);     // 2024-03-
    const auto back = load(begin + 2);  // 24-03-15
    constexpr std::uint64_t dashes = 0x2D00002D00000000U;
    constexpr std::uint64_t dash_bytes = 0xFF0000FF00000000U;
    const auto text = (front & 0xFFFFFFFFU) | (front >> 8 & 0x0000FFFF00000000U) | (back & 0xFFFF000000000000U);
    const auto values = text ^ ascii_zeros;
    const auto numbers = two_by_two(values);
    day found;
    found.ok = ((((front & dash_bytes) ^ dashes) | (not_digits(values) & high_bits)) == 0) & (numbers >> 48 < 32) &
               ((numbers >> 32 & 0xFFFF) < 16);
    found.year = static_cast<std::uint32_t>((numbers & 0xFFFF) * 100 + (numbers >> 16 & 0xFFFF));
    found.slot = static_cast<std::uint32_t>((numbers >> 32 & 0xFFFF) * 32 + (numbers >> 48));
    return found;
}

inline constexpr auto pairs = [] {
    std::array<char, 200> text{};
    for (std::size_t i = 0; i < 100; ++i) {
        text[2 * i] = static_cast<char>('0' + i / 10);
        text[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return text;
}();

/// Writes a number; eight bytes may be written whatever its length. Returns its end.
inline char* write_whole(char* to, std::uint64_t value) {
    if (value >= 100'000'000) return std::to_chars(to, to + 20, value).ptr;
    // Two numbers of four digits, four of two, eight of one; the first in the low byte.
    const auto fours = value / 10000 | value % 10000 << 32;
    const auto hundreds = (fours * 10486U >> 20) & 0x0000007F0000007FU;
    const auto twos = hundreds | (fours - hundreds * 100) << 16;
    const auto tens = (twos * 103U >> 10) & 0x000F000F000F000FU;
    const auto ones = tens | (twos - tens * 10) << 8;
    const auto zeros = static_cast<unsigned>(std::countr_zero(ones | std::uint64_t{1} << 56)) / 8;
    store(to, (ones | ascii_zeros) >> (8 * zeros));
    return to + 8 - zeros;
}

/// Writes coefficient × 10^−scale with that many decimals, scale from 0 to 18. Returns its end.
inline char* write_amount(char* to, std::int64_t coefficient, int scale) {
    *to = '-';
    to += coefficient < 0;
    auto size = coefficient < 0 ? 0 - static_cast<std::uint64_t>(coefficient) : static_cast<std::uint64_t>(coefficient);
    if (scale == 0) return write_whole(to, size);
    if (scale == 2) {
        to = write_whole(to, size / 100);
        *to = '.';
        std::memcpy(to + 1, &pairs[2 * (size % 100)], 2);
        return to + 3;
    }
    std::array<char, 20> places{};
    for (int i = scale; i > 0; --i) {
        places[static_cast<std::size_t>(i - 1)] = static_cast<char>('0' + size % 10);
        size /= 10;
    }
    to = write_whole(to, size);
    *to = '.';
    std::memcpy(to + 1, places.data(), static_cast<std::size_t>(scale));
    return to + 1 + scale;
}

}  // namespace outlay::digits
