#include "cli/option_set.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/report/table.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace outlay::cli {

namespace {

/// Stands for the value of an option whose value was left out.
constexpr std::string_view left_out = "*";

/// What stands behind it is no option, whatever it begins with.
constexpr std::string_view words_follow = "--";

/// "cli.COMMAND.NAME"; of a command of two words "cli.FIRST.SECOND.NAME".
std::string id_of(std::string_view command, std::string_view name) {
    auto id = std::string("cli.").append(command).append(".").append(name);
    std::ranges::replace(id, ' ', '.');
    return id;
}

/// The words of "cli.COMMAND.NAME", else those that all commands share.
std::string words_of(std::string_view command, std::string_view name) {
    const auto own = id_of(command, name);
    return message_pattern(own).empty() ? message(std::string("cli.option.").append(name)) : message(own);
}

std::string placeholder_words(const std::string& id) { return id.empty() ? id : message("cli.placeholder." + id); }

std::string joined(const std::vector<std::string_view>& values) {
    std::string text;
    for (const auto value : values) text.append(text.empty() ? "" : ", ").append(value);
    return text;
}

/// The option that CLI11 names in front of its message.
std::string named_in(const CLI::ParseError& error) {
    const std::string_view text = error.what();
    return std::string(text.substr(0, text.find(':')));
}

/// "-$5 billion", "-5": options begin with a letter, so this is a word that begins with a minus.
bool is_negative(std::string_view word) {
    if (word.size() < 2 || word[0] != '-' || word[1] == '-') return false;
    return (word[1] < 'A' || word[1] > 'Z') && (word[1] < 'a' || word[1] > 'z');
}

/// Stands before a word that CLI11 shall not take for an option.
constexpr char shield = '\x01';

void unshield(std::vector<std::string>& words) {
    for (auto& word : words)
        if (word.starts_with(shield)) word.erase(0, 1);
}

diagnostic unknown_option(const command_line& line, const std::string& given,
                          const std::vector<std::string_view>& names) {
    const auto name = given.substr(0, given.find('='));
    auto problem = make_diagnostic("unknown-option", {{"option", name}}, line.place_of(given));
    problem.near = near_misses(name, names);
    return problem;
}

/// A value of an option that may go without one, or a misspelling of one; a file has a dot in its name.
bool is_meant(const std::string& word, const std::vector<std::string_view>& allowed) {
    if (std::ranges::find(allowed, word) != allowed.end()) return true;
    return word.find('.') == std::string::npos && !near_misses(word, allowed).empty();
}

}  // namespace

diagnostic unknown_value(const command_line& line, std::string_view option, std::string_view value,
                         const std::vector<std::string_view>& allowed) {
    auto problem =
        make_diagnostic("option-value-unknown", {{"option", option}, {"value", value}, {"allowed", joined(allowed)}},
                        line.place_of(value));
    problem.near = near_misses(value, allowed);
    return problem;
}

void option_set::positionals(strings& target, std::size_t least, std::size_t most) {
    positionals_ = &target;
    least_ = least;
    most_ = most;
}

void option_set::text(std::string name, std::string placeholder, std::string& target) {
    add({name,
         std::move(placeholder),
         arity::one,
         {},
         [&target, named = name](const strings& given, const command_line&, diagnostics& problems) {
             target = given.front();
             if (target.empty()) problems.push_back(make_diagnostic("option-empty", {{"option", named}}));
         }});
}

void option_set::texts(std::string name, std::string placeholder, strings& target) {
    add({std::move(name),
         std::move(placeholder),
         arity::many,
         {},
         [&target](const strings& given, const command_line&, diagnostics&) { target = given; }});
}

void option_set::list(std::string name, std::string placeholder, strings& target, views allowed) {
    const auto accept = [&target, allowed, name](const strings& given, const command_line& line,
                                                 diagnostics& problems) {
        for (const auto& values : given) {
            for (std::size_t begin = 0; begin <= values.size();) {
                const auto end = std::min(values.find(',', begin), values.size());
                auto value = values.substr(begin, end - begin);
                begin = end + 1;
                if (std::ranges::find(allowed, value) == allowed.end()) {
                    auto problem = unknown_value(line, name, value, allowed);
                    if (!problem.where) problem.where = line.place_of(values);
                    problems.push_back(std::move(problem));
                } else {
                    target.push_back(std::move(value));
                }
            }
        }
    };
    add({name, std::move(placeholder), arity::many, std::move(allowed), accept});
}

void option_set::choice(std::string name, std::string& target, views allowed) {
    const auto accept = [&target, allowed, name](const strings& given, const command_line& line,
                                                 diagnostics& problems) {
        if (std::ranges::find(allowed, given.front()) == allowed.end())
            problems.push_back(unknown_value(line, name, given.front(), allowed));
        else
            target = given.front();
    };
    add({name, "choice", arity::one, std::move(allowed), accept});
}

void option_set::day(std::string name, std::optional<date>& target) {
    const auto accept = [&target](const strings& given, const command_line& line, diagnostics& problems) {
        target = parse_date(given.front());
        if (!target)
            problems.push_back(
                make_diagnostic("date-malformed", {{"text", given.front()}}, line.place_of(given.front())));
    };
    add({std::move(name), "date", arity::one, {}, accept});
}

void option_set::count(std::string name, std::string placeholder, int& target, int most) {
    const auto accept = [&target, name, most](const strings& given, const command_line& line, diagnostics& problems) {
        const auto& text = given.front();
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > most)
            problems.push_back(make_diagnostic("option-number-malformed",
                                               {{"option", name}, {"value", text}, {"most", std::to_string(most)}},
                                               line.place_of(text)));
        else
            target = value;
    };
    add({std::move(name), std::move(placeholder), arity::one, {}, accept});
}

