#include "passage.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace outlay::reading {

namespace {

/// A line this long or longer may have been wrapped; a shorter one ended because it was done.
constexpr std::size_t wrapped_from = 45;
constexpr std::size_t wrapped_to = 130;

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

bool ends_sentence(std::string_view line) {
    const code_point last = decode_before(line, line.size());
    constexpr std::array<char32_t, 10> ends{U'.', U'!', U'?', U':', U';', U'|', U'。', U'”', U'"', U'…'};
    return std::find(ends.begin(), ends.end(), last.value) != ends.end();
}

bool goes_on(std::string_view line, std::string_view next) {
    line = without_end(line);
    next = without_end(next);
    if (next.empty() || line.size() < wrapped_from || ends_sentence(line)) return false;
    const code_point first = decode_at(next, 0);
    const bool item_mark = first.value == '-' || first.value == '*' || first.value == '#' || first.value == U'•' || is_space(first.value);
    return !item_mark && display_width(line) <= wrapped_to;
}

struct script_range {
    char32_t first, last;
    std::string_view name;
};
/// Unicode blocks, as far as telling languages apart needs them (Unicode 15, Blocks.txt).
constexpr std::array<script_range, 17> scripts{{
    {0x0041, 0x005A, "Latin"}, {0x0061, 0x007A, "Latin"}, {0x00C0, 0x024F, "Latin"}, {0x0370, 0x03FF, "Greek"},
    {0x0400, 0x052F, "Cyrillic"}, {0x0590, 0x05FF, "Hebrew"}, {0x0600, 0x06FF, "Arabic"}, {0x0900, 0x097F, "Devanagari"},
    {0x0E00, 0x0E7F, "Thai"}, {0x10A0, 0x10FF, "Georgian"}, {0x1100, 0x11FF, "Hangul"}, {0x1E00, 0x1EFF, "Latin"},
    {0x3040, 0x30FF, "Kana"}, {0x3400, 0x4DBF, "Han"}, {0x4E00, 0x9FFF, "Han"}, {0xAC00, 0xD7A3, "Hangul"},
    {0xF900, 0xFAFF, "Han"},
}};

std::string_view script_of(char32_t c) {
    const auto found = std::find_if(scripts.begin(), scripts.end(), [&](const script_range& r) { return c >= r.first && c <= r.last; });
    return found == scripts.end() ? std::string_view{} : found->name;
}

bool lists(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == name) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

/// How much of the text is in a language's scripts. A syllable or ideograph says more than a letter: a Korean
/// sentence may hold a long English name.
std::size_t script_weight(const lexicon& language, std::string_view text) {
    std::size_t weight = 0;
    for (std::size_t at = 0; at < text.size();) {
        const code_point c = decode_at(text, at);
        at += c.length;
        const std::string_view script = script_of(c.value);
        if (!script.empty() && lists(language.scripts(), script)) weight += is_unspaced(c.value) ? 4U : 1U;
    }
    return weight;
}

std::size_t common_words(const lexicon& language, std::string_view text) {
    std::size_t count = 0;
    bool at_start = true;
    for (std::size_t at = 0; at < text.size();) {
        const code_point c = decode_at(text, at);
        const bool letter = is_letter(c.value);
        if (letter && at_start)
            if (const auto match = language.longest_match(text, at); match.found != nullptr)
                for (const term& t : language.terms_of(*match.found)) count += t.kind == term_class::function_word;
        at_start = !letter;
        at += c.length;
    }
    return count;
}

}  // namespace

std::vector<passage> split_passages(std::string_view text) {
    std::vector<passage> found;
    std::size_t begin = 0;
    std::size_t line = 0;
    while (line < text.size()) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        const std::size_t next = std::min(end + 1, text.size());
        const std::size_t next_end = std::min(text.find('\n', next), text.size());
        if (!goes_on(text.substr(line, end - line), text.substr(next, next_end - next))) {
            found.push_back({begin, end});
            begin = next;
        }
        line = next;
    }
    return found;
}

languages language_of(const engine& data, std::string_view text, std::string_view told) {
    const lexicon* best = told.empty() ? nullptr : data.find_language(told);
    if (best == nullptr) {
        std::size_t most = 0;
        std::size_t most_words = 0;
        for (const lexicon& candidate : data.languages()) {
            const std::size_t weight = script_weight(candidate, text);
            if (weight == 0 || weight < most) continue;
            const std::size_t words = weight == most ? common_words(candidate, text) : 0;
            if (weight == most && best != nullptr && most_words == 0) most_words = common_words(*best, text);
            if (weight == most && words <= most_words) continue;
            best = &candidate;
            most = weight;
            most_words = words;
        }
    }
    if (best == nullptr) best = data.find_language(data.setting_value("default-language"));
    if (best == nullptr && !data.languages().empty()) best = &data.languages().front();
    if (best == nullptr) return {};
    return {best, best->companion().empty() ? nullptr : data.find_language(best->companion())};
}

}  // namespace outlay::reading
