#include "catch.hpp"

#include <outlay/report/render_rates.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

rate won_on(date day) {
    auto policy = data().default_policy();
    policy.as_of = day;
    policy.origin = as_of_origin::stated_by_user;
    return resolve_rate(data().rates(), data().currencies(), policy, currency_code("USD"), currency_code("KRW"))
        .value();
}

}  // namespace

TEST_CASE("render_rates: every series stands with its days, its count and its source") {
    const auto text = render_rate_series(data(), {});
    CHECK(text.find("\nEUR/KRW  spot         2025-01-02  2025-01-31     22  [13]\n") != std::string::npos);
    CHECK(text.find("\n[13] European Central Bank;") != std::string::npos);
    const auto json = render_rate_series_json(data());
    CHECK(json.find("\"pair\": \"EUR/KRW\",\n      \"first\": \"2025-01-02\",\n      \"last\": \"2025-01-31\",\n      "
                    "\"count\": 22,\n"
                    "      \"kind\": \"spot\",\n      \"source\": \"European Central Bank\"") != std::string::npos);
}

TEST_CASE("render_rates: one rate with its date, path and source") {
    CHECK(render_one_rate(data(), won_on(make_date(2025, 1, 22)), {}) ==
          "USD/KRW 1,432.548118… (exactly 4986700/3481)\n"
          "  date    2025-01-22, the date given\n"
          "  path    ÷ EUR/USD 1.0443 × EUR/KRW 1496.01 (cross)\n"
          "  source  European Central Bank, spot\n");
}

TEST_CASE("render_rates: the rates of several days, a line each") {
    CHECK(render_rate_values(data(), {won_on(make_date(2025, 1, 22)), won_on(make_date(2025, 1, 23))}, {}) ==
          "day             USD/KRW  path\n"
          "2025-01-22  1,432.5481…  ÷ EUR/USD 1.0443 × EUR/KRW 1496.01 (cross)\n"
          "2025-01-23  1,436.8512…  ÷ EUR/USD 1.0404 × EUR/KRW 1494.9 (cross)\n"
          "\n"
          "source  European Central Bank, spot\n");
    CHECK(render_rate_values(data(), {}, {}) == "no rates are known for this\n");
}

TEST_CASE("render_rates: rates as JSON") {
    const auto json = render_rate_values_json({won_on(make_date(2025, 1, 22))});
    CHECK(json.find("\"pair\": \"USD/KRW\",\n  \"values\": [") != std::string::npos);
    CHECK(json.find("\"exact\": \"4986700/3481\"") != std::string::npos);
    CHECK(render_rate_values_json({}) == "{\n  \"schema\": \"outlay/1\",\n  \"pair\": null,\n  \"values\": []\n}\n");
}
