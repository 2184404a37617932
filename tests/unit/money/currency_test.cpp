#include "catch.hpp"

#include <outlay/money/currency.hpp>

#include <algorithm>

using namespace outlay;

namespace {

const std::vector<std::string_view> currency_columns{"code",       "numeric",    "minor_units", "name",     "symbol",
                                                     "quote_rank", "valid_from", "valid_to",    "successor"};
const std::vector<std::string_view> symbol_columns{"symbol", "language", "candidates", "reason"};

currency_table built_in() { return {embedded_currencies(), embedded_symbols()}; }

currency_code code(std::string_view text) { return currency_code(text); }

struct currency_file {
    source text;
    csv_table table;
    result<std::vector<currency>> rows;
    explicit currency_file(const std::string& body)
        : text("c.csv", "code,numeric,minor_units,name,symbol,quote_rank,valid_from,valid_to,successor\n" + body),
          table(read_csv(text, currency_columns).value()),
          rows(read_currencies(text, table)) {}
};

struct symbol_file {
    source text;
    csv_table table;
    result<std::vector<currency_symbol>> rows;
    explicit symbol_file(const std::string& body)
        : text("s.csv", "symbol,language,candidates,reason\n" + body),
          table(read_csv(text, symbol_columns).value()),
          rows(read_symbols(text, table)) {}
};

std::vector<std::string> ids(const diagnostics& problems) {
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.id);
    return found;
}

}  // namespace

TEST_CASE("currency: a code is three letters", "[money]") {
    CHECK(code("usd") == code("USD"));
    CHECK(code("USD").text() == "USD");
    CHECK(code("EUR") < code("USD"));
    for (const auto* text : {"", "US", "USDX", "U5D", "U D", "\xEC\xA1\xB0"}) {
        CAPTURE(text);
        CHECK(code(text).empty());
        CHECK(code(text).text().empty());
    }
}

TEST_CASE("currency: the list of ISO 4217 is there, sorted", "[money]") {
    const auto rows = embedded_currencies();
    CHECK(rows.size() > 250);
    CHECK(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; }));
    const auto table = built_in();
    struct row {
        const char* code;
        int numeric;
        int minor_units;
    };
    const auto [text, numeric, minor_units] = GENERATE(values<row>({
        {"KRW", 410, 0},
        {"USD", 840, 2},
        {"JPY", 392, 0},
        {"BHD", 48, 3},
        {"CLF", 990, 4},
        {"HUF", 348, 2},
        {"TWD", 901, 2},
    }));
    CAPTURE(text);
    const auto* found = table.find(code(text));
    REQUIRE(found);
    CHECK(found->numeric == numeric);
    CHECK(found->minor_units == minor_units);
    CHECK(found->valid_to.empty());
}

TEST_CASE("currency: withdrawn ones name their end and successor", "[money]") {
    const auto table = built_in();
    const auto* mark = table.find(code("DEM"));
    REQUIRE(mark);
    CHECK(mark->valid_to == "2002-05-15");  // in Bosnia, the last place
    CHECK(mark->successor == code("EUR"));
    CHECK(table.minor_units(code("XAU")) == 2);  // ISO states none
    CHECK(table.minor_units(code("ZZZ")) == 2);
    CHECK(table.minor_units(code("KRW")) == 0);
    CHECK(table.find(code("ZZZ")) == nullptr);
    CHECK(table.find({}) == nullptr);
}

TEST_CASE("currency: a written code is read in any case; a wrong one has near misses", "[money]") {
    const auto table = built_in();
    CHECK(table.read_code("krw").value() == code("KRW"));
    const place where{"plan.toml", 2, 8, "to = \"KRX\"", 7, 3};
    const auto problem = table.read_code("KRX", where).problems().front();
    CHECK(problem.id == "unknown-currency");
    CHECK(problem.where == where);
    CHECK(std::find(problem.near.begin(), problem.near.end(), "KRW") != problem.near.end());
    CHECK(table.read_code("UDS").problems().front().near.front() == "USD");  // ranked ones first
    CHECK_FALSE(table.read_code("").ok());
    CHECK_FALSE(table.read_code("WON").ok());
}

