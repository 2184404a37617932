#include "catch.hpp"

#include <outlay/expression/evaluate.hpp>
#include <outlay/report/render_expression.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace outlay;

namespace {

constexpr std::string_view scenario_text = R"(
[[investment]]
name    = "Stargate"
economy = "US"
outlay  = "up to $500 billion"
period  = "4 years"
jobs    = "100,000"

[[investment]]
name    = "National AI Computing Center"
economy = "KR"
outlay  = "2조원 규모"

[[investment]]
name    = "Unpriced"
jobs    = "1,000"
)";

const scenario& known() {
    static const scenario what = read_scenario(engine::embedded(), source("scenario", std::string(scenario_text))).value();
    return what;
}

result<evaluation> value_of(const std::string& text) {
    const auto data = engine::embedded();
    const auto line = read_expression(data, source("line", text), {known().investments, std::nullopt, {}});
    if (!line) return line.problems();
    evaluation_options options;
    options.rates = data.default_policy();
    options.rates.as_of = make_date(2025, 1, 22);
    return evaluate(data, *line, known(), options);
}

std::string id_of(const std::string& text) {
    const auto value = value_of(text);
    return value ? "" : value.problems().front().id;
}

ratio point_of(const std::string& text) {
    const auto value = value_of(text).value();
    REQUIRE(value.value.known());
    REQUIRE(value.value.value.is_point());
    return *value.value.value.low;
}

}  // namespace

TEST_CASE("units come out of the arithmetic", "[expression]") {
    const auto value = value_of("$500 billion / 100,000 jobs / 4 years").value();
    CHECK(value.unit.text() == "USD/job-year");
    CHECK(value.value.unit == "USD/job-year");
    CHECK(value.value.value == interval<ratio>::point(1'250'000));
    CHECK(value_of("$125 billion a year * 4 years").value().unit.text() == "USD");
    CHECK(value_of("718조원 / 2조원").value().unit.is_none());
}

