#include "catch.hpp"

#include <outlay/base/result.hpp>

#include <string>

using namespace outlay;

TEST_CASE("result: a value, or the reasons for none", "[base]") {
    const result<std::string> good = std::string("1436");
    CHECK(good.ok());
    CHECK(*good == "1436");
    CHECK(good->size() == 4);
    CHECK(good.problems().empty());

    const result<std::string> bad = make_diagnostic("file-missing", {{"file", "x"}});
    CHECK_FALSE(bad);
    REQUIRE(bad.problems().size() == 1);
    CHECK(bad.problems().front().id == "file-missing");
    CHECK_THROWS_AS(bad.value(), std::logic_error);
}
