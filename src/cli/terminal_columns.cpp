#include "cli/terminal_columns.hpp"

#include <outlay/report/table.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace outlay::cli {

std::size_t terminal_columns() {
    constexpr std::size_t most = 160;
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return text_width;
    return std::min<std::size_t>(size.ws_col, most);
}

}  // namespace outlay::cli
