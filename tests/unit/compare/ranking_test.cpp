#include "catch.hpp"

#include "compare/ranking.hpp"

using namespace outlay;

namespace {

using bounds = interval<ratio>;

/// Every value that `a` may have is above every one of `b`.
bool is_above(const bounds& a, const bounds& b) {
    if (!a.low || !b.high) return false;
    return *a.low > *b.high || (*a.low == *b.high && (a.low_open || b.high_open));
}

std::vector<compared_investment> all_kinds() {
    std::vector<bounds> values;
    for (const int x : {1, 2, 3}) {
        values.push_back(bounds::point(x));
        values.push_back(bounds::at_most(x));
        values.push_back(bounds::at_least(x));
        values.push_back({std::nullopt, ratio(x), std::nullopt, false, true});
        values.push_back({ratio(x), std::nullopt, std::nullopt, true, false});
        values.push_back(bounds::between(x, x + 1, false, true));
        values.push_back(bounds::between(x, x + 1, true, false));
        values.push_back(bounds::point(x));
    }
    std::vector<compared_investment> out;
    for (const bounds& value : values) {
        metric known;
        known.value = value;
        compared_investment one;
        one.name = std::to_string(out.size());
        one.metrics.push_back({"total", known});
        out.push_back(one);
    }
    return out;
}

}  // namespace

TEST_CASE("places are those that the bounds allow, one by one", "[compare][rank]") {
    const auto all = all_kinds();
    const auto ranks = ranks_of(all);
    REQUIRE(ranks.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bounds& own = all[i].metrics.front().value.value;
        int best = 1;
        int worst = 1;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const bounds& other = all[k].metrics.front().value.value;
            if (k == i) continue;
            if (is_above(other, own)) ++best;
            if (!is_above(own, other) && !(own.is_point() && own == other)) ++worst;
        }
        INFO(i);
        CHECK(ranks[i].best == best);
        CHECK(ranks[i].worst == worst);
    }
}

TEST_CASE("what is unknown has no place, and one alone has none either", "[compare][rank]") {
    auto all = all_kinds();
    all[0].metrics.front().value.missing = {"jobs-not-stated"};
    CHECK(ranks_of(all)[0] == compared_rank{"0", "total", 0, 0, 0});
    all.resize(1);
    CHECK(ranks_of(all).empty());
}
