// document: what a file that people wrote holds as text: UTF-8 with or without a mark, UTF-16 by its mark, the words of HTML pages.
// Promises: every place of the text is known in the file as it lies on disk; any bytes can be read: those that are no text
//   are passed over, and a warning says where the first of them is; a file that holds no text at all is an error, once;
//   never throws on what a file holds.
// Leaves out: encodings without a mark, and what a browser would hide or add by style sheet or script.
#pragma once

#include <outlay/base/diagnostic.hpp>
#include <outlay/base/result.hpp>
#include <outlay/base/source.hpp>

#include <string>
#include <string_view>

namespace outlay {

struct decoded_document {
    source text;           ///< its name is the file's; empty for a binary file
    diagnostics warnings;  ///< document-not-utf8 or document-not-utf16, at the first such byte; document-binary or
                           ///< document-utf32, errors
};

/// The bytes of a file as text. A page is told by the name's ending (.html, .htm, .xhtml) or by how the bytes begin.
[[nodiscard]] decoded_document decode_document(std::string name, std::string bytes);

/// Reads a whole file ("-" is standard input). Errors: file-missing, file-is-directory, file-unreadable, document-binary,
/// document-utf32.
[[nodiscard]] result<decoded_document> read_document(const std::string& file);

/// How a file is to be read that begins so.
enum class document_form {
    text,          ///< its bytes are its text: it may be cut at line ends and its parts read apart
    utf16_little,  ///< FF FE, then text that may be cut as well (decode_utf16_part)
    utf16_big,     ///< FE FF
    page,          ///< whole
    binary,        ///< holds no text, or text in UTF-32
};
[[nodiscard]] document_form form_of(std::string_view name, std::string_view beginning);
/// document_form::text
[[nodiscard]] bool is_plain_text(std::string_view name, std::string_view beginning);

/// Where a part of a file lies.
struct part_place {
    std::size_t offset = 0;  ///< bytes of the file before it
    std::size_t lines = 0;   ///< lines before it
    bool last = true;        ///< else half a character at its end is left for the next part
};
/// Part of a file in UTF-16, of which the mark is none.
[[nodiscard]] decoded_document decode_utf16_part(std::string name, std::string_view bytes, document_form form, const part_place& where);

/// The warning of a text's first byte that is no text; nothing where all are.
[[nodiscard]] diagnostics find_broken_bytes(const source& text);

}  // namespace outlay
