// Without a command: a few lines on what there is, help, the version; or the near miss of a misspelled command.
#include "cli/commands.hpp"
#include "cli/option_set.hpp"
#include "cli/output.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/report/table.hpp>

#include <algorithm>
#include <unistd.h>

namespace outlay::cli {

namespace {

int say(std::string_view text) {
    output out;
    out.write(text);
    return out.finish(0);
}

std::string introduction() {
    std::string text = message("program-name") + ": " + message("cli.introduction") + "\n\n";
    label_list lines;
    for (const auto& known : commands) {
        const auto name = std::string(known.name);
        lines.add(name, message("cli." + name + ".summary"));
    }
    return text + lines.text(2, text_width) + "\n" + message("cli.introduction.more") + "\n";
}

std::string top_help() {
    std::string text = introduction() + "\n" + message("cli.options") + "\n";
    label_list lines;
    lines.add("--config " + message("cli.placeholder.folder"), message("cli.option.config"));
    lines.add("--help", message("cli.option.help"));
    lines.add("--version", message("cli.option.version"));
    text += lines.text(2, text_width) + "\n" + message("cli.examples") + "\n";
    for (const auto& known : commands) text += "  " + message("cli." + std::string(known.name) + ".example-1") + "\n";
    text += "\n";
    text += hanging("", message("cli.exit-codes"), text_width);
    return text;
}

int unknown_command(const command_line& line) {
    std::vector<std::string_view> names;
    for (const auto& known : commands) names.push_back(known.name);
    auto problem = make_diagnostic("unknown-command", {{"command", line.command()}}, line.place_of(line.command()));
    problem.near = near_misses(line.command(), names);
    report_problems({problem});
    return exit_code({problem});
}

}  // namespace

int introduce(const command_line& line) {
    const auto has = [&](std::string_view option) {
        return std::ranges::find(line.arguments(), option) != line.arguments().end();
    };
    if (line.command() == "help" || has("--help") || has("-h")) {
        for (const auto& known : commands)
            if (has(known.name)) {
                const auto name = std::string(known.name);
                const char* const words[] = {"", name.c_str(), "--help"};
                return known.run(command_line(3, words));
            }
        return say(top_help());
    }
    if (!line.command().empty()) return unknown_command(line);
    if (has("--version")) return say(message("cli.version", {{"version", OUTLAY_VERSION}}) + "\n");

    bool flag = false;
    std::string text;
    option_set options("");
    options.text("--config", "folder", text);
    options.flag("--help", flag);
    options.flag("--version", flag);
    const auto problems = options.parse(line);
    if (problems.empty()) {
        const bool is_asked = isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) != 0;
        const int code = is_asked ? start_prompt(line) : nothing_to_do;
        return code == nothing_to_do ? say(introduction()) : code;
    }
    report_problems(problems);
    return exit_code(problems);
}

}  // namespace outlay::cli
