// metric_names: what a scenario can be measured by; docs/formulae.md has the formulae.
// Promises: fixed order, in which every table shows them.
// Leaves out: computing them (compare/).
#pragma once

#include <span>
#include <string_view>

namespace outlay {

[[nodiscard]] std::span<const std::string_view> metric_names();

}  // namespace outlay
