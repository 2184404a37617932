// case_warnings: what of the investments of a case should not stand beside each other without a word.
// Promises: each warning once, with the names it is about and what to do.
// Leaves out: what is missing (that is a reason of the metric itself).
#pragma once

#include <outlay/compare/case_inputs.hpp>

namespace outlay {

struct vintage_pair {
    std::size_t older = 0;  ///< indices
    std::size_t newer = 0;
};
/// Of vintages in one table the one announced last is the programme; of the same day, the one written last.
[[nodiscard]] std::vector<vintage_pair> superseded_vintages(const std::vector<resolved_investment>& all);

/// overlap, vintage-superseded, public-private-mixed, jobs-kinds-differ, scope-mismatch.
[[nodiscard]] diagnostics warnings_of(const scenario& what, const resolved_case& resolved);

}  // namespace outlay
