// commands: the commands of the program, one file each.
// Promises: a command builds its own options only; it returns its exit code.
// Leaves out: finding the command that was named (main.cpp).
#pragma once

#include "cli/command_line.hpp"

#include <span>
#include <string_view>

namespace outlay::cli {

struct command {
    std::string_view name;
    int (*run)(const command_line&);
};

int scan(const command_line& line);
int audit(const command_line& line);
int convert(const command_line& line);
int convert_csv(const command_line& line);  ///< what convert does with --csv
int compare(const command_line& line);
int eval(const command_line& line);
int programmes(const command_line& line);
int rates(const command_line& line);
int check(const command_line& line);

/// In the order of the flow.
inline constexpr command commands[] = {{"scan", scan},       {"audit", audit}, {"convert", convert},
                                       {"compare", compare}, {"eval", eval}, {"programmes", programmes}, {"rates", rates},
                                       {"check", check}};

/// No command: the prompt on a terminal, else the lines of standard input (prompt/prompt.cpp). `nothing_to_do`: there was
/// no line.
int start_prompt(const command_line& line);
inline constexpr int nothing_to_do = -1;

/// No command and nothing to read: what there is to ask, help, version; or a command that there is not.
int introduce(const command_line& line);

}  // namespace outlay::cli
