// investment_names: the investments of a scenario by their names, and what is said of a name that none has.
// Promises: a wrong name is told with its near misses and all that there are.
// Leaves out: names that two of them have (scenario_reader.hpp).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/scenario/scenario.hpp>

#include <string_view>
#include <vector>

namespace outlay {

/// Null where none has the name.
[[nodiscard]] const scenario_investment* find_investment(const scenario& in, std::string_view name);
/// Each once, in the order of the file.
[[nodiscard]] std::vector<std::string_view> investment_names(const scenario& in);

void suggest_investments(diagnostic& problem, const scenario& in, std::string_view name);
/// Reports `id` where no investment has the name.
void refuse_unknown_name(node_reader& nodes, const scenario& in, const toml_node& node, std::string_view name,
                         std::string_view id);

}  // namespace outlay
