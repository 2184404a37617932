// words: where a word of a text ends, in scripts that put spaces between words.
// Promises: ASCII letters cost a comparison each.
// Leaves out: what the word means (phrase_memory.hpp).
#pragma once

#include "base/ascii.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/language/lexicon.hpp>

#include <cstddef>
#include <string_view>

namespace outlay::reading {

/// Where the letters that begin at `at` end; `at` where there are none.
[[nodiscard]] inline std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && ascii::is_letter(text[at])) ++at;
    if (at == text.size() || static_cast<unsigned char>(text[at]) < 0x80) return at;
    for (code_point c = decode_at(text, at); c.length != 0 && is_letter(c.value) && !is_unspaced(c.value);
         c = decode_at(text, at))
        at += c.length;
    return at;
}

}  // namespace outlay::reading
