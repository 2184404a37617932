// The prompt's own commands: help, set, load, save, programmes, explain.
#include "figures/currency_meant.hpp"
#include "prompt/shell.hpp"
#include "prompt/state_file.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>

namespace outlay::prompt {

namespace {

constexpr std::string_view nothing = "none";
constexpr std::string_view default_locale = "en";

std::string words_or_none(const std::string& text) { return text.empty() ? std::string(nothing) : text; }

}  // namespace

void shell::help(std::string_view line, const words_of_line& words) {
    if (words.size() == 1) {
        say(hanging("", this->words("prompt.help"), session_.format.columns) + "\n");
        label_list lines;
        for (const auto& name : command_names()) {
            const auto id = "prompt.summary." + name;
            lines.add(name, message_pattern(id).empty() ? message("cli." + name + ".summary") : this->words(id));
        }
        return say(lines.text(2, session_.format.columns) + "\n" + hanging("", this->words("prompt.help.more"), session_.format.columns));
    }
    const auto& topic = words[1].text;
    if (const auto id = "prompt.help." + topic; !message_pattern(id).empty()) {
        const auto usage = "prompt.usage." + topic;
        if (!message_pattern(usage).empty()) say(hanging("  ", this->words(usage), session_.format.columns));
        return say(hanging("  ", this->words(id), session_.format.columns));
    }
    if (const auto* command = find_command(topic)) {
        (void)run_apart(*command, {topic, "--help"});
        return;
    }
    auto problem = make_diagnostic("topic-unknown", {{"topic", topic}}, at(line, words[1]));
    const auto known = this->words().topics;
    problem.near = near_misses(topic, std::vector<std::string_view>(known.begin(), known.end()));
    fail({problem});
}

void shell::show_settings() {
    const auto& s = calculator_.settings;
    std::string rates;
    for (const auto& rate : s.rates) rates += (rates.empty() ? "" : ", ") + to_text(rate.pair) + "=" + rate.written;
    label_list lines;
    lines.add("to", words_or_none(std::string(s.to.text())));
    lines.add("as-of", words_or_none(s.as_of ? to_text(*s.as_of) : ""));
    lines.add("rate", words_or_none(rates));
    lines.add("locale", session_.format.locale);
    lines.add("lang", words_or_none(s.language));
    say(lines.text(2, session_.format.columns));
}

void shell::set(std::string_view line, const words_of_line& words) {
    if (words.size() == 1) return show_settings();
    if (words.size() == 2)
        return fail({make_diagnostic("setting-needs-value", {{"setting", words[1].text}}, at(line, words[1]))});
    auto value = words[2];
    value.text = rest_from(line, words, 2);
    value.end = words.back().end;
    if (words.size() == 3) value = words[2];
    const auto before = before_.size();
    remember(line);
    if (!set_value(words[1].text, value, line))
        before_.resize(before);
    else if (editor_ != nullptr)
        tell("prompt.set", {{"setting", words[1].text}, {"value", value.text}});
}

bool shell::set_value(const std::string& key, const typed_word& value, std::string_view line) {
    if (key == "to") return set_target(value, line);
    if (key == "as-of") return set_date(value, line);
    if (key == "rate") return set_rate(value, line);
    if (key == "locale") return set_locale(value, line);
    if (key == "lang") return set_language(value, line);
    constexpr std::string_view known[] = {"to", "as-of", "rate", "locale", "lang"};
    auto problem = make_diagnostic("setting-unknown", {{"setting", key}}, at(line, split_words(line)[1]));
    problem.near = near_misses(key, known);
    return fail({problem}), false;
}

bool shell::set_target(const typed_word& value, std::string_view line) {
    currency_code to;
    if (value.text != nothing) {
        const auto unit = find_unit(session_.data, value.text);  // "dollars", "₩"
        if (unit && unit->parts().size() == 1) to = unit->currency();
        const auto code = read_currency(session_.data, to.empty() ? value.text : to.text(), at(line, value));
        if (!code) return fail(code.problems()), false;
        to = *code;
    }
    auto next = draft_;
    calculator_.settings.to = next.to = to;
    return take(std::move(next));
}

bool shell::set_date(const typed_word& value, std::string_view line) {
    const auto day = parse_date(value.text);
    if (!day && value.text != nothing)
        return fail({make_diagnostic("date-malformed", {{"text", value.text}}, at(line, value))}), false;
    auto next = draft_;
    calculator_.settings.as_of = next.as_of = day;
    return take(std::move(next));
}

bool shell::set_rate(const typed_word& value, std::string_view line) {
    auto& rates = calculator_.settings.rates;
    if (value.text == nothing) {
        rates.clear();
    } else {
        auto rate = read_given_rate(value.text, session_.data.currencies(), at(line, value));
        if (!rate) return fail(rate.problems()), false;
        rate->source = words("prompt.rate-source");
        std::erase_if(rates, [&](const given_rate& known) {
            return known.pair == rate->pair || known.pair == rate->pair.reversed();
        });
        rates.push_back(std::move(rate).value());
    }
    auto next = draft_;
    next.rates = rates;
    return take(std::move(next));
}

bool shell::set_locale(const typed_word& value, std::string_view line) {
    const auto known = format_locales(session_.data);
    const auto wanted = value.text == nothing ? default_locale : std::string_view(value.text);
    if (std::ranges::find(known, wanted) == known.end()) {
        auto problem = make_diagnostic("locale-unknown", {{"locale", value.text}}, at(line, value));
        problem.near = near_misses(value.text, known);
        return fail({problem}), false;
    }
    session_.format.locale = wanted;
    return true;
}

bool shell::set_language(const typed_word& value, std::string_view line) {
    const bool clears = value.text == nothing;
    if (!clears && session_.data.find_language(value.text) == nullptr)
        return fail({make_diagnostic("language-unknown", {{"language", value.text}}, at(line, value))}), false;
    calculator_.settings.language = clears ? std::string{} : value.text;
    return true;
}

void shell::load(std::string_view line, const words_of_line& words) {
    if (words.size() != 2) return fail({make_diagnostic("load-needs-file", {}, at(line, words.front()))});
    const auto& file = words[1].text;
    const auto text = source::read(file);
    if (!text) return fail(text.problems());
    auto next = draft_;
    next.loaded = text->text();
    next.added.clear();
    const auto was = loaded_name_;
    const auto before = before_.size();
    remember(line);
    loaded_name_ = file;
    const auto own = read_scenario(session_.data, *text);  // its places are those of the file
    if (!own || !take(std::move(next))) {
        if (!own) fail(own.problems());
        loaded_name_ = was;
        before_.resize(before);
        return;
    }
    if (editor_ != nullptr) programmes(line, {});
}

void shell::programmes(std::string_view, const words_of_line&) {
    const auto& known = calculator_.settings.known.investments;
    if (known.empty()) return tell("prompt.no-programmes");
    const auto columns = session_.format.columns;
    table rows({{words("prompt.column.name")}, {words("prompt.column.economy")}, {words("prompt.column.outlay")},
                {words("prompt.column.period")}, {words("prompt.column.jobs")}});
    const auto or_not = [&](const std::string& text) { return text.empty() ? words("prompt.not-stated") : text; };
    for (const auto& p : known)
        rows.add_row({p.name, p.economy, or_not(p.outlay ? p.outlay->text : ""), or_not(p.period ? p.period->text : ""),
                      or_not(p.jobs.empty() ? "" : p.jobs.front().count.text)});
    if (rows.width() + 2 < columns) return say(rows.text(2));
    for (const auto& p : known) {  // too wide: a line a fact
        say(hanging("  ", p.economy.empty() ? p.name : p.name + " (" + p.economy + ")", columns));
        for (const auto& [label, text] : {std::pair{"outlay", p.outlay ? p.outlay->text : ""},
                                          std::pair{"period", p.period ? p.period->text : ""},
                                          std::pair{"jobs", p.jobs.empty() ? "" : p.jobs.front().count.text}})
            say(hanging("    " + words(std::string("prompt.column.") + label) + ": ", or_not(text), columns));
    }
}

scenario_draft shell::draft_to_save() const {
    auto draft = draft_;
    const auto names = [&](std::string_view name) {
        return std::ranges::any_of(draft.added, [&](const auto& keys) { return keys.front().second == name; });
    };
    for (const auto& made : answers_) {
        const auto keys = as_investment(*made.read);
        if (keys && !names(keys->front().second)) {
            draft.added.push_back(*keys);
            continue;
        }
        if (keys) continue;
        draft.notes.emplace_back(made.read->text.text());
        draft.notes.push_back("  = " + render_value(session_.data, made.view(), session_.format));
    }
    return draft;
}

void shell::save(std::string_view line, const words_of_line& words) {
    const bool replaces = words.size() == 3 && words[2].text == "--replace";
    if (words.size() != 2 && !replaces) return fail({make_diagnostic("save-needs-file", {}, at(line, words.front()))});
    const auto draft = draft_to_save();
    if (!draft.has_investments()) return fail({make_diagnostic("save-nothing", {}, at(line, words.front()))});
    const auto text = draft.text();
    const auto read = read_scenario(session_.data, source(words[1].text, text));
    if (!read) return fail(read.problems());
    if (const auto problem = write_file(words[1].text, text, replaces)) return fail({*problem});
    tell("prompt.saved", {{"file", words[1].text}, {"count", std::to_string(read->investments.size())}});
}

void shell::explain(std::string_view line, const words_of_line& words) {
    if (!last_compared_.empty()) {
        auto again = last_compared_;
        again.emplace_back("--explain");
        (void)run_apart(*find_command(again.front()), again);
        return;
    }
    if (answers_.empty()) return fail({make_diagnostic("last-missing", {}, at(line, words.front()))});
    say(render_evaluation_steps(session_.data, answers_.back().view(), session_.format));
}

}  // namespace outlay::prompt
