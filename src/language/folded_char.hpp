// folded_char: the next character of a text as phrases are written (language/fold.hpp), without keeping what came before.
// Promises: the same bytes as folded_run, character by character.
// Leaves out: runs of them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace outlay {

struct folded_char {
    std::array<unsigned char, 4> bytes{};
    std::size_t size = 0;  ///< 0 at the end of the text
    char32_t value = 0;
    std::size_t end = 0;   ///< offset in the text after it
};

/// The character at `at` that is not passed over; a run of spaces and line ends is one space.
[[nodiscard]] folded_char next_folded(std::string_view text, std::size_t at);

}  // namespace outlay
