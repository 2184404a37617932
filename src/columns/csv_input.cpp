// csv_input: a buffer that records are taken from the front of.
#include "columns/csv_input.hpp"

#include <algorithm>
#include <cstring>

namespace outlay {

namespace {

constexpr std::size_t usual_capacity = std::size_t{256} << 10;
constexpr std::size_t stretch = std::size_t{32} << 10;  ///< scanned at once: what follows finds it in the cache

std::size_t count_lines(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

csv_input::csv_input(csv_source source, char delimiter)
    : source_(std::move(source)), delimiter_(delimiter), capacity_(usual_capacity) {
    buffer_ = std::make_unique<char[]>(capacity_ + 3 * csv_padding);
    begin_ = end_ = buffer_.get() + csv_padding;
}

bool csv_input::skip(std::string_view prefix) {
    while (static_cast<std::size_t>(end_ - begin_) < prefix.size() && read_more()) {
    }
    if (!std::string_view(begin_, static_cast<std::size_t>(end_ - begin_)).starts_with(prefix)) return false;
    begin_ += prefix.size();
    return true;
}

void csv_input::drop_text() {
    begin_ += size_;
    line_ += lines_;
    size_ = lines_ = 0;
}

/// Moves what is left to the front and fills the rest; false at the end of the source.
bool csv_input::read_more() {
    if (at_end_) return false;
    auto left = static_cast<std::size_t>(end_ - begin_);
    if (left == capacity_) {
        auto larger = std::make_unique<char[]>(2 * capacity_ + 3 * csv_padding);
        std::memcpy(larger.get() + csv_padding, begin_, left);
        buffer_ = std::move(larger);
        capacity_ *= 2;
    } else {
        std::memmove(buffer_.get() + csv_padding, begin_, left);
    }
    begin_ = buffer_.get() + csv_padding;
    end_ = begin_ + left;
    const auto got = source_(end_, capacity_ - left);
    failed_ = got < 0;
    at_end_ = got <= 0;
    if (got > 0) {
        end_ += got;
        bytes_read_ += static_cast<std::size_t>(got);
        return true;
    }
    if (left > 0 && end_[-1] != '\n' && !failed_ && !skips_) {
        std::memcpy(end_, line_end_.data(), line_end_.size());  // into the padding, if need be
        end_ += line_end_.size();
    }
    return false;
}

csv_input::event csv_input::next() {
    drop_text();
    return skips_ ? skip_on() : records();
}

csv_input::event csv_input::records() {
    for (std::size_t limit = stretch;;) {
        const auto left = static_cast<std::size_t>(end_ - begin_);
        const auto size = std::min(left, limit);
        scan(begin_, size, delimiter_, columns_, instructions_, found_);
        if (found_.count > 0) {
            size_ = found_.line_end(found_.count - 1) + 1;
            lines_ = found_.inner_lines == 0 ? found_.count : count_lines(text());
            return event::records;
        }
        if (found_.stray_quote) {
            const auto* line_end =
                static_cast<const char*>(std::memchr(begin_ + *found_.stray_quote, '\n', left - *found_.stray_quote));
            if (line_end) return bad_record(flaw::quote_stray, static_cast<std::size_t>(line_end - begin_) + 1);
        }
        if (size < left) {
            limit *= 2;
            continue;
        }
        if (left >= longest_record) {
            if (!found_.stray_quote && found_.ends_inside) return bad_record(flaw::quote_open, line_of_open_quote());
            return bad_record(found_.stray_quote ? flaw::quote_stray : flaw::too_long, left);
        }
        if (read_more()) continue;
        if (failed_) return event::failed;
        if (begin_ == end_) return event::end;
        if (left == static_cast<std::size_t>(end_ - begin_)) return bad_record(flaw::quote_open, line_of_open_quote());
    }
}

/// The bytes up to the end of the line in which a quote opens that is never closed: it is the last one that there is.
std::size_t csv_input::line_of_open_quote() const {
    const std::string_view left(begin_, static_cast<std::size_t>(end_ - begin_));
    const auto quote = left.rfind('"');
    const auto line_end = quote == std::string_view::npos ? quote : left.find('\n', quote);
    return line_end == std::string_view::npos ? left.size() : line_end + 1;
}

/// The first `size` bytes; more of it follows unless they end with a line.
csv_input::event csv_input::bad_record(flaw reason, std::size_t size) {
    flaw_ = reason;
    size_ = size;
    skips_ = begin_[size - 1] != '\n';
    lines_ = count_lines(text());
    return event::bad_record;
}

csv_input::event csv_input::skip_on() {
    if (begin_ == end_ && !read_more()) {
        skips_ = false;
        return failed_ ? event::failed : event::end;
    }
    const auto left = static_cast<std::size_t>(end_ - begin_);
    const auto* line_end = static_cast<const char*>(std::memchr(begin_, '\n', left));
    size_ = line_end ? static_cast<std::size_t>(line_end - begin_) + 1 : left;
    skips_ = line_end == nullptr;
    lines_ = count_lines(text());
    return event::bad_record;
}

}  // namespace outlay
