// convert_csv_progress: how far a long conversion has come, on a terminal.
// Promises: nothing is shown where standard error is no terminal, nor of what is done within a second; the line is
//   gone before anything else is said.
// Leaves out: the work.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace outlay::cli {

class progress {
public:
    /// `size` in bytes; 0 if it is not known.
    progress(std::string name, std::size_t size);
    void at(std::size_t bytes);
    void clear();

private:
    using clock = std::chrono::steady_clock;

    std::string name_;
    std::size_t size_;
    bool is_terminal_;
    bool is_shown_ = false;
    std::size_t told_ = 0;
    clock::time_point next_;
};

}  // namespace outlay::cli
