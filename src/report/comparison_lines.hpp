// comparison_lines: a comparison as labelled lines of cells, one cell a case, before they are laid out.
// Promises: every line has a cell for every case asked for; what a case does not have is an empty cell.
// Leaves out: where the cells stand on the page (render_comparison.cpp).
#pragma once

#include "report/comparison_words.hpp"

#include <string>
#include <vector>

namespace outlay {

/// A number of one case: in full, and below or beside it in words, with its footnote marks.
struct comparison_cell {
    std::string full;
    std::string words;
    bool is_one_amount = false;  ///< of money, no range: such amounts line up
    const metric* measured = nullptr;  ///< of a metric in the currency compared: what a bar is drawn for
};

/// A line of the table; a title has no cells.
struct comparison_line {
    std::string label;
    std::vector<comparison_cell> cells;
};

/// The cases of a comparison that stand beside each other, by index.
using case_list = std::vector<std::size_t>;

[[nodiscard]] std::vector<comparison_line> comparison_lines(const engine& data, const comparison& what,
                                                            const case_list& cases, footnotes& notes,
                                                            const format_options& options);

}  // namespace outlay
