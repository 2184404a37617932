// document: what a file that people wrote holds as text: UTF-8 with or without a mark, UTF-16 by its mark, the words of HTML pages.
// Promises: every place of the text is known in the file as it lies on disk; any bytes can be read: those that are no text
//   are passed over, and a warning says where the first of them is; never throws on what a file holds.
// Leaves out: encodings without a mark, and what a browser would hide or add by style or script; files read part after part.
#pragma once

#include <outlay/base/diagnostic.hpp>
#include <outlay/base/result.hpp>
#include <outlay/base/source.hpp>

#include <string>
#include <string_view>

namespace outlay {

struct decoded_document {
    source text;           ///< its name is the file's
    diagnostics warnings;  ///< document-not-utf8, at the first such byte
};

/// The bytes of a file as text. A page is told by the name's ending (.html, .htm, .xhtml) or by how the bytes begin.
[[nodiscard]] decoded_document decode_document(std::string name, std::string bytes);

/// Reads a whole file ("-" is standard input). Errors: file-missing, file-is-directory, file-unreadable.
[[nodiscard]] result<decoded_document> read_document(const std::string& file);

/// True if the bytes of a file that begins so are its text: it may be cut at line ends and its parts read apart.
[[nodiscard]] bool is_plain_text(std::string_view name, std::string_view beginning);

/// The warning of a text's first byte that is no text; nothing where all are.
[[nodiscard]] diagnostics find_broken_bytes(const source& text);

}  // namespace outlay
