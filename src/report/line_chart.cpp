#include <outlay/report/line_chart.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace outlay {

namespace {

constexpr std::size_t dots_across = 2;
constexpr std::size_t dots_down = 4;
constexpr std::int64_t longest_bridge = 10;  // days without a value that a line is drawn over
constexpr unsigned blank_pattern = 0x2800;
/// The bit of a dot, by its row and its column in a braille character.
constexpr std::array<std::array<unsigned, dots_across>, dots_down> dot_bits{
    {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};

/// What one column of dots shows.
struct stroke {
    std::size_t top = 0;
    std::size_t bottom = 0;
};

std::string utf8(unsigned pattern) {
    std::string text;
    text += static_cast<char>(0xE0U | (pattern >> 12U));
    text += static_cast<char>(0x80U | ((pattern >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (pattern & 0x3FU));
    return text;
}

/// The row of a value, 0 on top, of `count` rows between the highest and the lowest.
std::size_t row_of(const ratio& value, const ratio& lowest, const ratio& highest, std::size_t count) {
    if (highest == lowest) return count / 2;
    const ratio share = (highest - value) / (highest - lowest) * static_cast<std::int64_t>(count - 1);
    const integer twice = numerator(share) * 2 / denominator(share);  // rounded half up: (twice + 1) / 2
    return static_cast<std::size_t>((twice + 1) / 2);
}

class stroke_list {
public:
    explicit stroke_list(std::size_t across) : strokes_(across) {}

    void mark(std::size_t at, std::size_t row) {
        auto& drawn = strokes_[at];
        drawn = drawn ? stroke{std::min(drawn->top, row), std::max(drawn->bottom, row)} : stroke{row, row};
    }

    /// A straight line between two dots, their own columns left out.
    void join(std::size_t at, std::size_t row, std::size_t next_at, std::size_t next_row) {
        for (auto x = at + 1; x < next_at; ++x) {
            const auto done = x - at;
            const auto all = next_at - at;
            mark(x, (row * (all - done) + next_row * done + all / 2) / all);
        }
    }

    std::vector<std::optional<stroke>> take() { return std::move(strokes_); }

private:
    std::vector<std::optional<stroke>> strokes_;
};

std::vector<std::optional<stroke>> strokes_of(const std::vector<chart_point>& points, std::size_t across,
                                              std::size_t down) {
    const auto by_value = [](const chart_point& a, const chart_point& b) { return a.value < b.value; };
    const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_value);
    const auto first = points.front().day;
    const auto days = std::max<std::int64_t>((points.back().day - first).count(), 1);
    stroke_list strokes(across);
    const chart_point* before = nullptr;
    std::size_t at_before = 0;
    std::size_t row_before = 0;
    for (const auto& point : points) {
        const auto at =
            static_cast<std::size_t>((point.day - first).count() * static_cast<std::int64_t>(across - 1) / days);
        const auto row = row_of(point.value, low->value, high->value, down);
        if (before != nullptr && (point.day - before->day).count() <= longest_bridge)
            strokes.join(at_before, row_before, at, row);
        strokes.mark(at, row);
        before = &point;
        at_before = at;
        row_before = row;
    }
    return strokes.take();
}

/// Neighbouring strokes touch, so that a steep line is a line.
void connect(std::vector<std::optional<stroke>>& strokes) {
    for (std::size_t i = 1; i < strokes.size(); ++i) {
        if (!strokes[i - 1] || !strokes[i]) continue;
        auto& now = *strokes[i];
        const auto& before = *strokes[i - 1];
        if (now.top > before.bottom + 1) now.top = before.bottom + 1;
        if (now.bottom + 1 < before.top) now.bottom = before.top - 1;
    }
}

}  // namespace

std::vector<std::string> line_chart(const std::vector<chart_point>& points, const chart_size& size) {
    if (points.size() < 2 || size.columns == 0 || size.rows == 0) return {};
    const auto across = size.columns * dots_across;
    const auto down = size.rows * dots_down;
    auto strokes = strokes_of(points, across, down);
    connect(strokes);
    std::vector<unsigned> cells(size.columns * size.rows, blank_pattern);
    for (std::size_t x = 0; x < across; ++x) {
        if (!strokes[x]) continue;
        for (auto y = strokes[x]->top; y <= strokes[x]->bottom; ++y)
            cells[y / dots_down * size.columns + x / dots_across] |= dot_bits[y % dots_down][x % dots_across];
    }
    std::vector<std::string> lines(size.rows);
    for (std::size_t i = 0; i < cells.size(); ++i) lines[i / size.columns] += utf8(cells[i]);
    return lines;
}

}  // namespace outlay
