// json: writes JSON text (RFC 8259) onto a string.
// Promises: strings are escaped, UTF-8 passes through and a byte that is none becomes U+FFFD; keys keep their order.
// Leaves out: numbers that carry money. Amounts are strings here, always; only counts and offsets are JSON numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// Stands in every document: the version of the machine-readable contract.
inline constexpr std::string_view schema_id = "outlay/1";

class json_writer {
public:
    enum class layout { compact, indented };  ///< indented: by two spaces; a line ends the document in either

    explicit json_writer(std::string& out, layout form = layout::compact) : out_(out), form_(form) {}

    json_writer& begin_object() { return open('{'); }
    json_writer& end_object() { return close('}'); }
    json_writer& begin_array() { return open('['); }
    json_writer& end_array() { return close(']'); }
    json_writer& key(std::string_view name);

    json_writer& text(std::string_view value);
    json_writer& number(std::uint64_t value);
    json_writer& boolean(bool value);
    json_writer& null();
    /// A text, or null where there is none.
    json_writer& text_or_null(const std::optional<std::string>& value);
    /// An array of texts on one line.
    json_writer& texts(const std::vector<std::string>& values);

    /// The line end after the last bracket.
    void finish() { out_ += '\n'; }

private:
    json_writer& open(char bracket);
    json_writer& close(char bracket);
    void before_value();
    void line_break();

    std::string& out_;
    layout form_;
    std::vector<bool> has_items_;  ///< of each open bracket
    bool after_key_ = false;
};

/// The quoted form of a text.
void append_json_text(std::string& out, std::string_view value);

}  // namespace outlay
