// passage: the pieces of a text that are read as one.
// Promises: passages cover the text in order; a line that is wrapped goes on in the next; where one ends is told by the
//   two lines there alone, so that each can be found without the others.
// Leaves out: their language (language_finder.hpp), and reading.
#pragma once

#include <cstddef>
#include <string_view>

namespace outlay::reading {

struct passage {
    std::size_t begin = 0;  ///< bytes of the text
    std::size_t end = 0;    ///< without the line end
};

/// The passage that byte `at` of the text lies in; an empty one at the end of the text.
[[nodiscard]] passage passage_at(std::string_view text, std::size_t at);
/// Where the passage after this one begins, or the end of the text.
[[nodiscard]] inline std::size_t begin_of_next(std::string_view text, const passage& p) {
    return p.end < text.size() ? p.end + 1 : text.size();
}

}  // namespace outlay::reading
