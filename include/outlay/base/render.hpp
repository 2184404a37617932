// render: a diagnostic as lines for a terminal of so many columns.
// Promises: the caret stands under its place, by display width, however narrow the terminal is.
// Leaves out: folding of the other lines (report/table.hpp folds), and the usual form (diagnostic.hpp).
#pragma once

#include <outlay/base/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace outlay {

/// render() with as much of the line of its place as takes, with its number, at most `columns`: the part about the caret.
[[nodiscard]] std::string render(const diagnostic& problem, std::size_t columns);

}  // namespace outlay
