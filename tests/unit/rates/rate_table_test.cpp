#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

result<rate_file> read(const std::string& text) {
    static std::vector<std::unique_ptr<rate_book::file>> kept;  // the result's views point into it
    kept.push_back(rate_book::read("r.csv", text));
    return read_rate_file(kept.back()->text, kept.back()->table, rate_book::currencies());
}

std::vector<std::string> ids(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& problem : read(text).problems()) found.push_back(problem.id);
    return found;
}

std::string text_of(const quote* q) {
    return q ? to_text(q->observed()) + " " + to_text(q->pair) + " " + q->value().text() : "none";
}

}  // namespace

TEST_CASE("rate_table: lookups by pair and day", "[rates]") {
    rate_book book;
    book.add("ecb.csv", ecb_file).add("fed.csv", fed_file).add("pegs.csv", peg_file);
    const auto table = book.table();
    const auto won = pair_of("EUR/KRW");
    CHECK(text_of(table.on(won, day("2025-01-22"))) == "2025-01-22 EUR/KRW 1496.01");
    CHECK(text_of(table.on(won, day("2025-01-23"))) == "none");
    CHECK(text_of(table.on(won.reversed(), day("2025-01-22"))) == "none");
    CHECK(text_of(table.at_or_before(won, day("2025-01-23"))) == "2025-01-22 EUR/KRW 1496.01");
    CHECK(text_of(table.at_or_before(won, day("2025-01-20"))) == "none");
    CHECK(text_of(table.at_or_before(won, day("2030-01-01"))) == "2025-01-24 EUR/KRW 1501.60");
    CHECK(text_of(table.nearest(won, day("2024-06-30"))) == "2025-01-21 EUR/KRW 1493.41");
    CHECK(text_of(table.nearest(won, day("2025-06-30"))) == "2025-01-24 EUR/KRW 1501.60");
    CHECK(text_of(table.nearest(pair_of("EUR/TWD"), day("2025-01-22"))) == "none");
    CHECK(table.newest_day() == day("2025-01-24"));
    CHECK(table.source_of(*table.on(pair_of("USD/KRW"), day("2025-01-22"))).name == "Federal Reserve H.10");
}

TEST_CASE("rate_table: fixed rates hold from their day on, and are no spot quotes", "[rates]") {
    rate_book book;
    book.add("pegs.csv", peg_file).add("euro.csv", euro_file);
    const auto table = book.table();
    CHECK(text_of(table.fixed(pair_of("USD/SAR"), day("2025-01-22"))) == "1986-07-01 USD/SAR 3.75");
    CHECK(text_of(table.fixed(pair_of("USD/SAR"), day("1986-06-30"))) == "none");
    CHECK(text_of(table.fixed(pair_of("EUR/BGN"), day("2025-12-31"))) == "none");
    CHECK(text_of(table.fixed(pair_of("EUR/BGN"), day("2026-01-01"))) == "2026-01-01 EUR/BGN 1.95583");
    CHECK(text_of(table.on(pair_of("USD/SAR"), day("1986-07-01"))) == "none");
    CHECK(text_of(table.at_or_before(pair_of("USD/SAR"), day("2025-01-22"))) == "none");
    CHECK(text_of(table.nearest(pair_of("USD/SAR"), day("2025-01-22"))) == "none");
    CHECK(table.newest_day() == std::nullopt);
    CHECK(rate_table().newest_day() == std::nullopt);
    CHECK(rate_table().series().empty());
}

TEST_CASE("rate_table: quotes of all sources between two days, by day", "[rates]") {
    rate_book book;
    book.add("fed.csv", fed_file)
        .add("other.csv", "# source: Seoul close\n# kind: spot\ndate,base,quote,value\n2025-01-22,USD,KRW,1437.6\n");
    const auto found = book.table().between(pair_of("USD/KRW"), day("2025-01-22"), day("2025-01-23"));
    std::vector<std::string> values;
    for (const auto* q : found) values.push_back(q->value().text());
    CHECK(values == std::vector<std::string>{"1435.77", "1437.6", "1434.29"});
    CHECK(book.table().on(pair_of("USD/KRW"), day("2025-01-22"))->value().text() == "1435.77");
}

TEST_CASE("rate_table: the series that are known", "[rates]") {
    rate_book book;
    book.add("ecb.csv", ecb_file).add("fed.csv", fed_file);
    const auto series = book.table().series();
    REQUIRE(series.size() == 5);
    const auto& won = series.back();
    CHECK(to_text(won.pair) == "USD/KRW");
    CHECK(won.count == 4);
    CHECK(to_text(won.first) == "2025-01-21");
    CHECK(to_text(won.last) == "2025-01-24");
    CHECK(book.table().sources()[won.source].name == "Federal Reserve H.10");
}

