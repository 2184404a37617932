#include "cli/output.hpp"

#include <outlay/base/render.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace outlay::cli {

namespace {

std::size_t page = 0;

/// The lines after the first one are indented, as what belongs to it is.
std::string folded_line(std::string_view line, std::size_t columns) {
    const auto lines = folded(line, columns - 2);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "  ") + lines[i] + "\n";
    return out;
}

}  // namespace

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

std::string problem_text(const diagnostic& problem, std::size_t columns) {
    if (columns == 0) return render(problem);
    const auto text = render(problem, columns);
    const bool has_excerpt = problem.where && problem.where->line != 0;
    std::string out;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const auto end = text.find('\n', begin);
        const auto line = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        const bool is_excerpt = has_excerpt && (number == 1 || number == 2);
        if (is_excerpt || display_width(line) <= columns)
            out.append(line).append("\n");
        else if (number == 0)
            out += folded_line(line, columns);
        else
            out += hanging("  ", line.substr(2), columns);
    }
    return out;
}

void set_page(std::size_t columns) { page = columns; }
std::size_t page_columns() { return page; }

void report_problems(const diagnostics& problems) {
    for (const auto& problem : problems) std::fputs(problem_text(problem, page).c_str(), stderr);
}

}  // namespace outlay::cli
