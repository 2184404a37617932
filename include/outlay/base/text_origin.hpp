// text_origin: where the bytes of a text come from in the file that it was decoded from, or cut out of.
// Promises: every byte of the text has a place in the file; places keep their order.
// Leaves out: decoding.
#pragma once

#include <cstddef>
#include <vector>

namespace outlay {

/// A stretch of units that are written alike: each of `length` bytes in the text is `length_in_file` bytes in the file.
struct text_piece {
    std::size_t begin = 0;           ///< in the text
    std::size_t begin_in_file = 0;
    std::size_t length = 1;
    std::size_t length_in_file = 1;
};

struct text_origin {
    std::size_t offset = 0;            ///< bytes of the file before the text
    std::size_t lines = 0;             ///< lines of the file before it
    std::vector<text_piece> pieces;    ///< by `begin`; none: the text's bytes are the file's

    /// The file's offset of the unit that begins at or holds this byte of the text.
    [[nodiscard]] std::size_t begin_in_file(std::size_t begin) const;
    /// The file's offset after the unit whose last byte stands before `end` in the text.
    [[nodiscard]] std::size_t end_in_file(std::size_t end) const;

    /// Adds units to the end of a text under construction; like ones join the last piece.
    void add(const text_piece& unit, std::size_t count = 1);

private:
    std::size_t units_ = 0;  ///< of the last piece
};

}  // namespace outlay
