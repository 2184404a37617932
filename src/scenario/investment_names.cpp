#include "scenario/investment_names.hpp"

#include <outlay/base/suggestion.hpp>

#include <algorithm>

namespace outlay {

const scenario_investment* find_investment(const scenario& in, std::string_view name) {
    const auto found = std::ranges::find(in.investments, name, &scenario_investment::name);
    return found == in.investments.end() ? nullptr : &*found;
}

std::vector<std::string_view> investment_names(const scenario& in) {
    std::vector<std::string_view> names;
    for (const scenario_investment& each : in.investments)
        if (!each.name.empty() && std::ranges::find(names, each.name) == names.end()) names.push_back(each.name);
    return names;
}

void suggest_investments(diagnostic& problem, const scenario& in, std::string_view name) {
    const auto names = investment_names(in);
    problem.near = near_misses(name, names);
    problem.expected.clear();
    for (const std::string_view each : names) (problem.expected += problem.expected.empty() ? "" : ", ") += each;
}

void refuse_unknown_name(node_reader& nodes, const scenario& in, const toml_node& node, std::string_view name,
                         std::string_view id) {
    if (find_investment(in, name) != nullptr) return;
    suggest_investments(nodes.report(id, {{"text", node_reader::shown(name)}}, nodes.at_words(node)), in, name);
}

}  // namespace outlay
