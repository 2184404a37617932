#include "passage.hpp"

#include "script_runs.hpp"

#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstring>

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
    const bool item_mark =
        first.value == '-' || first.value == '*' || first.value == '#' || first.value == U'•' || is_space(first.value);
    return !item_mark && display_width(line) <= wrapped_to;
}

}  // namespace

namespace {

struct line_span {
    std::size_t begin, end;  ///< without the line end
};

line_span line_at(std::string_view text, std::size_t at) {
    // memrchr: a search backwards of the standard library goes byte by byte.
    const void* before = at == 0 ? nullptr : memrchr(text.data(), '\n', at);
    const std::size_t begin = before == nullptr ? 0 : static_cast<std::size_t>(static_cast<const char*>(before) - text.data()) + 1;
    return {begin, std::min(text.find('\n', at), text.size())};
}

std::string_view words_of(std::string_view text, const line_span& line) {
    return text.substr(line.begin, line.end - line.begin);
}

}  // namespace

passage paragraph_at(std::string_view text, std::size_t at) {
    const line_span own = line_at(text, std::min(at, text.size()));
    line_span first = own;
    while (first.begin != 0) {
        const line_span before = line_at(text, first.begin - 1);
        if (!goes_on(words_of(text, before), words_of(text, first))) break;
        first = before;
    }
    line_span last = own;
    while (last.end < text.size()) {
        const line_span next = line_at(text, last.end + 1);
        if (!goes_on(words_of(text, last), words_of(text, next))) break;
        last = next;
    }
    return {first.begin, last.end};
}

passage passage_finder::at(std::size_t at) {
    if (parts_.empty() || at < paragraph_.begin || at > paragraph_.end) {
        paragraph_ = paragraph_at(in_.text, at);
        parts_ = in_.masks.empty() ? script_runs_of(in_.text, paragraph_) : script_runs_of(in_, paragraph_);
    }
    const auto part = std::upper_bound(parts_.begin(), parts_.end(), at, [](std::size_t place, const passage& p) { return place < p.end; });
    return part != parts_.end() ? *part : parts_.back();
}

passage passage_at(std::string_view text, std::size_t at) { return passage_finder({text, {}}).at(at); }

}  // namespace outlay::reading
