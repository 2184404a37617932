// render_comparison: a comparison as a table for readers, as Markdown, CSV and JSON, and the derivation of its numbers.
// Promises: what is unknown is printed as unknown with its reasons; a ceiling keeps its sign, a ratio its rate;
//   every assumption, rate, date and source that was used stands below the numbers.
// Leaves out: the arithmetic (compare/).
#pragma once

#include <outlay/compare/comparison.hpp>
#include <outlay/report/number_format.hpp>
#include <outlay/report/source_finder.hpp>

#include <string>
#include <string_view>

namespace outlay {

/// Bars beside the numbers of a case that stands alone, where so many columns have room for them, else below the table.
struct chart_request {
    bool is_wanted = false;
    std::size_t columns = 80;
};
/// For a terminal: at most 80 columns where the names allow it; cases stand beside each other where they fit.
[[nodiscard]] std::string render_comparison(const engine& data, const comparison& what, const format_options& options,
                                            const chart_request& chart = {});
[[nodiscard]] std::string render_comparison_markdown(const engine& data, const comparison& what,
                                                     const format_options& options);
/// A line a number: metrics, metrics in the currency of the announcement, ratios, break-even.
[[nodiscard]] std::string render_comparison_csv(const engine& data, const comparison& what,
                                                const format_options& options);
/// The contract's document; with the steps behind every number if `with_trace`, and the bytes of their words where
/// `sources` finds them.
[[nodiscard]] std::string render_comparison_json(const engine& data, const comparison& what,
                                                 const format_options& options, bool with_trace = false,
                                                 const source_finder& sources = {});

/// Formula, inputs, the words and where they were read, rates with their legs, assumptions and rounding,
/// of one metric or of all (`metric_name` empty).
[[nodiscard]] std::string render_explanation(const engine& data, const comparison& what, std::string_view metric_name,
                                             const format_options& options, const source_finder& sources = {});

}  // namespace outlay
