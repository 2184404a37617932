// The program: finds the command that was named and runs it.
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>

namespace {

int run(const outlay::cli::command_line& line) {
    for (const auto& known : outlay::cli::commands)
        if (known.name == line.command()) return known.run(line);
    return outlay::cli::introduce(line);
}

/// The clock, unless $SOURCE_DATE_EPOCH says when it is: then the same command gives the same bytes on every day.
std::chrono::sys_seconds now() {
    const char* stated = std::getenv("SOURCE_DATE_EPOCH");
    std::int64_t seconds = 0;
    const std::string_view text(stated != nullptr ? stated : "");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc{} && end == text.data() + text.size() && seconds >= 0)
        return std::chrono::sys_seconds(std::chrono::seconds(seconds));
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
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
        return run(outlay::cli::command_line(count, words, now()));
    } catch (const std::exception& error) {
        return defect(error.what());
    } catch (...) {
        return defect("");
    }
}
