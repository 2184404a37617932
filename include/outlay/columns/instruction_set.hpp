// instruction_set: the vector instructions that a column is converted with.
// Promises: every one gives the same bytes; the best one that this machine has is chosen at run time.
// Leaves out: the conversion itself (columns/convert.hpp).
#pragma once

#include <string_view>
#include <vector>

namespace outlay {

enum class instruction_set { portable, avx2, avx512 };
[[nodiscard]] std::string_view to_text(instruction_set instructions);  ///< "portable", "avx2", "avx512"

/// Those that this machine has, the slowest first; portable is always there.
[[nodiscard]] std::vector<instruction_set> supported_instruction_sets();
[[nodiscard]] bool is_supported(instruction_set instructions);
[[nodiscard]] instruction_set best_instruction_set();

}  // namespace outlay
