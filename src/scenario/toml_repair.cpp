#include "scenario/toml_repair.hpp"

#include "scenario/toml_key.hpp"
#include "scenario/toml_parse.hpp"
#include "scenario/toml_slip.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace outlay {

namespace {

constexpr int most_repairs = 50;  // a line may need two
constexpr std::size_t most_reports = 20;
constexpr std::size_t most_brackets = 60;
constexpr std::size_t most_dots = 1000;

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

std::string join(const std::vector<std::string>& lines, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) (out += lines[i]) += i + 1 < lines.size() ? "\n" : "";
    return out;
}

bool fails(const std::string& text) { return std::holds_alternative<toml_stop>(parse_toml(text)); }

/// A copy of the file in which lines are mended until it parses. Lines keep their numbers, so that what is found in
/// the copy can be shown in the file.
class mender {
public:
    explicit mender(const source& text)
        : text_(text), lines_(split_lines(text.text())), state_(lines_.size(), untouched) {}

    toml_document read() {
        toml_document out;
        for (int i = 0; i < most_repairs && problems_.size() < most_reports; ++i) {
            const std::string copy = join(lines_, lines_.size());
            auto attempt = parse_toml(copy);
            if (auto* root = std::get_if<toml_node>(&attempt)) {
                return_to_file(*root, split_begins(copy));
                out.root = std::move(*root);
                break;
            }
            if (!mend(std::get<toml_stop>(attempt))) break;
        }
        if (!out.root) problems_.push_back(make_diagnostic("toml-more", {}, text_.whole()));
        out.problems = std::move(problems_);
        return out;
    }

private:
    enum line_state : unsigned char { untouched, mended, blank };

    /// False if nothing is left to try.
    bool mend(const toml_stop& stop) {
        const std::size_t line =
            std::clamp<std::size_t>(stop.line > 0 ? stop.line : find_line(stop.words), 1, lines_.size());
        if (stop.clash) return mend_clash(stop, line);
        if (line > 1 && fails(join(lines_, line - 1))) return mend_unclosed(line);
        const bool opens_text = open_text(lines_[line - 1]).has_value();
        report(line, [&] { return opens_text ? describe_unclosed(text_, line) : describe_slip(text_, line); });
        if (state_[line - 1] == blank) return false;
        if (!replace(line)) clear(line, end_of_table(line));
        if (opens_text) clear(line + 1, end_of_table(line));
        return true;
    }

    bool mend_clash(const toml_stop& stop, std::size_t line) {
        const std::string& words = lines_[line - 1];
        const std::size_t begin = std::min(stop.column, words.size());
        const bool header = is_header(words);
        const auto key = key_before(words, begin);
        report(line, [&] { return describe_clash(line, key ? *key : toml_span{begin, begin + stop.width}, header); });
        if (state_[line - 1] == blank) return false;
        if (header) return clear(line, end_of_table(line));
        const std::size_t equals = words.find('=');
        const bool inside_value = equals != std::string::npos && skip_blanks(words, equals + 1) < begin;
        if (inside_value && replace(line)) return true;
        return clear(line, line + count_lines(line, begin, stop.width));
    }

    /// Something opened before this line and is not closed: the statement that opened it is at fault.
    bool mend_unclosed(std::size_t line) {
        std::size_t start = line - 1;
        while (start > 1 && !starts_statement(lines_[start - 1])) --start;
        report(start, [&] { return describe_unclosed(text_, start); });
        if (state_[start - 1] == blank) return false;
        const bool is_text = open_text(lines_[start - 1]).has_value();
        if (!replace(start)) clear(start, start);
        clear(start + 1, is_text ? end_of_table(start) : line - 1);
        return true;
    }

    [[nodiscard]] diagnostic describe_clash(std::size_t line, toml_span span, bool header) const {
        const std::size_t offset = text_.line_begin(line);
        const std::string_view words = text_.line_text(line);
        const std::string name(words.substr(std::min(span.begin, words.size()), span.end - span.begin));
        return make_diagnostic(header ? "duplicate-table" : "duplicate-key", {{"key", name}},
                               text_.at(offset + span.begin, offset + span.end));
    }

    template <class Describe>
    void report(std::size_t line, Describe describe) {
        if (state_[line - 1] == untouched) problems_.push_back(describe());
    }

