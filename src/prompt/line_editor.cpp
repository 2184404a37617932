#include "prompt/line_editor.hpp"

#include "prompt/candidate_list.hpp"
#include "prompt/terminal.hpp"

#include <outlay/base/utf8.hpp>

#include <histedit.h>

#include <cerrno>
#include <cstdio>
#include <cwchar>
#include <unistd.h>

namespace outlay::prompt {

namespace {

constexpr int history_size = 1000;

std::size_t characters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) ++count;
    return count;
}

}  // namespace

struct line_editor::parts {
    bool has_colour = false;
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

    /// Below the line, where that is one row of the terminal and the cursor stands at its end.
    void show_preview() {
        const auto columns = terminal_columns();
        const auto text = line();
        const auto end = end_on_screen(prompt + std::string(text), columns);
        const bool is_at_edge = end.column + 1 >= columns;  // where the next row begins is the terminal's to say
        if (!preview || text.empty() || is_at_edge || cursor() != text.size() || has_more_input()) return;
        const auto words = preview(text, columns - 1);
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
        const auto rows = end_on_screen(prompt + std::string(line().substr(0, cursor())), terminal_columns()).row;
        write_out("\r" + (rows > 0 ? "\x1b[" + std::to_string(rows) + "A" : std::string{}) + "\x1b[J");
        el_resize(editor);
        el_set(editor, EL_REFRESH);
        show_preview();
    }

    /// One byte; −1 after an interrupt, 0 at the end. A change of size is dealt with on the way.
    int read_byte(char& byte) {
        for (;;) {
            const auto count = ::read(STDIN_FILENO, &byte, 1);
            if (count >= 0 || errno != EINTR) return static_cast<int>(count);
            if (is_interrupted()) {
                errno = EINTR;
                return -1;
            }
            if (take_resize()) redraw();
        }
    }

    /// One character; −1 after an interrupt, 0 at the end.
    static int read_character(EditLine* editor, wchar_t* out) {
        auto& me = of(editor);
        me.show_preview();
        std::mbstate_t state{};
        for (;;) {
            char byte = 0;
            const int count = me.read_byte(byte);
            const auto length = count <= 0 ? 0 : std::mbrtowc(out, &byte, 1, &state);
            if (length == static_cast<std::size_t>(-2)) continue;  // more of it to come
            if (length == static_cast<std::size_t>(-1)) {          // no character: passed over
                state = {};
                continue;
            }
            const int reason = errno;
            me.hide_preview();
            errno = reason;
            return count <= 0 ? count : 1;
        }
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
        write_out("\n" + candidate_list(found, terminal_columns(), [&](std::string kind) { return me.dim(std::move(kind)); }));
        return CC_REDISPLAY;
    }

    void start() {
        notice_interrupts();
        if (!use_utf8() || !can_move_cursor()) return;
        editor = el_init("outlay", stdin, stdout, stderr);
        if (editor == nullptr) return;
        notice_resizes();
        history = history_init();
        no_history = history_init();
        HistEvent event;
        ::history(history, &event, H_SETSIZE, history_size);
        ::history(no_history, &event, H_SETSIZE, 1);
        el_set(editor, EL_CLIENTDATA, this);
        el_set(editor, EL_EDITOR, "emacs");
        el_set(editor, EL_PROMPT_ESC, prompt_of, '\1');
        el_set(editor, EL_SIGNAL, 0);
        el_set(editor, EL_GETCFN, read_character);
        el_set(editor, EL_ADDFN, "outlay-complete", "", on_tab);
        bind_keys();
    }

    void bind_keys() const {
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
            if (count < 0 && errno == EINTR && !is_interrupted()) continue;
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
    (void)take_interrupt();
    return parts_->editor != nullptr ? parts_->ask_edited(keeps) : parts_->ask_plain();
}

}  // namespace outlay::prompt
