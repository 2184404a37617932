#include "scenario/uncertain_reader.hpp"

#include "scenario/key_lists.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>
#include <array>

namespace outlay {

namespace {

constexpr std::array<std::string_view, 3> shapes{"uniform", "triangular", "lognormal"};

}  // namespace

std::string_view to_text(uncertain_shape shape) { return shapes[static_cast<std::size_t>(shape)]; }

std::span<const std::string_view> uncertain_shape_names() { return shapes; }

std::vector<uncertain_input> uncertain_reader::read_list(const toml_node& list) {
    std::vector<uncertain_input> out;
    for (const toml_node* item : reader_.read_tables(list)) {
        auto read = read_item(*item);
        if (!read) continue;
        const auto same = std::ranges::find(out, read->input, &uncertain_input::input);
        if (same != out.end())
            reader_.report("uncertain-twice", {{"input", read->input.name}, {"line", std::to_string(same->where.line)}},
                           read->where);
        else
            out.push_back(std::move(*read));
    }
    return out;
}

std::optional<uncertain_input> uncertain_reader::read_item(const toml_node& item) {
    reader_.refuse_unknown_keys(item, "uncertain", keys::uncertain);
    for (const std::string_view key : {"input", "low", "high"}) reader_.require_key(item, "uncertain", key);
    uncertain_input out;
    out.where = reader_.at(item);
    const auto shape = read_shape(item);
    if (const toml_node* node = item.find("source")) out.source = reader_.read_text(*node).value_or("");
    const toml_node* node = item.find("input");
    const auto name = node != nullptr ? reader_.read_text(*node) : std::nullopt;
    if (!name) return std::nullopt;
    out.where = reader_.at_words(*node);
    auto input = read_input(reader_.data(), what_, *name, out.where);
    if (!input) {
        for (diagnostic& problem : input.problems()) reader_.report(std::move(problem));
        return std::nullopt;
    }
    out.input = std::move(*input);
    auto low = read_bound(item, "low", out.input);
    out.mode = read_bound(item, "mode", out.input);
    auto high = read_bound(item, "high", out.input);
    if (!shape || !low || !high || (item.find("mode") != nullptr && !out.mode)) return std::nullopt;
    out.shape = *shape;
    out.low = std::move(*low);
    out.high = std::move(*high);
    return are_in_order(item, out) ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<uncertain_shape> uncertain_reader::read_shape(const toml_node& item) {
    const toml_node* node = item.find("shape");
    if (node == nullptr) return item.find("mode") ? uncertain_shape::triangular : uncertain_shape::uniform;
    const auto text = reader_.read_text(*node);
    if (!text) return std::nullopt;
    const auto found = std::ranges::find(shapes, *text);
    if (found != shapes.end()) return static_cast<uncertain_shape>(found - shapes.begin());
    diagnostic& problem =
        reader_.report("unknown-shape", {{"text", node_reader::shown(*text)}}, reader_.at_words(*node));
    problem.near = near_misses(*text, shapes);
    return std::nullopt;
}

std::optional<input_value> uncertain_reader::read_bound(const toml_node& item, std::string_view key,
                                                        const scenario_input& input) {
    const toml_node* node = item.find(key);
    const auto text = node != nullptr ? reader_.read_exact(*node) : std::nullopt;
    if (!text) return std::nullopt;
    auto value = read_input_value(reader_.data(), what_, input, *text, reader_.at_words(*node));
    if (value) return std::move(*value);
    for (diagnostic& problem : value.problems()) reader_.report(std::move(problem));
    return std::nullopt;
}

bool uncertain_reader::are_in_order(const toml_node& item, const uncertain_input& read) {
    const bool needs_mode = read.shape == uncertain_shape::triangular;
    if (needs_mode != read.mode.has_value()) {
        const toml_node* node = item.find("mode");
        reader_.report("uncertain-mode", {{"shape", to_text(read.shape)}}, node ? reader_.at_key(*node) : read.where);
        return false;
    }
    const bool between = !read.mode || (read.low.amount <= read.mode->amount && read.mode->amount <= read.high.amount);
    if (read.low.amount < read.high.amount && between) return true;
    reader_.report("uncertain-order", {{"input", read.input.name}}, reader_.at_words(*item.find("high")));
    return false;
}

}  // namespace outlay
