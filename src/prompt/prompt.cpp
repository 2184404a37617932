// outlay without a command: a prompt on a terminal; without one the lines of a pipe, each done in turn.
#include "cli/commands.hpp"
#include "cli/rate_shelf.hpp"
#include "prompt/line_editor.hpp"
#include "prompt/shell.hpp"
#include "prompt/state_file.hpp"
#include "prompt/terminal.hpp"

#include <outlay/base/message.hpp>
#include <outlay/report/table.hpp>

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace outlay::cli {

namespace {

using prompt::answer_kind;

/// On a terminal that shows it, and nobody asked for none (no-color.org).
bool wants_colour() {
    const char* none = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    if (none != nullptr && *none != '\0') return false;
    return isatty(STDOUT_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

/// A line at a time, so that who writes one can wait for its answer.
class pipe_lines {
public:
    bool next(std::string& line) {
        line.clear();
        for (;;) {
            const auto end = text_.find('\n', at_);
            if (end != std::string::npos || (is_over_ && at_ < text_.size())) {
                line = text_.substr(at_, end == std::string::npos ? end : end - at_);
                at_ = end == std::string::npos ? text_.size() : end + 1;
                return true;
            }
            if (is_over_) return false;
            read_more();
        }
    }

private:
    void read_more() {
        text_.erase(0, at_);
        at_ = 0;
        char buffer[1U << 14U];
        const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) return;
        if (count <= 0)
            is_over_ = true;
        else
            text_.append(buffer, static_cast<std::size_t>(count));
    }

    std::string text_;
    std::size_t at_ = 0;
    bool is_over_ = false;
};

int run_terminal(session& s, rate_shelf& shelf, std::vector<std::string> global) {
    const bool has_colour = wants_colour();
    prompt::line_editor editor(has_colour);
    prompt::history_file history(prompt::state_path("history"));
    for (const auto& line : history.lines()) editor.remember(line);
    prompt::shell shell(s, shelf, &editor, has_colour, std::move(global));
    shell.set_history(&history.lines());
    editor.set_completer([&](std::string_view line, std::size_t cursor) { return prompt::complete(shell.words(), line, cursor); });
    editor.set_previewer([&](std::string_view line, std::size_t columns) { return shell.preview(line, columns); });
    s.out.write(hanging("", message("prompt.greeting", {{"version", OUTLAY_VERSION}}), prompt::terminal_columns()));
    for (std::size_t number = 1;; ++number) {
        const auto got = editor.ask(message("prompt.prompt"));
        if (got.kind == answer_kind::end) break;
        if (got.kind == answer_kind::interrupted) continue;
        const auto last = got.text.find_last_not_of(" \t");
        if (last == std::string::npos) continue;
        const auto typed = got.text.substr(0, last + 1);
        editor.remember(typed);
        if (const auto problem = history.add(typed)) report_problems({*problem});
        if (!shell.run(got.text)) break;
    }
    return s.out.finish(0);
}

}  // namespace

int start_prompt(const command_line& line) {
    std::string config;
    option_set options("");
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;
    rate_shelf shelf(line, {});
    std::vector<std::string> global;
    for (std::size_t i = 0; i + 1 < line.arguments().size(); ++i)
        if (line.arguments()[i] == "--config") global = {"--config", line.arguments()[i + 1]};
    if (isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0) return run_terminal(*s, shelf, std::move(global));

    prompt::shell shell(*s, shelf, nullptr, false, std::move(global));
    pipe_lines lines;
    std::string text;
    std::size_t number = 0;
    bool has_any = false;
    while (lines.next(text)) {
        has_any = has_any || !is_comment(text);
        if (!shell.run(text, ++number)) break;
    }
    if (!has_any) return nothing_to_do;
    return s->out.finish(shell.code());
}

}  // namespace outlay::cli
