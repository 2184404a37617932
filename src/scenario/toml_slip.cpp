#include "scenario/toml_slip.hpp"

#include "scenario/toml_key.hpp"

#include <outlay/base/date.hpp>
#include <outlay/base/message.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 60;

struct slip {
    toml_span span;
    std::string_view expected;  ///< id of the message that says what would have been right
    std::string_view id = "toml-syntax";
};

std::size_t trimmed_end(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    return line.size();
}

/// The end of an unquoted value: the last character before a comment.
std::size_t end_of_bare_value(std::string_view line, std::size_t begin) {
    return std::max(begin + 1, trimmed_end(line.substr(0, std::min(line.find(" #", begin), line.size()))));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool looks_like_date(std::string_view text) {
    return text.size() >= 8 && std::all_of(text.begin(), text.begin() + 4, is_digit) && text[4] == '-' &&
           is_digit(text[5]);
}

/// ‘ ’ “ ” 「 」 « and the like, where a straight quote belongs.
bool starts_with_curly_quote(std::string_view text) {
    for (const std::string_view quote :
         {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE3\x80\x8C", "\xC2\xAB"})
        if (text.starts_with(quote)) return true;
    return false;
}

/// The words from the first escape of a code point: one that TOML has, so the code point must be at fault.
std::optional<toml_span> find_code_point(std::string_view line, std::size_t begin, std::size_t end) {
    for (const auto& [escape, digits] : {std::pair("\\u", 4), std::pair("\\U", 8)}) {
        const std::size_t at = line.substr(0, end).find(escape, begin);
        if (at != std::string_view::npos)
            return toml_span{at, std::min(at + 2 + static_cast<std::size_t>(digits), end)};
    }
    return std::nullopt;
}

slip slip_in_quoted(std::string_view line, std::size_t begin) {
    const char quote = line[begin];
    const std::size_t end = trimmed_end(line);
    for (std::size_t i = begin + 1; i < line.size(); ++i) {
        if (line[i] == quote) {
            const std::size_t rest = skip_blanks(line, i + 1);
            if (rest < end && line[rest] != '#') return {{rest, end}, "toml-expected-line-end"};
            const auto escape = quote == '"' ? find_code_point(line, begin, i) : std::nullopt;
            return escape ? slip{*escape, "toml-expected-code-point"} : slip{{begin, i + 1}, ""};
        }
        if (quote != '"' || line[i] != '\\' || i + 1 >= line.size()) continue;
        if (std::string_view("btnfr\"\\uU").find(line[i + 1]) == std::string_view::npos)
            return {{i, i + 2}, "toml-expected-escape"};
        ++i;
    }
    return {{begin, end}, "toml-expected-closing-quote"};
}

slip slip_in_value(std::string_view line, std::size_t begin) {
    const char first = line[begin];
    if (first == '"' || first == '\'') return slip_in_quoted(line, begin);
    const toml_span span{begin, end_of_bare_value(line, begin)};
    const std::string_view value = line.substr(span.begin, span.end - span.begin);
    if (starts_with_curly_quote(value)) return {span, "toml-expected-straight-quotes"};
    if (first == '{') return {span, "toml-expected-braces"};
    if (first == '[') return {span, "toml-expected-brackets"};
    if (looks_like_date(value) && !parse_date(value)) return {span, "", "date-malformed"};
    if (is_digit(first) || first == '-' || first == '+' || first == '.') return {span, "toml-expected-number"};
    return {span, "toml-expected-quotes"};
}

slip find_slip(std::string_view line) {
    const std::size_t end = trimmed_end(line);
    const std::size_t begin = skip_blanks(line, 0);
    if (begin >= end) return {{0, line.size()}, ""};
    if (line[begin] == '[') return {{begin, end}, "toml-expected-header"};
    const std::size_t equals = line.find('=', begin);
    if (equals == std::string_view::npos) return {{begin, end}, "toml-expected-assignment"};
    std::size_t offset = begin;
    const bool has_key = !read_key(line, offset).empty();
    if (!has_key || skip_blanks(line, offset) != equals)
        return {{begin, std::max(begin + 1, trimmed_end(line.substr(0, equals)))}, "toml-expected-key"};
    const std::size_t value = skip_blanks(line, equals + 1);
    if (value >= end || line[value] == '#') return {{equals, equals + 1}, "toml-expected-value"};
    return slip_in_value(line, value);
}

}  // namespace

bool is_header(std::string_view line) {
    const std::size_t begin = skip_blanks(line, 0);
    return begin < line.size() && line[begin] == '[';
}

std::optional<std::string_view> open_text(std::string_view line) {
    for (const std::string_view quotes : {std::string_view("\"\"\""), std::string_view("'''")}) {
        const std::size_t open = line.find(quotes);
        if (open != std::string_view::npos && line.find(quotes, open + 3) == std::string_view::npos) return quotes;
    }
    return std::nullopt;
}

diagnostic describe_slip(const source& text, std::size_t line) {
    const std::string_view words = text.line_text(line);
    const slip found = find_slip(words);
    const std::size_t offset = text.line_begin(line);
    const std::string value = shorten(
        words.substr(std::min(found.span.begin, words.size()), found.span.end - found.span.begin), shown_columns);
    diagnostic out =
        make_diagnostic(found.id, {{"text", value}}, text.at(offset + found.span.begin, offset + found.span.end));
    if (!found.expected.empty()) out.expected = message(found.expected, {{"text", value}});
    return out;
}

diagnostic describe_unclosed(const source& text, std::size_t line) {
    const std::string_view words = text.line_text(line);
    const std::size_t offset = text.line_begin(line);
    const std::size_t equals = words.find('=');
    const std::size_t begin = skip_blanks(words, equals == std::string_view::npos ? 0 : equals + 1);
    diagnostic out =
        make_diagnostic("toml-unclosed", {}, text.at(offset + begin, offset + std::max(begin + 1, trimmed_end(words))));
    if (const auto quotes = open_text(words)) {
        out.expected = message("toml-expected-closing", {{"text", *quotes}});
    } else if (begin < words.size() && (words[begin] == '[' || words[begin] == '{')) {
        out.expected = message("toml-expected-closing", {{"text", words[begin] == '[' ? "]" : "}"}});
    }
    return out;
}

}  // namespace outlay
