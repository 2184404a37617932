// candidate_list: what a word can be completed to, as text: what all candidates share, and their list by kind.
// Promises: never half a character; no row is wider than the terminal where its words are not.
// Leaves out: where candidates come from (completion.hpp) and where the text goes (line_editor.hpp).
#pragma once

#include "prompt/line_editor.hpp"

#include <functional>
#include <string>

namespace outlay::prompt {

/// The longest beginning that all words have; empty without words.
[[nodiscard]] std::string common_start(const std::vector<completions::candidate>& words);

/// Lines, each kind under its heading, in the order of the first word of each.
[[nodiscard]] std::string candidate_list(const completions& found, std::size_t columns,
                                         const std::function<std::string(std::string)>& heading);

}  // namespace outlay::prompt
