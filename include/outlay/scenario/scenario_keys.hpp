// scenario_keys: every key that a scenario file knows, table by table.
// Promises: the very lists that the readers accept; docs/scenario-files.md is held against them by a test.
// Leaves out: what the keys mean.
#pragma once

#include <span>
#include <string_view>

namespace outlay {

struct scenario_table {
    std::string_view name;  ///< "" for the file itself, "[[investment]]", "jobs = { … }" as "jobs", and so on
    std::span<const std::string_view> keys;
};

/// In the order of the documentation.
[[nodiscard]] std::span<const scenario_table> scenario_tables();

}  // namespace outlay
