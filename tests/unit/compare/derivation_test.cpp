// No number without its derivation, and nothing unknown without one either: every metric that there is, known and not.
#include "catch.hpp"
#include "unit/compare/compared.hpp"

#include <outlay/report/render_comparison.hpp>

using namespace outlay;

namespace {

std::string all_metrics() {
    std::string list;
    for (const std::string_view name : metric_names()) (list += list.empty() ? "\"" : ", \"").append(name) += "\"";
    return "metrics = [" + list + "]\n";
}

const std::string rich =
    "to = \"USD\"\n" + all_metrics() + R"([assumptions]
realisation = "50–80 %"
discount = { rate = "3.5 %", timing = "mid" }
phasing = "s-curve"
asset_life = "5 years"
population_year = 2023
employment_year = 2023
gdp_year = 2023
ppp_year = 2023
prices = { base_year = 2023, measure = "consumer-prices" }
[[rate]]
pair = "USD/KRW"
value = "1436"
[[investment]]
name = "Full"
economy = "KR"
date = 2022-05-01
outlay = "about 2 trillion won"
period = "2026-2029"
jobs = { count = 1000, kind = "permanent" }
power = "100 MW"
accelerators = "15,000 GPUs"
payer = { public = "1/4" }
[[investment]]
name = "Silent"
jobs = "?"
period = "?"
[[investment]]
name = "Dollars"
economy = "US"
date = 2022-05-01
outlay = "up to $500 billion"
period = "4 years"
jobs = "100,000"
)";

void check_steps(const metric& value) {
    REQUIRE_FALSE(value.trace.empty());
    for (const trace_step& step : value.trace) CHECK_FALSE((step.formula.empty() && step.detail.empty()));
    CHECK_FALSE(value.trace.back().formula.empty());
}

}  // namespace

TEST_CASE("every metric has a derivation, whether it is known or not", "[compare]") {
    const compared_case c = first_case(rich);
    REQUIRE(c.investments.front().metrics.size() == metric_names().size());
    std::size_t known = 0;
    for (const compared_investment& each : c.investments)
        for (const auto* metrics : {&each.metrics, &each.original_metrics})
            for (const named_metric& named : *metrics) {
                INFO(each.name << ", " << named.name);
                if (named.value.known()) ++known;
                CHECK((named.value.known() || !named.value.missing.empty()));
                check_steps(named.value);
            }
    CHECK(known > metric_names().size());
    for (const named_metric& named : c.investments.front().metrics) {
        INFO(named.name);
        // No number of people employed is shipped (docs/economies.md).
        const bool is_shipped = named.name != "per_worker";
        CHECK(named.value.missing == (is_shipped ? std::vector<std::string>{} : std::vector<std::string>{"employment-missing"}));
    }
    for (const compared_ratio& each : c.ratios) {
        INFO(each.name << ", " << each.metric);
        check_steps(each.value);
    }
    for (const break_even_row& row : c.break_even) {
        INFO(row.name);
        for (const metric* each : {&row.jobs, &row.period, &row.days, &row.part}) check_steps(*each);
        if (row.pair) check_steps(row.rate);
    }
    REQUIRE(c.solved.size() == 2);
    for (const solved_value& each : c.solved) check_steps(each.value);
    REQUIRE(c.sum);
    check_steps(c.sum->all);
}

TEST_CASE("Explaining shows the derivation of every metric, in words and in JSON", "[compare]") {
    const comparison all = compare_text(rich).value();
    for (const std::string_view name : metric_names()) {
        INFO(name);
        const auto text = render_explanation(built_in(), all, name, {});
        CHECK(text.find("\n    1. ") != std::string::npos);
        CHECK(text.find("Full, ") != std::string::npos);
        CHECK(text.find("Silent, ") != std::string::npos);
    }
    const auto json = render_comparison_json(built_in(), all, {}, true);
    CHECK(json.find("\"trace\": [\n") != std::string::npos);
    CHECK(json.find("\"trace\": []") == std::string::npos);
}
