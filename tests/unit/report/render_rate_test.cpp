#include "catch.hpp"

#include <outlay/report/render_rate.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

const format_options english{"en", rounding_mode::half_up};
const currency_code dollar("USD");
const currency_code won("KRW");

rate resolve(currency_code from, currency_code to, rate_policy policy) {
    return resolve_rate(data().rates(), data().currencies(), policy, from, to).value();
}

rate_policy as_of(date day) {
    auto policy = data().default_policy();
    policy.as_of = day;
    policy.origin = as_of_origin::stated_by_user;
    return policy;
}

rate_policy given(std::string_view text) {
    auto policy = data().default_policy();
    policy.given = {read_given_rate(text, data().currencies()).value()};
    return policy;
}

std::string json_of(const rate& used) {
    std::string out;
    json_writer json(out);
    write_rate(json, used);
    return out;
}

}  // namespace

TEST_CASE("render_rate: a rate whose decimals do not end is shown with its fraction") {
    CHECK(format_rate_number(data(), parse_ratio("200000/157").value(), english) ==
          "1,273.885350… (exactly 200000/157)");
    CHECK(format_rate_number(data(), parse_ratio("1436").value(), english) == "1,436");
}

TEST_CASE("render_rate: a given rate says so instead of a date") {
    const auto used = resolve(won, dollar, given("USD/KRW=1436"));
    CHECK(format_rate_value(data(), used, english) == "USD/KRW 1,436");
    CHECK(format_rate_date(used, english) == "none: the rate was given");
    CHECK(format_rate_path(used, english) == "÷ USD/KRW 1436 (inverse)");
    CHECK(format_rate_source(used, english) == "command line");
    CHECK(format_rate_line(data(), used, english) == "USD/KRW 1,436, given; command line");
}

TEST_CASE("render_rate: a cross shows both legs, its date and its source") {
    const auto used = resolve(dollar, won, as_of(make_date(2025, 1, 22)));
    CHECK(format_rate_date(used, english) == "2025-01-22, the date given");
    CHECK(format_rate_path(used, english) == "÷ EUR/USD 1.0443 × EUR/KRW 1496.01 (cross)");
    CHECK(format_rate_source(used, english) == "European Central Bank, spot");
}

TEST_CASE("render_rate: an older rate says how much older it is") {
    CHECK(format_rate_date(resolve(dollar, won, as_of(make_date(2025, 1, 26))), english) ==
          "2025-01-24, 2 days before 2025-01-26, the date given");
    CHECK(format_rate_date(resolve(dollar, won, as_of(make_date(2025, 1, 25))), english) ==
          "2025-01-24, the day before 2025-01-25, the date given");
}

TEST_CASE("render_rate: no rate is needed within one currency") {
    const auto used = resolve(won, won, data().default_policy());
    CHECK(format_rate_line(data(), used, english) == "no rate is needed: both amounts are in KRW");
    CHECK(json_of(used) == "null");
}

TEST_CASE("render_rate: the rate object of the contract") {
    CHECK(
        json_of(resolve(won, dollar, given("USD/KRW=1436"))) ==
        R"({"pair":"USD/KRW","value":"1436","exact":"1436","date":null,"source":"command line","kind":"given","path":"inverse",)"
        R"("as_of":null,"as_of_origin":null,"legs":[{"pair":"USD/KRW","value":"1436","exact":"1436","date":null,)"
        R"("source":"command line","kind":"given","inverted":true}]})");
}

TEST_CASE("render_rate: digits without grouping: all of them where they end, else ten") {
    CHECK(plain_digits(parse_ratio("1436.50").value()) == "1436.5");
    CHECK(plain_digits(parse_ratio("200000/157").value()) == "1273.885350");
}

TEST_CASE("render_rate: only a point has a value and an exact value") {
    const auto text = [](const interval<ratio>& value) {
        std::string out;
        json_writer json(out);
        json.begin_object();
        write_point(json, value, 2, rounding_mode::half_up);
        json.end_object();
        return out;
    };
    CHECK(text(interval<ratio>::point(parse_ratio("500000000000/359").value())) ==
          R"({"value":"1392757660.17","exact":"500000000000/359"})");
    CHECK(text(interval<ratio>::at_most(ratio(5))) == R"({"value":null,"exact":null})");
    CHECK(text(interval<ratio>::between(ratio(5), ratio(6))) == R"({"value":null,"exact":null})");
    interval<ratio> nearly = interval<ratio>::at_most(ratio(5));
    nearly.central = ratio(5);
    CHECK(text(nearly) == R"({"value":"5.00","exact":"5"})");
}
