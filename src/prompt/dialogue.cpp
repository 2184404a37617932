#include "prompt/dialogue.hpp"

#include "prompt/state_file.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace outlay::prompt {

namespace {

constexpr std::array<std::string_view, 7> keys_in_order{"name", "economy", "outlay", "period", "jobs", "date", "source"};
constexpr std::string_view default_language = "en";
constexpr std::string_view asked_mark = "?";  // of scenario files
constexpr std::size_t most_offers = 9;
constexpr int reading_digits = 6;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::optional<figure_kind> kind_of(std::string_view key) {
    if (key == "outlay") return figure_kind::money;
    if (key == "period") return figure_kind::duration;
    if (key == "jobs") return figure_kind::jobs;
    return std::nullopt;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

dialogue::dialogue(const engine& data, const format_options& format, voice with, std::vector<offered_figure> offers,
                   std::string draft_path)
    : data_(data), format_(format), with_(std::move(with)), offers_(std::move(offers)), draft_path_(std::move(draft_path)) {}

std::string dialogue::words(std::string_view id, message_arguments arguments) const {
    return message(id, arguments, format_.locale);
}

std::optional<std::vector<std::vector<stated_key>>> dialogue::run(bool resumes) {
    if (resumes) {
        const auto draft = read_state(draft_path_);
        if (!draft) return with_.complain({make_diagnostic("draft-missing")}), std::nullopt;
        for (std::size_t begin = 0; begin < draft->size();) {
            const auto end = std::min(draft->find('\n', begin), draft->size());
            waiting_.push_back(draft->substr(begin, end - begin));
            begin = end + 1;
        }
    }
    with_.say(hanging("", words("prompt.new.begin"), format_.columns));
    std::vector<std::vector<stated_key>> all;
    for (;;) {
        std::vector<stated_key> keys;
        const auto how = ask_investment(keys);
        if (how == outcome::left) return keep_draft(), std::nullopt;
        if (how == outcome::finished && all.empty()) {
            with_.say(hanging("  ", words("prompt.new.one-at-least"), format_.columns));
            given_.pop_back();
            continue;
        }
        if (how == outcome::finished) return all;
        all.push_back(std::move(keys));
    }
}

dialogue::outcome dialogue::ask_investment(std::vector<stated_key>& keys) {
    with_.say("\n" + words(names_.empty() ? "prompt.new.first" : "prompt.new.another", {{"number", std::to_string(names_.size() + 1)}}) + "\n");
    for (const auto key : keys_in_order) {
        const auto how = ask_key(std::string(key), keys);
        if (how != outcome::answered) return how;
    }
    return outcome::answered;
}

/// One question, until its answer can be read. An empty name ends the dialogue.
dialogue::outcome dialogue::ask_key(const std::string& key, std::vector<stated_key>& keys) {
    show_offers(key);
    for (;;) {
        auto got = next_answer(key);
        if (got.kind != answer_kind::line) return outcome::left;
        const auto text = taken_from_offer(key, trimmed(got.text));
        if (key == "name" && text.empty()) return given_.emplace_back(), outcome::finished;
        if (!accept(key, text, keys)) continue;
        given_.push_back(text);
        return outcome::answered;
    }
}

answer dialogue::next_answer(const std::string& key) {
    const auto question = "  " + words("prompt.new.key." + key) + ": ";
    if (next_ >= waiting_.size()) return with_.ask(question);
    const auto& kept = waiting_[next_++];
    with_.say(question + kept + "\n");
    return {answer_kind::line, kept};
}

bool dialogue::accept(const std::string& key, const std::string& text, std::vector<stated_key>& keys) {
    if (key == "name" && std::ranges::find(names_, text) != names_.end()) {
        with_.complain({make_diagnostic("new-name-twice", {{"name", text}})});
        return false;
    }
    // Of a period and of jobs a scenario can ask what would make the investment equal the first.
    if (text == asked_mark && (key == "period" || key == "jobs") && names_.size() > 1) {
        with_.say("    " + words("prompt.asked-for") + "\n");
        keys.emplace_back(key, text);
        return true;
    }
    if (text.empty() || (key != "name" && is_not_stated(text))) {
        with_.say("    " + words("prompt.not-stated") + "\n");
        return true;
    }
    auto written = text;
    if (key == "economy")
        for (const auto& row : data_.economies())
            if (equal_ignoring_case(text, row.name) || equal_ignoring_case(text, row.alpha3) || text == row.name_ko) written = row.code;
    if (key == "economy") {
        auto code = written;
        std::ranges::transform(code, code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (data_.find_economy(code) != nullptr) written = code;
    }
    if (const auto problems = problems_of(key, written)) return with_.complain(*problems), false;
    if (key == "name") names_.push_back(written);
    if (const auto reading = reading_of(key, written); !reading.empty())
        with_.say(hanging("    ", words("prompt.new.read-as", {{"reading", reading}}), format_.columns));
    keys.emplace_back(key, written);
    return true;
}

/// Those of a scenario file that says it, as those of the answer.
std::optional<diagnostics> dialogue::problems_of(const std::string& key, const std::string& text) const {
    auto known = key == "name" ? std::vector<stated_key>{} : std::vector<stated_key>{{"name", "x"}};
    known.emplace_back(key, text);
    const auto file = investment_text(known);
    const auto read = read_scenario(data_, source(key, file));
    if (read) return std::nullopt;
    auto problems = read.problems();
    const auto before = (key == "date" && parse_date(text) ? key + " = " : key + " = \"").size();
    for (auto& problem : problems) {
        if (problem.near.empty()) problem.near = near_nouns(key, text);
        if (!problem.where || problem.where->caret < before) continue;
        problem.where->line = 1;
        problem.where->excerpt = text;
        problem.where->caret -= before;
        problem.where->column = problem.where->caret + 1;
    }
    return problems;
}

/// Nouns that the last word of an answer may have been meant as: "yeers" where a period is asked for.
std::vector<std::string> dialogue::near_nouns(const std::string& key, const std::string& text) const {
    const auto kind = kind_of(key);
    const auto* language = data_.find_language(default_language);
    if (!kind || language == nullptr) return {};
    std::vector<std::string_view> nouns;
    for (const auto& p : language->phrases())
        for (const auto& t : language->terms_of(p))
            if (t.kind == term_class::noun && t.value.starts_with(std::string(to_text(*kind)) + ":")) nouns.push_back(p.text);
    const auto space = text.find_last_of(' ');
    return near_misses(std::string_view(text).substr(space == std::string::npos ? 0 : space + 1), nouns);
}

std::string dialogue::reading_of(const std::string& key, const std::string& text) const {
    if (key == "economy") {
        const auto* row = data_.find_economy(text);
        return row == nullptr ? std::string{} : std::string(row->name);
    }
    const auto kind = kind_of(key);
    if (!kind) return {};
    const auto read = read_one(data_, text, *kind);
    if (!read) return {};
    const auto unit = read->currency.empty() ? read->unit : std::string(read->currency.text());
    return format_interval(data_, to_ratio(read->amount), read->qualifier, unit, reading_digits, format_).both();
}

bool dialogue::is_not_stated(std::string_view text) const {
    const auto has = [&](std::string_view all) {
        for (std::size_t begin = 0; begin < all.size();) {
            const auto end = std::min(all.find('|', begin), all.size());
            if (equal_ignoring_case(all.substr(begin, end - begin), text)) return true;
            begin = end + 1;
        }
        return false;
    };
    if (has(message_pattern("prompt.word.not-stated"))) return true;
    return std::ranges::any_of(data_.languages(), [&](const lexicon& language) {
        return has(message_pattern("prompt.word.not-stated", language.tag()));
    });
}

std::vector<offered_figure> dialogue::offers_for(const std::string& key) const {
    std::vector<offered_figure> found;
    const auto kind = kind_of(key);
    for (const auto& offer : offers_)
        if (kind && offer.kind == *kind && found.size() < most_offers) found.push_back(offer);
    return found;
}

void dialogue::show_offers(const std::string& key) const {
    if (next_ < waiting_.size()) return;
    const auto found = offers_for(key);
    for (std::size_t i = 0; i < found.size(); ++i)
        with_.say(hanging("    #" + std::to_string(i + 1) + " ", found[i].words + "  (" + found[i].place + ")", format_.columns));
}

/// "#2" is the second figure that was offered.
std::string dialogue::taken_from_offer(const std::string& key, const std::string& text) const {
    if (!text.starts_with('#')) return text;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    const auto found = offers_for(key);
    const bool is_one = error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= found.size();
    return is_one ? found[number - 1].words : text;
}

std::optional<std::string> dialogue::ask_file(const std::function<bool(const std::string&)>& take) {
    for (;;) {
        const auto got = with_.ask("  " + words("prompt.new.key.file") + ": ");
        if (got.kind != answer_kind::line) return keep_draft(), std::nullopt;
        auto name = trimmed(got.text);
        if (name.empty()) name = "scenario.toml";
        if (take(name)) return name;
    }
}

void dialogue::keep_draft() const {
    std::string text;
    for (const auto& each : given_) text += each + "\n";
    for (auto i = next_; i < waiting_.size(); ++i) text += waiting_[i] + "\n";
    if (draft_path_.empty() || text.empty()) return;
    if (const auto problem = write_state(draft_path_, text)) return with_.complain({*problem});
    with_.say(hanging("  ", words("prompt.new.kept"), format_.columns));
}

void dialogue::forget() const {
    if (read_state(draft_path_)) (void)write_state(draft_path_, "");
}

}  // namespace outlay::prompt
