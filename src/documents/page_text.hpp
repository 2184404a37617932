// page_text: the words of an HTML page, without its marks, scripts and styles.
// Promises: every character knows its bytes in the page; blocks and cells end lines; never throws, whatever the page holds.
// Leaves out: what a browser would hide or add by style or script.
#pragma once

#include <outlay/base/source.hpp>

#include <string_view>

namespace outlay::documents {

/// By the file's name (.html, .htm, .xhtml) or by how the text begins (a doctype or the html element).
[[nodiscard]] bool is_page(std::string_view name, std::string_view text);

/// The page's words; their places are the page's.
[[nodiscard]] source read_page(source page);

}  // namespace outlay::documents
