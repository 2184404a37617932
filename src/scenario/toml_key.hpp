// toml_key: where the keys of a TOML text stand; toml11 keeps the places of values only.
// Promises: never reads past the text.
// Leaves out: escapes inside quoted keys: a part is compared as written.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace outlay {

struct toml_span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct toml_key_part {
    std::string_view name;  ///< without its quotes
    toml_span span;         ///< with them
};

[[nodiscard]] bool is_bare_key_character(char c);
/// Past blanks, and past a byte order mark at the very beginning.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t offset);

/// The parts of the dotted key at `offset`, which is moved behind it; empty if there is no key.
[[nodiscard]] std::vector<toml_key_part> read_key(std::string_view text, std::size_t& offset);

/// The last part of the key before "= value"; nothing if the value at `offset` follows no "=".
[[nodiscard]] std::optional<toml_span> key_before(std::string_view text, std::size_t offset);

/// The part named `name` of the header ("[[a.b]]") or dotted key that lies in [begin, end); all of it if none is.
[[nodiscard]] toml_span key_within(std::string_view text, std::size_t begin, std::size_t end, std::string_view name);

}  // namespace outlay
