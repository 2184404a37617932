#include "catch.hpp"

#include <outlay/expression/expression.hpp>

using namespace outlay;

namespace {

std::vector<scenario_investment> two_programmes() {
    scenario_investment first;
    first.name = "Stargate";
    first.economy = "US";
    scenario_investment second;
    second.name = "Made in Korea to Last";
    second.economy = "KR";
    return {first, second};
}

result<expression> read(std::string text, std::span<const scenario_investment> known = {}) {
    return read_expression(engine::embedded(), source("line", std::move(text)), {known, std::nullopt, {}});
}

/// The nodes in brackets, operands by their words.
std::string shape(const expression& line, std::size_t i) {
    const auto& n = line.nodes[i];
    const auto words = std::string(line.text.slice(n.begin, n.end));
    const auto both = [&](const char* sign) { return "(" + shape(line, n.a) + sign + shape(line, n.b) + ")"; };
    switch (n.kind) {
        case operation::add: return both("+");
        case operation::subtract: return both("-");
        case operation::multiply: return both("*");
        case operation::divide: return both("/");
        case operation::per: return both(" per ");
        case operation::negate: return "-" + shape(line, n.a);
        case operation::convert: return "[" + shape(line, n.a) + " in " + n.unit.text() + "]";
        default: return words;
    }
}

std::string shape_of(const std::string& text, std::span<const scenario_investment> known = {}) {
    const auto line = read(text, known);
    return line ? shape(*line, line->root) : line.problems().front().id;
}

}  // namespace

TEST_CASE("operators bind as in arithmetic, per tighter", "[expression]") {
    CHECK(shape_of("1 + 2 * 3 - 4") == "((1+(2*3))-4)");
    CHECK(shape_of("8 / 4 / 2") == "((8/4)/2)");
    CHECK(shape_of("2 per job / 3") == "((2 per job)/3)");
    CHECK(shape_of("(1 + 2) * -3 in years") == "[((1+2)*-3) in year]");
}

TEST_CASE("signs within an amount are no operators", "[expression]") {
    CHECK(shape_of("400-500 billion won") == "400-500 billion won");
    CHECK(shape_of("$500-billion / 2") == "($500-billion/2)");
    CHECK(shape_of("400 to 500 billion won in USD") == "[400 to 500 billion won in USD]");
    CHECK(shape_of("up to $500bn / 2") == "(up to $500bn/2)");
    CHECK(shape_of("up to two trillion won to USD") == "[up to two trillion won in USD]");
    CHECK(shape_of("2조원 ÷ 3 × 2") == "((2조원/3)*2)");
}

TEST_CASE("a whole name may hold keywords", "[expression]") {
    const auto known = two_programmes();
    CHECK(shape_of("made in korea to last - stargate", known) == "(made in korea to last-stargate)");
    CHECK(shape_of("korea jobs", known) == "korea jobs");
    CHECK(shape_of("\"Stargate\" period", known) == "\"Stargate\" period");
    CHECK(shape_of("stargates", known) == "name-unknown");
}

TEST_CASE("clauses are of the whole line", "[expression]") {
    const auto line = read("2조원 to USD at 1,436 as of 2025-01-22");
    REQUIRE(line);
    CHECK(line->rate == "1,436");
    CHECK(line->as_of == make_date(2025, 1, 22));
    CHECK(read("2조원 on 22 January 2025").value().as_of == make_date(2025, 1, 22));
    CHECK(read("2조원 -> USD @ 1436").value().rate == "1436");
    CHECK(shape_of("2조원->USD@1436") == "[2조원 in USD]");
}

TEST_CASE("a line that asks", "[expression]") {
    const auto line = read("? jobs: 2조원 / ? = $5 million / job");
    REQUIRE(line);
    CHECK(line->asked == unit_product::of("job"));
    REQUIRE(line->equals);
    CHECK(shape(*line, *line->equals) == "($5 million/job)");
    CHECK(read("2조원 / ? jobs = $5").value().asked == unit_product::of("job"));
}

TEST_CASE("units in several languages", "[expression]") {
    const auto data = engine::embedded();
    CHECK(find_unit(data, "jobs") == unit_product::of("job"));
    CHECK(find_unit(data, "일자리") == unit_product::of("job"));
    CHECK(find_unit(data, "won") == unit_product::of(currency_code("KRW")));
    CHECK(find_unit(data, "krw") == unit_product::of(currency_code("KRW")));
    CHECK(find_unit(data, "job-years") == unit_product::of("job") * unit_product::of("year"));
    CHECK_FALSE(find_unit(data, "KRX"));
    CHECK_FALSE(find_unit(data, "year-month"));
    CHECK_FALSE(find_unit(data, ""));
}

TEST_CASE("currencies of a line, each once", "[expression]") {
    const auto line = read("2조원 + $5 + 3 trillion won in EUR");
    REQUIRE(line);
    const auto found = currencies_in(*line, {});
    REQUIRE(found.size() == 3);
    CHECK(found[0] == currency_code("KRW"));
    CHECK(found[2] == currency_code("EUR"));
}

TEST_CASE("the place of a problem counts Hangul as two columns", "[expression]") {
    const auto line = read("2조원 + $5)");
    REQUIRE_FALSE(line);
    REQUIRE(line.problems().front().where);
    CHECK(line.problems().front().where->column == 11);
}

TEST_CASE("bytes that are no line end in a problem, not in a crash", "[expression]") {
    for (const auto* text : {"\xFF", "(\xE2\x82", "?:", "? :", "in", "per", "= =", "-", "- -", "1 in", "1 in /", "\"", "((", "1 at", "@", "_", "→", "..", "1 in USD/", "? jobs:", "%", "+%"})
        CHECK_FALSE(read(text));
    CHECK_FALSE(read(std::string(longest_expression + 1, '1')));
    CHECK_FALSE(read(std::string(2000, '(')));
    CHECK_FALSE(read(std::string(2000, '-') + "1"));
}
