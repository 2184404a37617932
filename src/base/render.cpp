// render: a diagnostic as lines for a terminal.
#include <outlay/base/render.hpp>

#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>

namespace outlay {

namespace {

constexpr std::size_t excerpt_columns = 120;  ///< of a longer line only the part about the caret is shown
constexpr std::size_t least_excerpt = 16;
constexpr std::size_t excerpt_lead = 30;  ///< columns kept before the caret of a line that is not shown whole
constexpr std::string_view indent = "  ";
constexpr std::string_view separator = " | ";

std::string_view level_id(severity level) {
    switch (level) {
        case severity::note: return "note";
        case severity::warning: return "warning";
        case severity::error: break;
    }
    return "error";
}

std::string origin(const diagnostic& problem) {
    if (!problem.where) return message("program-name");
    const auto& where = *problem.where;
    auto text = printable(where.source);
    if (where.line > 0) text += ':' + std::to_string(where.line) + ':' + std::to_string(where.column);
    return text;
}

/// The bytes of `text` before display column `column`.
std::size_t bytes_before(std::string_view text, std::size_t column) {
    std::size_t offset = 0;
    for (std::size_t width = 0; offset < text.size();) {
        const auto next = decode_at(text, offset);
        width += display_width(next.value);
        if (width > column) break;
        offset += next.length;
    }
    return offset;
}

struct window {
    std::string text;
    std::size_t caret = 0;
};

window cut(const place& where, std::size_t room) {
    const auto line = printable(where.excerpt);
    if (display_width(line) <= room) return {line, where.caret};
    const auto lead = std::min(excerpt_lead, room / 3);
    if (where.caret <= lead) return {shorten(line, room), where.caret};
    const auto begin = bytes_before(line, where.caret - lead);
    const auto skipped = display_width(std::string_view(line).substr(0, begin));
    return {"\xE2\x80\xA6" + shorten(std::string_view(line).substr(begin), room - 1),
            where.caret - skipped + 1};
}

std::string excerpt_lines(const place& where, std::size_t columns) {
    const auto number = std::to_string(where.line);
    const auto taken = indent.size() + number.size() + separator.size();
    const auto shown = cut(where, std::clamp(columns - std::min(columns, taken), least_excerpt, excerpt_columns));
    const auto room = std::max(display_width(shown.text), shown.caret + 1) - shown.caret;
    const auto width = std::clamp<std::size_t>(where.caret_width, 1, room);
    std::string text;
    text.append(indent).append(number).append(separator).append(shown.text).append("\n");
    text.append(indent).append(number.size(), ' ').append(separator);
    return text.append(shown.caret, ' ').append("^").append(width - 1, '~').append("\n");
}

std::string near_line(const std::vector<std::string>& near) {
    const auto at = [&](std::size_t i) { return i < near.size() ? shorten(near[i], excerpt_columns) : std::string{}; };
    const auto id = "did-you-mean-" + std::to_string(std::min<std::size_t>(near.size(), 3));
    return message(id, {{"first", at(0)}, {"second", at(1)}, {"third", at(2)}});
}

void add_line(std::string& text, std::string_view line) { text.append(indent).append(printable(line)).append("\n"); }

}  // namespace

std::string render(const diagnostic& problem) { return render(problem, std::string_view::npos); }

std::string render(const diagnostic& problem, std::size_t columns) {
    auto text = origin(problem) + ": " + message(level_id(problem.level)) + ": " + printable(problem.message);
    text += " [" + problem.id + "]\n";
    if (problem.where && problem.where->line > 0) text += excerpt_lines(*problem.where, columns);
    if (!problem.near.empty()) add_line(text, near_line(problem.near));
    if (!problem.expected.empty()) add_line(text, message("expected", {{"what", problem.expected}}));
    if (!problem.remedy.empty()) add_line(text, problem.remedy);
    return text;
}

}  // namespace outlay
