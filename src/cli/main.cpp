// The program: finds the command that was named and runs it.
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <csignal>
#include <exception>

namespace {

int run(const outlay::cli::command_line& line) {
    for (const auto& known : outlay::cli::commands)
        if (known.name == line.command()) return known.run(line);
    return outlay::cli::introduce(line);
}

/// What should not have happened: reported as our defect.
int defect(const char* what) {
    auto problem = outlay::make_diagnostic("unexpected-exception", {{"what", what}});
    problem.cause = outlay::cause::defect;
    outlay::cli::report_problems({problem});
    return outlay::exit_code({problem});
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, and output.cpp knows it
    try {
        return run(outlay::cli::command_line(count, words));
    } catch (const std::exception& error) {
        return defect(error.what());
    } catch (...) {
        return defect("");
    }
}
