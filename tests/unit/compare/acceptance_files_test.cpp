// The reference answers that a scenario file can state, from the files of tests/data/scenarios/, as exact fractions: every
// what-if is a case of the file.
#include "catch.hpp"
#include "unit/compare/acceptance_answers.hpp"
#include "unit/compare/compared.hpp"

using namespace outlay;

namespace {

const acceptance_answers& answers() {
    static const acceptance_answers all(OUTLAY_TEST_DATA "/acceptance.json");
    return all;
}

comparison of_file(const std::string& name, const compare_options& options = {}) {
    const auto text = source::read(OUTLAY_TEST_DATA "/scenarios/" + name);
    REQUIRE(text);
    const auto what = read_scenario(built_in(), *text);
    INFO((what ? std::string{} : render(what.problems().front())));
    REQUIRE(what);
    return compare(built_in(), *what, options).value();
}

const comparison& seed() {
    static const comparison found = of_file("seed.toml");
    return found;
}

const comparison& in_won() {
    static const comparison found = [] {
        compare_options options;
        options.to = currency_code("KRW");
        return of_file("seed.toml", options);
    }();
    return found;
}

const compared_case& named_case(const comparison& all, const std::string& name) {
    for (const compared_case& each : all.cases)
        if (each.name == name) return each;
    throw std::logic_error("no such case in the file: " + name);
}

ratio exact(const metric& value) {
    REQUIRE(value.known());
    REQUIRE(value.value.is_point());
    CHECK(value.qualifier == qualifier::exact);
    return *value.value.central;
}

void check(const std::string& name, const ratio& computed) {
    INFO(name);
    CHECK(fraction_text(computed) == fraction_text(answers().at(name)));
}

ratio us(const compared_case& c, std::string_view name) { return exact(metric_of(c, "US", name)); }
ratio kr(const compared_case& c, std::string_view name) { return exact(metric_of(c, "KR", name)); }

const break_even_row& break_even_of(const compared_case& c) { return c.break_even.front(); }

const ratio billion(1'000'000'000);
const ratio trillion(1'000'000'000'000);

}  // namespace

TEST_CASE("files, A10-A18: Stargate in dollars and in won", "[acceptance]") {
    const compared_case& c = seed().cases.front();
    check("US per year USD", us(c, "per_year"));
    check("US per job USD", us(c, "per_job"));
    check("US job-years if all 4y", us(c, "job_years"));
    check("US per job-year USD", us(c, "per_job_year"));
    for (const auto& [tag, name] : {std::pair("@r1", ""), std::pair("@r2", "r2")}) {
        const compared_case& won = named_case(in_won(), name);
        check("US total KRW" + std::string(tag), us(won, "total"));
        check("US per year KRW" + std::string(tag), us(won, "per_year"));
        check("US per job KRW" + std::string(tag), us(won, "per_job"));
        check("US per job-year KRW" + std::string(tag), us(won, "per_job_year"));
    }
}

TEST_CASE("files, A19-A24: Korea, read from the article, and the ratio", "[acceptance]") {
    for (const auto& [tag, name] : {std::pair("@r1", ""), std::pair("@r2", "r2")}) {
        const compared_case& c = named_case(seed(), name);
        check("KR total USD" + std::string(tag), kr(c, "total"));
        const ratio times = exact(ratio_of(c, "KR", "total"));
        check("ratio US/KR total " + std::string(tag), times);
        check("KR share of US % " + std::string(tag), 100 / times);
    }
    check("KR USD overstated: 1.57e9 - 2e12/1436",
          kr(named_case(seed(), "r2"), "total") - kr(seed().cases.front(), "total"));
}

TEST_CASE("files, A14: jobs of a sum of money", "[acceptance]") {
    const ratio per_job = us(seed().cases.front(), "per_job");
    check("US jobs per $1bn", billion / per_job);
    check("US jobs per $1m", ratio(1'000'000) / per_job);
}

TEST_CASE("files, A25: the ratio as far as the printed sums are rounded", "[acceptance]") {
    const comparison all = of_file("rounding.toml");
    const metric& korean = ratio_of(named_case(all, "the sums of the Korean text"), "KR", "total");
    CHECK(korean.value == interval<ratio>::between(make_ratio(35875, 100), make_ratio(35925, 100), false, true));
    const metric& english = ratio_of(named_case(all, "the sums of the English text"), "KR", "total");
    CHECK(english.value == interval<ratio>::between(make_ratio(20000, 63), make_ratio(100000, 313), true, false));
    for (const metric* each : {&korean, &english}) CHECK(each->notes.front() == "assumption-rounding");
}

TEST_CASE("files, A26-A31: break-even, days, and what stays unknown", "[acceptance]") {
    for (const auto& [tag, name] : {std::pair("@r1", ""), std::pair("@r2", "r2")}) {
        const break_even_row& row = break_even_of(named_case(seed(), name));
        check("break-even KR jobs " + std::string(tag), exact(row.jobs));
        check("KR = N days of US even spend (1461d) " + std::string(tag), exact(row.days));
    }
    check("break-even KR years for equal per-year @r1", exact(break_even_of(seed().cases.front()).period));
    const compared_case& c = seed().cases.front();
    CHECK(metric_of(c, "KR", "per_job").missing == std::vector<std::string>{"jobs-not-stated"});
    CHECK(metric_of(c, "KR", "per_year").missing == std::vector<std::string>{"period-not-stated"});
}

TEST_CASE("files, A30, A32, A33, A39: other periods and jobs", "[acceptance]") {
    for (const std::string years : {"1", "2", "3", "4", "5", "6"}) {
        const std::string name = "KR " + years + " years";
        check("annual ratio if KR period " + years + "y @r1", exact(ratio_of(named_case(seed(), name), "KR", "per_year")));
        check("KR per year USD@r1 if " + years + "y", kr(named_case(seed(), name), "per_year"));
        check("KR per year KRW if " + years + "y", kr(named_case(in_won(), name), "per_year"));
    }
    for (const std::string jobs : {"100", "144", "278", "279", "314", "500", "1000", "1120", "2000", "5000", "10000", "78000"})
        check("KR per job USD@r1 if " + jobs + " jobs", kr(named_case(seed(), "KR " + jobs + " jobs"), "per_job"));
    for (const std::string jobs : {"25000", "50000", "100000", "150000", "200000", "300000", "400000"})
        check("US per job USD if " + jobs + " jobs", us(named_case(seed(), "US " + jobs + " jobs"), "per_job"));
}

TEST_CASE("files, A35, A37, A38: the band of the headline, read from the article", "[acceptance]") {
    const auto open_above = [](const metric& value, const std::string& low, const std::string& high) {
        CHECK((!value.value.low_open && value.value.high_open));
        CHECK(value.qualifier == qualifier::band);
        check(low, value.value.low.value());
        check(high, value.value.high.value());
    };
    open_above(metric_of(seed().cases.front(), "band", "total"), "700조 in USD@r1", "800조 in USD@r1");
    const compared_case& won = in_won().cases.front();
    open_above(metric_of(won, "band", "per_job"), "700조 per job", "800조 per job");
    const auto text = source::read(OUTLAY_TEST_DATA "/scenarios/seed.toml");
    scenario beside_korea = read_scenario(built_in(), *text).value();
    beside_korea.baseline = "band";
    const compared_case c = compare(built_in(), beside_korea).value().cases.front();
    open_above(ratio_of(c, "KR", "total"), "700조 ratio to 2조", "800조 ratio to 2조 excl");
}

TEST_CASE("files, A40: if only a part of Stargate came true", "[acceptance]") {
    for (const std::string part : {"0.2", "0.5", "0.8", "1"}) {
        const compared_case& c = named_case(seed(), "US realised " + part);
        check("US realised " + part + " : per job USD", us(c, "per_job"));
        check("  ratio @r1 realised " + part, exact(ratio_of(c, "KR", "total")));
        CHECK(metric_of(c, "US", "total").notes.front() == "assumption-realisation");
    }
}

TEST_CASE("files, A41, A42: present values", "[acceptance]") {
    for (const std::string timing : {"end", "begin"}) {
        for (const std::string rate : {"0.03", "0.035", "0.05", "0.07"}) {
            const std::string name = "PV " + timing + "-year d=" + rate;
            check(name, us(named_case(seed(), name), "present_value"));
        }
    }
    CHECK(metric_of(seed().cases.front(), "US", "present_value").missing ==
          std::vector<std::string>{"discount-rate-not-stated"});
}

TEST_CASE("files, A44-A48: at the market rates of the week", "[acceptance]") {
    const comparison usd = of_file("rates.toml");
    compare_options options;
    options.to = currency_code("KRW");
    const comparison won = of_file("rates.toml", options);
    for (const std::string name : {"ECB 2025-01-21", "ECB 2025-01-22", "ECB 2025-01-23", "H10 21", "H10 22", "H10 23",
                                   "Seoul 21 close", "Seoul 22 close"}) {
        check("  500bn USD in 조 @" + name, us(named_case(won, name), "total") / trillion);
        check("  2조 in USD bn @" + name, kr(named_case(usd, name), "total") / billion);
        check("  ratio @" + name, exact(ratio_of(named_case(usd, name), "KR", "total")));
    }
}

TEST_CASE("files, A49-A51: by head, by GDP, at purchasing power", "[acceptance]") {
    const compared_case& c = seed().cases.front();
    check("US per capita USD", us(c, "per_head"));
    check("KR per capita USD@r1", kr(c, "per_head"));
    check("KR per capita KRW", kr(in_won().cases.front(), "per_head"));
    check("per capita ratio @r1", exact(ratio_of(c, "KR", "per_head")));
    check("US %GDP2023", us(c, "total_of_gdp"));
    check("KR %GDP2023@r1", kr(c, "total_of_gdp"));
    check("GDP ratio", exact(ratio_of(c, "KR", "total_of_gdp")));
    check("US annualised %GDP", us(c, "share_of_gdp"));
    check("US annualised %GDP", us(in_won().cases.front(), "share_of_gdp"));
    check("KR intl$ PPP2024", kr(c, "ppp_total"));
    check("ratio PPP2024", exact(ratio_of(c, "KR", "ppp_total")));
}
