// What resolve_rate answers under each convention.
#include <outlay/rates/rate_policy.hpp>

#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

/// The turn of 2024, as the European Central Bank published it.
constexpr const char* turn_of_year =
    "# source: European Central Bank\n# kind: spot\ndate,base,quote,value\n"
    "2024-12-27,EUR,USD,1.0435\n2024-12-30,EUR,USD,1.0444\n2024-12-31,EUR,USD,1.0389\n2025-01-02,EUR,USD,1.0321\n"
    "2025-01-03,EUR,USD,1.0299\n2024-12-27,EUR,KRW,1537.65\n2024-12-30,EUR,KRW,1539.13\n2024-12-31,EUR,KRW,1532.15\n"
    "2025-01-02,EUR,KRW,1515.07\n2025-01-03,EUR,KRW,1512.70\n";

/// Yearly means as the Federal Reserve published them, won and dollars of the euro's inverse.
constexpr const char* yearly_means =
    "# source: Federal Reserve H.10\n# kind: mean\nperiod,base,quote,value\n"
    "2023,USD,KRW,1306.7637\n2024,USD,KRW,1363.4381\n2023,USD,EUR,0.9245\n2024,USD,EUR,0.9242\n";

constexpr const char* monthly_means =
    "# source: a bank\n# kind: mean\nperiod,base,quote,value\n2024-11,USD,KRW,1393.38\n2024-12,USD,KRW,1434.42\n";

rate_policy asked(std::string_view as_of, std::string_view how) {
    rate_policy policy;
    policy.as_of = day(as_of);
    policy.origin = as_of_origin::stated_by_user;
    policy.pivots = {code("USD"), code("EUR")};
    policy.convention = read_rate_timing(how).value();
    return policy;
}

result<rate> resolve(const rate_book& book, const rate_policy& policy, std::string_view from, std::string_view to) {
    return resolve_rate(book.table(), rate_book::currencies(), policy, code(from), code(to));
}

rate_book of(const char* file) {
    rate_book book;
    book.add("a.csv", file);
    return book;
}

std::vector<std::string> ids(const diagnostics& remarks) {
    std::vector<std::string> found;
    for (const auto& remark : remarks) found.push_back(remark.id);
    return found;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("exact: the day asked for and no other", "[rates]") {
    const auto book = of(turn_of_year);
    CHECK(resolve(book, asked("2024-12-31", "exact"), "EUR", "USD")->factor == rat("1.0389"));
    const auto missing = resolve(book, asked("2025-01-01", "exact"), "EUR", "USD");
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.problems().front().id == "rate-missing");
    CHECK(missing.problems().front().message.find("1.0389 on 2024-12-31") != std::string::npos);
}

TEST_CASE("exact: a given rate and a peg are of every day", "[rates]") {
    auto policy = asked("2025-01-01", "exact");
    policy.given = {{pair_of("USD/KRW"), rat("1436"), "1436", "command line"}};
    CHECK(resolve(of(turn_of_year), policy, "USD", "KRW")->factor == 1436);
    CHECK(resolve(of(peg_file), policy, "USD", "SAR")->factor == rat("3.75"));
}

TEST_CASE("previous within N days: the limit is the one asked for", "[rates]") {
    const auto book = of(turn_of_year);
    const auto found = resolve(book, asked("2025-01-06", "previous:3"), "EUR", "USD");
    REQUIRE(found.ok());
    CHECK(found->observed == day("2025-01-03"));
    CHECK(found->age_days == 3);
    CHECK_FALSE(resolve(book, asked("2025-01-06", "previous:2"), "EUR", "USD").ok());
    CHECK(resolve(book, asked("2025-02-02", "previous:30"), "EUR", "USD")->age_days == 30);
}

TEST_CASE("previous: a rate of an earlier day is told as stale", "[rates]") {
    const auto book = of(turn_of_year);
    const auto stale = resolve(book, asked("2025-01-01", "previous"), "EUR", "USD").value();
    REQUIRE(ids(stale.remarks) == texts{"rate-stale"});
    CHECK(stale.remarks.front().level == severity::note);
    CHECK(stale.remarks.front().message ==
          "no rate for EUR/USD as of 2025-01-01: that of 2024-12-31 is used (days between: 1)");
    CHECK(resolve(book, asked("2025-01-02", "previous"), "EUR", "USD")->remarks.empty());
}

