#include <outlay/analysis/rate_history.hpp>

#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace outlay;

TEST_CASE("the volatility of a rate is that of its daily changes") {
    const engine data = engine::embedded();
    const auto usd = currency_code("USD");
    const auto krw = currency_code("KRW");
    const auto until = make_date(2025, 1, 22);
    const auto found = find_volatility(data, {usd, krw}, until, 365);
    REQUIRE(found.ok());
    // The same from the fixings themselves: won for a euro over dollars for a euro.
    const auto eur = currency_code("EUR");
    std::vector<std::pair<date, double>> rates;
    for (const quote* won : data.rates().between({eur, krw}, until - std::chrono::days{365}, until))
        if (const quote* dollars = data.rates().on({eur, usd}, won->observed()))
            rates.emplace_back(won->observed(), to_ratio(won->value()).convert_to<double>() /
                                                    to_ratio(dollars->value()).convert_to<double>());
    double squares = 0;
    for (std::size_t i = 1; i < rates.size(); ++i)
        squares += std::pow(std::log(rates[i].second / rates[i - 1].second), 2);
    CHECK(found->changes == rates.size() - 1);
    CHECK(found->first == rates.front().first);
    CHECK(found->last == until);
    const auto span = static_cast<double>((rates.back().first - rates.front().first).count());
    CHECK(found->a_year == Approx(std::sqrt(squares / span * 365.25)).epsilon(1e-10));
    // The inverse moves as much.
    CHECK(find_volatility(data, {krw, usd}, until, 365)->a_year == Approx(found->a_year).epsilon(1e-10));
}

TEST_CASE("a history of a few days is refused") {
    const engine data = engine::embedded();
    const currency_pair pair{currency_code("USD"), currency_code("KRW")};
    CHECK(find_volatility(data, pair, make_date(2025, 1, 7), 365).problems().front().id == "history-too-short");
    CHECK(find_volatility(data, pair, make_date(2025, 1, 22), 5).problems().front().id == "history-too-short");
}
