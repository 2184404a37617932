// utf16_text: text in UTF-16 as UTF-8, with where each character lies in the file.
// Promises: told by its mark alone; half a surrogate pair becomes U+FFFD and nothing else is lost; the first one is told.
// Leaves out: encodings without a mark.
#pragma once

#include <outlay/base/text_origin.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace outlay::documents {

enum class byte_order { little, big };

/// By the mark of UTF-16 (FF FE or FE FF), which is two bytes.
[[nodiscard]] std::optional<byte_order> find_utf16_mark(std::string_view bytes);

struct decoded_text {
    std::string text;
    text_origin origin;
    std::optional<std::size_t> broken;  ///< in the text: the first half of a pair, or half a unit at the end
};

/// Bytes without the mark, which lie in the file after `offset` others. Of a part that is not the last one, half a unit or
/// half a pair at the end is left for the next.
[[nodiscard]] decoded_text decode_utf16(std::string_view bytes, byte_order order, std::size_t offset, bool last);

}  // namespace outlay::documents
