#include <outlay/columns/multiplier.hpp>

#include "unit/columns/column_cases.hpp"

#include "catch.hpp"

using namespace outlay;

TEST_CASE("a multiplier counts in the minor units of both sides", "[columns]") {
    // 1,515.07 won for 1.0413 dollars: won have no minor unit, dollars have a hundred.
    const auto by = multiplier::between(make_ratio(10413 * 100, 151507 * 10000), 0, 2);
    CHECK(by.exact() == make_ratio(10413, 151507) * make_ratio(100 * 100, 10000));
    CHECK(by.prepared().is_narrow());
    CHECK(multiplier::between(1436, 2, 0).exact() == make_ratio(1436, 100));
    CHECK(multiplier::between(1436, 2, 2).exact() == 1436);
}

TEST_CASE("a fraction of any size is kept exactly", "[columns]") {
    const auto value = make_ratio(power_of_ten(40) + 1, power_of_ten(41) + 3);
    multiplier_table table;
    const auto wide = table.add(multiplier(value));
    const auto narrow = table.add(multiplier(make_ratio(200000, 157)));
    CHECK(table.size() == 3);
    CHECK_FALSE(table.prepared()[wide].fits());
    CHECK_FALSE(table.prepared()[wide].is_narrow());
    CHECK(table.exact(wide) == value);
    CHECK(table.prepared()[narrow].is_narrow());
    CHECK(table.exact(narrow) == make_ratio(200000, 157));
    CHECK(table.exact(multiplier_table::none) == 0);
    CHECK(table.exact(99) == 0);
}

TEST_CASE("what fits, and what the kernels take, ends where it should", "[columns]") {
    constexpr auto limit = prepared_fraction::narrow_limit;
    CHECK(multiplier(make_ratio(limit - 1, limit - 2)).prepared().is_narrow());
    CHECK_FALSE(multiplier(make_ratio(limit, limit - 1)).prepared().is_narrow());
    CHECK_FALSE(multiplier(make_ratio(limit - 1, limit)).prepared().is_narrow());
    CHECK(multiplier(make_ratio(limit, limit - 1)).prepared().fits());
    const integer most = std::numeric_limits<std::int64_t>::max();
    CHECK(multiplier(make_ratio(most, most - 1)).prepared().fits());
    CHECK_FALSE(multiplier(make_ratio(most + 1, most)).prepared().fits());
}

TEST_CASE("an estimate is the quotient to the last bit but one", "[columns]") {
    column_cases::number_source numbers(4);
    for (int i = 0; i < 2000; ++i) {
        const auto value = ratio(column_cases::any_rate(numbers) * column_cases::any_rate(numbers));
        const auto estimate = multiplier(value).prepared().estimate;
        const ratio error = boost::multiprecision::abs(ratio(ratio(estimate) / value - 1));
        REQUIRE(error <= make_ratio(1, integer(1) << 52));
    }
}
