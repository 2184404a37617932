// What a scenario file says. What is wrong with one: scenario_errors_test.cpp and scenario_syntax_test.cpp.
#include "catch.hpp"
#include "unit/scenario/scenario_text.hpp"

using namespace outlay;

namespace {

scenario example() {
    auto file = source::read(OUTLAY_CONFIG_DIR "/examples/stargate.toml");
    REQUIRE(file);
    auto found = read_scenario(built_in(), *file);
    for (const diagnostic& problem : found.problems()) UNSCOPED_INFO(render(problem));
    REQUIRE(found);
    return *found;
}

scenario read_good(std::string text) {
    auto found = read_text(std::move(text));
    for (const diagnostic& problem : found.problems()) UNSCOPED_INFO(render(problem));
    REQUIRE(found);
    return *found;
}

const std::string smallest = "[[investment]]\nname = \"S\"\n";

}  // namespace

TEST_CASE("the example reads as it is written", "[scenario]") {
    const scenario found = example();
    CHECK(found.title == "Stargate and Korea's AI computing centre");
    CHECK(found.to == currency_code("USD"));
    CHECK(found.as_of == make_date(2025, 1, 22));
    CHECK(found.baseline.empty());

    REQUIRE(found.rates.size() == 1);
    CHECK(to_text(found.rates[0].pair) == "USD/KRW");
    CHECK(found.rates[0].value == ratio(1436));
    CHECK(found.rates[0].written == "1436");
    CHECK(found.rates[0].source == "implied by 5000억 달러(약 718조원), JoongAng Ilbo, 2025-01-23");

    REQUIRE(found.cases.size() == 1);
    CHECK(found.cases[0].name == "at the rate the English text implies");
    CHECK_FALSE(found.cases[0].as_of);
    REQUIRE(found.cases[0].rates.size() == 1);
    CHECK(found.cases[0].rates[0].value == ratio(200000) / 157);
    CHECK(found.cases[0].rates[0].written == "200000/157");
}

