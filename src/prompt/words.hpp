// words: a typed line cut into words as a shell does it, with quotes.
// Promises: every word knows its bytes; an open quote goes on to the end of the line.
// Leaves out: variables, patterns and anything else that a shell would replace.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

struct typed_word {
    std::string text;       ///< without its quotes
    std::size_t begin = 0;  ///< bytes of the line, with its quotes
    std::size_t end = 0;
};

[[nodiscard]] std::vector<typed_word> split_words(std::string_view line);
/// The line from a word on, without spaces around it.
[[nodiscard]] std::string_view rest_from(std::string_view line, const std::vector<typed_word>& words, std::size_t index);

}  // namespace outlay::prompt
