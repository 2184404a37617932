// Exchange rates where other programs are wrong without a word: each case is named after what it shows.
#include <outlay/engine.hpp>
#include <outlay/figures/normalize.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/number/rounding.hpp>

#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

rate_policy as_of(std::string_view text) {
    rate_policy policy;
    policy.as_of = day(text);
    policy.origin = as_of_origin::stated_by_user;
    policy.pivots = {code("USD"), code("EUR")};
    return policy;
}

rate_book of(const std::string& rows, const std::string& source = "a bank") {
    rate_book book;
    book.add("rates.csv", "# source: " + source + "\n# kind: spot\ndate,base,quote,value\n" + rows);
    return book;
}

result<rate> resolve(const rate_book& book, const rate_policy& policy, std::string_view from, std::string_view to) {
    return resolve_rate(book.table(), rate_book::currencies(), policy, code(from), code(to));
}

ratio factor(const rate_book& book, std::string_view date, std::string_view from, std::string_view to) {
    return resolve(book, as_of(date), from, to).value().factor;
}

}  // namespace

TEST_CASE("peers: a missing rate is an error, not NaN and not the amount unchanged", "[peers]") {
    const auto data = engine::embedded();
    const auto amount = read_one(data, "100 ARS", figure_kind::money).value();
    const auto converted = normalize(data, amount, code("KRW"), data.default_policy());
    REQUIRE_FALSE(converted.ok());
    CHECK(converted.problems().front().id == "rate-missing");
    CHECK(exit_code(converted.problems()) == 3);
}

