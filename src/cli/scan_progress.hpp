// scan_progress: how far a long scan has come, on a terminal.
// Promises: nothing is shown where standard error is no terminal, nor of what is done within two seconds; the line is gone
//   before anything else is said.
// Leaves out: the work.
#pragma once

#include <chrono>
#include <cstddef>

namespace outlay::cli {

class scan_progress {
public:
    explicit scan_progress(std::size_t files);
    /// So many files are done, so many bytes read.
    void at(std::size_t files, std::size_t bytes);
    void clear();

private:
    using clock = std::chrono::steady_clock;
    std::size_t files_;
    bool is_terminal_;
    bool is_shown_ = false;
    clock::time_point next_;
};

}  // namespace outlay::cli
