// toml_repair: reads a whole TOML file, past what is wrong in it.
// Promises: every line that is no TOML is reported, up to twenty of them, and the rest is read as if that line's value
//   were there; a file nested so deeply that reading it would exhaust the stack is refused.
// Leaves out: what the keys mean.
#pragma once

#include "scenario/toml_node.hpp"

#include <outlay/base/source.hpp>

#include <optional>

namespace outlay {

struct toml_document {
    std::optional<toml_node> root;  ///< nothing if there is no sense in reading on
    diagnostics problems;
};

[[nodiscard]] toml_document read_toml(const source& text);

}  // namespace outlay
