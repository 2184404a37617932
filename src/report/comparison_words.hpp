// comparison_words: what the tables of a comparison say alike: labels, footnotes, rates.
// Promises: footnotes are numbered by first use and printed once.
// Leaves out: layout (render_comparison.cpp, comparison_markdown.cpp).
#pragma once

#include <outlay/compare/comparison.hpp>
#include <outlay/report/number_format.hpp>

#include "report/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

class footnotes {
public:
    explicit footnotes(const format_options& options) : options_(&options) {}

    /// "(1)(3)" for the reasons a metric is missing, or the notes of one that is known. What the sign of an amount says
    /// already (that it is a ceiling, or about) is no footnote; `text` is what stands for it where that is words alone.
    [[nodiscard]] std::string marks(const metric& value, std::string_view text = {});
    /// A mark and its text each, in order.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> list() const;
    [[nodiscard]] bool empty() const { return ids_.empty(); }

private:
    const format_options* options_;
    std::vector<std::pair<std::string, bool>> ids_;  ///< an id, and whether it is a reason for something missing
};

/// "per year"; the name itself where nobody has words for it.
[[nodiscard]] std::string metric_label(std::string_view name, const format_options& options);
[[nodiscard]] std::string case_label(const comparison& what, std::size_t index, const format_options& options);

/// A rate as a case used it.
[[nodiscard]] const compared_investment* find_investment(const compared_case& c, std::string_view name);
/// The rates of a case that converted something, each once.
[[nodiscard]] std::vector<const rate*> rates_of(const compared_case& c);
/// "at USD/KRW 1,436"; empty if neither side of the ratio was converted.
[[nodiscard]] std::string ratio_rates(const engine& data, const compared_case& c, const compared_ratio& ratio_row,
                                      const format_options& options);
/// A metric of that name, or null.
[[nodiscard]] const metric* find_metric(const std::vector<named_metric>& metrics, std::string_view name);
/// The metric in the currency of the announcement, where that is another one and the metric is known.
[[nodiscard]] const metric* original_of(const compared_investment& investment, std::string_view name, currency_code to);

/// "amounts in USD, as of 2025-01-22, …".
[[nodiscard]] std::string currency_and_date(const compared_case& c, const format_options& options);
/// True if all cases were asked of one date in one currency.
[[nodiscard]] bool share_date(const comparison& what);

/// One of the questions of break_even.hpp about an investment, with the words before its answer. Of metrics that were
/// not asked for nothing is asked here either.
struct break_even_answer {
    std::string title;
    std::string label;
    const metric* value;
};
[[nodiscard]] std::vector<break_even_answer> break_even_answers(const compared_case& c, const break_even_row& row,
                                                                const format_options& options);

/// An answer to "?", with the words before it.
struct solved_answer {
    std::string label;
    asked_value what;
    const metric* value;
};
[[nodiscard]] std::vector<solved_answer> solved_answers(const compared_case& c, std::string_view investment,
                                                        const format_options& options);

/// "2", with the places that the bounds allow where those are others: "2 (1–3)"; empty where the metric is unknown.
[[nodiscard]] std::string rank_text(const compared_rank& rank);

}  // namespace outlay
