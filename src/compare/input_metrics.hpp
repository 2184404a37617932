// input_metrics: what one announcement states, and what is assumed of it, as metrics.
// Promises: what is not stated is missing with its reason; an assumption stands in a note and in a step.
// Leaves out: rates and accounts (case_inputs.cpp, account_inputs.hpp).
#pragma once

#include <outlay/compare/case_inputs.hpp>

#include <string>
#include <string_view>

namespace outlay {

[[nodiscard]] metric missing_input(std::string_view name, std::string reason, std::string_view unit);
[[nodiscard]] metric stated_input(std::string_view name, const stated_figure& stated, std::string unit);
/// In years, with a step where the words have another unit.
[[nodiscard]] metric duration_input(std::string_view name, const stated_figure& stated);
/// A point that is known, with a step that says what it is and whose word it is.
[[nodiscard]] metric known_input(std::string_view name, ratio value, std::string unit, std::string detail,
                                 std::string evidence);

/// outlay, years, jobs, job_years, power, accelerators and public_share of `out.inputs`.
void fill_stated_inputs(resolved_investment& out);

/// The step that was made last gets the formula, if one was made.
void name_step(metric& out, std::string_view formula);
/// A note, and the sentence of it as a step.
void assume(metric& out, std::string_view assumption);

}  // namespace outlay
