// shell: what a line of the prompt does: an expression, a command of the prompt, or a command of the command line.
// Promises: a line that fails changes nothing; every change can be undone; the same lines give the same answers from a
//   pipe, an answer a line.
// Leaves out: where lines come from (prompt.cpp) and how they are edited (line_editor.hpp).
#pragma once

#include "cli/calculator.hpp"
#include "cli/commands.hpp"
#include "prompt/completion.hpp"
#include "prompt/line_editor.hpp"
#include "prompt/scenario_draft.hpp"
#include "prompt/words.hpp"

#include <outlay/base/message.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::prompt {

class shell {
public:
    /// `editor` is null without a terminal: then no question is asked.
    shell(cli::session& s, cli::rate_shelf& shelf, line_editor* editor, bool has_colour,
          std::vector<std::string> global_options);

    /// Does what a line says. False after quit.
    bool run(std::string_view line, std::size_t number = 1);
    /// What the lines came to, as an exit code.
    [[nodiscard]] int code() const;

    void set_history(const std::vector<std::string>* lines) { history_ = lines; }
    /// One row of at most so many columns, more is cut: what a line that is being typed comes to.
    [[nodiscard]] std::string preview(std::string_view line, std::size_t columns) const;
    [[nodiscard]] vocabulary words() const;

private:
    using words_of_line = std::vector<typed_word>;
    struct own_command {
        std::string_view name;
        void (shell::*run)(std::string_view line, const words_of_line& words);
    };
    static const std::vector<own_command>& own_commands();

    /// What undo goes back to.
    struct state {
        scenario_draft draft;
        cli::calculator_settings settings;
        std::string locale;
        std::size_t answers = 0;  ///< how many there were
        std::string loaded_name;
        std::string line;  ///< that changed it
    };

    [[nodiscard]] words_of_line words_of_command(std::string_view line) const;
    [[nodiscard]] static bool is_own_command(std::string_view name);
    [[nodiscard]] std::string in_short(const metric& value, std::size_t columns, const std::string& otherwise) const;
    [[nodiscard]] static std::string preview_problem(const diagnostic& problem);
    void evaluate(std::string_view line);
    void help(std::string_view line, const words_of_line& words);
    void set(std::string_view line, const words_of_line& words);
    void load(std::string_view line, const words_of_line& words);
    void save(std::string_view line, const words_of_line& words);
    void programmes(std::string_view line, const words_of_line& words);
    void explain(std::string_view line, const words_of_line& words);
    void undo(std::string_view line, const words_of_line& words);
    void history(std::string_view line, const words_of_line& words);
    void guided(std::string_view line, const words_of_line& words);
    void quit(std::string_view line, const words_of_line& words);

    void show_settings();
    /// False after a problem: then nothing has changed.
    [[nodiscard]] bool set_value(const std::string& key, const typed_word& value, std::string_view line);
    [[nodiscard]] bool set_target(const typed_word& value, std::string_view line);
    [[nodiscard]] bool set_date(const typed_word& value, std::string_view line);
    [[nodiscard]] bool set_rate(const typed_word& value, std::string_view line);
    [[nodiscard]] bool set_locale(const typed_word& value, std::string_view line);
    [[nodiscard]] bool set_language(const typed_word& value, std::string_view line);
    void dispatch(const cli::command& command, std::string_view line, const words_of_line& words);
    [[nodiscard]] std::vector<std::string> with_settings(const words_of_line& words) const;
    [[nodiscard]] int run_apart(const cli::command& command, const std::vector<std::string>& words);
    [[nodiscard]] std::vector<std::string> options_of(const std::string& command) const;
    [[nodiscard]] const cli::command* find_command(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> command_names() const;

    [[nodiscard]] scenario_draft draft_to_save() const;
    [[nodiscard]] bool take(scenario_draft next);  ///< false after a problem: then nothing has changed
    void remember(std::string_view line);          ///< the state before this line

    /// What a line's problems name: the prompt, or "-" for standard input.
    [[nodiscard]] std::string source_name() const { return editor_ == nullptr ? "-" : message("prompt.source"); }
    void say(std::string_view text);
    void tell(std::string_view id, message_arguments arguments = {});
    [[nodiscard]] std::string words(std::string_view id, message_arguments arguments = {}) const;
    void fail(diagnostics problems);
    [[nodiscard]] place at(std::string_view line, const typed_word& word) const;

    cli::session& session_;
    cli::calculator calculator_;
    line_editor* editor_;
    bool has_colour_;
    std::vector<std::string> global_options_;
    scenario_draft draft_;
    std::string loaded_name_;
    std::vector<state> before_;
    std::vector<cli::calculated> answers_;
    std::vector<std::string> scanned_;       ///< files, the last one last
    std::vector<std::string> last_compared_; ///< words of the last comparison, where nothing was computed since
    const std::vector<std::string>* history_ = nullptr;
    std::size_t number_ = 1;
    std::size_t answered_ = 0;
    std::size_t unknown_ = 0;
    int worst_ = 0;
    bool is_over_ = false;
};

}  // namespace outlay::prompt
