// passage: the pieces of a text that are read as one.
// Promises: passages cover the text in order; a line that is wrapped goes on in the next; where one ends is told by the
//   two lines there alone, so that each can be found without the others.
// Leaves out: their language (language_finder.hpp), and reading.
#pragma once

#include "byte_masks.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace outlay::reading {

struct passage {
    std::size_t begin = 0;  ///< bytes of the text
    std::size_t end = 0;    ///< without a line end
};

/// The lines that byte `at` of the text lies in, which one sentence may go on in.
[[nodiscard]] passage paragraph_at(std::string_view text, std::size_t at);
/// The passage that byte `at` of the text lies in: its paragraph, or of it what is written in one
/// script (script_runs.hpp); an empty one at the end of the text.
[[nodiscard]] passage passage_at(std::string_view text, std::size_t at);
/// The passages of one text, each soon after another of its paragraph.
class passage_finder {
public:
    /// The masks of a text that is UTF-8, or none.
    explicit passage_finder(const masked_text& in) : in_(in) {}
    /// passage_at of the text.
    [[nodiscard]] passage at(std::size_t at);

private:
    masked_text in_;
    passage paragraph_;  ///< where the last one lay
    std::vector<passage> parts_;
};
/// Where the passage after this one begins, or the end of the text.
[[nodiscard]] inline std::size_t begin_of_next(std::string_view text, const passage& p) {
    return p.end < text.size() && text[p.end] == '\n' ? p.end + 1 : p.end;
}

}  // namespace outlay::reading
