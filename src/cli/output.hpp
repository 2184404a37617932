// output: the program's answer, on its way to standard output.
// Promises: nothing is lost in silence: a write that fails ends the program with a diagnosis; a reader that has had
//   enough (a closed pipe) ends it quietly.
// Leaves out: diagnoses (report_problems), which go to standard error.
#pragma once

#include <outlay/base/diagnostic.hpp>

#include <string_view>

namespace outlay::cli {

class output {
public:
    /// False once nothing can be written any more.
    bool write(std::string_view text);
    /// What was written is out; false once nothing can be written any more.
    bool flush();
    /// Everything is out; `code`, or what a failed write makes of it.
    [[nodiscard]] int finish(int code);

private:
    bool failed_ = false;
    int reason_ = 0;
};

/// A problem as render() lays it out; with `columns` no line is longer.
[[nodiscard]] std::string problem_text(const diagnostic& problem, std::size_t columns);
/// The terminal's columns, where what is written is folded to them unless a command is told otherwise; at the start 0:
/// answers are text_width wide, problems are not folded.
void set_page(std::size_t columns);
[[nodiscard]] std::size_t page_columns();
/// Each problem, on standard error.
void report_problems(const diagnostics& problems);

}  // namespace outlay::cli
