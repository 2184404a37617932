#include "expression/names.hpp"

#include "expression/keywords.hpp"

#include <outlay/compare/comparison.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// True if `part` stands in `whole` as whole words.
bool has_words(std::string_view whole, std::string_view part) {
    if (part.empty()) return false;
    for (std::size_t at = 0; at + part.size() <= whole.size(); ++at)
        if (starts_with_folded(whole.substr(at), part) && is_word_start(whole, at) && is_word_end(whole, at + part.size()))
            return true;
    return false;
}

bool is_of_economy(const engine& data, const programme& what, std::string_view words) {
    const auto* row = data.find_economy(what.economy);
    if (row == nullptr) return false;
    return equal_folded(row->code, words) || equal_folded(row->alpha3, words) || has_words(row->name, words) ||
           row->name_ko == words;
}

template <class Matches>
std::vector<std::size_t> all_that(std::span<const scenario_investment> known, Matches matches) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (matches(known[i])) found.push_back(i);
    return found;
}

}  // namespace

std::vector<std::size_t> find_programmes(const engine& data, std::span<const scenario_investment> known, std::string_view words) {
    auto found = all_that(known, [&](const programme& p) {
        return equal_folded(p.name, words) || (!p.id.empty() && equal_folded(p.id, words));
    });
    if (found.empty()) found = all_that(known, [&](const programme& p) { return has_words(p.name, words); });
    if (found.empty()) found = all_that(known, [&](const programme& p) { return is_of_economy(data, p, words); });
    return found;
}

name_match match_name(std::span<const scenario_investment> known, std::string_view text, std::size_t offset) {
    name_match best;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::string_view name = known[i].name;
        if (name.size() > best.length && starts_with_folded(text.substr(offset), name) &&
            is_word_end(text, offset + name.size()))
            best = {i, name.size()};
    }
    return best;
}

std::vector<std::string_view> property_names() {
    std::vector<std::string_view> all{"outlay", "jobs", "period", "power", "accelerators"};
    std::ranges::copy(metric_names(), std::back_inserter(all));
    return all;
}

std::string_view find_property(std::string_view words) {
    const auto same = [](char a, char b) {
        if (a == '_') return b == '_' || b == '-' || b == ' ';
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    };
    for (const auto name : property_names())
        if (std::ranges::equal(name, words, same)) return name;
    return {};
}

}  // namespace outlay
