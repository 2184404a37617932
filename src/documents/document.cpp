#include <outlay/documents/document.hpp>

#include <outlay/base/utf8.hpp>

#include "documents/page_text.hpp"
#include "documents/utf16_text.hpp"

#include <algorithm>
#include <utility>

namespace outlay {

namespace {

constexpr std::size_t mark_size = 2;

diagnostics warning_at(std::string_view id, const source& text, std::size_t at) {
    auto warning = make_diagnostic(id, {}, text.at(at, at + 1));
    warning.level = severity::warning;
    return {std::move(warning)};
}

/// Neither text nor what terminals and printers are told within one.
bool is_control(char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return c == 0x7F || (c < 0x20 && !(c >= 0x08 && c <= 0x0D) && c != 0x1A && c != 0x1B);
}

/// FF FE 00 00 or 00 00 FE FF; the first begins as UTF-16 does, of which no text begins with a zero.
bool has_utf32_mark(std::string_view bytes) {
    constexpr std::string_view little("\xFF\xFE\0\0", 4), big("\0\0\xFE\xFF", 4);
    return bytes.starts_with(little) || bytes.starts_with(big);
}

documents::byte_order order_of(document_form form) {
    return form == document_form::utf16_little ? documents::byte_order::little : documents::byte_order::big;
}

}  // namespace

document_form form_of(std::string_view name, std::string_view beginning) {
    if (has_utf32_mark(beginning)) return document_form::binary;
    if (const auto order = documents::find_utf16_mark(beginning)) {
        const auto text = documents::decode_utf16(beginning.substr(mark_size), *order, mark_size, false).text;
        if (documents::is_page(name, text)) return document_form::page;
        return *order == documents::byte_order::little ? document_form::utf16_little : document_form::utf16_big;
    }
    // Random bytes hold one in nine; a text of other encodings none.
    constexpr std::size_t sample = 16384, one_in = 64;
    beginning = beginning.substr(0, sample);
    const auto controls = static_cast<std::size_t>(std::count_if(beginning.begin(), beginning.end(), is_control));
    if (controls > 1 && controls * one_in > beginning.size()) return document_form::binary;
    return documents::is_page(name, beginning) ? document_form::page : document_form::text;
}

decoded_document decode_document(std::string name, std::string bytes) {
    const document_form form = form_of(name, bytes);
    if (form == document_form::binary) {
        const bool utf32 = has_utf32_mark(bytes);
        source nothing(std::move(name), {});
        auto problem = make_diagnostic(utf32 ? "document-utf32" : "document-binary", {}, nothing.whole());
        return {std::move(nothing), {std::move(problem)}};
    }
    decoded_document made = [&] {
        if (const auto order = documents::find_utf16_mark(bytes))
            return decode_utf16_part(std::move(name), std::string_view(bytes).substr(mark_size),
                                     *order == documents::byte_order::little ? document_form::utf16_little : document_form::utf16_big,
                                     {mark_size, 0, true});
        source text(std::move(name), std::move(bytes));
        auto warnings = find_broken_bytes(text);
        return decoded_document{std::move(text), std::move(warnings)};
    }();
    if (form == document_form::page) made.text = documents::read_page(std::move(made.text));
    return made;
}

decoded_document decode_utf16_part(std::string name, std::string_view bytes, document_form form, const part_place& where) {
    auto decoded = documents::decode_utf16(bytes, order_of(form), where.offset, where.last);
    decoded.origin.offset = where.offset;
    decoded.origin.lines = where.lines;
    source text(std::move(name), std::move(decoded.text), std::move(decoded.origin));
    auto warnings = decoded.broken ? warning_at("document-not-utf16", text, *decoded.broken) : diagnostics{};
    return {std::move(text), std::move(warnings)};
}

result<decoded_document> read_document(const std::string& file) {
    auto bytes = source::read(file);
    if (!bytes) return bytes.problems();
    auto read = decode_document(file, std::string(bytes->text()));
    if (has_errors(read.warnings)) return std::move(read.warnings);
    return read;
}

bool is_plain_text(std::string_view name, std::string_view beginning) { return form_of(name, beginning) == document_form::text; }

diagnostics find_broken_bytes(const source& text) {
    const auto bad = find_invalid_utf8(text.text());
    return bad ? warning_at("document-not-utf8", text, *bad) : diagnostics{};
}

}  // namespace outlay
