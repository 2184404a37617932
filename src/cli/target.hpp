// target: the currency that amounts are to be given in, as it was named.
// Promises: a unit of something else (kg, MW, jobs) is an error of dimensions and says so, not a misspelled currency.
// Leaves out: how to convert.
#pragma once

#include "cli/command_line.hpp"

#include <outlay/engine.hpp>

#include <string>

namespace outlay::cli {

/// Errors: unit-mismatch, unknown-currency.
[[nodiscard]] result<currency_code> read_target(const engine& data, const command_line& line, const std::string& named);
/// Empty where none was named, or after problems, which are added.
[[nodiscard]] currency_code read_target(const engine& data, const command_line& line, const std::string& named,
                                        diagnostics& problems);

}  // namespace outlay::cli
