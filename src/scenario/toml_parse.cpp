#include "scenario/toml_parse.hpp"

#include "scenario/toml_key.hpp"

#include <toml.hpp>

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

namespace outlay {

namespace {

// toml11 takes back() of an empty array when a header extends one ("x = []", then "[x.y]").
template <class... T>
struct checked_vector : std::vector<T...> {
    using std::vector<T...>::vector;
    auto& back() { return require(), std::vector<T...>::back(); }
    const auto& back() const { return require(), std::vector<T...>::back(); }

private:
    void require() const {
        if (this->empty()) throw std::out_of_range("empty array");
    }
};

using parsed_value = toml::basic_value<toml::discard_comments, std::map, checked_vector>;

toml_kind kind_of(const parsed_value& value) {
    switch (value.type()) {
        case toml::value_t::boolean: return toml_kind::boolean;
        case toml::value_t::integer: return toml_kind::whole_number;
        case toml::value_t::floating: return toml_kind::real;
        case toml::value_t::string: return toml_kind::text;
        case toml::value_t::local_date: return toml_kind::day;
        case toml::value_t::array: return toml_kind::list;
        case toml::value_t::table: return toml_kind::table;
        default: return toml_kind::time;
    }
}

class tree_builder {
public:
    explicit tree_builder(std::string_view text) : text_(text) {}

    [[nodiscard]] toml_node build(const parsed_value& value) const {
        toml_node out;
        out.kind = kind_of(value);
        place_value(value, out);
        if (out.kind == toml_kind::text) place_words(value.as_string().str, out);
        if (out.kind == toml_kind::list)
            for (const auto& item : value.as_array()) out.children.push_back(build(item));
        if (out.kind == toml_kind::table) add_children(value, out);
        return out;
    }

private:
    // toml11 keeps integers as 64 bits and floats as doubles; the text as written is in the region it remembers.
    // (value.location() tells the same, but counts the lines before each value anew.)
    void place_value(const parsed_value& value, toml_node& out) const {
        const auto* where = dynamic_cast<const toml::detail::region*>(toml::detail::get_region(value));
        if (where == nullptr) return;
        out.begin = std::min(static_cast<std::size_t>(where->first() - where->begin()), text_.size());
        out.end = std::min(static_cast<std::size_t>(where->last() - where->begin()), text_.size());
        if (out.is_leaf()) out.text = std::string(text_.substr(out.begin, out.end - out.begin));
    }

    static void place_words(const std::string& words, toml_node& out) {
        const std::string_view raw = out.text;
        for (const std::size_t quotes : {std::size_t{3}, std::size_t{1}}) {
            if (raw.size() < 2 * quotes) continue;
            if (raw.substr(quotes, raw.size() - 2 * quotes) != words) continue;
            out.verbatim = true;
            out.words_begin = out.begin + quotes;
        }
        out.text = words;
    }

    void add_children(const parsed_value& value, toml_node& out) const {
        for (const auto& [key, child] : value.as_table()) {
            toml_node node = build(child);
            node.key = key;
            const auto assigned = key_before(text_, node.begin);
            const toml_span span = assigned ? *assigned : key_within(text_, node.begin, node.end, key);
            node.key_begin = span.begin;
            node.key_end = span.end;
            out.children.push_back(std::move(node));
        }
        std::stable_sort(out.children.begin(), out.children.end(),
                         [](const toml_node& a, const toml_node& b) { return a.key_begin < b.key_begin; });
    }

    std::string_view text_;
};

std::string_view line_of(std::string_view text, std::size_t line) {
    for (; line > 1 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

toml_stop stop_of(const toml::exception& failure, std::string_view text) {
    const auto& where = failure.location();
    // toml11 names the function that inserts a parsed value only where the value has no room.
    const bool clash = std::string_view(failure.what()).find("insert_value") != std::string_view::npos;
    // Dates and escapes are parsed as texts of their own: their lines count from themselves.
    if (where.line_str() != line_of(text, where.line())) return {0, 0, 0, clash, where.line_str()};
    return {where.line(), where.column() > 0 ? where.column() - 1 : 0, where.region(), clash, {}};
}

}  // namespace

std::variant<toml_node, toml_stop> parse_toml(std::string_view text) {
    try {
        std::istringstream stream{std::string(text), std::ios::binary};
        return tree_builder(text).build(toml::parse<toml::discard_comments, std::map, checked_vector>(stream, ""));
    } catch (const toml::exception& failure) {
        return stop_of(failure, text);
    } catch (const std::exception&) {
        return toml_stop{};
    }
}

}  // namespace outlay
