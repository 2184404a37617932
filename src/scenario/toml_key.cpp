#include "scenario/toml_key.hpp"

namespace outlay {

namespace {

/// The end of the quoted part that opens at `offset`; nothing if it is not closed on its line.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t offset) {
    const char quote = text[offset];
    for (std::size_t i = offset + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            return i + 1;
        }
    }
    return std::nullopt;
}

bool is_quote(char c) { return c == '"' || c == '\''; }

std::optional<toml_key_part> read_part(std::string_view text, std::size_t& offset) {
    if (offset >= text.size()) return std::nullopt;
    const std::size_t begin = offset;
    if (is_quote(text[offset])) {
        const auto end = end_of_quoted(text, offset);
        if (!end) return std::nullopt;
        offset = *end;
        return toml_key_part{text.substr(begin + 1, *end - begin - 2), {begin, *end}};
    }
    while (offset < text.size() && is_bare_key_character(text[offset])) ++offset;
    if (offset == begin) return std::nullopt;
    return toml_key_part{text.substr(begin, offset - begin), {begin, offset}};
}

/// The opening quote of the quoted key that ends before `end`.
std::size_t begin_of_quoted(std::string_view text, std::size_t end) {
    const char quote = text[end - 1];
    for (std::size_t i = end - 1; i-- > 0 && text[i] != '\n';) {
        if (text[i] != quote) continue;
        std::size_t slashes = 0;
        while (slashes < i && text[i - slashes - 1] == '\\') ++slashes;
        if (quote == '\'' || slashes % 2 == 0) return i;
    }
    return end - 1;
}

}  // namespace

bool is_bare_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (offset == 0 && text.starts_with(byte_order_mark)) offset = byte_order_mark.size();
    while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\t')) ++offset;
    return offset;
}

std::vector<toml_key_part> read_key(std::string_view text, std::size_t& offset) {
    std::vector<toml_key_part> parts;
    for (;;) {
        auto part = read_part(text, offset);
        if (!part) return {};
        parts.push_back(*part);
        const std::size_t dot = skip_blanks(text, offset);
        if (dot >= text.size() || text[dot] != '.') return parts;
        offset = skip_blanks(text, dot + 1);
    }
}

std::optional<toml_span> key_before(std::string_view text, std::size_t offset) {
    const auto back_over_blanks = [&](std::size_t i) {
        while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t')) --i;
        return i;
    };
    std::size_t end = back_over_blanks(offset);
    if (end == 0 || text[end - 1] != '=') return std::nullopt;
    end = back_over_blanks(end - 1);
    if (end == 0) return std::nullopt;
    if (is_quote(text[end - 1])) return toml_span{begin_of_quoted(text, end), end};
    std::size_t begin = end;
    while (begin > 0 && is_bare_key_character(text[begin - 1])) --begin;
    return toml_span{begin, end};
}

toml_span key_within(std::string_view text, std::size_t begin, std::size_t end, std::string_view name) {
    const std::string_view whole = text.substr(0, end);
    std::size_t offset = begin;
    while (offset < end && (whole[offset] == '[' || whole[offset] == ' ' || whole[offset] == '\t')) ++offset;
    for (const toml_key_part& part : read_key(whole, offset))
        if (part.name == name) return part.span;
    return {begin, end};
}

}  // namespace outlay
