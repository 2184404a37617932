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

}  // namespace outlay::reading