TEST_CASE("peers: the error of a missing rate names the pair, the date and what there is", "[peers]") {
    const auto missing = resolve(of("2025-01-22,EUR,USD,1.0443\n"), as_of("2013-05-07"), "USD", "EUR");
    REQUIRE_FALSE(missing.ok());
    const auto text = missing.problems().front().message;
    for (const auto* part : {"EUR/USD", "2013-05-07", "1.0443 on 2025-01-22", "a bank"})
        CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("peers: 1484.23 and 1484.24 of two days are not conflated, against the direction they are quoted in",
          "[peers]") {
    const auto book = of("2026-03-12,USD,KRW,1484.23\n2026-03-13,USD,KRW,1484.24\n");
    const ratio sum(718'000'000'000'000);
    const auto first = sum * factor(book, "2026-03-12", "KRW", "USD");
    const auto second = sum * factor(book, "2026-03-13", "KRW", "USD");
    CHECK(first == sum / rat("1484.23"));
    CHECK(second == sum / rat("1484.24"));
    CHECK(round(first - second, 0, rounding_mode::half_up).text() == "3259261");
}

TEST_CASE("peers: each of 601 dated rates answers for its own day", "[peers]") {
    std::string rows;
    auto day_of = make_date(2022, 1, 1);
    for (int i = 0; i < 601; ++i, day_of += std::chrono::days{1})
        rows += to_text(day_of) + ",USD,KRW," + std::to_string(1200 + i) + "." + std::to_string(10 + i % 90) + "\n";
    const auto book = of(rows);
    day_of = make_date(2022, 1, 1);
    for (int i = 0; i < 601; ++i, day_of += std::chrono::days{1})
        CHECK(factor(book, to_text(day_of), "KRW", "USD") ==
              1 / rat(std::to_string(1200 + i) + "." + std::to_string(10 + i % 90)));
}

TEST_CASE("peers: the cross follows a changed date, as the direct rates do", "[peers]") {
    const auto book =
        of("2025-01-21,EUR,USD,1.0357\n2025-01-22,EUR,USD,1.0443\n2025-01-21,EUR,KRW,1493.41\n2025-01-22,EUR,KRW,1496."
           "01\n");
    CHECK(factor(book, "2025-01-21", "USD", "KRW") == rat("1493.41") / rat("1.0357"));
    CHECK(factor(book, "2025-01-22", "USD", "KRW") == rat("1496.01") / rat("1.0443"));
}

TEST_CASE("peers: base and quote cannot be swapped in silence", "[peers]") {
    const auto there = resolve(of("2025-01-22,USD,KRW,1435.77\n"), as_of("2025-01-22"), "USD", "KRW").value();
    const auto back = resolve(of("2025-01-22,USD,KRW,1435.77\n"), as_of("2025-01-22"), "KRW", "USD").value();
    CHECK(there.factor == rat("1435.77"));
    CHECK(back.factor == rat("100/143577"));
    CHECK(back.pair == there.pair);
    CHECK(back.legs.front().inverted);
    const auto data = engine::embedded();
    const auto swapped =
        read_bare_rate("1", data.rates(), data.currencies(), as_of("2025-01-22"), code("USD"), code("KRW"));
    REQUIRE_FALSE(swapped.ok());
    CHECK(swapped.problems().front().id == "rate-direction-unclear");
}

TEST_CASE("peers: an older chain of two hops is not preferred to a newer direct rate", "[peers]") {
    rate_book book = of("2025-01-20,EUR,SEK,11.4995\n2025-01-20,EUR,USD,1.0316\n");
    book.add("b.csv", "# source: Riksbank\ndate,base,quote,value\n2025-01-22,USD,SEK,10.9811\n");
    const auto found = resolve(book, as_of("2025-01-23"), "USD", "SEK").value();
    CHECK(found.factor == rat("10.9811"));
    CHECK(found.path == rate_path::direct);
}

TEST_CASE("peers: an outdated direct rate is not preferred to a newer chain because it is shorter", "[peers]") {
    rate_book book = of("2025-01-22,EUR,SEK,11.4605\n2025-01-22,EUR,USD,1.0443\n");
    book.add("b.csv", "# source: Riksbank\ndate,base,quote,value\n2025-01-17,USD,SEK,11.1689\n");
    const auto found = resolve(book, as_of("2025-01-22"), "USD", "SEK").value();
    CHECK(found.factor == rat("11.4605") / rat("1.0443"));
    CHECK(found.path == rate_path::cross);
}

TEST_CASE("peers: a chain of three legs is found where every edge exists", "[peers]") {
    const auto book = of("2025-01-22,USD,ISK,140.25\n2025-01-22,EUR,USD,1.0443\n2025-01-22,EUR,SEK,11.4605\n");
    const auto found = resolve(book, as_of("2025-01-22"), "ISK", "SEK").value();
    CHECK(found.factor == 1 / rat("140.25") / rat("1.0443") * rat("11.4605"));
    CHECK(found.legs.size() == 3);
}

TEST_CASE("peers: two dates do not make a cross", "[peers]") {
    CHECK_FALSE(
        resolve(of("2025-01-21,EUR,USD,1.0357\n2025-01-22,EUR,KRW,1496.01\n"), as_of("2025-01-22"), "USD", "KRW").ok());
}

TEST_CASE("peers: a weekend takes the last fixing before it, shows the day and says so", "[peers]") {
    const auto found = resolve(of("2025-01-24,USD,KRW,1429.17\n"), as_of("2025-01-26"), "USD", "KRW").value();
    CHECK(found.observed == day("2025-01-24"));
    CHECK(found.age_days == 2);
    REQUIRE(found.remarks.size() == 1);
    CHECK(found.remarks.front().id == "rate-stale");
}

TEST_CASE("peers: nothing is interpolated between two days", "[peers]") {
    const auto book = of("2025-01-20,USD,KRW,1451.7\n2025-01-24,USD,KRW,1429.17\n");
    CHECK(factor(book, "2025-01-22", "USD", "KRW") == rat("1451.7"));
}

TEST_CASE("peers: a rate never comes from after the day it is for", "[peers]") {
    CHECK_FALSE(resolve(of("2025-01-24,USD,KRW,1429.17\n"), as_of("2025-01-23"), "USD", "KRW").ok());
}

TEST_CASE("peers: a rate knows its source, its day and whether it was derived", "[peers]") {
    const auto found = resolve(of("2025-01-22,EUR,USD,1.0443\n2025-01-22,EUR,KRW,1496.01\n", "European Central Bank"),
                               as_of("2025-01-22"), "USD", "KRW")
                           .value();
    CHECK(found.source == "European Central Bank");
    CHECK(found.path == rate_path::cross);
    REQUIRE(found.legs.size() == 2);
    for (const auto& leg : found.legs) CHECK(leg.observed == day("2025-01-22"));
}

TEST_CASE("peers: one currency is itself, exactly", "[peers]") {
    const auto data = engine::embedded();
    const auto amount = read_one(data, "100 EUR", figure_kind::money).value();
    CHECK(normalize(data, amount, code("EUR"), data.default_policy())->amount.central == ratio(100));
}

TEST_CASE("peers: there and back through a rate is where one began, exactly", "[peers]") {
    const auto data = engine::embedded();
    auto policy = as_of("2025-01-22");
    for (const auto* to : {"KRW", "JPY", "GBP", "CHF", "AED"}) {
        const auto there = resolve_rate(data.rates(), data.currencies(), policy, code("USD"), code(to)).value();
        const auto back = resolve_rate(data.rates(), data.currencies(), policy, code(to), code("USD")).value();
        CHECK(there.factor * back.factor == 1);
    }
}

TEST_CASE("peers: a rate is not rounded to the digits that an amount is shown with", "[peers]") {
    const auto small = resolve(of("2025-01-22,SEK,USD,0.053317\n"), as_of("2025-01-22"), "SEK", "USD").value();
    CHECK(small.factor == rat("0.053317"));
    const auto large = resolve(of("2025-01-22,EUR,CHF,5489.11\n"), as_of("2025-01-22"), "EUR", "CHF").value();
    CHECK(large.factor == rat("5489.11"));
    CHECK(large.legs.front().value_text == "5489.11");
}

TEST_CASE("peers: a rate of many digits is kept to the last", "[peers]") {
    const std::string digits = "1.176842105263157894";
    const auto found = resolve(of("2025-01-22,EUR,USD," + digits + "\n"), as_of("2025-01-22"), "EUR", "USD").value();
    CHECK(found.factor == rat(digits));
    CHECK(found.legs.front().value_text == digits);
}

TEST_CASE("peers: a provider whose base and quote are swapped is told by the other's rate", "[peers]") {
    rate_book book = of("2025-01-22,USD,KRW,1435.77\n", "Federal Reserve");
    book.add("b.csv", "# source: swapped\ndate,base,quote,value\n2025-01-22,KRW,USD,1434.6\n");
    const auto found = resolve(book, as_of("2025-01-22"), "USD", "KRW").value();
    REQUIRE(found.remarks.size() == 1);
    CHECK(found.remarks.front().id == "rate-conflict");
}

TEST_CASE("peers: a code that is none is refused, with what is near", "[peers]") {
    const auto refused = rate_book::currencies().read_code("KRX");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problems().front().near.front() == "KRW");
}
