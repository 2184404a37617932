#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/report/render_comparison.hpp>
#include <outlay/report/table.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

const format_options english{"en", rounding_mode::half_up};

const std::string stargate = R"(title = "Stargate and Korea"
to = "USD"
as_of = 2025-01-22
[[rate]]
pair = "USD/KRW"
value = "1436"
source = "the article"
[[investment]]
name = "Stargate"
economy = "US"
outlay = "up to $500 billion"
period = "4 years"
jobs = "100,000"
[[investment]]
name = "Korea"
economy = "KR"
outlay = "2조원 규모"
)";

const std::string second_case = R"([[case]]
name = "as printed"
rate = { "USD/KRW" = "200000/157" }
)";

comparison compared(const std::string& text, compare_options options = {}) {
    const auto what = read_scenario(data(), source("s.toml", text)).value();
    return compare(data(), what, options).value();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

}  // namespace

TEST_CASE("render_comparison: a case alone: number, words and footnote on one line") {
    CHECK(render_comparison(data(), compared(stargate), english) ==
          "Stargate and Korea\n"
          "Amounts in USD, as of 2025-01-22, the date the scenario states\n"
          "\n"
          "Stargate\n"
          "  total           ≤ 500,000,000,000.00 USD           ≤ $500 billion\n"
          "  per year        ≤ 125,000,000,000.00 USD/year      ≤ $125 billion (1)\n"
          "  per job               ≤ 5,000,000.00 USD/job       ≤ $5 million (2)\n"
          "  per job-year          ≤ 1,250,000.00 USD/job-year  ≤ $1.25 million (2)(3)\n"
          "\n"
          "Korea\n"
          "  total             ≈ 1,392,757,660.17 USD           ≈ $1.39 billion\n"
          "    as announced   ≈ 2,000,000,000,000 KRW           ≈ ₩2 trillion\n"
          "  per year        unknown (4)\n"
          "  per job         unknown (5)\n"
          "  per job-year    unknown (4)(5)\n"
          "\n"
          "Stargate ÷ Korea\n"
          "  total           ≤ 359 (6)                          at USD/KRW 1,436\n"
          "  per year        unknown (4)\n"
          "  per job         unknown (5)\n"
          "  per job-year    unknown (4)(5)\n"
          "\n"
          "For Korea to equal Stargate\n"
          "  per job         ≥ 278.55 jobs                      ≥ 279 jobs (2)(6)\n"
          "  per year        ≥ 0.0111 years (1)(6)\n"
          "  at USD/KRW      ≥ 4 (6)\n"
          "\n"
          "Stargate, spent evenly, comes to the total of Korea in\n"
          "  time            ≥ 4.07 days (1)(6)\n"
          "\n"
          "Part of Stargate that equals Korea\n"
          "  part            ≥ 0.279 % (6)\n"
          "\n"
          "(1) assumes that the outlay is spent evenly over the period\n"
          "    [assumption-even-phasing]\n"
          "(2) the kind of the jobs is not stated: direct or indirect, permanent or for the\n"
          "    construction [jobs-kind-unstated]\n"
          "(3) assumes that every job lasts the whole period [assumption-job-duration]\n"
          "(4) period not stated [period-not-stated]\n"
          "(5) jobs not stated [jobs-not-stated]\n"
          "(6) an input is approximate [approximate]\n"
          "\n"
          "Rates used\n"
          "USD/KRW 1,436, given; the article\n");
}

TEST_CASE("render_comparison: two cases stand beside each other within 80 columns") {
    for (const auto* currency : {"USD", "KRW"}) {
        compare_options options;
        options.to = currency_code(currency);
        const auto text = render_comparison(data(), compared(stargate + second_case, options), english);
        CHECK(has(text, "as stated"));
        CHECK(has(text, "as printed\n"));
        CHECK(has(text, "≤ 359"));
        CHECK(has(text, "≤ 318 ("));
        CHECK(widest_line(text) <= text_width);
    }
}

TEST_CASE("render_comparison: cases of different dates stand below each other, each with its date") {
    const auto text =
        render_comparison(data(), compared(stargate + "[[case]]\nname = \"later\"\nas_of = 2025-01-24\n"), english);
    CHECK(has(text, "\nCase: as stated\nAmounts in USD, as of 2025-01-22, the date the scenario states\n"));
    CHECK(has(text, "\nCase: later\nAmounts in USD, as of 2025-01-24, the date the scenario states\n"));
}