TEST_CASE("rate_table: January 2025 is built in, every business day", "[rates]") {
    const rate_table table(embedded_quotes(), embedded_rate_sources());
    CHECK(text_of(table.on(pair_of("EUR/KRW"), day("2025-01-22"))) == "2025-01-22 EUR/KRW 1496.01");
    CHECK(text_of(table.on(pair_of("EUR/USD"), day("2025-01-22"))) == "2025-01-22 EUR/USD 1.0443");
    CHECK(table.between(pair_of("EUR/USD"), day("2025-01-01"), day("2025-01-31")).size() == 22);
    const auto less = [](const quote& a, const quote& b) {
        return std::tie(a.pair, a.source, a.day) < std::tie(b.pair, b.source, b.day);
    };
    CHECK(std::is_sorted(table.quotes().begin(), table.quotes().end(), less));
    for (const auto& origin : table.sources()) {
        CAPTURE(origin.file);
        CHECK(!origin.name.empty());
        CHECK(!origin.licence.empty());
    }
}

TEST_CASE("read_rate_file: the comment lines say where the quotes are from", "[rates]") {
    const auto file = read(ecb_file);
    REQUIRE(file.ok());
    REQUIRE(file->sources.size() == 1);
    const auto& origin = file->sources.front();
    CHECK(origin.name == "European Central Bank");
    CHECK(origin.address == "https://www.ecb.europa.eu/stats/");
    CHECK(origin.licence == "free re-use");
    CHECK(origin.date == "2025-01-31");
    CHECK(origin.file == "r.csv");
    CHECK(origin.kind == rate_kind::spot);
    CHECK(read("date,base,quote,value\n2025-01-22,USD,KRW,1\n")->sources.front().name == "r.csv");
    CHECK(read("# name: ECB\n# source: x, https://y\ndate,base,quote,value\n")->sources.front().name == "ECB");
}

TEST_CASE("read_rate_file: a row may name a source of its own", "[rates]") {
    const auto file = read(peg_file);
    REQUIRE(file.ok());
    REQUIRE(file->sources.size() == 3);
    CHECK(file->sources[1].name == "Saudi Central Bank");
    CHECK(file->sources[1].kind == rate_kind::peg);
    CHECK(to_text(file->quotes.back().pair) == "USD/SAR");
    CHECK(file->quotes.back().source == 1);
}

TEST_CASE("read_rate_file: means are stored under the last day of their period", "[rates]") {
    const auto file = read("# kind: mean\nperiod,base,quote,value\n2024,USD,KRW,1363.4381\n2024-02,USD,KRW,1331.6\n");
    REQUIRE(file.ok());
    CHECK(file->sources.front().kind == rate_kind::period_mean);
    CHECK(to_text(file->quotes[0].observed()) == "2024-12-31");
    CHECK(to_text(file->quotes[1].observed()) == "2024-02-29");
    rate_book book;
    book.add("means.csv", "period,base,quote,value\n2024,USD,KRW,1363.4381\n");
    CHECK(book.table().on(pair_of("USD/KRW"), day("2024-12-31")) == nullptr);  // a mean is no quote of a day
}

TEST_CASE("read_rate_file: all bad rows are reported in one pass, with their places", "[rates]") {
    const std::string text = "date,base,quote,value\n2025-01-22,USD,KRW,1435.77\n2025-02-30,USD,KRX,1,436\n";
    CHECK_THROWS(read(text));  // five cells
    const std::string rows =
        "# kind: "
        "spot\ndate,base,quote,value\n2025-01-22,USD,KRW,1435.77\n2025-02-30,USD,KRX,abc\n2025-01-22,USD,JPY,0\n"
        "2025-01-22,USD,CHF,-0.9\n2025-01-22,EUR,EUR,1\n2025-01-22,USD,KRW,1436\n2025-01-22,USD,GBP,1e200\n"
        "2025-01-22,USD,INR,86.00000000000000000000\n";
    CHECK(ids(rows) == std::vector<std::string>{"date-malformed", "unknown-currency", "number-malformed",
                                                "rate-not-positive", "rate-not-positive", "pair-of-itself",
                                                "rate-duplicate", "number-out-of-range", "number-out-of-range"});
    const auto problems = read(rows).problems();
    CHECK(problems[2].where == place{"r.csv", 4, 20, "2025-02-30,USD,KRX,abc", 19, 3});
    CHECK(problems[6].message == "the rate USD/KRW of 2025-01-22 stands here twice, first in line 3");
}

TEST_CASE("read_rate_file: other faults", "[rates]") {
    CHECK(ids("base,quote,value\nUSD,KRW,1436\n") == std::vector<std::string>{"rate-day-column"});
    CHECK(ids("date,period,base,quote,value\n2025-01-22,2025,USD,KRW,1436\n") ==
          std::vector<std::string>{"rate-day-column"});
    CHECK(ids("# kind: sport\ndate,base,quote,value\n") == std::vector<std::string>{"rate-kind-unknown"});
    CHECK(ids("period,base,quote,value\n2024-13,USD,KRW,1436\nQ1,USD,JPY,151\n") ==
          std::vector<std::string>{"period-malformed", "period-malformed"});
}
