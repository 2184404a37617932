// root: the square root of a fraction: exact where it is one, else its first digits and the word that they are not all.
// Promises: never above the true root, and closer to it than one unit of the last digit asked for.
// Leaves out: other roots. A root that is no fraction is the one thing in a formula of ours that cannot be exact.
#pragma once

#include <outlay/number/ratio.hpp>

namespace outlay {

struct square_root {
    ratio value;
    bool exact = false;
};

/// Of a value not below zero; `digits` after the point where it does not end.
[[nodiscard]] square_root root_of(const ratio& value, unsigned digits = 50);

/// value × value × … so many times; 1 for 0.
[[nodiscard]] ratio power_of(const ratio& value, unsigned exponent);

}  // namespace outlay
