// toml_parse: one attempt to parse a TOML text with toml11, into our own tree.
// Promises: the only file that knows toml11; never throws; an error says where toml11 stopped.
// Leaves out: what to do then (toml_repair.hpp).
#pragma once

#include "scenario/toml_node.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace outlay {

/// Where an attempt ended. Lines count from 1, columns are bytes from 0.
struct toml_stop {
    std::size_t line = 0;  ///< 0: not known
    std::size_t column = 0;
    std::size_t width = 0;
    bool clash = false;  ///< well-formed, but it defines something a second time
    std::string words;   ///< where the line is not known: the words at fault, if they are
};

[[nodiscard]] std::variant<toml_node, toml_stop> parse_toml(std::string_view text);

}  // namespace outlay