    /// Puts a value of no meaning where the bad one stands, or closes a header; false if the line offers neither.
    bool replace(std::size_t line) {
        std::string& words = lines_[line - 1];
        if (state_[line - 1] != untouched) return false;
        const std::string_view original = words;
        const bool header = is_header(words);
        std::size_t offset = header ? original.find_first_not_of("[ \t") : skip_blanks(words, 0);
        if (offset == std::string_view::npos) return false;
        const std::size_t begin = offset;
        if (read_key(original, offset).empty()) return false;
        const std::string key(original.substr(begin, offset - begin));
        const bool list =
            original.find("[[") != std::string_view::npos || original.find("]]") != std::string_view::npos;
        words = !header ? key + " = 0" : list ? "[[" + key + "]]" : "[" + key + "]";
        state_[line - 1] = mended;
        return true;
    }

    bool clear(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i <= std::min(last, lines_.size()); ++i) {
            lines_[i - 1].clear();
            state_[i - 1] = blank;
        }
        return true;
    }

    [[nodiscard]] std::size_t end_of_table(std::size_t line) const {
        while (line < lines_.size() && !is_header(lines_[line])) ++line;
        return line;
    }

    static bool starts_statement(std::string_view line) {
        std::size_t offset = skip_blanks(line, 0);
        if (is_header(line))
            return line.find(']') != std::string_view::npos && line.find(',') == std::string_view::npos;
        if (read_key(line, offset).empty()) return false;
        offset = skip_blanks(line, offset);
        return offset < line.size() && line[offset] == '=';
    }

    /// Lines after the first that a value of `width` bytes reaches into.
    [[nodiscard]] std::size_t count_lines(std::size_t line, std::size_t column, std::size_t width) const {
        std::size_t extra = 0;
        for (std::size_t end = column + width; line + extra < lines_.size() && end > lines_[line - 1 + extra].size();
             ++extra)
            end -= lines_[line - 1 + extra].size() + 1;
        return extra;
    }

    /// The line with these words that makes the file fail; without words, one found by halving.
    [[nodiscard]] std::size_t find_line(std::string_view words) const {
        const auto is_first_to_fail = [&](std::size_t line) {
            return fails(join(lines_, line)) && !fails(join(lines_, line - 1));
        };
        for (std::size_t line = 1; !words.empty() && line <= lines_.size(); ++line)
            if (lines_[line - 1].find(words) != std::string::npos && is_first_to_fail(line)) return line;
        std::size_t good = 0;
        std::size_t bad = lines_.size();
        while (bad - good > 1) {
            const std::size_t middle = good + (bad - good) / 2;
            (fails(join(lines_, middle)) ? bad : good) = middle;
        }
        return bad;
    }

    static std::vector<std::size_t> split_begins(std::string_view text) {
        std::vector<std::size_t> begins{0};
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') begins.push_back(i + 1);
        return begins;
    }

    /// Offsets of the copy become offsets of the file; values of mended lines are marked.
    void return_to_file(toml_node& node, const std::vector<std::size_t>& begins) const {
        const auto line_of = [&](std::size_t offset) {
            return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), offset) - begins.begin());
        };
        const auto offset_of = [&](std::size_t offset) {
            const std::size_t line = line_of(offset);
            return text_.line_begin(line) + std::min(offset - begins[line - 1], text_.line_text(line).size());
        };
        if (node.is_leaf() && state_[line_of(node.begin) - 1] == mended) node.kind = toml_kind::broken;
        for (std::size_t* offset : {&node.key_begin, &node.key_end, &node.begin, &node.end, &node.words_begin})
            *offset = offset_of(*offset);
        for (toml_node& child : node.children) return_to_file(child, begins);
    }

    const source& text_;
    std::vector<std::string> lines_;
    std::vector<line_state> state_;
    diagnostics problems_;
};

/// The first byte at which lists, tables or dotted keys are nested too deeply. Brackets in texts count too: no text
/// has so many of them open.
std::optional<std::size_t> find_too_deep(std::string_view text) {
    std::size_t depth = 0;
    std::size_t dots = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        if (c == '\n' || c == '=') dots = 0;
        if (c == '.' && i > 0 && text[i - 1] != '.') ++dots;
        if (depth > most_brackets || dots > most_dots) return i;
    }
    return std::nullopt;
}

}  // namespace

toml_document read_toml(const source& text) {
    if (const auto deep = find_too_deep(text.text()))
        return {std::nullopt, {make_diagnostic("toml-too-deep", {}, text.at(*deep, *deep + 1))}};
    return mender(text).read();
}

}  // namespace outlay
