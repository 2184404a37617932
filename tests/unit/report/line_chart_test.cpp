#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/report/line_chart.hpp>

using namespace outlay;

using lines = std::vector<std::string>;

namespace {

std::vector<chart_point> points(std::initializer_list<int> values, int days_apart = 1) {
    std::vector<chart_point> made;
    for (const int value : values)
        made.push_back(
            {make_date(2025, 1, 1) + std::chrono::days{days_apart} * static_cast<int>(made.size()), ratio(value)});
    return made;
}

}  // namespace

TEST_CASE("line_chart: nothing for one value", "[line_chart]") {
    CHECK(line_chart({}).empty());
    CHECK(line_chart(points({1})).empty());
    CHECK(line_chart(points({1, 2}), {0, 4}).empty());
}

TEST_CASE("line_chart: the highest value on top, the lowest at the bottom", "[line_chart]") {
    CHECK(line_chart(points({0, 1, 2, 3, 4, 5, 6, 7}), {4, 2}) == lines{"⠀⠀⡠⠊", "⡠⠊⠀⠀"});
    CHECK(line_chart(points({7, 6, 5, 4, 3, 2, 1, 0}), {4, 2}) == lines{"⠑⢄⠀⠀", "⠀⠀⠑⢄"});
}

TEST_CASE("line_chart: a step is a line, several values of one dot are what lies between them", "[line_chart]") {
    CHECK(line_chart(points({0, 0, 7, 7}), {2, 2}) == lines{"⠀⡏", "⣀⠇"});
    CHECK(line_chart(points({0, 3, 0, 3, 0, 3, 0, 3}), {1, 1}) == lines{"⡏"});
}

TEST_CASE("line_chart: values that are all one are a level line", "[line_chart]") {
    CHECK(line_chart(points({5, 5, 5, 5}), {2, 1}) == lines{"⠤⠤"});
}

TEST_CASE("line_chart: a few days without a value are bridged, many are a gap", "[line_chart]") {
    CHECK(line_chart(points({0, 3}, 10), {2, 1}) == lines{"⡠⠊"});
    CHECK(line_chart(points({0, 3}, 11), {2, 1}) == lines{"⡀⠈"});
}

TEST_CASE("line_chart: every line is as wide as was asked for", "[line_chart]") {
    for (const auto& line : line_chart(points({1432, 1436, 1429, 1457, 1452}), {60, 8}))
        CHECK(display_width(line) == 60);
}
