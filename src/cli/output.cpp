#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace outlay::cli {

bool output::write(std::string_view text) {
    if (failed_) return false;
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
    failed_ = true;
    reason_ = errno;
    return false;
}

bool output::flush() {
    if (failed_) return false;
    errno = 0;
    if (std::fflush(stdout) == 0) return true;
    failed_ = true;
    reason_ = errno;
    return false;
}

int output::finish(int code) {
    if (flush()) return code;
    if (reason_ == EPIPE) return code;
    const diagnostics problems{make_diagnostic("output-failed", {{"reason", std::strerror(reason_)}})};
    report_problems(problems);
    return exit_code(problems);
}

void report_problems(const diagnostics& problems) {
    for (const auto& problem : problems) std::fputs(render(problem).c_str(), stderr);
}

}  // namespace outlay::cli
