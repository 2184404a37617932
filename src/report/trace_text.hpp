// trace_text: the numbered steps behind a metric: formula, values, and the words and place of what was read.
// Promises: one form wherever a number is explained.
// Leaves out: the result and its rounding (render_explanation.cpp, render_expression.cpp).
#pragma once

#include <outlay/report/number_format.hpp>
#include <outlay/report/source_finder.hpp>

#include <string>

namespace outlay {

[[nodiscard]] std::string trace_text(const metric& value, const format_options& options,
                                     const source_finder& sources = {});

}  // namespace outlay
