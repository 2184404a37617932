#include "prompt/candidate_list.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay::prompt {

namespace {

constexpr std::size_t most_listed = 200;  ///< of a kind

/// Words two columns apart, in as many rows as they need.
std::string rows_of(const std::vector<std::string_view>& words, std::size_t columns) {
    std::string text;
    std::string row = " ";
    for (std::size_t i = 0; i < std::min(words.size(), most_listed); ++i) {
        if (row.size() > 1 && display_width(row) + 2 + display_width(words[i]) > columns) {
            text += row + "\n";
            row = " ";
        }
        row.append(" ").append(words[i]).append(" ");
    }
    return text + row + (words.size() > most_listed ? "…" : "") + "\n";
}

}  // namespace

std::string common_start(const std::vector<completions::candidate>& words) {
    if (words.empty()) return {};
    std::string start = words.front().text;
    for (const auto& word : words) {
        std::size_t same = 0;
        while (same < start.size() && same < word.text.size() && start[same] == word.text[same]) ++same;
        start.resize(same);
    }
    while (!start.empty() && find_invalid_utf8(start)) start.pop_back();
    return start;
}

std::string candidate_list(const completions& found, std::size_t columns,
                           const std::function<std::string(std::string)>& heading) {
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>> kinds;
    for (const auto& word : found.words) {
        auto kind = std::ranges::find(kinds, word.kind, &std::pair<std::string_view, std::vector<std::string_view>>::first);
        if (kind == kinds.end()) kind = kinds.insert(kinds.end(), {word.kind, {}});
        kind->second.push_back(word.text);
    }
    std::string text;
    for (const auto& [kind, words] : kinds) text += heading(std::string(kind) + ":") + "\n" + rows_of(words, columns);
    return text;
}

}  // namespace outlay::prompt
