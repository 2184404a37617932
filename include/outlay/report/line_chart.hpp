// line_chart: values over days as a small line in a terminal, drawn in dots (Unicode braille patterns).
// Promises: exact: a value is placed by comparing fractions; the same values give the same bytes.
// Leaves out: what the values are; its caller labels them.
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/number/ratio.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace outlay {

struct chart_point {
    date day;
    ratio value;
};

struct chart_size {
    std::size_t columns = 60;  ///< characters; two dots each
    std::size_t rows = 8;      ///< characters; four dots each
};

/// Rows of equal width, the highest value on top, each line `columns` wide: nothing for fewer than two points. Days are
/// spread evenly from the first to the last; where several fall on one dot, all that lies between them is drawn. More
/// than ten days without a value leave a gap.
[[nodiscard]] std::vector<std::string> line_chart(const std::vector<chart_point>& points, const chart_size& size = {});

}  // namespace outlay
