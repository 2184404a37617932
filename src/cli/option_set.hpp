// option_set: the arguments that one command takes, and its help.
// Promises: all problems of a command line in one pass, with near misses; values are checked before the command runs.
// Leaves out: what the values do. The parser behind it (CLI11) is option_set.cpp's own.
#pragma once

#include "cli/command_line.hpp"

#include <outlay/base/date.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::cli {

class option_set {
public:
    using strings = std::vector<std::string>;
    using views = std::vector<std::string_view>;

    explicit option_set(std::string command) : command_(std::move(command)) {}

    // A placeholder is an id of the catalogue: "date" stands for the words of cli.placeholder.date.

    /// Words without a dash, so many at least and at most.
    void positionals(strings& target, std::size_t least, std::size_t most = 1000000);
    void text(std::string name, std::string placeholder, std::string& target);
    void texts(std::string name, std::string placeholder, strings& target);  ///< may be given again
    void list(std::string name, std::string placeholder, strings& target,
              views allowed);  ///< again, or comma-separated
    void choice(std::string name, std::string& target, views allowed);
    void day(std::string name, std::optional<date>& target);
    void count(std::string name, std::string placeholder, int& target, int most);
    void flag(std::string name, bool& target);
    /// A flag that takes one of the allowed values if one follows: "--explain", "--explain per_job".
    void flag_or_choice(std::string name, std::string placeholder, std::optional<std::string>& target, views allowed);

    /// Fills the targets. Errors: unknown-option, option-needs-value, option-twice, option-value-unknown, date-malformed,
    /// argument-missing, argument-unexpected, option-number-malformed.
    [[nodiscard]] diagnostics parse(const command_line& line) const;
    [[nodiscard]] std::string help(std::size_t columns) const;

private:
    enum class arity { none, one, maybe, many };
    struct option {
        std::string name;
        std::string placeholder;
        arity takes = arity::one;
        views allowed;
        /// Called with all the values that were given, if any were.
        std::function<void(const strings&, const command_line&, diagnostics&)> accept;
    };

    struct given_words;

    [[nodiscard]] diagnostics find(const command_line& line, given_words& out) const;
    void take_words(strings words, const command_line& line, diagnostics& problems) const;
    void add(option declared) { options_.push_back(std::move(declared)); }
    [[nodiscard]] strings prepared(const strings& arguments) const;
    [[nodiscard]] views names() const;
    [[nodiscard]] std::string option_help(const option& declared) const;

    std::string command_;
    std::vector<option> options_;
    strings* positionals_ = nullptr;
    std::size_t least_ = 0;
    std::size_t most_ = 0;
};

/// What is not one of the allowed values: option-value-unknown, with near misses.
[[nodiscard]] diagnostic unknown_value(const command_line& line, std::string_view option, std::string_view value,
                                       const std::vector<std::string_view>& allowed);

}  // namespace outlay::cli
