#include "prompt/line_editor.hpp"

#include <outlay/base/utf8.hpp>

#include <histedit.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <map>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace outlay::prompt {

namespace {

constexpr int history_size = 1000;
constexpr std::size_t most_listed = 200;
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

/// Characters are those of UTF-8 whatever the user's locale is: the text of outlay is.
bool use_utf8() {
    for (const char* name : {"C.UTF-8", "C.utf8", ""})
        if (std::setlocale(LC_CTYPE, name) != nullptr && MB_CUR_MAX > 1) return true;
    return false;
}

bool can_edit() {
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && *terminal != '\0' && std::string_view(terminal) != "dumb";
}

bool has_more_input() {
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

void write_out(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

std::string common_start(const std::vector<completions::candidate>& words) {
    std::string start = words.front().text;
    for (const auto& word : words) {
        std::size_t same = 0;
        while (same < start.size() && same < word.text.size() && start[same] == word.text[same]) ++same;
        start.resize(same);
    }
    while (!start.empty() && find_invalid_utf8(start)) start.pop_back();
    return start;
}

std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) ++count;
    return count;
}

}  // namespace

bool take_interrupt() {
    const bool was = interrupted != 0;
    interrupted = 0;
    return was;
}

std::size_t terminal_columns() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return default_columns;
    return size.ws_col;
}

struct line_editor::parts {
    bool has_colour = false;
    bool is_edited = false;
    EditLine* editor = nullptr;
    History* history = nullptr;
    History* no_history = nullptr;
    completer complete;
    previewer preview;
    std::string prompt;
    std::string shown_prompt;
    bool is_previewed = false;  ///< there is something below the line

    static parts& of(EditLine* editor) {
        void* data = nullptr;
        el_get(editor, EL_CLIENTDATA, &data);
        return *static_cast<parts*>(data);
    }
    static char* prompt_of(EditLine* editor) { return of(editor).shown_prompt.data(); }

    [[nodiscard]] std::string_view line() const {
        const auto* info = el_line(editor);
        return {info->buffer, static_cast<std::size_t>(info->lastchar - info->buffer)};
    }
    [[nodiscard]] std::size_t cursor() const {
        const auto* info = el_line(editor);
        return static_cast<std::size_t>(info->cursor - info->buffer);
    }

    [[nodiscard]] std::string dim(std::string text) const { return has_colour ? "\x1b[2m" + text + "\x1b[0m" : text; }

    /// Below the line, where that takes one row of the terminal and the cursor stands at its end.
    void show_preview() {
        const auto columns = terminal_columns();
        const auto text = line();
        const bool fits = display_width(prompt) + display_width(text) + 1 < columns;
        if (!preview || !fits || cursor() != text.size() || text.empty() || has_more_input()) return;
        const auto words = preview(text);
        if (words.empty()) return;
        // A row below there is after an index; save, go there, write, come back.
        write_out("\x1b" "D\x1b[A\x1b" "7\x1b[B\r\x1b[K" + dim(shorten(words, columns - 1)) + "\x1b" "8");
        is_previewed = true;
    }
    void hide_preview() {
        if (!is_previewed) return;
        write_out("\x1b" "7\x1b[B\r\x1b[K\x1b" "8");
        is_previewed = false;
    }

    /// After the terminal has folded its lines anew: from where the prompt begins now.
    void redraw() {
        is_previewed = false;
        const auto before = display_width(prompt) + display_width(line().substr(0, cursor()));
        const auto rows = before / terminal_columns();
        write_out("\r" + (rows > 0 ? "\x1b[" + std::to_string(rows) + "A" : std::string{}) + "\x1b[J");
        el_resize(editor);
        el_set(editor, EL_REFRESH);
        show_preview();
    }

    /// One character; −1 after an interrupt, 0 at the end.
    static int read_character(EditLine* editor, wchar_t* out) {
        auto& me = of(editor);
        me.show_preview();
        std::mbstate_t state{};
        for (;;) {
            char byte = 0;
            const auto count = ::read(STDIN_FILENO, &byte, 1);
            if (count < 0 && errno == EINTR) {
                if (interrupted != 0) {
                    me.hide_preview();
                    errno = EINTR;
                    return -1;
                }
                if (resized != 0) {
                    resized = 0;
                    me.redraw();
                }
                continue;
            }
            if (count <= 0) {
                me.hide_preview();
                return static_cast<int>(count);
            }
            const auto length = std::mbrtowc(out, &byte, 1, &state);
            if (length == static_cast<std::size_t>(-2)) continue;
            if (length == static_cast<std::size_t>(-1)) {  // no character: passed over
                state = {};
                continue;
            }
            me.hide_preview();
            return 1;
        }
    }

    void list(const completions& found) const {
        std::map<std::string, std::vector<std::string>> kinds;
        std::vector<std::string> order;
        for (const auto& word : found.words) {
            if (kinds[word.kind].empty()) order.push_back(word.kind);
            kinds[word.kind].push_back(word.text);
        }
        const auto columns = terminal_columns();
        std::string text = "\n";
        for (const auto& kind : order) {
            text += dim(kind + ":") + "\n";
            std::string row = " ";
            std::size_t count = 0;
            for (const auto& word : kinds[kind]) {
                if (++count > most_listed) break;
                if (row.size() > 1 && display_width(row) + 2 + display_width(word) > columns) {
                    text += row + "\n";
                    row = " ";
                }
                row += " " + word + " ";
            }
            text += row + (count > most_listed ? "…" : "") + "\n";
        }
        write_out(text);
    }

