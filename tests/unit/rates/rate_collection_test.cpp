#include "catch.hpp"

#include <outlay/rates/rate_table.hpp>

using namespace outlay;

namespace {

const currency_pair krw{currency_code("USD"), currency_code("KRW")};
const currency_pair jpy{currency_code("USD"), currency_code("JPY")};

rate_source named(std::string_view name, rate_kind kind = rate_kind::spot, rate_side side = rate_side::mid) {
    rate_source source;
    source.name = name;
    source.kind = kind;
    source.side = side;
    return source;
}

}  // namespace

TEST_CASE("rate_collection: of one source, pair and day the later one; the rest of both", "[rates]") {
    const std::vector<quote> known{{jpy, 20110, 15582, 2, 0}, {krw, 20110, 143255, 2, 0}, {krw, 20111, 143685, 2, 0}};
    const std::vector<rate_source> known_sources{named("bank")};
    rate_collection more;
    more.sources = {named("desk"), named("bank")};
    more.quotes = {{krw, 20110, 143301, 2, 0}, {krw, 20111, 143699, 2, 1}, {krw, 20112, 143392, 2, 1}};
    const auto merged = lay_over(rate_table(known, known_sources), more).value();
    REQUIRE(merged.sources.size() == 2);
    REQUIRE(merged.quotes.size() == 5);
    const auto table = merged.view();
    const auto days = [](int day) { return date{std::chrono::days{day}}; };
    CHECK(table.on(krw, days(20110))->coefficient == 143301);  // of two sources, one of those that were laid over
    CHECK(table.between(krw, days(20110), days(20110)).size() == 2);
    CHECK(table.on(krw, days(20111))->coefficient == 143699);
    CHECK(table.between(krw, days(20111), days(20111)).size() == 1);
    CHECK(table.on(krw, days(20112)) != nullptr);
    CHECK(table.on(jpy, days(20110))->coefficient == 15582);
}

TEST_CASE("rate_collection: kinds and sides of one name are sources of their own", "[rates]") {
    const std::vector<quote> known{{krw, 20110, 143255, 2, 0}};
    const std::vector<rate_source> known_sources{named("bank")};
    rate_collection more;
    more.sources = {named("bank", rate_kind::period_mean), named("bank", rate_kind::spot, rate_side::bid)};
    more.quotes = {{krw, 20110, 144000, 2, 0}, {krw, 20110, 143000, 2, 1}};
    const auto merged = lay_over(rate_table(known, known_sources), more).value();
    CHECK(merged.sources.size() == 3);
    CHECK(merged.quotes.size() == 3);
}

TEST_CASE("rate_collection: more sources than a quote can name", "[rates]") {
    std::vector<std::string> names;
    for (int i = 0; i < 257; ++i) names.push_back("source " + std::to_string(i));
    rate_collection more;
    for (const auto& name : names) more.sources.push_back(named(name));
    CHECK(lay_over({}, more).problems().front().id == "rate-sources-too-many");
    more.sources.pop_back();
    CHECK(lay_over({}, more).ok());
}