void option_set::flag(std::string name, bool& target) {
    add({std::move(name), {}, arity::none, {}, [&target](const strings&, const command_line&, diagnostics&) {
             target = true;
         }});
}

void option_set::flag_or_choice(std::string name, std::string placeholder, std::optional<std::string>& target,
                                views allowed) {
    const auto accept = [&target, allowed, name](const strings& given, const command_line& line,
                                                 diagnostics& problems) {
        if (given.front() == left_out)
            target.emplace();
        else if (std::ranges::find(allowed, given.front()) == allowed.end())
            problems.push_back(unknown_value(line, name, given.front(), allowed));
        else
            target = given.front();
    };
    add({name, std::move(placeholder), arity::maybe, std::move(allowed), accept});
}

option_set::views option_set::names() const {
    views all;
    for (const auto& declared : options_) all.push_back(declared.name);
    return all;
}

/// Options whose value may be left out get it with "=", so that they take no word that is none of their values.
option_set::strings option_set::prepared(const strings& arguments) const {
    strings result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto found = std::ranges::find(options_, arguments[i], &option::name);
        if (found == options_.end() || found->takes != arity::maybe) {
            result.push_back(arguments[i]);
            continue;
        }
        const bool has_value = i + 1 < arguments.size() && is_meant(arguments[i + 1], found->allowed);
        result.push_back(arguments[i] + "=" + (has_value ? arguments[i + 1] : std::string(left_out)));
        if (has_value) ++i;
    }
    return result;
}

/// What CLI11 finds on a line: the values of each option, in the order of their declaration, and the other words.
struct option_set::given_words {
    std::vector<strings> values;
    std::vector<std::size_t> times;  ///< how often a flag was given
    strings words;
};

diagnostics option_set::find(const command_line& line, given_words& out) const {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    out.values.resize(options_.size());
    out.times.resize(options_.size());
    for (std::size_t i = 0; i < options_.size(); ++i) {
        const auto& declared = options_[i];
        if (declared.takes == arity::none)
            app.add_flag(declared.name,
                         [&out, i](std::int64_t count) { out.times[i] = static_cast<std::size_t>(count); });
        else
            app.add_option(declared.name, out.values[i])->allow_extra_args(false);
    }
    app.add_option("words", out.words);
    auto arguments = prepared(line.arguments());
    for (auto& word : arguments)
        if (is_negative(word)) word.insert(0, 1, shield);
    std::ranges::reverse(arguments);  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        const auto name = named_in(error);
        return {make_diagnostic("option-needs-value", {{"option", name}}, line.place_of(name))};
    }
    unshield(out.words);
    for (auto& values : out.values) unshield(values);
    diagnostics problems;
    for (const auto& extra : app.remaining())
        if (extra != words_follow) problems.push_back(unknown_option(line, extra, names()));
    return problems;
}

void option_set::take_words(strings words, const command_line& line, diagnostics& problems) const {
    const auto most = positionals_ == nullptr ? 0 : most_;
    if (words.size() < least_)
        problems.push_back(make_diagnostic("argument-missing",
                                           {{"command", command_}, {"arguments", words_of(command_, "arguments")}}));
    for (std::size_t i = most; i < words.size(); ++i)
        problems.push_back(make_diagnostic("argument-unexpected", {{"argument", words[i]}, {"command", command_}},
                                           line.place_of(words[i])));
    if (positionals_ != nullptr) *positionals_ = std::move(words);
}

diagnostics option_set::parse(const command_line& line) const {
    given_words given;
    auto problems = find(line, given);
    if (!problems.empty()) return problems;
    for (std::size_t i = 0; i < options_.size(); ++i) {
        const auto& declared = options_[i];
        const auto count = declared.takes == arity::none ? given.times[i] : given.values[i].size();
        if (count == 0) continue;
        const bool again = declared.takes == arity::many || declared.takes == arity::none;
        if (count > 1 && !again)
            problems.push_back(
                make_diagnostic("option-twice", {{"option", declared.name}}, line.place_of(given.values[i].back())));
        else
            declared.accept(given.values[i], line, problems);
    }
    take_words(std::move(given.words), line, problems);
    std::ranges::stable_sort(problems, {}, [](const diagnostic& d) { return d.where ? d.where->column : 0; });
    return problems;
}

std::string option_set::option_help(const option& declared) const {
    std::string shown = declared.name;
    const auto value = placeholder_words(declared.placeholder);
    if (declared.takes == arity::maybe)
        shown += " [" + value + "]";
    else if (declared.takes != arity::none)
        shown += " " + value;
    return shown;
}

std::string option_set::help(std::size_t columns) const {
    const auto program = message("program-name") + " " + command_;
    std::string out = hanging("", program + ": " + words_of(command_, "summary"), columns);
    out += "\n" + message("cli.usage", {{"line", program + " " + words_of(command_, "arguments")}}) + "\n";
    out += "\n" + hanging("", words_of(command_, "about"), columns);
    label_list lines;
    for (const auto& declared : options_) {
        const auto name = std::string_view(declared.name).substr(2);
        auto text = words_of(command_, name);
        if (!declared.allowed.empty() && declared.takes != arity::maybe)
            text = message("cli.one-of", {{"text", text}, {"allowed", joined(declared.allowed)}});
        lines.add(option_help(declared), text);
    }
    out += "\n" + message("cli.options") + "\n" + lines.text(2, columns);
    for (int i = 1;; ++i) {
        const auto id = id_of(command_, "example-" + std::to_string(i));
        if (message_pattern(id).empty()) break;
        out += (i == 1 ? "\n" + message("cli.examples") + "\n" : "") + "  " + message(id) + "\n";
    }
    return out;
}

}  // namespace outlay::cli