TEST_CASE("average: the mean of the daily rates, as a fraction", "[rates]") {
    const auto found = resolve(of(fed_file), asked("2025-01-10", "average:month"), "USD", "KRW").value();
    CHECK(found.factor == (rat("1435.29") + rat("1435.77") + rat("1434.29") + rat("1429.17")) / 4);
    CHECK(found.kind == rate_kind::period_mean);
    CHECK(found.path == rate_path::direct);
    CHECK(found.precedence == 2);
    CHECK_FALSE(found.observed);
    CHECK(found.period == date_span{day("2025-01-01"), day("2025-01-31")});
    REQUIRE(found.legs.size() == 1);
    CHECK(found.legs.front().fixings == 4);
    CHECK(found.legs.front().days == date_span{day("2025-01-21"), day("2025-01-24")});
    CHECK(found.legs.front().value_text == "1433.63");
    CHECK(found.source == "Federal Reserve H.10");
}

TEST_CASE("average: back again one divides by the mean, the inverse of a mean being no mean of inverses", "[rates]") {
    const auto there = resolve(of(fed_file), asked("2025-01-10", "average:month"), "USD", "KRW").value();
    const auto back = resolve(of(fed_file), asked("2025-01-10", "average:month"), "KRW", "USD").value();
    CHECK(back.factor * there.factor == 1);
    CHECK(back.precedence == 3);
    const auto mean_of_inverses =
        (1 / rat("1435.29") + 1 / rat("1435.77") + 1 / rat("1434.29") + 1 / rat("1429.17")) / 4;
    CHECK(back.factor != mean_of_inverses);
}

TEST_CASE("average: the mean of daily crosses, which is not the cross of the means", "[rates]") {
    const auto found = resolve(of(turn_of_year), asked("2025-01-15", "average:month"), "USD", "KRW").value();
    const auto expected = (rat("1515.07") / rat("1.0321") + rat("1512.70") / rat("1.0299")) / 2;
    CHECK(found.factor == expected);
    CHECK(found.factor != (rat("1515.07") + rat("1512.70")) / (rat("1.0321") + rat("1.0299")));
    CHECK(found.path == rate_path::cross);
    CHECK(found.precedence == 4);
    REQUIRE(found.legs.size() == 1);
    CHECK(found.legs.front().fixings == 2);
    CHECK(found.legs.front().crossed == std::vector{pair_of("EUR/USD"), pair_of("EUR/KRW")});
    CHECK(found.legs.front().value_text == "1468.366110\xE2\x80\xA6");  // rounded as everywhere, and more digits follow
}

TEST_CASE("average: a quarter and a year hold what their months hold", "[rates]") {
    const auto book = of(turn_of_year);
    const auto quarter = resolve(book, asked("2024-10-05", "average:quarter"), "EUR", "USD").value();
    CHECK(quarter.factor == (rat("1.0435") + rat("1.0444") + rat("1.0389")) / 3);
    CHECK(quarter.legs.front().fixings == 3);
    CHECK(resolve(book, asked("2024-03-01", "average:year"), "EUR", "USD")->factor == quarter.factor);
}

TEST_CASE("average: fixings that do not reach over the period are told", "[rates]") {
    const auto found = resolve(of(turn_of_year), asked("2025-01-15", "average:month"), "EUR", "USD").value();
    REQUIRE(ids(found.remarks) == texts{"rate-mean-partial"});
    CHECK(found.remarks.front().level == severity::warning);
    CHECK(found.remarks.front().message.find("2025-01-02 to 2025-01-03 only") != std::string::npos);
}

TEST_CASE("average: a published mean of the year, where the days do not cover it", "[rates]") {
    auto book = of(turn_of_year);
    book.add("means.csv", yearly_means);
    const auto found = resolve(book, asked("2024-06-30", "average:year"), "USD", "KRW").value();
    CHECK(found.factor == rat("1363.4381"));
    CHECK(found.kind == rate_kind::period_mean);
    CHECK(found.legs.front().fixings == 0);
    CHECK(found.legs.front().days == date_span{day("2024-01-01"), day("2024-12-31")});
    CHECK(found.legs.front().value_text == "1363.4381");
    CHECK(found.remarks.empty());
    CHECK(resolve(book, asked("2023-01-01", "average:year"), "KRW", "USD")->factor == 1 / rat("1306.7637"));
}

