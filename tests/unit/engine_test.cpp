#include <outlay/engine.hpp>

#include "catch.hpp"

#include <algorithm>

using namespace outlay;

namespace {

template <class Row, class Key>
bool is_sorted_by(std::span<const Row> rows, Key key) {
    return std::is_sorted(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
}

}  // namespace

TEST_CASE("the built-in engine has every table") {
    const auto data = engine::embedded();
    CHECK(data.currencies().rows().size() > 150);
    CHECK_FALSE(data.currencies().symbols().empty());
    CHECK(data.economies().size() > 200);
    CHECK_FALSE(data.formats().empty());
    CHECK(data.rates().quotes().size() > 600);
    CHECK_FALSE(data.rates().sources().empty());
    CHECK(data.languages().size() >= 2);
}

TEST_CASE("the built-in tables are sorted as their lookups want them") {
    const auto data = engine::embedded();
    CHECK(is_sorted_by(data.currencies().rows(), [](const currency& row) { return row.code; }));
    CHECK(is_sorted_by(data.currencies().symbols(),
                       [](const currency_symbol& row) { return std::pair(row.symbol, row.language); }));
    CHECK(is_sorted_by(data.economies(), [](const economy& row) { return row.code; }));
    CHECK(is_sorted_by(data.formats(), [](const format_row& row) { return std::pair(row.locale, row.key); }));
    CHECK(is_sorted_by(data.rates().quotes(), [](const quote& row) { return std::tuple(row.pair, row.source, row.day); }));
    for (const auto& language : data.languages())
        CHECK(is_sorted_by(language.phrases(), [](const phrase& row) { return row.text; }));
}

TEST_CASE("built-in facts are those of their sources") {
    const auto data = engine::embedded();
    const auto* korea = data.find_economy("KR");
    REQUIRE(korea != nullptr);
    CHECK(korea->alpha3 == "KOR");
    CHECK(korea->currency == currency_code("KRW"));
    CHECK(data.find_economy("KX") == nullptr);
    CHECK(data.find_economy("") == nullptr);

    const auto* fixing = data.rates().on({currency_code("EUR"), currency_code("KRW")}, make_date(2025, 1, 22));
    REQUIRE(fixing != nullptr);
    CHECK(fixing->value() == decimal(integer(149601), 2));
    CHECK(data.rates().source_of(*fixing).file == "rates/ecb-2025-01.csv");
}

TEST_CASE("a language is found by its tag, else by the tag's beginning") {
    const auto data = engine::embedded();
    REQUIRE(data.find_language("en") != nullptr);
    CHECK(data.find_language("en-IN") == data.find_language("en"));
    CHECK(data.find_language("ko-Kore-KR") == data.find_language("ko"));
    CHECK(data.find_language("tlh") == nullptr);
    CHECK(data.find_language("") == nullptr);
    CHECK(data.find_language("e") == nullptr);
}

TEST_CASE("the default policy is that of the settings") {
    const auto data = engine::embedded();
    const auto policy = data.default_policy();
    CHECK(policy.pivots == std::vector{currency_code("USD"), currency_code("EUR")});
    CHECK(policy.age_limit_days == 7);
    CHECK(policy.given.empty());
    CHECK_FALSE(policy.as_of.has_value());
    CHECK(policy.origin == as_of_origin::newest_of_rates);
    CHECK(data.setting_value("default-language") == "en");
    CHECK(data.setting_value("no-such-setting").empty());
}

TEST_CASE("copies of an engine share its tables") {
    const auto data = engine::embedded();
    const auto copy = data;
    CHECK(copy.economies().data() == data.economies().data());
    CHECK(copy.currencies().rows().data() == data.currencies().rows().data());
}
