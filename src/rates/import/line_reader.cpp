#include "rates/import/line_reader.hpp"

#include <outlay/base/utf8.hpp>

#include "rates/rate_failure.hpp"

#include <algorithm>

namespace outlay::importing {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t shown_bytes = 4000;  // of an excerpt

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

place place_of(const text_span& where) {
    const auto begin = std::min(where.begin, where.text.size());
    const auto end = std::clamp(where.end, begin, std::min(begin + shown_bytes, where.text.size()));
    const auto before = display_width(where.text.substr(0, begin));
    const auto width = display_width(where.text.substr(begin, end - begin));
    return {*where.file, where.line,
            before + 1,  printable(where.text.substr(0, std::max(end, shown_bytes))),
            before,      std::max<std::size_t>(width, 1)};
}

line_reader::line_reader(byte_stream& stream, std::string_view start) : stream_(stream), buffer_(start) {
    if (buffer_.starts_with(byte_order_mark)) begin_ = byte_order_mark.size();
}

text_span line_reader::span(std::size_t begin, std::size_t end) const {
    return {&stream_.name(), number_, line_, begin, end};
}

void line_reader::fail(std::string_view id, std::size_t begin, std::size_t end) const {
    throw rate_failure{make_diagnostic(id, {{"file", stream_.name()}, {"limit", std::to_string(longest_line >> 20U)}},
                                       place_of(span(begin, end)))};
}

bool line_reader::refill() {
    if (is_over_) return false;
    buffer_.erase(0, begin_);
    begin_ = 0;
    const auto bytes = stream_.read();
    buffer_ += bytes;
    is_over_ = bytes.empty();
    return !is_over_;
}

bool line_reader::next() {
    auto searched = begin_;
    auto end = buffer_.find('\n', searched);
    while (end == std::string::npos) {
        if (buffer_.size() - begin_ > longest_line) {
            ++number_;
            line_ = std::string_view(buffer_).substr(begin_, shown_bytes);
            const bool has_returns = number_ == 1 && line_.find('\r') != std::string_view::npos;
            fail(has_returns ? "csv-line-ends" : "line-too-long", 0, 1);
        }
        searched = buffer_.size() - begin_;
        if (!refill()) break;
        end = buffer_.find('\n', searched);
    }
    if (end == std::string::npos && begin_ == buffer_.size()) return false;
    has_end_ = end != std::string::npos;
    auto line = std::string_view(buffer_).substr(begin_, has_end_ ? end - begin_ : std::string_view::npos);
    begin_ = has_end_ ? end + 1 : buffer_.size();
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++number_;
    line_ = line;
    if (line.size() > longest_line) fail("line-too-long", 0, 1);
    check(line);
    return true;
}

void line_reader::check(std::string_view line) const {
    if (const auto zero = line.find('\0'); zero != std::string_view::npos) fail("import-encoding", zero, zero + 1);
    if (is_ascii(line)) return;
    if (const auto bad = find_invalid_utf8(line)) fail("not-utf8", *bad, *bad + 1);
}

bool line_reader::split_quoted(std::size_t& at, line_cell& cell, diagnostics& problems) {
    const auto begin = at + 1;
    auto& text = unquoted_.emplace_back();
    for (auto from = begin;;) {
        const auto quote = line_.find('"', from);
        if (quote == std::string_view::npos) {
            problems.push_back(make_diagnostic("csv-quote-open", {}, place_of(span(at, at + 1))));
            return false;
        }
        text += line_.substr(from, quote - from);
        const bool is_doubled = quote + 1 < line_.size() && line_[quote + 1] == '"';
        if (!is_doubled) {
            cell = {text, begin, quote};
            at = quote + 1;
            break;
        }
        text += '"';
        from = quote + 2;
    }
    if (at == line_.size() || line_[at] == ',') return true;
    problems.push_back(make_diagnostic("csv-quote-stray", {}, place_of(span(at - 1, at))));
    return false;
}

bool line_reader::split(std::vector<line_cell>& cells, diagnostics& problems) {
    cells.clear();
    unquoted_.clear();
    const auto quotes = static_cast<std::size_t>(std::count(line_.begin(), line_.end(), '"'));
    unquoted_.reserve(std::min(quotes / 2 + 1, most_cells + 1));  // so that views into them stay valid
    for (std::size_t at = 0;;) {
        auto& cell = cells.emplace_back();
        if (at < line_.size() && line_[at] == '"') {
            if (!split_quoted(at, cell, problems)) return false;
        } else {
            const auto comma = std::min(line_.find(',', at), line_.size());
            cell = {line_.substr(at, comma - at), at, comma};
            if (const auto quote = cell.text.find('"'); quote != std::string_view::npos) {
                problems.push_back(make_diagnostic("csv-quote-stray", {}, place_of(span(at + quote, at + quote + 1))));
                return false;
            }
            at = comma;
        }
        if (at == line_.size()) return true;
        if (cells.size() == most_cells) {
            problems.push_back(make_diagnostic("line-too-many-cells", {{"limit", std::to_string(most_cells)}},
                                               place_of(span(at, at + 1))));
            return false;
        }
        ++at;
    }
}

}  // namespace outlay::importing