TEST_CASE("average: daily rates that cover the period come before a published mean", "[rates]") {
    rate_book book;
    book.add("daily.csv",
             "# source: Seoul close\ndate,base,quote,value\n2024-12-02,USD,KRW,1401.5\n2024-12-16,USD,KRW,1435.1\n"
             "2024-12-30,USD,KRW,1472.4\n")
        .add("means.csv", monthly_means);
    const auto found = resolve(book, asked("2024-12-20", "average:month"), "USD", "KRW").value();
    CHECK(found.factor == rat("1436.3333333333") + rat("1/30000000000"));
    CHECK(found.legs.front().fixings == 3);
    CHECK(found.remarks.empty());
}

TEST_CASE("average: the mean of a month does not answer for a year", "[rates]") {
    CHECK(resolve(of(monthly_means), asked("2024-12-20", "average:month"), "USD", "KRW")->factor == rat("1434.42"));
    CHECK_FALSE(resolve(of(monthly_means), asked("2024-12-20", "average:year"), "USD", "KRW").ok());
    CHECK_FALSE(resolve(of(yearly_means), asked("2024-12-20", "average:month"), "USD", "KRW").ok());
    CHECK_FALSE(resolve(of(yearly_means), asked("2022-12-20", "average:year"), "USD", "KRW").ok());
}

TEST_CASE("average: a cross of two published means is told", "[rates]") {
    const auto found = resolve(of(yearly_means), asked("2024-12-20", "average:year"), "EUR", "KRW").value();
    CHECK(found.factor == rat("1363.4381") / rat("0.9242"));
    CHECK(found.path == rate_path::cross);
    CHECK(ids(found.remarks) == texts{"rate-mean-crossed"});
}

TEST_CASE("average: of two sources the one with more days, and no mixture of both", "[rates]") {
    auto book = of(fed_file);
    book.add("other.csv", "# source: Seoul close\ndate,base,quote,value\n2025-01-20,USD,KRW,1451.7\n");
    const auto found = resolve(book, asked("2025-01-31", "average:month"), "USD", "KRW").value();
    CHECK(found.legs.front().fixings == 4);
    CHECK(found.source == "Federal Reserve H.10");
}

TEST_CASE("average: a day on which a second source quotes too stays a day of the first", "[rates]") {
    auto book = of(turn_of_year);
    book.add("other.csv", "# source: Seoul close\ndate,base,quote,value\n2025-01-02,USD,KRW,1466.6\n");
    const auto found = resolve(book, asked("2025-01-31", "average:month"), "USD", "KRW").value();
    CHECK(found.legs.front().fixings == 2);
    CHECK(found.source == "European Central Bank");
}

TEST_CASE("average: a peg needs no days", "[rates]") {
    CHECK(resolve(of(peg_file), asked("2024-12-20", "average:year"), "SAR", "USD")->factor == rat("4/15"));
    CHECK(resolve(of(peg_file), asked("2024-12-20", "average:year"), "SAR", "AED")->factor ==
          rat("3.6725") / rat("3.75"));
}

TEST_CASE("year-end: the last fixing of the year, also for a day before it", "[rates]") {
    const auto book = of(turn_of_year);
    const auto found = resolve(book, asked("2024-03-15", "year-end"), "EUR", "USD").value();
    CHECK(found.factor == rat("1.0389"));
    CHECK(found.observed == day("2024-12-31"));
    CHECK(found.as_of == day("2024-03-15"));
    CHECK(found.period == date_span{day("2024-01-01"), day("2024-12-31")});
    CHECK(found.remarks.empty());
    const auto cross = resolve(book, asked("2024-12-31", "year-end"), "USD", "KRW").value();
    CHECK(cross.factor == rat("1532.15") / rat("1.0389"));
}

TEST_CASE("year-end: a year whose last days are not there has no year-end rate", "[rates]") {
    CHECK_FALSE(resolve(of(turn_of_year), asked("2025-01-02", "year-end"), "EUR", "USD").ok());
    const auto earlier = resolve(of("date,base,quote,value\n2023-12-29,EUR,USD,1.1050\n"),
                                 asked("2023-01-01", "year-end"), "EUR", "USD");
    REQUIRE(earlier.ok());
    CHECK(earlier->observed == day("2023-12-29"));
}

