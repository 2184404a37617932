#include <outlay/base/text_origin.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// The piece that holds the byte; null before the first.
const text_piece* piece_at(const std::vector<text_piece>& pieces, std::size_t at) {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), at, [](std::size_t value, const text_piece& p) { return value < p.begin; });
    return after == pieces.begin() ? nullptr : &*(after - 1);
}

}  // namespace

std::size_t text_origin::begin_in_file(std::size_t begin) const {
    const text_piece* piece = piece_at(pieces, begin);
    if (piece == nullptr) return offset + begin;
    return piece->begin_in_file + (begin - piece->begin) / piece->length * piece->length_in_file;
}

std::size_t text_origin::end_in_file(std::size_t end) const {
    if (end == 0 || pieces.empty()) return offset + end;
    const text_piece* piece = piece_at(pieces, end - 1);
    if (piece == nullptr) return offset + end;
    return piece->begin_in_file + ((end - 1 - piece->begin) / piece->length + 1) * piece->length_in_file;
}

void text_origin::add(const text_piece& unit, std::size_t count) {
    if (count == 0) return;
    if (!pieces.empty()) {
        const text_piece& last = pieces.back();
        if (last.length == unit.length && last.length_in_file == unit.length_in_file && last.begin + units_ * last.length == unit.begin &&
            last.begin_in_file + units_ * last.length_in_file == unit.begin_in_file) {
            units_ += count;
            return;
        }
    }
    pieces.push_back(unit);
    units_ = count;
}

}  // namespace outlay
