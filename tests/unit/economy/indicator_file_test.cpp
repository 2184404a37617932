#include <outlay/economy/indicator_file.hpp>

#include "catch.hpp"
#include "temporary_folder.hpp"
#include "unit/economy/economies_book.hpp"

#include <algorithm>

using namespace outlay;

namespace {

constexpr const char* preamble =
    "\xEF\xBB\xBF\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\",\"2025-07-01\",\n\n";
constexpr const char* wide =
    "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2022\",\"2023\",\"2024\",\n"
    "\"Korea, Rep.\",\"KOR\",\"Population, total\",\"SP.POP.TOTL\",\"51672569\",\"51712619\",\"51751065\",\n"
    "\"Arab World\",\"ARB\",\"Population, total\",\"SP.POP.TOTL\",\"474940346\",\"\",\"\",\n"
    "\"United States\",\"USA\",\"Population, total\",\"SP.POP.TOTL\",\"334017321\",\"\",\"340110988\",\n";

struct read_text {
    explicit read_text(const std::string& written) : text("values.csv", written) {}

    result<indicator_file> run() {
        auto read = is_world_bank_csv(text) ? read_world_bank_csv(text, embedded_economies())
                                            : read_csv(text, {"economy", "year", "value"}, {"series"});
        if (!read) return read.problems();
        table = std::move(read).value();
        return read_indicator_file(text, table, embedded_economies(), embedded_indicator_codes());
    }

    source text;
    csv_table table;
};

std::string value_of(const indicator_file& file, indicator what, std::string_view economy, int year) {
    const auto* found = indicator_table(file.observations, file.series).find(what, economy_code(economy), year);
    return found == nullptr ? "none" : found->value().text();
}

diagnostics problems_of(const std::string& written) { return read_text(written).run().problems(); }

}  // namespace

TEST_CASE("read_indicator_file: values under comment lines", "[economy]") {
    read_text given(
        "# source: Bank of Korea, https://www.bok.or.kr\n# licence: KOGL 1\n# date: 2025-06-05\n# series: "
        "NY.GDP.MKTP.CD\n"
        "economy,year,value\nKOR,2023,1839058000000\nKR,2024,1875388000000.5\n");
    const auto file = given.run().value();
    CHECK(value_of(file, indicator::gdp, "KR", 2023) == "1839058000000");
    CHECK(value_of(file, indicator::gdp, "KR", 2024) == "1875388000000.5");
    REQUIRE(file.series.size() == 1);
    CHECK(file.series.front().source == "Bank of Korea");
    CHECK(file.series.front().address == "https://www.bok.or.kr");
    CHECK(file.series.front().licence == "KOGL 1");
    CHECK(file.series.front().date == "2025-06-05");
    CHECK(file.series.front().currency == unit("USD"));
}

TEST_CASE("read_indicator_file: every bad row in one pass, with its place", "[economy]") {
    const auto problems = problems_of(
        "# series: SP.POP.TOTL\neconomy,year,value\nKRO,2024,5\nKR,24,5\nKR,2024,many\nKR,2023,1\nKOR,2023,2\n");
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.id + " " + std::to_string(problem.where->line));
    CHECK(found ==
          std::vector<std::string>{"economy-unknown 3", "year-malformed 4", "number-malformed 5", "indicator-twice 7"});
    CHECK(std::ranges::find(problems.front().near, "KOR") != problems.front().near.end());
}

TEST_CASE("read_indicator_file: a file says what its values are of", "[economy]") {
    CHECK(problems_of("economy,year,value\nKR,2024,5\n").front().id == "indicator-series-missing");
    const auto unknown = problems_of("# series: SP.POP.TOTAL\neconomy,year,value\nKR,2024,5\nJP,2024,6\n");
    REQUIRE(unknown.size() == 1);
    CHECK(unknown.front().id == "indicator-series-unknown");
    CHECK(unknown.front().near.front() == "SP.POP.TOTL");
    CHECK(problems_of("# series: SP.POP.TOTL\neconomy,year,value\nKR,2024,123456789012345678901234\n").front().id ==
          "number-out-of-range");
}

