// utf8: code points and display columns of UTF-8 text.
// Promises: never reads past the end; an invalid byte is one code point of its own (U+FFFD).
// Leaves out: normalization, collation, case beyond ASCII.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace outlay {

struct code_point {
    char32_t value = 0;
    std::size_t length = 0;  ///< bytes; 0 at the end of the text
    bool valid = true;
};

[[nodiscard]] code_point decode_at(std::string_view text, std::size_t offset);

/// The code point that ends just before `offset`.
[[nodiscard]] code_point decode_before(std::string_view text, std::size_t offset);

/// Offset of the first byte that is not part of valid UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Columns on a terminal: 2 for East Asian wide and fullwidth, 0 for combining marks (Unicode UAX #11, UAX #44), else 1,
/// for control characters too (printable() shows them so).
[[nodiscard]] std::size_t display_width(std::string_view text);
[[nodiscard]] std::size_t display_width(char32_t value);

[[nodiscard]] bool is_letter(char32_t value);  ///< a letter of any script, or a mark that combines with one
[[nodiscard]] bool is_hangul(char32_t value);
[[nodiscard]] bool is_space(char32_t value);   ///< with no-break, thin and ideographic spaces, without line ends
[[nodiscard]] bool is_ignorable(char32_t value);  ///< shows and means nothing: marks of direction and joining, the soft hyphen

/// The text on one line of a terminal: a tab is a space; other control characters and invalid bytes are U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// printable(), cut to at most `columns` display columns; what was cut off the end is shown as an ellipsis.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t columns);

}  // namespace outlay
