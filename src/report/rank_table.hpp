// rank_table: which place each investment takes, a row an investment, a column a metric.
// Promises: the places that bounds allow stand beside the place of the number that is stated; what is unknown has none.
// Leaves out: computing them (compare/).
#pragma once

#include "report/comparison_words.hpp"
#include "report/wide_table.hpp"

namespace outlay {

[[nodiscard]] wide_table rank_table(const compared_case& c, const format_options& options, std::string_view indent = "  ");

}  // namespace outlay
