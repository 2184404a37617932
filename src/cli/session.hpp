// session: what every command starts with: its options read, its data loaded, its output open.
// Promises: help and usage problems are dealt with here, so that a command holds only its own work.
// Leaves out: what a command does.
#pragma once

#include "cli/command_line.hpp"
#include "cli/option_set.hpp"
#include "cli/output.hpp"

#include <outlay/engine.hpp>
#include <outlay/report/number_format.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

/// Options of every command that prints amounts.
struct common_options {
    std::string config;
    std::string locale;
    std::string rounding;
    std::string digits;
    int width = 0;  ///< columns; 0: not given
};

struct session {
    engine data;
    format_options format;
    output out;

    /// The answer, and the exit code that belongs to it.
    [[nodiscard]] int answer(std::string_view text, int code = 0) {
        out.write(text);
        return out.finish(code);
    }
};

/// Declares the common options, reads the line and loads the data. Nothing if the command is done already: `code` is
/// then what it ends with.
[[nodiscard]] std::optional<session> start(option_set& options, const command_line& line, int& code);

/// The rates of "--rate"; problems are added. A bare number needs `from` and `to`.
[[nodiscard]] std::vector<given_rate> read_rates(const session& s, const command_line& line,
                                                 const std::vector<std::string>& texts, const rate_policy& policy,
                                                 currency_code from, currency_code to, diagnostics& problems);

/// The policy with the date that was given, if one was.
[[nodiscard]] rate_policy policy_as_of(const engine& data, const std::optional<date>& as_of);

/// The language a user named, checked: an unknown one is a warning, and the language is then found.
[[nodiscard]] std::string known_language(const engine& data, const command_line& line, const std::string& tag);

[[nodiscard]] diagnostic warning(std::string_view id, std::optional<place> where);

/// Reports problems and gives the exit code that they mean.
[[nodiscard]] int fail(const diagnostics& problems);

void append(diagnostics& all, diagnostics more);

}  // namespace outlay::cli
