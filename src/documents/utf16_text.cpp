#include "documents/utf16_text.hpp"

namespace outlay::documents {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | (c >> 6U)), put(0x80 | (c & 0x3FU));
    if (c < 0x10000) return put(0xE0 | (c >> 12U)), put(0x80 | ((c >> 6U) & 0x3FU)), put(0x80 | (c & 0x3FU));
    put(0xF0 | (c >> 18U)), put(0x80 | ((c >> 12U) & 0x3FU)), put(0x80 | ((c >> 6U) & 0x3FU)), put(0x80 | (c & 0x3FU));
}

}  // namespace

std::optional<decoded_text> decode_utf16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xFF\xFE");
    if (!little && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? second << 8U | first : first << 8U | second);
    };
    decoded_text made;
    made.text.reserve(bytes.size() / 2);
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        char32_t c = unit(at);
        std::size_t length = 2;
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            length = 4;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = replacement;
        }
        const std::size_t begin = made.text.size();
        append_utf8(made.text, c);
        made.origin.add({begin, at, made.text.size() - begin, length});
        at += length;
    }
    return made;
}

}  // namespace outlay::documents
