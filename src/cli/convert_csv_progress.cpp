#include "cli/convert_csv_progress.hpp"

#include <outlay/base/message.hpp>

#include <unistd.h>

#include <cstdio>

namespace outlay::cli {

namespace {

constexpr std::chrono::seconds before_first{1};
constexpr std::chrono::milliseconds between{200};
constexpr std::size_t bytes_between = std::size_t{1} << 20;  ///< the clock is looked at so often
constexpr std::size_t megabyte = 1'000'000;
constexpr std::string_view erase_line = "\r\x1b[K";

}  // namespace

progress::progress(std::string name, std::size_t size)
    : name_(std::move(name)),
      size_(size),
      is_terminal_(::isatty(STDERR_FILENO) == 1),
      next_(clock::now() + before_first) {}

void progress::at(std::size_t bytes) {
    if (!is_terminal_ || bytes < told_ + bytes_between) return;
    told_ = bytes;
    const auto now = clock::now();
    if (now < next_) return;
    next_ = now + between;
    is_shown_ = true;
    const auto read = std::to_string(bytes / megabyte);
    const auto line =
        size_ == 0
            ? message("csv-progress-open", {{"file", name_}, {"read", read}})
            : message("csv-progress", {{"file", name_},
                                       {"read", read},
                                       {"size", std::to_string(size_ / megabyte)},
                                       {"percent", std::to_string(100 * (bytes < size_ ? bytes : size_) / size_)}});
    std::fputs(std::string(erase_line).append(line).c_str(), stderr);
}

void progress::clear() {
    if (is_shown_) std::fputs(std::string(erase_line).c_str(), stderr);
    is_shown_ = false;
}

}  // namespace outlay::cli
