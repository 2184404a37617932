#include "scenario/node_reader.hpp"

#include <outlay/base/message.hpp>
#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace outlay {

namespace {

constexpr std::size_t shown_columns = 60;

/// The catalogue's words for a kind of value.
std::string name_of(toml_kind kind) {
    switch (kind) {
        case toml_kind::text: return message("toml-kind-text");
        case toml_kind::whole_number: return message("toml-kind-whole");
        case toml_kind::real: return message("toml-kind-real");
        case toml_kind::boolean: return message("toml-kind-boolean");
        case toml_kind::day: return message("toml-kind-day");
        case toml_kind::time: return message("toml-kind-time");
        case toml_kind::list: return message("toml-kind-list");
        default: return message("toml-kind-table");
    }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string table_words(std::string_view name, table_form form) {
    if (form == table_form::inside) return message("table-inside", {{"name", name}});
    return name.empty() ? message("table-of-file") : message("table-of-list", {{"name", name}});
}

std::string join(std::span<const std::string_view> words) {
    std::string out;
    for (const std::string_view word : words) (out += out.empty() ? "" : ", ") += word;
    return out;
}

}  // namespace

place node_reader::at_words(const toml_node& node) const {
    if (node.kind != toml_kind::text || !node.verbatim) return at(node);
    return text_.at(node.words_begin, node.words_begin + node.text.size());
}

diagnostic& node_reader::report(diagnostic problem) { return problems_.emplace_back(std::move(problem)); }

diagnostic& node_reader::report(std::string_view id, message_arguments arguments, place where) {
    return report(make_diagnostic(id, arguments, std::move(where)));
}

void node_reader::report_at(diagnostics found, const place& where) {
    for (diagnostic& problem : found) {
        problem.where = where;
        report(std::move(problem));
    }
}

std::string node_reader::shown(std::string_view words) { return shorten(words, shown_columns); }

std::optional<std::string> node_reader::read_text(const toml_node& node) {
    if (node.kind != toml_kind::text) return refuse_type(node, "text"), std::nullopt;
    if (!is_blank(node.text)) return node.text;
    report("empty-value", {{"key", shown(node.key)}}, at(node));
    return std::nullopt;
}

std::optional<std::string> node_reader::read_integer(const toml_node& node) {
    std::string digits = node.text;
    std::erase(digits, '_');
    if (digits.starts_with('+')) digits.erase(0, 1);
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    // toml11 clamps what does not fit without a word.
    if (failure == std::errc::result_out_of_range) {
        refuse_number(node, "integer-too-large");
        return std::nullopt;
    }
    if (failure == std::errc{} && end == digits.data() + digits.size()) return digits;
    refuse_number(node, "integer-malformed");
    return std::nullopt;
}

std::optional<std::string> node_reader::read_exact(const toml_node& node) {
    if (node.kind == toml_kind::text) return read_text(node);
    if (node.kind == toml_kind::whole_number) return read_integer(node);
    if (node.kind == toml_kind::real) {
        refuse_number(node, "float-refused");
    } else {
        refuse_type(node, "exact");
    }
    return std::nullopt;
}

std::optional<date> node_reader::read_date(const toml_node& node) {
    if (node.kind != toml_kind::day && node.kind != toml_kind::text) return refuse_type(node, "day"), std::nullopt;
    if (const auto day = parse_date(node.text)) return day;
    report("date-malformed", {{"text", shown(node.text)}}, at_words(node));
    return std::nullopt;
}

std::vector<const toml_node*> node_reader::read_tables(const toml_node& node) {
    std::vector<const toml_node*> tables;
    if (node.kind == toml_kind::table) {
        report("list-wanted", {{"key", shown(node.key)}}, at(node));
        tables.push_back(&node);
    } else if (node.kind != toml_kind::list) {
        refuse_type(node, "tables");
    }
    if (node.kind != toml_kind::list) return tables;
    for (const toml_node& item : node.children) {
        if (item.kind == toml_kind::table) {
            tables.push_back(&item);
        } else {
            report_type(node.key, item.kind, "tables", at(item));
        }
    }
    return tables;
}

diagnostic& node_reader::refuse_number(const toml_node& node, std::string_view id) {
    const std::string key = shown(text_.slice(node.key_begin, node.key_end));
    return report(id, {{"key", shown(node.key)}, {"written-key", key}, {"text", shown(node.text)}}, at(node));
}

void node_reader::refuse_type(const toml_node& node, std::string_view wanted) {
    if (node.kind != toml_kind::broken) report_type(node.key, node.kind, wanted, at(node));
}

diagnostic& node_reader::report_type(std::string_view key, toml_kind found, std::string_view wanted, place where) {
    const std::string name = shown(key);
    const std::string words = message(std::string("toml-kind-").append(wanted));
    const std::string example = message(std::string("example-").append(wanted), {{"key", name}});
    return report("wrong-type", {{"key", name}, {"found", name_of(found)}, {"wanted", words}, {"example", example}},
                  std::move(where));
}

void node_reader::refuse_unknown_keys(const toml_node& table, std::string_view name,
                                      std::span<const std::string_view> known, table_form form) {
    const std::string table_name = table_words(name, form);
    for (const toml_node& child : table.children) {
        if (std::find(known.begin(), known.end(), child.key) != known.end() || child.kind == toml_kind::broken)
            continue;
        diagnostic& problem = report("unknown-key", {{"key", shown(child.key)}, {"table", table_name}}, at_key(child));
        problem.near = near_misses(child.key, known);
        problem.expected = join(known);
    }
}

std::optional<std::size_t> node_reader::read_choice(const toml_node& node, std::span<const std::string_view> known,
                                                    std::string_view id) {
    const auto text = read_text(node);
    if (!text) return std::nullopt;
    const auto found = std::find(known.begin(), known.end(), *text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    diagnostic& problem = report(id, {{"text", shown(*text)}}, at_words(node));
    problem.near = near_misses(*text, known);
    problem.expected = join(known);
    return std::nullopt;
}

std::vector<const toml_node*> node_reader::items_of(const toml_node& node) {
    if (node.kind != toml_kind::list) return {&node};
    std::vector<const toml_node*> items;
    for (const toml_node& item : node.children) items.push_back(&item);
    return items;
}

void node_reader::require_key(const toml_node& table, std::string_view name, std::string_view key, table_form form) {
    const auto is_meant = [&](const toml_node& child) {
        return child.key == key || !near_misses(child.key, std::span(&key, 1)).empty();
    };
    if (std::any_of(table.children.begin(), table.children.end(), is_meant)) return;
    report("missing-key", {{"key", key}, {"table", table_words(name, form)}}, at(table));
}

}  // namespace outlay
