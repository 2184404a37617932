#include "catch.hpp"

#include <outlay/engine.hpp>

using namespace outlay;

namespace {

std::vector<std::string> places_of(const diagnostics& problems) {
    std::vector<std::string> places;
    for (const auto& p : problems)
        places.push_back(p.id + " " + std::to_string(p.where->line) + ":" + std::to_string(p.where->column));
    return places;
}

}  // namespace

TEST_CASE("rate_publisher: a bad row is named with its place", "[rates]") {
    const auto data = engine::embedded();
    const source text("sources.csv",
                      "id,layout,base,kind,period,name\necb,ecb,EUX,spot,day,Bank\nh10,fred,,sport,day,Fed\nbis,bis,"
                      "USD,mean,week,BIS\n");
    const auto table = read_csv(text, {"id", "layout", "kind", "period", "name"}, {"base"});
    CHECK(places_of(read_rate_publishers(text, *table, data.currencies()).problems()) ==
          std::vector<std::string>{"unknown-currency 2:9", "rate-kind-unknown 3:11", "rate-period-unknown 4:18"});
}

TEST_CASE("rate_publisher: series name a pair, a publisher and a period that there are", "[rates]") {
    const auto data = engine::embedded();
    const source text("fred-series.csv",
                      "series,base,quote,source,period\nA,USD,USD,h10,day\nB,USD,KRW,h1o,day\nC,USD,KRW,h10,days\n");
    const auto table = read_csv(text, {"series", "base", "quote", "source", "period"});
    const auto problems = read_rate_series_codes(text, *table, data.currencies(), data.rate_publishers()).problems();
    CHECK(places_of(problems) ==
          std::vector<std::string>{"pair-of-itself 2:7", "rate-publisher-unknown 3:11", "rate-period-unknown 4:15"});
    CHECK(problems[1].near == std::vector<std::string>{"h10"});
}

TEST_CASE("rate_publisher: the built-in tables: the dollar is the quote of four currencies alone", "[rates]") {
    const auto data = engine::embedded();
    const currency_code dollar("USD");
    CHECK(data.rate_series_codes().size() == 66);
    std::vector<std::string> per_unit;
    for (const auto& row : data.rate_series_codes()) {
        CHECK((row.pair.base == dollar) != (row.pair.quote == dollar));
        CHECK(find_publisher(data.rate_publishers(), row.publisher) != nullptr);
        if (row.pair.quote == dollar && row.period == rate_period::day) per_unit.push_back(to_text(row.pair));
    }
    CHECK(per_unit == std::vector<std::string>{"AUD/USD", "EUR/USD", "NZD/USD", "GBP/USD"});
    CHECK(find_series_code(data.rate_series_codes(), "DEXKOUS")->pair == currency_pair{dollar, currency_code("KRW")});
    CHECK(find_series_code(data.rate_series_codes(), "DEXVZUS") == nullptr);
    CHECK(data.rate_publishers().front().id == "ecb");
}