TEST_CASE("figures of the example keep their words and their place", "[scenario]") {
    const scenario found = example();
    REQUIRE(found.investments.size() == 2);
    const programme& us = found.investments[0];
    CHECK(us.name == "Stargate");
    CHECK(us.economy == "US");
    REQUIRE(us.outlay);
    CHECK(us.outlay->value.kind == figure_kind::money);
    CHECK(us.outlay->value.currency == currency_code("USD"));
    CHECK(us.outlay->value.qualifier == qualifier::at_most);
    CHECK(us.outlay->value.amount == interval<decimal>::at_most(decimal(500'000'000'000)));
    CHECK(us.outlay->text == "up to $500 billion");
    CHECK(underlined(us.outlay->where) == "up to $500 billion");
    REQUIRE(us.period);
    CHECK(us.period->value.unit == "year");
    CHECK(us.period->value.amount == interval<decimal>::point(decimal(4)));
    REQUIRE(us.jobs.size() == 1);
    CHECK(us.jobs.front().count.value.amount == interval<decimal>::point(decimal(100'000)));

    const programme& kr = found.investments[1];
    CHECK(kr.economy == "KR");
    REQUIRE(kr.outlay);
    CHECK(kr.outlay->value.currency == currency_code("KRW"));
    CHECK(kr.outlay->value.qualifier == qualifier::about);
    CHECK(kr.outlay->value.amount.central == decimal(2'000'000'000'000));
    CHECK(underlined(kr.outlay->where) == "2조원 규모");
    CHECK_FALSE(kr.period);
    CHECK(kr.jobs.empty());
    CHECK(kr.stage == stage::unstated);
}

TEST_CASE("jobs and periods may be integers, dates may be texts", "[scenario]") {
    const scenario found = read_good(
        "as_of = \"2025-01-23\"\n[[investment]]\nname = \"S\"\njobs = 100_000\nperiod = +4\ndate = 2025-01-21\n"
        "stage = \"committed\"\nsource = \"a paper\"\nnote = \"gross jobs\"\n");
    CHECK(found.as_of == make_date(2025, 1, 23));
    const programme& only = found.investments.at(0);
    REQUIRE(only.jobs.size() == 1);
    CHECK(only.jobs.front().count.value.amount == interval<decimal>::point(decimal(100'000)));
    CHECK(only.jobs.front().count.value.kind == figure_kind::jobs);
    CHECK(only.jobs.front().count.text == "100_000");
    CHECK(underlined(only.jobs.front().count.where) == "100_000");
    REQUIRE(only.period);
    CHECK(only.period->value.amount == interval<decimal>::point(decimal(4)));
    CHECK(only.period->value.unit == "year");
    CHECK(only.announced == make_date(2025, 1, 21));
    CHECK(only.stage == stage::committed);
    CHECK(only.source == "a paper");
    CHECK(only.note == "gross jobs");
    CHECK_FALSE(only.outlay);
}

TEST_CASE("a period may be stated in months or days", "[scenario]") {
    CHECK(read_good(smallest + "period = \"18 months\"\n").investments[0].period->value.unit == "month");
    CHECK(read_good(smallest + "period = \"90 days\"\n").investments[0].period->value.unit == "day");
}

TEST_CASE("codes are read in either case", "[scenario]") {
    const scenario found = read_good("to = \"krw\"\n" + smallest + "economy = \"kr\"\n");
    CHECK(found.to == currency_code("KRW"));
    CHECK(found.investments[0].economy == "KR");
}

TEST_CASE("a rate's value may be an integer; a rate without a source names its line", "[scenario]") {
    const scenario found = read_good("[[rate]]\npair = \"usd/krw\"\nvalue = 1436\n" + smallest);
    REQUIRE(found.rates.size() == 1);
    CHECK(to_text(found.rates[0].pair) == "USD/KRW");
    CHECK(found.rates[0].value == ratio(1436));
    CHECK(found.rates[0].source == "test.toml:1");
}

TEST_CASE("a case may override the file's rates and its date", "[scenario]") {
    const scenario found =
        read_good("[[rate]]\npair = \"USD/KRW\"\nvalue = \"1436\"\n" + smallest +
                  "[[case]]\nname = \"later\"\nas_of = 2025-01-30\n[case.rate]\n\"USD/KRW\" = \"1444.3\"\n"
                  "'EUR/USD' = \"1.0396\"\n");
    REQUIRE(found.cases.size() == 1);
    CHECK(found.cases[0].as_of == make_date(2025, 1, 30));
    REQUIRE(found.cases[0].rates.size() == 2);
    CHECK(found.cases[0].rates[0].value == ratio(14443) / 10);
    CHECK(found.cases[0].rates[1].written == "1.0396");
}

TEST_CASE("a baseline names an investment", "[scenario]") {
    CHECK(read_good("baseline = \"T\"\n" + smallest + "[[investment]]\nname = \"T\"\n").baseline == "T");
}

TEST_CASE("a list of inline tables is a list of investments", "[scenario]") {
    const scenario found =
        read_good("investment = [\n  { name = \"S\", outlay = \"$5 million\" },\n  { name = \"T\" },\n]\n");
    REQUIRE(found.investments.size() == 2);
    CHECK(found.investments[0].outlay->value.amount.high == decimal(5'000'000));
    CHECK(found.investments[1].name == "T");
}

TEST_CASE("a byte order mark and the line ends of Windows are accepted", "[scenario]") {
    const scenario found =
        read_good("\xEF\xBB\xBFtitle = \"x\"\r\n[[investment]]\r\nname = \"S\"\r\noutlay = \"2조원\"\r\n");
    CHECK(found.title == "x");
    CHECK(found.investments[0].name == "S");
    CHECK(underlined(found.investments[0].outlay->where) == "2조원");
}

TEST_CASE("escapes are read, and the whole text is their place", "[scenario]") {
    const scenario found = read_good(smallest + "outlay = \"up to \\u0024500 billion\"\n");
    const auto& outlay = found.investments[0].outlay;
    REQUIRE(outlay);
    CHECK(outlay->text == "up to $500 billion");
    CHECK(outlay->value.amount.high == decimal(500'000'000'000));
    CHECK(underlined(outlay->where) == "\"up to \\u0024500 billion\"");
}