TEST_CASE("currency: the market's quoting order", "[money]") {
    const auto table = built_in();
    CHECK(table.is_quoted_as_base(code("USD"), code("KRW")));
    CHECK_FALSE(table.is_quoted_as_base(code("KRW"), code("USD")));
    CHECK(table.is_quoted_as_base(code("EUR"), code("USD")));
    CHECK_FALSE(table.is_quoted_as_base(code("USD"), code("GBP")));
    CHECK(table.is_quoted_as_base(code("KRW"), code("THB")));  // neither is ranked: as asked
    CHECK(table.is_quoted_as_base(code("THB"), code("KRW")));
}

TEST_CASE("currency: a symbol is a list of candidates, by language", "[money]") {
    const symbol_file file(
        "¥,,JPY CNY,default\n¥,zh,CNY JPY,Chinese\n¥,zh-Hant,JPY CNY,traditional\n$,,USD CAD AUD,default\n");
    REQUIRE(file.rows.ok());
    const currency_table table({}, *file.rows);
    REQUIRE(table.find_symbol("¥", "ko"));
    CHECK(table.find_symbol("¥", "ko")->reason == "default");
    CHECK(table.find_symbol("¥", "")->candidates == "JPY CNY");
    CHECK(table.find_symbol("¥", "zh")->reason == "Chinese");
    CHECK(table.find_symbol("¥", "zh-CN")->reason == "Chinese");
    CHECK(table.find_symbol("¥", "zh-Hant-TW")->reason == "traditional");
    CHECK(table.find_symbol("€", "en") == nullptr);
    CHECK(split_codes(" USD  CAD AUD ") == std::vector{code("USD"), code("CAD"), code("AUD")});
    CHECK(split_codes("").empty());
}

TEST_CASE("currency: rows are read and sorted", "[money]") {
    const currency_file file("USD,840,2,US Dollar,$,5,1792-01-01,,\nDEM,276,,German Mark,,,1948-06,2002-02-28,EUR\n");
    REQUIRE(file.rows.ok());
    const auto& mark = file.rows->front();
    CHECK(mark.code == code("DEM"));
    CHECK(mark.minor_units == -1);
    CHECK(mark.quote_rank == 0);
    CHECK(mark.valid_from == "1948-06");
    CHECK(mark.successor == code("EUR"));
    const auto& dollar = file.rows->back();
    CHECK(dollar.numeric == 840);
    CHECK(dollar.quote_rank == 5);
    CHECK(dollar.symbol == "$");
}

TEST_CASE("currency: all bad rows are reported in one pass", "[money]") {
    const currency_file file(
        "usd,840,2,a,,,,,\nKRW,4100,-1,b,,100,2025-02-30,soon,E\nJPY,x,0,c,,,,,\nJPY,1,0,d,,,,,\n");
    const auto problems = file.rows.problems();
    CHECK(ids(problems) ==
          std::vector<std::string>{"currency-code-malformed", "currency-number-malformed", "currency-number-malformed",
                                   "currency-number-malformed", "currency-date-malformed", "currency-date-malformed",
                                   "currency-code-malformed", "currency-number-malformed", "currency-twice"});
    CHECK(problems[1].where == place{"c.csv", 3, 5, "KRW,4100,-1,b,,100,2025-02-30,soon,E", 4, 4});
    CHECK(problems[1].message == "the column 'numeric' of KRW holds '4100'");
}

TEST_CASE("currency: bad symbol rows are reported in one pass", "[money]") {
    const symbol_file file(",,USD,a\n$,,,b\n£,,GBP pound,c\n¥,,JPY,d\n¥,,CNY,e\n");
    CHECK(ids(file.rows.problems()) == std::vector<std::string>{"symbol-empty", "symbol-without-candidates",
                                                                "currency-code-malformed", "symbol-twice"});
}
