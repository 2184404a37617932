// page_nesting: pages whose elements lie within each other deeper than a browser keeps them.
// Promises: time and memory in proportion to the page; a page that nests no deeper is left as it is.
// Leaves out: what elements mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace outlay::documents {

/// The page without the tags of elements that lie deeper, each byte of them a space, so that every other byte stays where it
/// was; nothing if there are none. A parser takes a time for each element that grows with the elements around it.
[[nodiscard]] std::optional<std::string> without_deep_tags(std::string_view page);

}  // namespace outlay::documents
