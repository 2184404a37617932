// passage: the pieces of a text that are read as one, and the language of each.
// Promises: passages cover the text in order; a line that is wrapped goes on in the next; the language is one of the
//   engine's, or the one told.
// Leaves out: reading.
#pragma once

#include "lexer.hpp"

#include <outlay/engine.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace outlay::reading {

struct passage {
    std::size_t begin = 0;  ///< bytes of the text
    std::size_t end = 0;
};

[[nodiscard]] std::vector<passage> split_passages(std::string_view text);

/// The language of a passage: by its scripts, then by its common words. `told` is a tag, or empty.
[[nodiscard]] languages language_of(const engine& data, std::string_view text, std::string_view told);

}  // namespace outlay::reading
