#include "catch.hpp"

#include <outlay/base/csv.hpp>

using namespace outlay;

namespace {

const std::vector<std::string_view> id_and_text{"id", "text"};

std::vector<std::string> ids(const diagnostics& problems) {
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.id);
    return found;
}

diagnostics problems_of(const std::string& text) {
    return read_csv(source("t.csv", text), id_and_text, {"note"}).problems();
}

}  // namespace

TEST_CASE("csv: header lines, columns, rows", "[base]") {
    const source text("t.csv",
                      "# title: Words: all of them\n# note: one\n# note: two\n# no key here\n"
                      "id,text\na,\"x, \"\"y\"\"\"\n\nb, spaced \n\"c\",\n");
    const auto table = read_csv(text, id_and_text, {"note"});
    REQUIRE(table.ok());
    CHECK(table->header.at("title") == "Words: all of them");
    CHECK(table->header.at("note") == "one\ntwo");
    CHECK(table->header.size() == 2);
    REQUIRE(table->rows.size() == 3);
    CHECK(table->cell(0, "text").text == "x, \"y\"");
    CHECK(table->cell(1, "text").text == " spaced ");
    CHECK(table->cell(2, "id").text == "c");
    CHECK(table->cell(2, "text").text.empty());
    CHECK(table->has("id"));
    CHECK_FALSE(table->has("note"));
    CHECK(table->cell(0, "note").text.empty());
}

TEST_CASE("csv: every cell knows its bytes", "[base]") {
    const source text("t.csv", "id,text\r\n조,\"a\r\nb\"\r\n");
    const auto table = read_csv(text, id_and_text);
    REQUIRE(table.ok());
    REQUIRE(table->rows.size() == 1);
    const auto& cell = table->cell(0, "text");
    CHECK(cell.text == "a\r\nb");
    CHECK(text.slice(cell.begin, cell.end) == "\"a\r\nb\"");
    const auto& id = table->cell(0, "id");
    CHECK(text.slice(id.begin, id.end) == "조");
}

TEST_CASE("csv: a byte order mark and a missing last line end are no fault", "[base]") {
    const auto table = read_csv(source("t.csv", "\xEF\xBB\xBF# a: b\nid,text\nx,y"), id_and_text);
    REQUIRE(table.ok());
    CHECK(table->header.at("a") == "b");
    CHECK(table->cell(0, "text").text == "y");
}

TEST_CASE("csv: columns may stand in any order", "[base]") {
    const auto table = read_csv(source("t.csv", "text,note,id\na,b,c\n"), id_and_text, {"note"});
    REQUIRE(table.ok());
    CHECK(table->cell(0, "id").text == "c");
    CHECK(table->cell(0, "note").text == "b");
}

TEST_CASE("csv: all faults of a file come in one pass, with their places", "[base]") {
    const auto problems = problems_of("id,txet\na,b,c\nd\ne,f\"g\n\"h\"i,j\n");
    CHECK(ids(problems) == std::vector<std::string>{"csv-unknown-column", "csv-missing-column", "csv-row-length",
                                                    "csv-row-length", "csv-quote-stray", "csv-quote-stray"});
    CHECK(problems[0].near == std::vector<std::string>{"text"});
    CHECK(problems[0].where == place{"t.csv", 1, 4, "id,txet", 3, 4});
    CHECK(problems[2].where == place{"t.csv", 2, 1, "a,b,c", 0, 5});
    CHECK(problems[2].message == "this row has 3 cells for 2 columns; it begins with 'a'");
    CHECK(problems[3].where->line == 3);
    CHECK(problems[4].where == place{"t.csv", 4, 4, "e,f\"g", 3, 1});
    CHECK(problems[5].where == place{"t.csv", 5, 4, "\"h\"i,j", 3, 1});
}

TEST_CASE("csv: an open quote is reported where it opens", "[base]") {
    const auto problems = problems_of("id,text\na,\"b\nc,d\n");
    CHECK(ids(problems) == std::vector<std::string>{"csv-quote-open"});
    CHECK(problems[0].where == place{"t.csv", 2, 3, "a,\"b", 2, 1});
}

TEST_CASE("csv: other faults", "[base]") {
    CHECK(ids(problems_of("")) == std::vector<std::string>{"csv-no-columns"});
    CHECK(ids(problems_of("# only: a header\n")) == std::vector<std::string>{"csv-no-columns"});
    CHECK(ids(problems_of("id,text,id\na,b,c\n")) == std::vector<std::string>{"csv-column-twice"});
    const auto latin = problems_of("id,text\na,\xE9t\xE9\n");
    CHECK(ids(latin) == std::vector<std::string>{"not-utf8"});
    CHECK(latin[0].where == place{"t.csv", 2, 3, "a,\uFFFDt\uFFFD", 2, 1});
}
