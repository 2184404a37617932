// suggestion: near misses of a misspelled word, of the right kind.
// Promises: at most three, best first; one edit for words of up to four letters, two up to eight, then three.
// Leaves out: which words there are; the caller names them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// Optimal string alignment distance (insert, delete, replace, swap neighbours), in code points, ASCII case folded.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

[[nodiscard]] std::vector<std::string> near_misses(std::string_view word, std::span<const std::string_view> known);

}  // namespace outlay