TEST_CASE("render_comparison: the traps: no zero, no infinity, no ratio of years, no ceiling without its sign") {
    const auto with_all = compared(stargate + second_case);
    for (const auto& text :
         {render_comparison(data(), with_all, english), render_comparison_markdown(data(), with_all, english)}) {
        CHECK_FALSE(has(text, "inf"));
        CHECK_FALSE(has(text, " 0.00 "));
        CHECK_FALSE(has(text, "1,354.94"));
        for (std::size_t at = text.find("125,000,000,000.00"); at != std::string::npos;
             at = text.find("125,000,000,000.00", at + 1))
            CHECK(text.substr(at - 4, 4) == "≤ ");
    }
}

TEST_CASE("render_comparison: Korean words and units") {
    compare_options options;
    options.to = currency_code("KRW");
    const auto text = render_comparison(data(), compared(stargate, options), {"ko", rounding_mode::half_up});
    CHECK(has(text, "≤ 71억8000만원/일자리"));
    CHECK(has(text, "알 수 없음"));
    CHECK(has(text, "일자리 수가 나와 있지 않음 [jobs-not-stated]"));
    CHECK(widest_line(text) <= text_width);
}

TEST_CASE("render_comparison: Markdown has a table of metrics, of ratios and of break-even") {
    const auto text = render_comparison_markdown(data(), compared(stargate), english);
    CHECK(has(text, "|  | Stargate | Korea |\n| --- | ---: | ---: |\n"));
    CHECK(has(text, "| per job | ≤ 5,000,000.00 USD/job  ≤ $5 million (3) | unknown (4) |\n"));
    CHECK(has(text, "| total, as announced |  | ≈ 2,000,000,000,000 KRW  ≈ ₩2 trillion |\n"));
    CHECK(has(text, "| Stargate ÷ Korea | total | ≤ 359 (6) | at USD/KRW 1,436 |\n"));
}

TEST_CASE("render_comparison: CSV has a line a number, exact and with its rate") {
    const auto text = render_comparison_csv(data(), compared(stargate), english);
    CHECK(text.starts_with(
        "case,kind,investment,metric,value,exact,low,high,low_open,high_open,unit,qualifier,missing,notes,"
        "rate,rate_date,rate_source\n"));
    CHECK(
        has(text,
            "\n,metric,Stargate,per_job,,,,5000000,false,false,USD/job,at_most,,jobs-kind-unstated ceiling-only,,,\n"));
    CHECK(has(
        text,
        "\n,metric,Korea,total,1392757660.17,500000000000/359,500000000000/359,500000000000/359,false,false,USD,about,,"
        "approximate,USD/KRW=1436,,the article\n"));
    CHECK(has(text, "\n,metric,Korea,per_job,,,,,,,,,jobs-not-stated,,USD/KRW=1436,,the article\n"));
}

TEST_CASE("render_comparison: JSON of the contract") {
    const auto text = render_comparison_json(data(), compared(stargate), english);
    CHECK(has(text, "\"schema\": \"outlay/1\""));
    CHECK(has(text, "\"per_job\": {\n              \"missing\": [\"jobs-not-stated\"]\n            }"));
    CHECK(has(text, "\"value\": \"1392757660.17\",\n              \"exact\": \"500000000000/359\""));
    CHECK(has(text,
              "\"name\": \"Korea\",\n          \"metric\": \"total\",\n          \"value\": null,\n          "
              "\"exact\": null,\n"
              "          \"low\": null,\n          \"high\": \"359\""));
    CHECK_FALSE(has(text, "\"trace\""));
    CHECK(has(render_comparison_json(data(), compared(stargate), english, true), "\"trace\""));
}

TEST_CASE("render_comparison: an explanation shows formula, words, place, rate and rounding") {
    const auto text = render_explanation(data(), compared(stargate + second_case), "total", english);
    CHECK(has(text, "  Korea, total: ≈ 1,392,757,660.17 USD\n"));
    CHECK(has(text, "from “2조원 규모”, s.toml:17:11\n"));
    CHECK(has(text, "total = outlay × rate\n"));
    CHECK(has(text,
              "exact  ≈ 500000000000/359 USD, rounded for display to 2 digits after the\n           point, half up\n"));
    CHECK(has(text, "  Stargate, total: as in the case “as stated”\n"));
    CHECK_FALSE(has(text, "per job"));
}

TEST_CASE("render_comparison: an explanation of what is unknown says why") {
    const auto text = render_explanation(data(), compared(stargate), "per_job", english);
    CHECK(has(text, "  Korea, per job: unknown\n    unknown because: jobs not stated [jobs-not-stated]\n"));
}
