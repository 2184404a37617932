// render_check: what a scenario file that has no problems says, and what it leaves unknown.
// Promises: names everything that was not stated, so that an unknown metric is no surprise.
// Leaves out: problems; those are diagnostics (base/diagnostic.hpp).
#pragma once

#include <outlay/report/number_format.hpp>
#include <outlay/scenario/scenario.hpp>

#include <string>
#include <string_view>

namespace outlay {

[[nodiscard]] std::string render_check(std::string_view file, const scenario& what, const format_options& options);

}  // namespace outlay