    static unsigned char on_tab(EditLine* editor, int) {
        auto& me = of(editor);
        if (has_more_input()) return el_insertstr(editor, " ") == 0 ? CC_REFRESH : CC_ERROR;  // pasted, not pressed
        if (!me.complete) return CC_ERROR;
        const std::string text(me.line());
        const auto at = me.cursor();
        const auto found = me.complete(text, at);
        if (found.words.empty()) return CC_REFRESH_BEEP;
        const auto typed = std::string_view(text).substr(found.begin, at - found.begin);
        auto insert = common_start(found.words);
        const bool is_one = found.words.size() == 1;
        if (is_one && !insert.ends_with('/')) insert += ' ';
        const bool is_longer = insert.size() > typed.size();
        if (is_longer || is_one) {
            el_deletestr(editor, static_cast<int>(characters_in(typed)));
            if (el_insertstr(editor, insert.c_str()) != 0) return CC_ERROR;
            return CC_REFRESH;
        }
        me.list(found);
        return CC_REDISPLAY;
    }

    void start() {
        is_edited = use_utf8() && can_edit();
        handle(SIGINT, on_interrupt);
        if (!is_edited) return;
        handle(SIGWINCH, on_resize);
        history = history_init();
        no_history = history_init();
        HistEvent event;
        ::history(history, &event, H_SETSIZE, history_size);
        ::history(no_history, &event, H_SETSIZE, 1);
        editor = el_init("outlay", stdin, stdout, stderr);
        if (editor == nullptr) {
            is_edited = false;
            return;
        }
        el_set(editor, EL_CLIENTDATA, this);
        el_set(editor, EL_EDITOR, "emacs");
        el_set(editor, EL_PROMPT_ESC, prompt_of, '\1');
        el_set(editor, EL_SIGNAL, 0);
        el_set(editor, EL_GETCFN, read_character);
        el_set(editor, EL_ADDFN, "outlay-complete", "", on_tab);
        constexpr const char* keys[][2] = {{"^I", "outlay-complete"},       {"^W", "ed-delete-prev-word"},
                                           {"^R", "em-inc-search-prev"},    {"\\e[3~", "ed-delete-next-char"},
                                           {"\\e[H", "ed-move-to-beg"},     {"\\e[F", "ed-move-to-end"},
                                           {"\\e[1~", "ed-move-to-beg"},    {"\\e[4~", "ed-move-to-end"},
                                           {"\\e[1;5D", "ed-prev-word"},    {"\\e[1;5C", "em-next-word"}};
        for (const auto& key : keys) el_set(editor, EL_BIND, key[0], key[1], nullptr);
    }

    answer ask_edited(bool keeps) {
        shown_prompt = has_colour ? "\1\x1b[1m\1" + prompt + "\1\x1b[0m\1" : prompt;
        el_set(editor, EL_HIST, ::history, keeps ? history : no_history);
        int count = 0;
        const char* text = el_gets(editor, &count);
        if (text != nullptr && count > 0) {
            std::string line(text, static_cast<std::size_t>(count));
            while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
            return {answer_kind::line, std::move(line)};
        }
        const bool was = take_interrupt();
        write_out(was ? "^C\n" : "\n");
        if (was) el_reset(editor);
        return {was ? answer_kind::interrupted : answer_kind::end, {}};
    }

    answer ask_plain() const {
        write_out(prompt);
        std::string line;
        for (;;) {
            char byte = 0;
            const auto count = ::read(STDIN_FILENO, &byte, 1);
            if (count < 0 && errno == EINTR && interrupted == 0) continue;
            if (count == 1 && byte != '\n') {
                line += byte;
                continue;
            }
            if (count == 1 || (count == 0 && !line.empty())) return {answer_kind::line, line};
            write_out("\n");
            return {take_interrupt() ? answer_kind::interrupted : answer_kind::end, {}};
        }
    }
};

line_editor::line_editor(bool has_colour) : parts_(std::make_unique<parts>()) {
    parts_->has_colour = has_colour;
    parts_->start();
}

line_editor::~line_editor() {
    if (parts_->editor != nullptr) el_end(parts_->editor);
    if (parts_->history != nullptr) history_end(parts_->history);
    if (parts_->no_history != nullptr) history_end(parts_->no_history);
}

void line_editor::set_completer(completer complete) { parts_->complete = std::move(complete); }
void line_editor::set_previewer(previewer preview) { parts_->preview = std::move(preview); }

void line_editor::remember(const std::string& line) {
    if (parts_->history == nullptr) return;
    HistEvent event;
    ::history(parts_->history, &event, H_ENTER, line.c_str());
}

answer line_editor::ask(const std::string& prompt, bool keeps) {
    parts_->prompt = prompt;
    interrupted = 0;
    return parts_->is_edited ? parts_->ask_edited(keeps) : parts_->ask_plain();
}

}  // namespace outlay::prompt
