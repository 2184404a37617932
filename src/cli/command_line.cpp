#include "cli/command_line.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

/// The one option that stands before a command and takes a value.
constexpr std::string_view config_option = "--config";

bool needs_quotes(std::string_view word) {
    if (word.empty()) return true;
    return word.find_first_of(" \t\n$&|;<>()*?[]#~'\"\\`!") != std::string_view::npos;
}

}  // namespace

std::string command_line::joined(int count, const char* const* words, std::vector<word>& placed) {
    std::string line = message("program-name");
    for (int i = 1; i < count; ++i) {
        const std::string_view text = words[i];
        const char quote = text.find('\'') == std::string_view::npos ? '\'' : '"';
        const bool quoted = needs_quotes(text);
        line += ' ';
        if (quoted) line += quote;
        placed.push_back({std::string(text), {line.size(), line.size() + text.size()}});
        line += text;
        if (quoted) line += quote;
    }
    return line;
}

command_line::command_line(int count, const char* const* words, std::chrono::sys_seconds now)
    : now_(now), text_(message("cli.source"), joined(count, words, words_)) {
    bool is_value = false;
    for (const auto& w : words_) {
        const bool is_option = w.text.starts_with('-') && w.text.size() > 1;
        if (command_.empty() && !is_option && !is_value) {
            command_ = w.text;
            is_value = false;
            continue;
        }
        arguments_.push_back(w.text);
        is_value = w.text == config_option;
    }
}

command_line command_line::below() const {
    auto line = *this;
    line.command_ += ' ' + line.arguments_.front();
    line.arguments_.erase(line.arguments_.begin());
    return line;
}

std::optional<command_line::span> command_line::find(std::string_view argument) const {
    if (argument.empty()) return std::nullopt;
    const auto whole = std::ranges::find_if(words_, [&](const word& w) { return w.text == argument; });
    if (whole != words_.end()) return whole->where;
    for (const auto& w : words_) {
        const auto equals = w.text.find('=');
        if (w.text.starts_with("--") && equals != std::string::npos &&
            std::string_view(w.text).substr(equals + 1) == argument)
            return span{w.where.begin + equals + 1, w.where.end};
    }
    return std::nullopt;
}

std::optional<command_line::span> command_line::find_run(const std::vector<std::string>& run) const {
    if (run.empty()) return std::nullopt;
    const auto found = std::ranges::search(words_, run, {}, &word::text);
    if (found.empty()) return std::nullopt;
    return span{found.front().where.begin, found.back().where.end};
}

std::optional<place> command_line::place_of(std::string_view argument) const {
    const auto where = find(argument);
    if (!where) return std::nullopt;
    return text_.at(where->begin, where->end);
}

}  // namespace outlay::cli
