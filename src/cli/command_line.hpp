// command_line: what was typed, split into the command and its arguments, with the place of each for diagnoses.
// Promises: an argument can be shown with a caret under it, as it stands in the line.
// Leaves out: what the options mean (option_set.hpp).
#pragma once

#include <outlay/base/source.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::cli {

class command_line {
public:
    /// `now`: when the program was started; whatever needs the time is told this one.
    command_line(int count, const char* const* words, std::chrono::sys_seconds now = {});

    /// The first word that is no option; empty if there is none.
    [[nodiscard]] const std::string& command() const { return command_; }
    /// All words but the program's name and the command.
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
    /// The line of a command's command: the first argument is part of the command then.
    [[nodiscard]] command_line below() const;
    [[nodiscard]] std::chrono::sys_seconds now() const { return now_; }
    /// The line as one could type it.
    [[nodiscard]] const source& text() const { return text_; }

    struct span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The bytes of `text()` that hold an argument, or the value after its "="; nothing if it stands nowhere.
    [[nodiscard]] std::optional<span> find(std::string_view argument) const;
    /// From the first of some arguments to the last; nothing unless they stand side by side.
    [[nodiscard]] std::optional<span> find_run(const std::vector<std::string>& run) const;
    [[nodiscard]] std::optional<place> place_of(std::string_view argument) const;

private:
    struct word {
        std::string text;
        span where;
    };
    static std::string joined(int count, const char* const* words, std::vector<word>& placed);

    std::chrono::sys_seconds now_;
    std::vector<word> words_;
    source text_;
    std::string command_;
    std::vector<std::string> arguments_;
};

}  // namespace outlay::cli
