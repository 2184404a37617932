// render_expression: an expression as it was read, its value with the rates it went through, and how it came about.
// Promises: the reading shows every amount, unit and name as understood; what is unknown is said with its reason.
// Leaves out: the arithmetic (expression/evaluate.hpp).
#pragma once

#include <outlay/expression/evaluate.hpp>
#include <outlay/report/number_format.hpp>
#include <outlay/report/table.hpp>

#include <span>
#include <string>

namespace outlay {

/// A line that was read and evaluated.
struct evaluated_line {
    const expression* read = nullptr;
    const evaluation* value = nullptr;
    std::span<const scenario_investment> programmes;
    std::size_t line = 1;  ///< of the file or pipe it came from
};

/// "≤ 500 billion USD / 100,000 jobs": the typed reading of a line.
[[nodiscard]] std::string render_reading(const engine& data, const evaluated_line& what, const format_options& options);
/// "≤ 5,000,000.00 USD/job  ≤ $5 million", or why it is unknown.
[[nodiscard]] std::string render_value(const engine& data, const evaluated_line& what, const format_options& options);
/// Reading, "=", value and rates on one line.
[[nodiscard]] std::string render_evaluated_line(const engine& data, const evaluated_line& what,
                                                const format_options& options);
/// For a terminal: the reading, the value below it, then a line a rate and a line a note.
[[nodiscard]] std::string render_evaluation(const engine& data, const evaluated_line& what,
                                            const format_options& options, std::size_t width = text_width);
/// Every step, the exact value, and the rates with their legs.
[[nodiscard]] std::string render_evaluation_steps(const engine& data, const evaluated_line& what,
                                                  const format_options& options);
/// The contract's document, one line of JSON: that of a value, and that of a line that has none.
[[nodiscard]] std::string render_evaluation_json(const engine& data, const evaluated_line& what,
                                                 const format_options& options, bool with_trace = false);
[[nodiscard]] std::string render_problem_line_json(std::string_view text, std::size_t line, const diagnostics& problems);

}  // namespace outlay
