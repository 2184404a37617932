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

bool is_first_half(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_second_half(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::optional<byte_order> find_utf16_mark(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return byte_order::little;
    if (bytes.starts_with("\xFE\xFF")) return byte_order::big;
    return std::nullopt;
}

decoded_text decode_utf16(std::string_view bytes, byte_order order, std::size_t offset, bool last) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(order == byte_order::little ? second << 8U | first : first << 8U | second);
    };
    decoded_text made;
    made.text.reserve(bytes.size() / 2);
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        char32_t c = unit(at);
        std::size_t length = 2;
        const bool whole = at + 3 < bytes.size();
        if (is_first_half(c) && !whole && !last) break;
        if (is_first_half(c) && whole && is_second_half(unit(at + 2))) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            length = 4;
        } else if (is_first_half(c) || is_second_half(c)) {
            c = replacement;
            if (!made.broken) made.broken = made.text.size();
        }
        const std::size_t begin = made.text.size();
        append_utf8(made.text, c);
        made.origin.add({begin, offset + at, made.text.size() - begin, length});
        at += length;
    }
    if (last && at < bytes.size() && !made.broken) made.broken = made.text.size();
    return made;
}

}  // namespace outlay::documents
