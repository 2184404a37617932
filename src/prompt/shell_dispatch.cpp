// The commands of the command line, run from the prompt by the same words, each in a process of its own: an interrupt
// ends the command and not the prompt, and what it leaves behind is gone with it.
#include "prompt/shell.hpp"
#include "prompt/terminal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace outlay::prompt {

namespace {

/// Which settings a command takes as options.
struct takes {
    std::string_view command;
    bool to;
    bool rate;
    bool as_of;
};
constexpr std::array<takes, 5> setting_options{{{"scan", true, true, true},
                                                {"compare", true, true, true},
                                                {"eval", true, true, true},
                                                {"convert", false, true, true},
                                                {"audit", false, false, true}}};

/// Commands that read a scenario file; without one they are asked of the session's.
constexpr std::array<std::string_view, 5> of_scenario{"compare", "check", "sensitivity", "simulate", "break-even"};

bool has_option(const std::vector<std::string>& words, std::string_view name) {
    return std::ranges::any_of(words, [&](const std::string& w) {
        return w == name || w.starts_with(std::string(name) + "=");
    });
}

/// A file that is gone when it is no longer needed.
class passing_file {
public:
    explicit passing_file(std::string_view text) {
        const int descriptor = ::mkstemps(path_.data(), suffix_length);
        if (descriptor < 0) return;
        const auto written = ::write(descriptor, text.data(), text.size());
        is_whole_ = written == static_cast<ssize_t>(text.size());
        ::close(descriptor);
    }
    passing_file(const passing_file&) = delete;
    passing_file& operator=(const passing_file&) = delete;
    ~passing_file() { ::unlink(path_.c_str()); }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool is_whole() const { return is_whole_; }

private:
    static constexpr int suffix_length = 5;
    std::string path_ = "/tmp/outlay-XXXXXX.toml";
    bool is_whole_ = false;
};

int waited(pid_t child, bool& was_interrupted) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    was_interrupted = WIFSIGNALED(status) && WTERMSIG(status) == SIGINT;
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    constexpr int defect = 70;
    return was_interrupted ? 0 : defect;
}

}  // namespace

std::vector<std::string> shell::with_settings(const words_of_line& typed) const {
    std::vector<std::string> words;
    for (const auto& word : typed) words.push_back(word.text);
    const auto& s = calculator_.settings;
    const auto found = std::ranges::find(setting_options, words.front(), &takes::command);
    const auto add = [&](std::string_view option, std::string value) {
        if (has_option(words, option)) return;
        words.emplace_back(option);
        words.push_back(std::move(value));
    };
    if (has_option(words, "--help")) return words;
    if (found != setting_options.end()) {
        if (found->to && !s.to.empty()) add("--to", std::string(s.to.text()));
        if (found->as_of && s.as_of) add("--as-of", to_text(*s.as_of));
        if (found->command != "compare" && !s.language.empty()) add("--lang", s.language);
        if (found->rate && !has_option(words, "--rate"))
            for (const auto& rate : s.rates) {
                words.emplace_back("--rate");
                words.push_back(to_text(rate.pair) + "=" + rate.written);
            }
    }
    if (session_.format.locale != "en") add("--locale", session_.format.locale);
    for (std::size_t i = 0; i + 1 < global_options_.size(); i += 2) add(global_options_[i], global_options_[i + 1]);
    return words;
}

int shell::run_apart(const cli::command& command, const std::vector<std::string>& words) {
    std::fflush(stdout);
    std::fflush(stderr);
    const auto child = ::fork();
    if (child < 0) {
        fail({make_diagnostic("command-not-started", {{"command", command.name}})});
        return 0;
    }
    if (child == 0) {
        std::signal(SIGINT, SIG_DFL);
        if (editor_ == nullptr) {  // the lines that follow are the prompt's
            const int empty = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
            if (empty >= 0) ::dup2(empty, STDIN_FILENO);
        }
        std::vector<const char*> arguments{""};
        for (const auto& word : words) arguments.push_back(word.c_str());
        const int code = command.run(cli::command_line(static_cast<int>(arguments.size()), arguments.data()));
        std::fflush(stdout);
        std::fflush(stderr);
        ::_exit(code);
    }
    bool was_interrupted = false;
    const int code = waited(child, was_interrupted);
    (void)take_interrupt();
    if (was_interrupted) {
        say("\n");
        tell("prompt.interrupted");
    }
    return code;
}

void shell::dispatch(const cli::command& command, std::string_view line, const words_of_line& typed) {
    auto words = with_settings(typed);
    const bool names_file = typed.size() > 1 && !typed[1].text.starts_with('-');
    std::optional<passing_file> passing;
    if (std::ranges::find(of_scenario, command.name) != of_scenario.end() && !names_file && !has_option(words, "--help")) {
        const auto draft = draft_.has_investments() ? draft_ : draft_to_save();
        if (!draft.has_investments()) return fail({make_diagnostic("session-without-scenario", {{"command", command.name}}, at(line, typed.front()))});
        const bool is_file = !loaded_name_.empty() && draft.added.empty();  // settings are options
        if (!is_file) passing.emplace(draft.text());
        words.insert(words.begin() + 1, is_file ? loaded_name_ : passing->path());
    }
    const int code = run_apart(command, words);
    if (code != 0 && worst_ == 0) worst_ = code;
    if (code == 0 || code == 1) ++answered_;
    if (command.name == "scan" || command.name == "audit")
        for (std::size_t i = 1; i < typed.size() && !typed[i].text.starts_with('-'); ++i) scanned_.push_back(typed[i].text);
    if (command.name == "compare" && code == 0 && !passing) last_compared_ = words;
}

std::vector<std::string> shell::options_of(const std::string& name) const {
    std::vector<std::string> options;
    const auto* command = find_command(name);
    int ends[2];
    if (command == nullptr || ::pipe2(ends, O_CLOEXEC) != 0) return options;
    std::fflush(stdout);
    const auto child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        const char* const words[] = {"", name.c_str(), "--help"};
        const int code = command->run(cli::command_line(3, words));
        std::fflush(stdout);
        ::_exit(code);
    }
    ::close(ends[1]);
    std::string text;
    char buffer[4096];
    for (auto count = ::read(ends[0], buffer, sizeof buffer); count > 0; count = ::read(ends[0], buffer, sizeof buffer))
        text.append(buffer, static_cast<std::size_t>(count));
    ::close(ends[0]);
    bool was_interrupted = false;
    if (child > 0) (void)waited(child, was_interrupted);
    for (auto at = text.find("\n  --"); at != std::string::npos; at = text.find("\n  --", at + 1)) {
        const auto end = text.find_first_of(" \n", at + 3);
        options.push_back(text.substr(at + 3, end - at - 3));
    }
    return options;
}

}  // namespace outlay::prompt
