#include "catch.hpp"

#include <outlay/number/root.hpp>

using namespace outlay;

TEST_CASE("the root of a square of fractions is exact", "[root]") {
    const square_root found = root_of(make_ratio(121, 100));
    CHECK(found.exact);
    CHECK(found.value == make_ratio(11, 10));
    CHECK(root_of(ratio(0)).value == 0);
}

TEST_CASE("any other root is just below the true one", "[root]") {
    for (const unsigned digits : {1U, 10U, 50U}) {
        const square_root found = root_of(make_ratio(207, 200), digits);
        CHECK_FALSE(found.exact);
        const ratio unit = 1 / power_of(ratio(10), digits);
        CHECK(found.value * found.value < make_ratio(207, 200));
        CHECK((found.value + unit) * (found.value + unit) > make_ratio(207, 200));
    }
}

TEST_CASE("powers are exact", "[root]") {
    CHECK(power_of(make_ratio(2, 3), 0) == 1);
    CHECK(power_of(make_ratio(2, 3), 1) == make_ratio(2, 3));
    CHECK(power_of(make_ratio(-2, 3), 5) == make_ratio(-32, 243));
    CHECK(power_of(ratio(10), 40) == to_ratio(decimal::parse("1" + std::string(40, '0')).value()));
}
