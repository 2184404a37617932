#include <outlay/report/json.hpp>

#include <outlay/base/utf8.hpp>

#include <array>
#include <charconv>

#include <fmt/format.h>

#include <iterator>

namespace outlay {

namespace {

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
}

bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

void append_json_text(std::string& out, std::string_view value) {
    out += '"';
    for (std::size_t i = 0; i < value.size();) {
        if (static_cast<unsigned char>(value[i]) < 0x80) {
            if (needs_escape(value[i]))
                append_escaped(out, value[i]);
            else
                out += value[i];
            ++i;
            continue;
        }
        const auto point = decode_at(value, i);
        if (point.valid)
            out += value.substr(i, point.length);
        else
            out += "\xEF\xBF\xBD";
        i += point.length;
    }
    out += '"';
}

json_writer& json_writer::key(std::string_view name) {
    before_value();
    append_json_text(out_, name);
    out_ += form_ == layout::compact ? ":" : ": ";
    after_key_ = true;
    return *this;
}

json_writer& json_writer::text(std::string_view value) {
    before_value();
    append_json_text(out_, value);
    return *this;
}

json_writer& json_writer::number(std::uint64_t value) {
    before_value();
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
    return *this;
}

json_writer& json_writer::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
    return *this;
}

json_writer& json_writer::null() {
    before_value();
    out_ += "null";
    return *this;
}

json_writer& json_writer::text_or_null(const std::optional<std::string>& value) {
    return value ? text(*value) : null();
}

json_writer& json_writer::texts(const std::vector<std::string>& values) {
    before_value();
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i != 0) out_ += form_ == layout::compact ? "," : ", ";
        append_json_text(out_, values[i]);
    }
    out_ += ']';
    return *this;
}

json_writer& json_writer::open(char bracket) {
    before_value();
    out_ += bracket;
    has_items_.push_back(false);
    return *this;
}

json_writer& json_writer::close(char bracket) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) line_break();
    out_ += bracket;
    return *this;
}

void json_writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_items_.empty()) return;
    if (has_items_.back()) out_ += ',';
    has_items_.back() = true;
    line_break();
}

void json_writer::line_break() {
    if (form_ == layout::compact) return;
    out_ += '\n';
    out_.append(2 * has_items_.size(), ' ');
}

}  // namespace outlay
