// unicode_ranges: which code points are letters, wide or without width. Sorted; constant data.
#pragma once

#include <span>

namespace outlay::unicode {

struct range {
    char32_t first;
    char32_t last;
};

[[nodiscard]] std::span<const range> letter_ranges();
[[nodiscard]] std::span<const range> wide_ranges();
[[nodiscard]] std::span<const range> zero_width_ranges();

}  // namespace outlay::unicode
