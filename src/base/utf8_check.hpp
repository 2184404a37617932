// utf8_check: whether a text is UTF-8 throughout, many bytes at a time.
// Promises: the answer of decoding it (base/utf8.hpp), whatever the machine.
// Leaves out: where it is not.
#pragma once

#include <string_view>

namespace outlay {

[[nodiscard]] bool is_utf8(std::string_view text);

namespace utf8_check {
/// Byte by byte, and with AVX2; is_utf8 takes what the machine has.
[[nodiscard]] bool portable(std::string_view text);
[[nodiscard]] bool avx2(std::string_view text);
[[nodiscard]] bool has_avx2();
}  // namespace utf8_check

}  // namespace outlay
