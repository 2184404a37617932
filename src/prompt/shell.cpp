#include "prompt/shell.hpp"

#include "prompt/terminal.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <unistd.h>

namespace outlay::prompt {

namespace {

constexpr std::size_t most_undone = 100;
constexpr int missing_fact = 3;

}  // namespace

shell::shell(cli::session& s, cli::rate_shelf& shelf, line_editor* editor, bool has_colour,
             std::vector<std::string> global_options)
    : session_(s), calculator_(s, shelf), editor_(editor), has_colour_(has_colour),
      global_options_(std::move(global_options)) {}

const std::vector<shell::own_command>& shell::own_commands() {
    static const std::vector<own_command> all{
        {"help", &shell::help},       {"set", &shell::set},         {"load", &shell::load},
        {"save", &shell::save},       {"programmes", &shell::programmes}, {"explain", &shell::explain},
        {"undo", &shell::undo},       {"history", &shell::history}, {"new", &shell::guided},
        {"quit", &shell::quit},       {"exit", &shell::quit},
    };
    return all;
}

const cli::command* shell::find_command(std::string_view name) const {
    const auto* found = std::ranges::find(cli::commands, name, &cli::command::name);
    return found == std::end(cli::commands) ? nullptr : found;
}

std::vector<std::string> shell::command_names() const {
    std::vector<std::string> names;
    for (const auto& own : own_commands()) names.emplace_back(own.name);
    for (const auto& other : cli::commands)
        if (std::ranges::find(names, other.name) == names.end()) names.emplace_back(other.name);
    std::ranges::sort(names);
    return names;
}

bool shell::run(std::string_view line, std::size_t number) {
    number_ = number;
    if (editor_ != nullptr) {
        session_.format.columns = std::max(terminal_columns(), least_width);
        cli::set_page(session_.format.columns);
    }
    if (cli::is_comment(line)) return true;
    const auto words = words_of_command(line);
    const auto& first = words.front().text;
    const auto own = std::ranges::find(own_commands(), first, &own_command::name);
    const auto* other = find_command(first);
    // A name that is also a command's is known by its own words only: "programmes --help" is the command line's.
    const bool is_empty_list = first == "programmes" && calculator_.settings.known.investments.empty();
    const bool has_options = other != nullptr && (words.size() > 1 || is_empty_list);
    if (words.size() == 1 && first == "?")
        help(line, words);
    else if (own != own_commands().end() && !has_options)
        (this->*own->run)(line, words);
    else if (other != nullptr)
        dispatch(*other, line, words);
    else
        evaluate(line);
    session_.out.flush();
    return !is_over_;
}

int shell::code() const {
    if (worst_ != 0 && worst_ != missing_fact) return worst_;
    return answered_ == 0 && (worst_ != 0 || unknown_ != 0) ? missing_fact : 0;
}

void shell::say(std::string_view text) {
    session_.out.write(text);
    session_.out.flush();
}

std::string shell::words(std::string_view id, message_arguments arguments) const {
    return message(id, arguments, session_.format.locale);
}

void shell::tell(std::string_view id, message_arguments arguments) { say(hanging("  ", words(id, arguments), session_.format.columns)); }

place shell::at(std::string_view line, const typed_word& word) const {
    auto where = source(source_name(), std::string(line)).at(word.begin, word.end);
    where.line = number_;
    return where;
}

void shell::fail(diagnostics problems) {
    for (const auto& problem : problems) {
        const bool is_red = has_colour_ && problem.level == severity::error && isatty(STDERR_FILENO) != 0;
        const auto text = cli::problem_text(problem, editor_ == nullptr ? 0 : session_.format.columns);
        const auto end = text.find('\n');
        const auto shown = is_red ? "\x1b[31m" + text.substr(0, end) + "\x1b[0m" + text.substr(end) : text;
        std::fputs(shown.c_str(), stderr);
    }
    const int code = exit_code(problems);
    if (code != 0 && (worst_ == 0 || worst_ == missing_fact)) worst_ = code;
}

void shell::evaluate(std::string_view line) {
    auto made = calculator_.answer(source_name(), line, number_);
    if (!made) {
        auto problems = made.problems();
        const auto words = split_words(line);
        std::vector<std::string> names = command_names();
        const std::vector<std::string_view> views(names.begin(), names.end());
        const auto near = near_misses(words.front().text, views);
        for (auto& problem : problems)  // "helo", "loda FILE": perhaps no expression at all
            if (problem.near.empty() && problem.where && problem.where->column == 1) problem.near = near;
        return fail(std::move(problems));
    }
    last_compared_.clear();
    const bool is_known = made->value->value.known();
    (is_known ? answered_ : unknown_) += 1;
    for (const auto& used : made->value->rates) cli::report_problems(used.remarks);
    remember(line);
    const auto view = made->view();
    if (editor_ == nullptr) {
        say(render_evaluated_line(session_.data, view, session_.format));
    } else {
        auto text = render_evaluation(session_.data, view, session_.format, session_.format.columns);
        const auto second = text.find("\n  = ");
        if (has_colour_ && second != std::string::npos) {
            const auto end = text.find('\n', second + 1);
            text.insert(end, "\x1b[0m");
            text.insert(second + 1, "\x1b[1m");
        }
        say(text);
    }
    answers_.push_back(std::move(made).value());
}

std::string shell::preview(std::string_view line, std::size_t columns) const {
    if (cli::is_comment(line)) return {};
    const auto words = words_of_command(line);
    if (words.empty()) return {};
    const auto& first = words.front().text;
    const auto own = std::ranges::find(own_commands(), first, &own_command::name);
    if (own != own_commands().end()) {
        const auto id = "prompt.usage." + std::string(own->name);
        return message_pattern(id).empty() ? std::string{} : "  " + this->words(id);
    }
    if (find_command(first) != nullptr) {
        const auto id = "cli." + first + ".arguments";
        return "  " + first + " " + (message_pattern(id).empty() ? std::string{} : message(id));
    }
    const auto made = calculator_.preview(line);
    if (!made) return preview_problem(made.problems().front());
    const auto value = render_value(session_.data, made->view(), session_.format);
    const auto joint = made->value->is_solved ? "  \xE2\x87\x92  ? = " : " = ";
    const auto whole = "  " + render_reading(session_.data, made->view(), session_.format) + joint + value;
    const auto alone = "  = " + value;
    if (display_width(whole) <= columns) return whole;
    return display_width(alone) <= columns ? alone : in_short(made->value->value, columns, alone);
}

/// Without its words, else in words alone: what would be cut is the end of a number, and its unit.
std::string shell::in_short(const metric& value, std::size_t columns, const std::string& otherwise) const {
    const auto forms = format_metric_forms(session_.data, value, session_.format);
    const auto full = "  = " + forms.full;
    if (!forms.full.empty() && display_width(full) <= columns) return full;
    if (forms.words.empty()) return otherwise;
    const auto per = value.unit.find('/');
    return "  " + forms.words + (per == std::string::npos ? "" : value.unit.substr(per));
}

/// What a line that is read can still be wrong about; one that is not read is perhaps not finished.
std::string shell::preview_problem(const diagnostic& problem) {
    constexpr std::array<std::string_view, 6> told{"dimension-mismatch", "target-mismatch", "solution-mismatch",
                                                   "division-by-zero",   "rate-missing",    "name-ambiguous"};
    return std::ranges::find(told, problem.id) == told.end() ? std::string{} : "  ! " + problem.message;
}

/// A line's words; "outlay" before a command is what one is used to from the shell.
shell::words_of_line shell::words_of_command(std::string_view line) const {
    auto words = split_words(line);
    if (words.size() > 1 && words.front().text == message("program-name") &&
        (find_command(words[1].text) != nullptr || is_own_command(words[1].text)))
        words.erase(words.begin());
    return words;
}

bool shell::is_own_command(std::string_view name) {
    return std::ranges::find(own_commands(), name, &own_command::name) != own_commands().end();
}

vocabulary shell::words() const {
    vocabulary known;
    known.data = &session_.data;
    known.programmes = calculator_.settings.known.investments;
    known.commands = command_names();
    known.topics = known.commands;
    known.topics.emplace_back("expressions");
    for (const auto& each : session_.data.programmes()) known.shipped.emplace_back(each.id);
    known.locale = session_.format.locale;
    known.conforming = [this](std::string_view expression) {
        const auto made = calculator_.preview(expression);
        return made ? units_that_conform(session_.data, made->value->unit) : std::vector<std::string>{};
    };
    known.options = [this](const std::string& command) { return options_of(command); };
    return known;
}

void shell::remember(std::string_view line) {
    if (before_.size() >= most_undone) before_.erase(before_.begin());
    before_.push_back({draft_, calculator_.settings, session_.format.locale, answers_.size(), loaded_name_, std::string(line)});
}

void shell::undo(std::string_view line, const words_of_line&) {
    if (before_.empty()) return fail({make_diagnostic("undo-nothing", {}, at(line, split_words(line).front()))});
    auto was = std::move(before_.back());
    before_.pop_back();
    draft_ = std::move(was.draft);
    calculator_.settings = std::move(was.settings);
    session_.format.locale = was.locale;
    answers_.resize(was.answers);
    loaded_name_ = std::move(was.loaded_name);
    calculator_.set_last(answers_.empty() ? std::nullopt : std::optional(answers_.back()));
    tell("prompt.undone", {{"line", was.line}});
}

bool shell::take(scenario_draft next) {
    scenario known;
    if (next.has_investments()) {
        auto read = read_scenario(session_.data, source(loaded_name_.empty() ? message("prompt.source") : loaded_name_, next.text()));
        if (!read) return fail(read.problems()), false;
        known = std::move(read).value();
    }
    draft_ = std::move(next);
    calculator_.settings.known = std::move(known);
    return true;
}

void shell::history(std::string_view, const words_of_line&) {
    if (history_ == nullptr) return;
    for (std::size_t i = 0; i < history_->size(); ++i) say("  " + std::to_string(i + 1) + "  " + (*history_)[i] + "\n");
}

void shell::quit(std::string_view, const words_of_line&) { is_over_ = true; }

}  // namespace outlay::prompt
