#include <outlay/report/render_chart.hpp>

#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

using namespace outlay;

TEST_CASE("bars grow with the logarithm, fit the page, and an unknown has none") {
    const auto data = engine::embedded();
    const auto text = R"(
to = "USD"
[[investment]]
name = "Stargate"
outlay = "up to $500 billion"
jobs = "100,000"
[[investment]]
name = "A programme with a name that is far too long for a chart"
outlay = "$50 billion"
[[investment]]
name = "국가 AI컴퓨팅센터"
outlay = "$5 billion"
)";
    const auto what = read_scenario(data, source("test.toml", text)).value();
    const auto compared = compare(data, what).value();
    const auto chart = render_comparison_chart(data, compared, {});
    std::vector<std::size_t> bars;
    for (std::size_t begin = 0; begin < chart.size();) {
        const auto end = chart.find('\n', begin);
        const auto line = chart.substr(begin, end - begin);
        CHECK(display_width(line) <= text_width);
        std::size_t blocks = 0;
        for (auto at = line.find("█"); at != std::string::npos; at = line.find("█", at + 1)) ++blocks;
        if (line.starts_with("  ")) bars.push_back(blocks);
        begin = end + 1;
    }
    // Totals, then sums per job, of which one is known.
    REQUIRE(bars.size() == 6);
    CHECK(bars[0] > bars[1]);
    CHECK(bars[1] > bars[2]);
    CHECK(bars[2] == 1);
    // A tenth is as far from the whole as a hundredth from a tenth.
    CHECK(bars[0] - bars[1] <= bars[1] - bars[2] + 1);
    CHECK(bars[1] - bars[2] <= bars[0] - bars[1] + 1);
    CHECK(bars[3] > 0);
    CHECK(bars[4] == 0);
}
