// utf16_text: text in UTF-16 as UTF-8, with where each character lies in the file.
// Promises: told by its mark alone; half a surrogate pair becomes U+FFFD and nothing else is lost.
// Leaves out: encodings without a mark.
#pragma once

#include <outlay/base/text_origin.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace outlay::documents {

struct decoded_text {
    std::string text;
    text_origin origin;
};

/// Nothing if the bytes do not begin with the mark of UTF-16 (FF FE or FE FF).
[[nodiscard]] std::optional<decoded_text> decode_utf16(std::string_view bytes);

}  // namespace outlay::documents