TEST_CASE("side: half of a stated spread on either side of the middle rate, exactly", "[rates]") {
    auto policy = asked("2024-12-31", "exact");
    policy.convention.spread = read_spread("0.5%").value();
    policy.convention.side = rate_side::ask;
    const auto ask = resolve(of(turn_of_year), policy, "EUR", "USD").value();
    CHECK(ask.value == rat("1.0389") * rat("1.0025"));
    CHECK(ask.factor == ask.value);
    REQUIRE(ask.legs.size() == 2);
    CHECK(ask.legs.back().value_text == "1.0025");
    CHECK(ask.legs.back().side == rate_side::ask);
    CHECK(ask.legs.back().source == "stated spread of 0.5%, ask");
    policy.convention.side = rate_side::bid;
    const auto bid = resolve(of(turn_of_year), policy, "EUR", "USD").value();
    CHECK(bid.value == rat("1.0389") * rat("0.9975"));
    CHECK((ask.value - bid.value) / rat("1.0389") == rat("0.005"));
    const auto back = resolve(of(turn_of_year), policy, "USD", "EUR").value();
    CHECK(back.factor == 1 / bid.factor);  // the side is the pair's, whichever way one converts
    CHECK(back.kind == rate_kind::spot);
    CHECK(back.legs.back().inverted);
}

TEST_CASE("side: a given rate is taken as it is", "[rates]") {
    auto policy = asked("2024-12-31", "exact");
    policy.given = {{pair_of("USD/KRW"), rat("1436"), "1436", "command line"}};
    policy.convention.side = rate_side::ask;
    policy.convention.spread = read_spread("2%").value();
    const auto found = resolve(of(turn_of_year), policy, "USD", "KRW").value();
    CHECK(found.factor == 1436);
    CHECK(found.legs.size() == 1);
}

TEST_CASE("a bare rate finds its direction whatever the convention is", "[rates]") {
    auto policy = asked("2025-01-01", "exact");
    policy.convention.side = rate_side::ask;
    const auto book = of(turn_of_year);
    const auto read = read_bare_rate("1436", book.table(), rate_book::currencies(), policy, code("USD"), code("KRW"));
    REQUIRE(read.ok());
    CHECK(read->pair == pair_of("USD/KRW"));
}

TEST_CASE("side: without a quote of that side and without a spread there is no answer", "[rates]") {
    auto policy = asked("2024-12-31", "exact");
    policy.convention.side = rate_side::bid;
    const auto found = resolve(of(turn_of_year), policy, "EUR", "USD");
    REQUIRE_FALSE(found.ok());
    CHECK(found.problems().front().id == "rate-side-missing");
    CHECK(exit_code(found.problems()) == 3);
}

TEST_CASE("side: a quote of that side comes before a spread, and is no middle rate", "[rates]") {
    auto book = of(turn_of_year);
    book.add("dealer.csv",
             "# source: a dealer\ndate,base,quote,value\n2024-12-31,EUR,USD,1.0371\n2024-12-30,USD,CHF,0.9021\n");
    book.sources.back().side = rate_side::bid;
    auto policy = asked("2024-12-31", "previous");
    CHECK(resolve(book, policy, "EUR", "USD")->factor == rat("1.0389"));
    CHECK_FALSE(resolve(book, policy, "USD", "CHF").ok());
    policy.convention.side = rate_side::bid;
    policy.convention.spread = read_spread("0.5%").value();
    CHECK(resolve(book, policy, "EUR", "USD")->factor == rat("1.0371"));
    CHECK(resolve(book, policy, "EUR", "USD")->legs.size() == 1);
    CHECK(resolve(book, policy, "USD", "CHF")->factor == rat("0.9021"));
}

TEST_CASE("conflict: two sources of one pair and day that are more than the limit apart are told", "[rates]") {
    auto book = of(ecb_file);
    book.add("fed.csv", fed_file);
    auto policy = asked("2025-01-21", "previous");
    const auto near = resolve(book, policy, "USD", "KRW").value();  // 1435.29 and the cross 1441.93: 0.46 %
    CHECK(near.remarks.empty());
    policy.conflict_limit = rat("0.004");
    const auto far = resolve(book, policy, "USD", "KRW").value();
    REQUIRE(ids(far.remarks) == texts{"rate-conflict"});
    CHECK(far.remarks.front().level == severity::warning);
    CHECK(far.remarks.front().message ==
          "sources of USD/KRW on 2025-01-21 are 0.46 % apart: 1435.29 (Federal Reserve H.10) and 1441.93 (European "
          "Central Bank)");
    CHECK(far.factor == rat("1435.29"));
    CHECK(resolve(book, policy, "EUR", "GBP")->remarks.empty());
}

