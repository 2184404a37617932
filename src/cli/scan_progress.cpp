#include "cli/scan_progress.hpp"

#include <outlay/base/message.hpp>

#include <unistd.h>

#include <cstdio>
#include <string>

namespace outlay::cli {

namespace {

constexpr std::chrono::seconds before_first{2};
constexpr std::chrono::milliseconds between{200};
constexpr std::size_t megabyte = 1'000'000;
constexpr std::string_view erase_line = "\r\x1b[K";

}  // namespace

scan_progress::scan_progress(std::size_t files)
    : files_(files), is_terminal_(::isatty(STDERR_FILENO) == 1), next_(clock::now() + before_first) {}

void scan_progress::at(std::size_t files, std::size_t bytes) {
    if (!is_terminal_) return;
    const auto now = clock::now();
    if (now < next_) return;
    next_ = now + between;
    is_shown_ = true;
    const auto line = message("scan-progress", {{"done", std::to_string(files)}, {"files", std::to_string(files_)}, {"read", std::to_string(bytes / megabyte)}});
    std::fputs(std::string(erase_line).append(line).c_str(), stderr);
}

void scan_progress::clear() {
    if (is_shown_) std::fputs(std::string(erase_line).c_str(), stderr);
    is_shown_ = false;
}

}  // namespace outlay::cli
