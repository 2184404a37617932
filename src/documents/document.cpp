#include <outlay/documents/document.hpp>

#include <outlay/base/utf8.hpp>

#include "documents/page_text.hpp"
#include "documents/utf16_text.hpp"

#include <utility>

namespace outlay {

namespace {

source in_utf8(std::string name, std::string bytes) {
    auto decoded = documents::decode_utf16(bytes);
    if (!decoded) return {std::move(name), std::move(bytes)};
    return {std::move(name), std::move(decoded->text), std::move(decoded->origin)};
}

}  // namespace

decoded_document decode_document(std::string name, std::string bytes) {
    source text = in_utf8(std::move(name), std::move(bytes));
    auto warnings = find_broken_bytes(text);
    if (documents::is_page(text.name(), text.text())) text = documents::read_page(std::move(text));
    return {std::move(text), std::move(warnings)};
}

result<decoded_document> read_document(const std::string& file) {
    auto bytes = source::read(file);
    if (!bytes) return bytes.problems();
    return decode_document(file, std::string(bytes->text()));
}

bool is_plain_text(std::string_view name, std::string_view beginning) {
    return !documents::is_page(name, beginning) && !documents::decode_utf16(beginning.substr(0, 2));
}

diagnostics find_broken_bytes(const source& text) {
    const auto bad = find_invalid_utf8(text.text());
    if (!bad) return {};
    auto warning = make_diagnostic("document-not-utf8", {}, text.at(*bad, *bad + 1));
    warning.level = severity::warning;
    return {std::move(warning)};
}

}  // namespace outlay
