#include "catch.hpp"

#include <outlay/report/render_check.hpp>

using namespace outlay;

TEST_CASE("render_check: a scenario without problems says what it leaves unknown") {
    scenario what;
    what.investments.resize(2);
    what.investments[0].name = "A";
    what.investments[0].outlay.emplace();
    what.investments[0].period.emplace();
    what.investments[0].jobs.emplace_back();
    what.investments[1].name = "B";
    what.investments[1].outlay.emplace();
    what.rates.resize(1);
    CHECK(render_check("s.toml", what, {}) ==
          "s.toml: no problems (investments: 2, rates: 1, further cases: 0)\n"
          "  B: not stated: period, jobs; what depends on that stays unknown\n");
}
