// coverage: whether a line led the library where no line led it before.
// Promises: the same lines in the same build give the same answers.
// Leaves out: which lines to try (driver.cpp).
#pragma once

#include <cstddef>

namespace outlay::fuzz {

void forget_way();
/// Since forget_way(): through an edge that was never taken, or was never taken so often.
[[nodiscard]] bool took_new_way();
[[nodiscard]] std::size_t ways_seen();

}  // namespace outlay::fuzz
