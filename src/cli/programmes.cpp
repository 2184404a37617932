// outlay programmes: the programme library: listed, searched, and one of them in full.
#include "cli/commands.hpp"
#include "cli/session.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/report/render_programmes.hpp>

#include <algorithm>

namespace outlay::cli {

namespace {

constexpr std::string_view as_table = "table";
constexpr std::string_view as_json = "json";
constexpr std::string_view as_csv = "csv";

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// The words stand somewhere in the programme's file, or are its economy's name.
bool is_about(const session& s, const library_programme& each, const std::vector<std::string>& words) {
    std::string text = lower(each.text);
    if (const auto* economy = s.data.find_economy(each.stated.economy))
        text += "\n" + lower(economy->name) + "\n" + std::string(economy->name_ko);
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(lower(word)) != std::string::npos; });
}

diagnostic nothing_found(const session& s, const command_line& line, const std::vector<std::string>& words) {
    std::vector<std::string_view> known;
    for (const auto& each : s.data.programmes()) known.push_back(each.id);
    auto problem = make_diagnostic("programme-not-found", {{"text", words.front()}}, line.place_of(words.front()));
    problem.near = near_misses(words.front(), known);
    return problem;
}

}  // namespace

int programmes(const command_line& line) {
    std::vector<std::string> words;
    std::string format(as_table);
    option_set options("programmes");
    options.positionals(words, 0);
    options.choice("--format", format, {as_table, as_json, as_csv});
    int code = 0;
    auto s = start(options, line, code);
    if (!s) return code;

    std::vector<library_programme> found;
    const bool is_one = words.size() == 1 && s->data.find_programme(words.front()) != nullptr;
    if (is_one) {
        auto one = read_programme(s->data, words.front());
        if (!one) return fail(one.problems());
        found.push_back(std::move(*one));
    } else {
        auto all = read_programmes(s->data);
        if (!all) return fail(all.problems());
        std::copy_if(all->begin(), all->end(), std::back_inserter(found),
                     [&](const library_programme& each) { return is_about(*s, each, words); });
    }
    if (found.empty() && !words.empty()) {
        report_problems({nothing_found(*s, line, words)});
        return s->answer("", 1);
    }
    if (format == as_json) return s->answer(render_programme_list_json(found));
    if (format == as_csv) return s->answer(render_programme_list_csv(found));
    return s->answer(is_one ? render_programme(found.front(), s->format) : render_programme_list(found, s->format));
}

}  // namespace outlay::cli
