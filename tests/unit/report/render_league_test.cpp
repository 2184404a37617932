#include <outlay/report/render_league.hpp>

#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

using namespace outlay;

namespace {

comparison compared(const engine& data, const std::string& text, const std::vector<std::string>& metrics) {
    const auto what = read_scenario(data, source("league.toml", text)).value();
    compare_options how;
    how.metrics = metrics;
    return compare(data, what, how).value();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

const std::string three = R"(
to = "USD"
[[investment]]
name = "국가 AI컴퓨팅센터"
outlay = "$1.5 billion"
jobs = "300"
[[investment]]
name = "Stargate"
outlay = "up to $500 billion"
[[investment]]
name = "A mill that has a name of a good many words and more of them"
outlay = "$40 billion"
jobs = "50,000"
)";

}  // namespace

TEST_CASE("the largest stands first, the unknown last, in the short words of the locale") {
    const auto data = engine::embedded();
    const auto what = compared(data, three, {"total", "per_job"});
    const auto by_total = lines_of(render_league(data, what, {}, report_layout::table, {}));
    const auto line_of = [](const std::vector<std::string>& lines, std::string_view word) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].find(word) != std::string::npos) return i;
        return lines.size();
    };
    CHECK(line_of(by_total, "1  Stargate") < line_of(by_total, "2  A mill"));
    CHECK(line_of(by_total, "2  A mill") < line_of(by_total, "3  국가"));
    CHECK(by_total[line_of(by_total, "1  Stargate")].find("≤ $500 bn") != std::string::npos);
    const auto by_job = lines_of(render_league(data, what, {"per_job", false, 80}, report_layout::table, {}));
    CHECK(line_of(by_job, "1  국가") < line_of(by_job, "2  A mill"));
    CHECK(line_of(by_job, "2  A mill") < line_of(by_job, "   Stargate"));
}

TEST_CASE("every line of a league table fits the page, with bars and without, and numbers line up") {
    const auto data = engine::embedded();
    const auto what = compared(data, three, {"total", "per_year", "per_job", "per_job_year"});
    for (const bool bars : {false, true})
        for (const auto& line : lines_of(render_league(data, what, {"", bars, 80}, report_layout::table, {})))
            CHECK(display_width(line) <= text_width);
}

TEST_CASE("bars stand beside the numbers where there is room for them") {
    const auto data = engine::embedded();
    const auto what = compared(data, three, {"total"});
    const auto text = render_league(data, what, {"", true, 80}, report_layout::table, {});
    std::size_t rows = 0;
    for (const auto& line : lines_of(text))
        if (line.find("█") != std::string::npos) ++rows;
    CHECK(rows == 3);
    CHECK(render_league(data, what, {"", false, 80}, report_layout::table, {}).find("█") == std::string::npos);
}

TEST_CASE("a league table as CSV has a row an investment with its bounds and its reasons") {
    const auto data = engine::embedded();
    const auto text = render_league(data, compared(data, three, {"total", "per_job"}), {}, report_layout::csv, {});
    const auto lines = lines_of(text);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] ==
          "case,rank,name,economy,total,total_low,total_high,total_low_open,total_high_open,total_unit,total_qualifier,"
          "total_missing,total_notes,per_job,per_job_low,per_job_high,per_job_low_open,per_job_high_open,per_job_unit,"
          "per_job_qualifier,per_job_missing,per_job_notes,rate,rate_date");
    CHECK(lines[1] == ",1,Stargate,,,,500000000000,false,false,USD,at_most,,ceiling-only,,,,,,,,jobs-not-stated,,,");
    CHECK(lines[3] ==
          ",3,국가 AI컴퓨팅센터,,1500000000.00,1500000000,1500000000,false,false,USD,exact,,,5000000.00,5000000,5000000,"
          "false,false,USD/job,exact,,jobs-kind-unstated,,");
}

TEST_CASE("league tables show three metrics unless others are asked for, and the one they are ordered by") {
    scenario what;
    using names = std::vector<std::string>;
    CHECK(league_metrics(what, {}, "") == names{"total", "per_year", "per_job"});
    CHECK(league_metrics(what, {"per_gw"}, "per_job") == names{"per_gw", "per_job"});
    what.metrics = {"present_value"};
    CHECK(league_metrics(what, {}, "present_value") == names{"present_value"});
}
