// state_file: files of the user's own that outlive the program: the history of lines and the draft of a dialogue.
// Promises: written whole under another name and then renamed, readable by the user alone; never half of it.
// Leaves out: what is in them.
#pragma once

#include <outlay/base/diagnostic.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

/// $XDG_STATE_HOME/outlay/NAME, else ~/.local/state/outlay/NAME; empty if there is no home.
[[nodiscard]] std::string state_path(std::string_view name);

/// Its folder is made, the file takes its place at the end. Errors: state-unwritable.
[[nodiscard]] std::optional<diagnostic> write_state(const std::string& path, std::string_view text);
/// Nothing if there is none, or it cannot be read.
[[nodiscard]] std::optional<std::string> read_state(const std::string& path);

/// A file that the user names: the same, readable as usual; one that exists is not replaced unless told.
[[nodiscard]] std::optional<diagnostic> write_file(const std::string& path, std::string_view text, bool replace);

/// Lines that were typed, oldest first, bounded.
class history_file {
public:
    static constexpr std::size_t most_lines = 1000;

    explicit history_file(std::string path);
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
    /// Adds a line to those that the file holds by now. The first failure is reported, the others are not repeated.
    [[nodiscard]] std::optional<diagnostic> add(std::string_view line);

private:
    [[nodiscard]] std::vector<std::string> stored() const;

    std::string path_;
    std::vector<std::string> lines_;
    bool has_failed_ = false;
};

}  // namespace outlay::prompt
