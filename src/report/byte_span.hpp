// byte_span: the bytes of the words that a place shows, found again in its source.
// Promises: half-open, into the source as it lies on disk.
// Leaves out: places of sources that cannot be found; they have no bytes.
#pragma once

#include <outlay/report/source_finder.hpp>

#include <optional>

namespace outlay {

struct byte_span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `find` may be empty.
[[nodiscard]] std::optional<byte_span> find_bytes(const source_finder& find, const place& where);

}  // namespace outlay
