// node_reader: typed values out of a tree of TOML, with a diagnostic under the very word where one is not as it should be.
// Promises: every reading either gives a value or has reported why not.
// Leaves out: which keys there are (scenario_file.cpp, programme_reader.cpp, rate_reader.cpp).
#pragma once

#include "scenario/toml_node.hpp"

#include <outlay/base/date.hpp>
#include <outlay/base/source.hpp>
#include <outlay/engine.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// How a table is called: an item of a list, or a table within another.
enum class table_form { list_item, inside };

class node_reader {
public:
    node_reader(const engine& data, const source& text) : data_(data), text_(text) {}

    [[nodiscard]] const engine& data() const { return data_; }
    [[nodiscard]] const source& text() const { return text_; }
    [[nodiscard]] diagnostics& problems() { return problems_; }

    [[nodiscard]] place at(const toml_node& node) const { return text_.at(node.begin, node.end); }
    [[nodiscard]] place at_key(const toml_node& node) const { return text_.at(node.key_begin, node.key_end); }
    /// The words of a text, inside its quotes where they lie there as they are.
    [[nodiscard]] place at_words(const toml_node& node) const;

    /// The diagnostic may be completed by the caller, before the next one is reported.
    diagnostic& report(diagnostic problem);
    diagnostic& report(std::string_view id, message_arguments arguments, place where);
    /// Problems of another reader, shown at `where` instead of where they were found.
    void report_at(diagnostics found, const place& where);

    /// Words of the file for a message, cut where they are long.
    [[nodiscard]] static std::string shown(std::string_view words);

    /// A text that says something. Errors: wrong-type, empty-value.
    [[nodiscard]] std::optional<std::string> read_text(const toml_node& node);
    /// The digits of an integer. Errors: integer-too-large, integer-malformed.
    [[nodiscard]] std::optional<std::string> read_integer(const toml_node& node);
    /// A text, or the digits of an integer; a float is refused. Errors: wrong-type, float-refused and the above.
    [[nodiscard]] std::optional<std::string> read_exact(const toml_node& node);
    /// A TOML date or a text that is one. Errors: wrong-type, date-malformed.
    [[nodiscard]] std::optional<date> read_date(const toml_node& node);
    /// The tables of a list; one plain table is refused, and read all the same so that its own errors show.
    [[nodiscard]] std::vector<const toml_node*> read_tables(const toml_node& node);

    /// `wanted` names the words for what belongs there ("toml-kind-" and "example-").
    void refuse_type(const toml_node& node, std::string_view wanted);
    diagnostic& refuse_number(const toml_node& node, std::string_view id);
    /// `name` is that of the list the table is an item of; empty for the file itself.
    void refuse_unknown_keys(const toml_node& table, std::string_view name, std::span<const std::string_view> known,
                             table_form form = table_form::list_item);
    /// Reports missing-key unless the table has it, or a misspelling of it that is reported as such.
    void require_key(const toml_node& table, std::string_view name, std::string_view key,
                     table_form form = table_form::list_item);
    /// A word of a list, by its place in it. Errors: `id`, with the near misses; wrong-type, empty-value.
    [[nodiscard]] std::optional<std::size_t> read_choice(const toml_node& node, std::span<const std::string_view> known,
                                                         std::string_view id);
    /// The items of a list, or the one value that stands in its place.
    [[nodiscard]] static std::vector<const toml_node*> items_of(const toml_node& node);

private:
    diagnostic& report_type(std::string_view key, toml_kind found, std::string_view wanted, place where);

    const engine& data_;
    const source& text_;
    diagnostics problems_;
};

}  // namespace outlay