TEST_CASE("currencies meet at a resolved rate, which is in the answer", "[expression]") {
    const auto value = value_of("$1 billion + 2조원 at 1436").value();
    CHECK(value.unit.text() == "USD");
    CHECK(*value.value.value.low == ratio(1'000'000'000) + make_ratio(500'000'000'000, 359));
    REQUIRE(value.rates.size() == 1);
    CHECK(value.rates[0].value == ratio(1436));
    CHECK(point_of("5000억 달러 in KRW") == ratio(500'000'000'000) * make_ratio(4986700, 3481));
    CHECK(id_of("2조원 in XAU") == "rate-missing");
}

TEST_CASE("a bare rate is of the two currencies of its line", "[expression]") {
    CHECK(point_of("2조원 to USD at 1436") == make_ratio(500'000'000'000, 359));
    CHECK(point_of("$5 to KRW at USD/KRW=1450") == ratio(7250));
    CHECK(id_of("2조원 + $5 in EUR at 1436") == "expression-rate-pair");
    CHECK(id_of("2조원 at 1436") == "expression-rate-pair");
}

TEST_CASE("bounds go through sums, differences and quotients", "[expression]") {
    CHECK(value_of("up to $500bn / 100,000 jobs").value().value.value == interval<ratio>::at_most(5'000'000));
    CHECK(value_of("$500bn / up to 100,000 jobs").value().value.value == interval<ratio>::at_least(5'000'000));
    CHECK(value_of("$1 billion - up to $400 million").value().value.value == interval<ratio>::at_least(600'000'000));
    CHECK(value_of("-(up to $5) * 2").value().value.value == interval<ratio>::at_least(-10));
    CHECK(value_of("700조원대 / 2조원").value().value.value == interval<ratio>::between(350, 400, false, true));
    CHECK(value_of("$5 / -2").value().value.value == interval<ratio>::point(make_ratio(-5, 2)));
}

TEST_CASE("programmes are asked for what they state", "[expression]") {
    CHECK(value_of("stargate per job").value().value.value == interval<ratio>::at_most(5'000'000));
    CHECK(value_of("stargate.per_job_year").value().unit.text() == "USD/job-year");
    CHECK(point_of("stargate jobs / stargate period") == ratio(25'000));
    CHECK(value_of("20% * stargate per job").value().value.value == interval<ratio>::at_most(1'000'000));
    CHECK(value_of("(stargate in KRW) per job at 1436").value().value.value == interval<ratio>::at_most(ratio(7'180'000'000)));
}

TEST_CASE("what is not stated is unknown, with its reason", "[expression]") {
    const auto value = value_of("(stargate - korea) per year in KRW").value();
    CHECK_FALSE(value.value.known());
    CHECK(value.value.missing == std::vector<std::string>{"period-not-stated"});
    CHECK(value.unit.text() == "KRW/year");
    CHECK(value_of("stargate - unpriced").value().value.missing == std::vector<std::string>{"outlay-not-stated"});
    CHECK(value_of("unpriced in EUR").value().value.missing == std::vector<std::string>{"outlay-not-stated"});
    CHECK(value_of("korea per job").value().value.missing == std::vector<std::string>{"jobs-not-stated"});
}

TEST_CASE("an equation is solved for its hole, wherever that stands", "[expression]") {
    const auto jobs = value_of("? jobs: 2조원 / ? = stargate per job at 1436").value();
    CHECK(jobs.is_solved);
    CHECK(jobs.unit.text() == "job");
    CHECK(jobs.value.value == interval<ratio>::at_least(make_ratio(100'000, 359)));
    CHECK(point_of("10 - 2 * ? = 4") == ratio(3));
    CHECK(point_of("4 = ? / 3 + 1") == ratio(9));
    CHECK(point_of("-? = 2") == ratio(-2));
    CHECK(point_of("$8 / ? years = $2 / year") == ratio(4));
    CHECK(point_of("? months: $8 / ? = $2 / year") == ratio(48));
    CHECK(id_of("? jobs: $5bn / ? = 3 jobs") == "solution-mismatch");
}

TEST_CASE("dimensions are checked, with both sides named", "[expression]") {
    const auto value = value_of("$5bn - 3 jobs");
    REQUIRE_FALSE(value);
    CHECK(value.problems().front().id == "dimension-mismatch");
    CHECK(value.problems().front().message.find("'$5bn'") != std::string::npos);
    CHECK(value.problems().front().message.find("'3 jobs'") != std::string::npos);
    CHECK(id_of("2조원 / 100 jobs in USD/year") == "target-mismatch");
    CHECK(id_of("4 years in GW") == "target-mismatch");
    CHECK(id_of("$5 / 0") == "division-by-zero");
}

TEST_CASE("the last result goes on", "[expression]") {
    const auto data = engine::embedded();
    const auto first = value_of("$500 billion / 100,000 jobs").value();
    const auto line = read_expression(data, source("line", "_ / 4 years"), {{}, first.unit, {}});
    REQUIRE(line);
    const auto second = evaluate(data, *line, {}, {data.default_policy(), &first});
    REQUIRE(second);
    CHECK(second->unit.text() == "USD/job-year");
    CHECK(second->value.value == interval<ratio>::point(1'250'000));
}

TEST_CASE("lines that a fuzzer found, and those that it begins with, are read or refused", "[expression]") {
    const auto data = engine::embedded();
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(OUTLAY_TEST_DATA "/fuzz/expression")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(file), {}};
        const unit_product last = unit_product::of(currency_code("USD"));
        std::vector<std::string> lines{whole};
        for (std::size_t begin = 0; begin < whole.size();) {
            const auto end = std::min(whole.find('\n', begin), whole.size());
            lines.push_back(whole.substr(begin, end - begin));
            begin = end + 1;
        }
        for (const auto& text : lines) {
            ++count;
            const auto line = read_expression(data, source("line", text), {known().investments, last, {}});
            if (!line) {
                CHECK_FALSE(line.problems().empty());
                continue;
            }
            evaluation five;
            five.unit = last;
            five.value.value = interval<ratio>::point(5);
            const auto value = evaluate(data, *line, known(), {data.default_policy(), &five});
            if (value) CHECK(value->value.unit == value->unit.text());
            if (value) CHECK_FALSE(render_evaluated_line(data, {&*line, &*value, known().investments, 1}, {}).empty());
        }
    }
    CHECK(count > 10);
}