TEST_CASE("read_world_bank_csv: a column a year, under its preamble", "[economy]") {
    read_text given(std::string(preamble) + wide);
    REQUIRE(is_world_bank_csv(given.text));
    const auto file = given.run().value();
    CHECK(file.observations.size() == 5);  // no regions, no empty cells
    CHECK(value_of(file, indicator::population, "KR", 2023) == "51712619");
    CHECK(value_of(file, indicator::population, "US", 2024) == "340110988");
    CHECK(value_of(file, indicator::population, "US", 2023) == "none");
    CHECK(file.series.front().date == "2025-07-01");
}

TEST_CASE("read_world_bank_csv: a row a year, of either kind of code", "[economy]") {
    read_text by_three(
        "# series: NY.GDP.MKTP.CD\nCountry Name,Country Code,Year,Value\n\"Korea, "
        "Rep.\",KOR,2023,1712792854202.3687\nWorld,WLD,2023,1\n");
    CHECK(value_of(by_three.run().value(), indicator::gdp, "KR", 2023) == "1712792854202.3687");
    read_text by_two("# series: PA.NUS.PPP\nCountry,Country ID,Year,PPP\n\"Korea, Rep.\",KR,2024,809.26722\n");
    CHECK(value_of(by_two.run().value(), indicator::ppp, "KR", 2024) == "809.26722");
}

TEST_CASE("read_world_bank_csv: a bad cell is shown where it stands in the file", "[economy]") {
    auto text = std::string(preamble) + wide;
    text.replace(text.find("334017321"), 9, "33401732x");
    const auto problems = problems_of(text);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().id == "number-malformed");
    CHECK(problems.front().where->line == 8);
    const auto cut =
        problems_of(std::string(preamble) + std::string(wide).substr(0, std::string_view(wide).find("\"ARB")));
    REQUIRE_FALSE(cut.empty());
    CHECK(cut.front().where->line == 7);
}

TEST_CASE("read_world_bank_csv: other files are none of its", "[economy]") {
    CHECK_FALSE(is_world_bank_csv(source("a.csv", "economy,year,value\nKR,2024,5\n")));
    CHECK(problems_of("Country Code,Value\nKOR,5\n").front().id == "world-bank-columns");
    CHECK_FALSE(read_world_bank_csv(source("a.csv", ""), embedded_economies()).ok());
}

TEST_CASE("an overlay folder: its values come before ours, whichever layout they have", "[economy]") {
    const temporary_folder folder;
    folder.write("economy/gdp.csv",
                 "# series: NY.GDP.MKTP.CD\n# source: Bank of Korea\neconomy,year,value\nKR,2023,1839058000000\n");
    folder.write("economy/people.csv", std::string(preamble) + wide);
    folder.write("economy/series.csv", "series,indicator,currency,name\nKR.EMP,employment,,Employed people\n");
    folder.write("economy/employment.csv", "# series: KR.EMP\neconomy,year,value\nKR,2024,28576000\n");
    const auto data = engine::with_overlay(folder.path());
    for (const auto& problem : data.problems()) UNSCOPED_INFO(render(problem));
    REQUIRE(data.ok());
    const auto& table = data->indicators();
    const auto* ours = table.find(indicator::gdp, economy_code("KR"), 2022);
    const auto* theirs = table.find(indicator::gdp, economy_code("KR"), 2023);
    REQUIRE(ours != nullptr);
    REQUIRE(theirs != nullptr);
    CHECK(ours->value().text() == "1673916511799.7087");
    CHECK(theirs->value().text() == "1839058000000");
    CHECK(table.series_of(*theirs).source == "Bank of Korea");
    CHECK(table.series_of(*ours).source == "World Bank, World Development Indicators");
    CHECK(table.find(indicator::employment, economy_code("KR"), 2024) != nullptr);
    CHECK(table.find(indicator::population, economy_code("KR"), 2024)->value().text() == "51751065");
}

TEST_CASE("an overlay folder: a bad value is refused", "[economy]") {
    const temporary_folder folder;
    folder.write("economy/gdp.csv", "# series: NY.GDP.MKTP.CD\neconomy,year,value\nKR,2023,much\n");
    folder.write("economy/series.csv", "series,indicator,currency,name\nX,wealth,,Wealth\n");
    const auto problems = engine::with_overlay(folder.path()).problems();
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.id);
    CHECK(found == std::vector<std::string>{"indicator-unknown", "number-malformed"});
}
