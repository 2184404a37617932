// terminal_columns: how wide standard output is.
// Promises: 80 where it is no terminal, so that the same input gives the same bytes in a file.
// Leaves out: what is written into it.
#pragma once

#include <cstddef>

namespace outlay::cli {

[[nodiscard]] std::size_t terminal_columns();

}  // namespace outlay::cli
