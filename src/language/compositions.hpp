// compositions: a letter and a mark as one code point (canonical composition), for texts that write them apart (NFD).
#pragma once

#include <utility>

namespace outlay {

/// The code point that is the same as the two; 0 if there is none.
[[nodiscard]] char32_t composed(char32_t letter, char32_t mark);

}  // namespace outlay
