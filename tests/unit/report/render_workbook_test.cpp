#include <outlay/report/render_workbook.hpp>

#include "catch.hpp"

#include <outlay/scenario/scenario_file.hpp>

namespace {


/// What formulas compute and what cells hold is tests/xlsx/workbook.py's.
constexpr const char* two_cases = R"(
to = "USD"
as_of = 2025-01-22
[[investment]]
name = "A"
outlay = "up to $500 billion"
[[investment]]
name = "B"
outlay = "2조원"
[[case]]
name = "at a given rate"
rate = { "USD/KRW" = "1436" }
)";

}  // namespace

TEST_CASE("a workbook has the inputs of every case, and the same bytes each time", "[report]") {
    const auto what = outlay::read_scenario(outlay::engine::embedded(), outlay::source("two.toml", two_cases));
    REQUIRE(what);
    const auto compared = outlay::compare(outlay::engine::embedded(), *what);
    REQUIRE(compared);
    const auto inputs = outlay::resolve_cases(outlay::engine::embedded(), *what, {});
    REQUIRE(inputs.size() == 2);
    CHECK(inputs[1].investments[1].used_rate->value == 1436);
    CHECK(inputs[0].investments[1].used_rate->value != 1436);

    const auto book = outlay::render_comparison_workbook(outlay::engine::embedded(), *compared, inputs, {});
    CHECK(book.substr(0, 4) == "PK\x03\x04");
    CHECK(book == outlay::render_comparison_workbook(outlay::engine::embedded(), *compared, inputs, {}));
    CHECK(book.find("xl/worksheets/sheet2.xml") != std::string::npos);
    CHECK(book.find("xl/worksheets/sheet3.xml") == std::string::npos);
    CHECK(book.find("xl/comments1.xml") != std::string::npos);

    outlay::format_options korean;
    korean.locale = "ko";
    CHECK(book != outlay::render_comparison_workbook(outlay::engine::embedded(), *compared, inputs, korean));
}
