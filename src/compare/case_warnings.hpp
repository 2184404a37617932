// case_warnings: what of the investments of a case should not stand beside each other without a word.
// Promises: each warning once, with the names it is about and what to do.
// Leaves out: what is missing (that is a reason of the metric itself).
#pragma once

#include <outlay/compare/case_inputs.hpp>

namespace outlay {

/// overlap, vintage-superseded, public-private-mixed, jobs-kinds-differ, scope-mismatch.
[[nodiscard]] diagnostics warnings_of(const scenario& what, const resolved_case& resolved);

}  // namespace outlay
