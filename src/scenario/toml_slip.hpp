// toml_slip: what is wrong with a line that is no TOML, as its writer would see it.
// Promises: names the words at fault and what would have been right; the parser's own view is its last resort.
// Leaves out: which line is at fault (toml_repair.hpp).
#pragma once

#include <outlay/base/source.hpp>

#include <optional>
#include <string_view>

namespace outlay {

[[nodiscard]] diagnostic describe_slip(const source& text, std::size_t line);

/// A list, table or text that opens in the line and is not closed.
[[nodiscard]] diagnostic describe_unclosed(const source& text, std::size_t line);

/// The delimiter of a text of several lines that opens in the line and does not close there.
[[nodiscard]] std::optional<std::string_view> open_text(std::string_view line);

/// The line without its end and leading blanks starts a table ("[x]", "[[x]]").
[[nodiscard]] bool is_header(std::string_view line);

}  // namespace outlay
