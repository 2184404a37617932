#include "prompt/terminal.hpp"

#include <outlay/base/utf8.hpp>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace outlay::prompt {

namespace {

constexpr std::size_t default_columns = 80;

volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t resized = 0;

void on_interrupt(int) { interrupted = 1; }
void on_resize(int) { resized = 1; }

/// Without SA_RESTART: a read that waits must end.
void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

std::size_t terminal_columns() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return default_columns;
    return size.ws_col;
}

bool can_move_cursor() {
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && *terminal != '\0' && std::string_view(terminal) != "dumb";
}

bool use_utf8() {
    for (const char* name : {"C.UTF-8", "C.utf8", ""})
        if (std::setlocale(LC_CTYPE, name) != nullptr && MB_CUR_MAX > 1) return true;
    return false;
}

void notice_interrupts() {
    interrupted = 0;
    handle(SIGINT, on_interrupt);
}
void notice_resizes() { handle(SIGWINCH, on_resize); }

bool take_interrupt() {
    const bool was = interrupted != 0;
    interrupted = 0;
    return was;
}
bool is_interrupted() { return interrupted != 0; }

bool take_resize() {
    const bool was = resized != 0;
    resized = 0;
    return was;
}

bool has_more_input() {
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

void write_out(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

screen_place end_on_screen(std::string_view text, std::size_t columns) {
    screen_place at;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = decode_at(text, i);
        const auto width = display_width(point.value);
        if (at.column + width > columns) at = {at.row + 1, 0};
        at.column += width;
        i += point.length;
    }
    return at;
}

}  // namespace outlay::prompt
