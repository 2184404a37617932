// passage: the pieces of a text that are read as one.
// Promises: passages cover the text in order; a line that is wrapped goes on in the next.
// Leaves out: their language (language_finder.hpp), and reading.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace outlay::reading {

struct passage {
    std::size_t begin = 0;  ///< bytes of the text
    std::size_t end = 0;
};

[[nodiscard]] std::vector<passage> split_passages(std::string_view text);

}  // namespace outlay::reading
