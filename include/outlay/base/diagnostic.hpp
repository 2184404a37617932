// diagnostic: one thing that is wrong or missing, with its id, its place and its remedy.
// Promises: a value; carries everything a terminal, a log or an editor needs to show it.
// Leaves out: its words (base/message.hpp holds the catalogue) and its layout (render() below is the terminal's).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

enum class severity { note, warning, error };

/// What a failure means for the caller; decides the exit code of a program.
enum class cause {
    input,         ///< wrong usage or bad input (2)
    missing_fact,  ///< a needed fact, such as a rate, is not known (3)
    defect,        ///< ours (70)
};

/// Where in a named text. Lines and columns count from 1; columns are display columns (a Hangul syllable is two).
struct place {
    std::string source;          ///< file name, or what else was read ("command line")
    std::size_t line = 0;        ///< 0: the source as a whole
    std::size_t column = 0;
    std::string excerpt;         ///< the line itself, without its end
    std::size_t caret = 0;       ///< display columns before the caret
    std::size_t caret_width = 1; ///< display columns underlined
    bool operator==(const place&) const = default;
};

struct diagnostic {
    std::string id;
    severity level = severity::error;
    outlay::cause cause = outlay::cause::input;
    std::string message;
    std::optional<place> where;
    std::string expected;           ///< what would have been right; empty if nothing more can be said
    std::vector<std::string> near;  ///< near misses, best first, at most three
    std::string remedy;
    bool operator==(const diagnostic&) const = default;
};

using diagnostics = std::vector<diagnostic>;

using message_arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// A diagnostic with the catalogue's words for `id` ("{name}" replaced by the argument of that name).
/// The remedy is the catalogue's "ID.remedy", what was expected its "ID.expected"; empty where it has none.
[[nodiscard]] diagnostic make_diagnostic(std::string_view id, message_arguments arguments = {},
                                         std::optional<place> where = std::nullopt);

/// "file:3:9: error: … [id]", the line, a caret under it, what was expected, near misses and the remedy.
[[nodiscard]] std::string render(const diagnostic& problem);

[[nodiscard]] bool has_errors(const diagnostics& problems);

/// 0 without errors, else 2, 3 or 70 by the gravest cause (defect, then input, then missing fact).
[[nodiscard]] int exit_code(const diagnostics& problems);

}  // namespace outlay
