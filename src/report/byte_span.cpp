#include "report/byte_span.hpp"

#include <outlay/base/utf8.hpp>

namespace outlay {

namespace {

/// The byte at which a text is so many display columns wide.
std::size_t byte_at(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    while (at < text.size() && display_width(text.substr(0, at)) < columns) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
}

}  // namespace

std::optional<byte_span> find_bytes(const source_finder& find, const place& where) {
    if (!find || where.line == 0) return std::nullopt;
    const source* text = find(where.source);
    if (text == nullptr || where.line > text->line_count()) return std::nullopt;
    const auto line = text->line_text(where.line);
    const auto begin = byte_at(line, where.caret);
    const auto end = byte_at(line, where.caret + where.caret_width);
    return byte_span{text->line_begin(where.line) + begin, text->line_begin(where.line) + end};
}

}  // namespace outlay