TEST_CASE("conflict: the limit itself is no conflict, the least above it is", "[rates]") {
    rate_book book;
    book.add("a.csv", "# source: A\ndate,base,quote,value\n2025-01-22,USD,KRW,1000\n2025-01-23,USD,KRW,1000\n")
        .add("b.csv", "# source: B\ndate,base,quote,value\n2025-01-22,USD,KRW,1005\n2025-01-23,USD,KRW,1005.0000001\n");
    CHECK(resolve(book, asked("2025-01-22", "previous"), "USD", "KRW")->remarks.empty());
    CHECK(ids(resolve(book, asked("2025-01-23", "previous"), "USD", "KRW")->remarks) == texts{"rate-conflict"});
    CHECK(ids(resolve(book, asked("2025-01-23", "previous"), "KRW", "USD")->remarks) == texts{"rate-conflict"});
}

TEST_CASE("days_needed: what an answer may look at", "[rates]") {
    CHECK(days_needed(asked("2025-01-22", "previous"), day("2025-01-22")) ==
          date_span{day("2025-01-15"), day("2025-01-22")});
    CHECK(days_needed(asked("2025-01-22", "exact"), day("2025-01-22")) ==
          date_span{day("2025-01-22"), day("2025-01-22")});
    CHECK(days_needed(asked("2025-01-22", "previous:30"), day("2025-01-22")).first == day("2024-12-23"));
    CHECK(days_needed(asked("2025-01-22", "average:year"), day("2025-01-22")) ==
          date_span{day("2025-01-01"), day("2025-12-31")});
    CHECK(days_needed(asked("2025-01-22", "year-end"), day("2025-01-22")) ==
          date_span{day("2025-12-24"), day("2025-12-31")});
}

TEST_CASE("a mean of a month does not answer for the year that it ends", "[rates]") {
    // A December alone, and one of two, whose distance says nothing.
    for (const auto* months : {"2023-12,USD,KRW,1305.5\n", "2020-11,USD,KRW,1116.76\n2020-12,USD,KRW,1095.09\n2023-12,USD,KRW,1305.5\n"}) {
        auto book = of((std::string("# source: monthly\n# kind: mean\nperiod,base,quote,value\n") + months).c_str());
        CHECK_FALSE(resolve(book, asked("2023-12-15", "average:year"), "USD", "KRW").ok());
        CHECK_FALSE(resolve(book, asked("2023-12-15", "average:quarter"), "USD", "KRW").ok());
        CHECK(resolve(book, asked("2023-12-15", "average:month"), "USD", "KRW")->factor == rat("1305.5"));
        book.add("years.csv", yearly_means);
        CHECK(resolve(book, asked("2023-12-15", "average:year"), "USD", "KRW")->factor == rat("1306.7637"));
    }
}

TEST_CASE("months, quarters and years of one file stay apart", "[rates]") {
    const auto book = of("# source: a bank\n# kind: mean\nperiod,base,quote,value\n2023,USD,KRW,1305.95\n"
                         "2023-Q4,USD,KRW,1320.3\n2023-12,USD,KRW,1303.1\n");
    CHECK(resolve(book, asked("2023-12-15", "average:year"), "USD", "KRW")->factor == rat("1305.95"));
    CHECK(resolve(book, asked("2023-12-15", "average:quarter"), "USD", "KRW")->factor == rat("1320.3"));
    CHECK(resolve(book, asked("2023-12-15", "average:month"), "USD", "KRW")->factor == rat("1303.1"));
}

TEST_CASE("an irrevocable rate has no side", "[rates]") {
    const auto book = of("# source: the Council\n# kind: irrevocable\ndate,base,quote,value\n1999-01-01,EUR,DEM,1.95583\n");
    auto policy = asked("2003-01-02", "previous");
    policy.convention.side = rate_side::ask;
    CHECK(resolve(book, policy, "DEM", "EUR")->factor == ratio(1) / rat("1.95583"));
    policy.convention.spread = read_spread("0.5%").value();
    const auto found = resolve(book, policy, "DEM", "EUR");
    CHECK(found->factor == ratio(1) / rat("1.95583"));
    CHECK(found->legs.size() == 1);
}
