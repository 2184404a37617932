// ascii: what a byte or a code point is, if it is ASCII.
// Promises: false for anything beyond ASCII, a byte of UTF-8 among it.
// Leaves out: letters and spaces of other scripts (base/utf8.hpp).
#pragma once

namespace outlay::ascii {

template <class C>
constexpr bool is_digit(C c) {
    return c >= '0' && c <= '9';
}
template <class C>
constexpr bool is_capital(C c) {
    return c >= 'A' && c <= 'Z';
}
template <class C>
constexpr bool is_letter(C c) {
    return is_capital(c) || (c >= 'a' && c <= 'z');
}
/// What separates words in a passage.
template <class C>
constexpr bool is_gap(C c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace outlay::ascii
