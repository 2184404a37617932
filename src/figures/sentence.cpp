#include "sentence.hpp"
#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/lexicon.hpp>

namespace outlay::reading {

namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// Bytes of an ideographic full stop, or of its like, at `at`.
std::size_t wide_stop(std::string_view text, std::size_t at) {
    const std::string_view mark = text.substr(at, 3);
    return mark == "\xE3\x80\x82" || mark == "\xEF\xBC\x81" || mark == "\xEF\xBC\x9F" ? 3 : 0;
}

/// Where the sentence after the mark at `at` begins; 0 if the mark ends none: "approx. Rs", "5. März", "U.S. Dollars".
std::size_t begins_after(const anchor_finder& words, std::string_view text, std::size_t at, std::size_t begin,
                         std::size_t end) {
    if (const std::size_t wide = wide_stop(text, at); wide != 0)
        return at + wide < end && text[at + wide] != '.' ? at + wide : 0;
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return 0;
    if (at + 1 >= end || !ascii::is_gap(text[at + 1])) return 0;
    std::size_t next = at + 1;
    while (next < end && ascii::is_gap(text[next])) ++next;
    const code_point first = decode_at(text, next);
    if (next == end || !is_letter(first.value) || is_small(text[next])) return 0;
    constexpr std::size_t least = 4;
    if (at < begin + least) return 0;
    const code_point last = decode_before(text, at);
    const bool word =
        is_small(text[at - 1]) && is_small(text[at - 2]) && is_small(text[at - 3]) && is_small(text[at - 4]);
    if (!(word || is_hangul(last.value)) || words.is_abbreviated(text, at)) return 0;
    return next;
}

}  // namespace

passage sentence_at(const anchor_finder& words, std::string_view text, const passage& within, std::size_t at) {
    passage found = within;
    for (std::size_t before = at; before > within.begin; --before)
        if (const std::size_t begin = begins_after(words, text, before - 1, within.begin, within.end);
            begin != 0 && begin <= at) {
            found.begin = begin;
            break;
        }
    for (std::size_t after = at; after < within.end; ++after)
        if (const std::size_t begin = begins_after(words, text, after, within.begin, within.end); begin > at) {
            found.end = begin;
            break;
        }
    return found;
}

}  // namespace outlay::reading
