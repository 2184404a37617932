#include "scenario/rate_reader.hpp"

#include <algorithm>
#include <array>

namespace outlay {

std::vector<given_rate> rate_reader::read_list(const toml_node& list) {
    std::vector<given_rate> rates;
    for (const toml_node* item : reader_.read_tables(list))
        if (auto found = read_item(*item)) rates.push_back(std::move(*found));
    return rates;
}

std::optional<given_rate> rate_reader::read_item(const toml_node& item) {
    static constexpr std::array<std::string_view, 3> keys{"pair", "value", "source"};
    reader_.refuse_unknown_keys(item, "rate", keys);
    reader_.require_key(item, "rate", "pair");
    reader_.require_key(item, "rate", "value");

    std::optional<currency_pair> pair;
    if (const toml_node* node = item.find("pair"))
        if (const auto text = reader_.read_text(*node)) {
            pair = read_currency_pair(*text, reader_.at_words(*node));
            if (pair && !add_pair(*pair, reader_.at_words(*node), pairs_of_file_)) pair.reset();
        }
    std::optional<std::string> written;
    std::optional<ratio> value;
    if (const toml_node* node = item.find("value"))
        if ((written = reader_.read_exact(*node))) value = read_value(*node, *written);
    std::optional<std::string> source = place_name(item);
    if (const toml_node* node = item.find("source")) source = reader_.read_text(*node);

    if (!pair || !value || !source) return std::nullopt;
    return given_rate{*pair, std::move(*value), std::move(*written), std::move(*source)};
}

std::vector<given_rate> rate_reader::read_table(const toml_node& table) {
    std::vector<given_rate> rates;
    if (table.kind != toml_kind::table) {
        reader_.refuse_type(table, "rate-table");
        return rates;
    }
    std::vector<placed_pair> seen;
    for (const toml_node& node : table.children) {
        const place where = reader_.at_key(node);
        const auto pair = read_currency_pair(node.key, where);
        const auto written = reader_.read_exact(node);
        auto value = written ? read_value(node, *written) : std::nullopt;
        if (!pair || !add_pair(*pair, where, seen) || refuse_inverse(*pair, where, pairs_of_file_) || !value) continue;
        rates.push_back({*pair, std::move(*value), *written, place_name(node)});
    }
    return rates;
}

std::optional<currency_pair> rate_reader::read_currency_pair(std::string_view text, const place& where) {
    auto pair = read_pair(text, reader_.data().currencies(), where);
    if (pair) return *pair;
    for (diagnostic& problem : pair.problems()) reader_.report(std::move(problem));
    return std::nullopt;
}

std::optional<ratio> rate_reader::read_value(const toml_node& node, std::string_view written) {
    auto value = read_rate_value(written, reader_.at_words(node));
    if (value) return std::move(*value);
    for (diagnostic& problem : value.problems()) reader_.report(std::move(problem));
    return std::nullopt;
}

bool rate_reader::add_pair(const currency_pair& pair, const place& where, std::vector<placed_pair>& seen) {
    const auto same =
        std::find_if(seen.begin(), seen.end(), [&](const placed_pair& known) { return known.pair == pair; });
    if (same != seen.end()) {
        reader_.report("rate-given-twice", {{"pair", to_text(pair)}, {"line", std::to_string(same->line)}}, where);
        return false;
    }
    if (refuse_inverse(pair, where, seen)) return false;
    seen.push_back({pair, where.line});
    return true;
}

bool rate_reader::refuse_inverse(const currency_pair& pair, const place& where, const std::vector<placed_pair>& seen) {
    for (const placed_pair& known : seen) {
        if (known.pair != pair.reversed()) continue;
        reader_.report(
            "rate-given-inverse",
            {{"pair", to_text(pair)}, {"inverse", to_text(known.pair)}, {"line", std::to_string(known.line)}}, where);
        return true;
    }
    return false;
}

std::string rate_reader::place_name(const toml_node& node) const {
    return reader_.text().name() + ":" + std::to_string(reader_.at(node).line);
}

}  // namespace outlay
