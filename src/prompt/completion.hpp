// completion: what can stand at the cursor of a line: commands, files, options, settings, names, currencies, units, keywords.
// Promises: each word with its kind; a prefix is matched without regard to case; nothing is changed by asking.
// Leaves out: the terminal (line_editor.hpp).
#pragma once

#include "prompt/line_editor.hpp"

#include <outlay/engine.hpp>
#include <outlay/scenario/scenario.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

/// What a prompt's words can be completed with.
struct vocabulary {
    const engine* data = nullptr;
    std::span<const scenario_investment> programmes;
    std::vector<std::string> commands;  ///< of the prompt and of the command line
    std::vector<std::string> topics;
    std::vector<std::string> shipped;   ///< ids of the programmes that are shipped
    std::string locale;
    /// What the value of an expression can be given in.
    std::function<std::vector<std::string>(std::string_view expression)> conforming;
    /// Options of a command of the command line.
    std::function<std::vector<std::string>(const std::string& command)> options;
};

[[nodiscard]] completions complete(const vocabulary& known, std::string_view line, std::size_t cursor);

/// Files and folders whose path begins so; a folder ends in "/".
[[nodiscard]] std::vector<std::string> matching_files(std::string_view prefix);

}  // namespace outlay::prompt
