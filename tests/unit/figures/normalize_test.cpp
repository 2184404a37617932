#include "catch.hpp"

#include <outlay/figures/normalize.hpp>
#include <outlay/figures/read.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

result<normalized> convert(std::string_view words, std::string_view to, rate_policy policy) {
    return normalize(data(), read_one(data(), words, figure_kind::money).value(), currency_code(to), policy);
}

rate_policy at_1436() {
    auto policy = data().default_policy();
    policy.given = {read_given_rate("USD/KRW=1436", data().currencies()).value()};
    return policy;
}

}  // namespace

TEST_CASE("normalize: a point goes through the rate exactly") {
    const auto found = convert("2조원", "USD", at_1436()).value();
    CHECK(found.amount == interval<ratio>::point(make_ratio(500000000000, 359)));
    CHECK(found.used.to == currency_code("USD"));
}

TEST_CASE("normalize: an absent bound stays absent, an open one open") {
    const auto ceiling = convert("up to $500 billion", "KRW", at_1436()).value();
    CHECK(ceiling.amount == interval<ratio>::at_most(ratio(718000000000000)));
    const auto band = convert("700조원대", "USD", at_1436()).value();
    CHECK(band.amount ==
          interval<ratio>::between(make_ratio(175000000000000, 359), make_ratio(200000000000000, 359), false, true));
}

TEST_CASE("normalize: without a rate there is no amount") {
    auto policy = data().default_policy();
    policy.as_of = make_date(1990, 1, 1);
    const auto missing = convert("2조원", "USD", policy);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.problems().front().id == "rate-missing");
    CHECK(exit_code(missing.problems()) == 3);
}
