#include "catch.hpp"
#include "unit/compare/compared.hpp"

#include <outlay/compare/case_inputs.hpp>

using namespace outlay;

namespace {

using names = std::vector<std::string>;

/// One investment of 1000 dollars over four years with 10 jobs, and what is assumed.
compared_case one(const std::string& head, const std::string& lines = "", const std::string& metric_list = "") {
    std::string text = head;
    if (!metric_list.empty()) text = "metrics = [" + metric_list + "]\n" + text;
    return first_case(text + "[[investment]]\nname = \"A\"\noutlay = \"$1000\"\n" + lines);
}

const std::string four_years = "period = 4\njobs = 10\n";

}  // namespace

TEST_CASE("kinds of jobs: which is divided by, and how long they last", "[compare]") {
    const std::string kinds =
        "period = 4\njobs = [{ count = 20, kind = \"construction\", duration = \"2 years\" }, { count = 5, kind = "
        "\"permanent\" }, { count = 8, kind = \"average-annual\" }]\n";
    const compared_case first = one("", kinds, "\"per_job\", \"job_years\"");
    CHECK(metric_of(first, "A", "per_job").value.central == ratio(50));
    CHECK(metric_of(first, "A", "per_job").notes == names{"jobs-construction", "jobs-first-of-several"});
    CHECK(metric_of(first, "A", "job_years").value.central == ratio(40));
    const auto asked = [&](const std::string& kind) {
        return one("[assumptions]\njobs_kind = \"" + kind + "\"\n", kinds, "\"per_job\", \"job_years\"");
    };
    CHECK(metric_of(asked("permanent"), "A", "per_job").value.central == ratio(200));
    CHECK(metric_of(asked("permanent"), "A", "job_years").notes.front() == "assumption-job-duration");
    CHECK(metric_of(asked("average-annual"), "A", "job_years").value.central == ratio(32));
    CHECK(metric_of(asked("average-annual"), "A", "job_years").notes == names{"jobs-average-annual"});
    CHECK(metric_of(asked("induced"), "A", "per_job").missing == names{"jobs-kind-not-stated"});
    const compared_case given = one("[assumptions]\njob_duration = \"18 months\"\n", four_years, "\"job_years\"");
    CHECK(metric_of(given, "A", "job_years").value.central == ratio(15));
    CHECK(metric_of(given, "A", "job_years").notes.front() == "assumption-job-duration-given");
}

TEST_CASE("present values by phasing and timing", "[compare]") {
    const auto value = [&](const std::string& assumed) {
        return metric_of(one("[assumptions]\n" + assumed, four_years, "\"present_value\""), "A", "present_value");
    };
    // d = 1/4: factors of the ends of the years are 4/5, 16/25, 64/125, 256/625.
    CHECK(value("discount = \"25 %\"\n").value.central == make_ratio(250 * (500 + 400 + 320 + 256), 625));
    CHECK(value("discount = { rate = \"25 %\", timing = \"start\" }\n").value.central ==
          make_ratio(250 * (500 + 400 + 320 + 256), 500));
    CHECK(value("discount = \"25 %\"\nphasing = [\"1/2\", \"1/2\", 0, 0]\n").value.central == ratio(720));
    CHECK(value("discount = \"25 %\"\nphasing = [\"1/2\", \"1/2\"]\n").missing == names{"phasing-of-other-years"});
    CHECK(value("discount = 0\n").value.central == ratio(1000));
    const metric mid = value("discount = { rate = \"25 %\", timing = \"mid\" }\n");
    CHECK(mid.qualifier == qualifier::about);
    const metric exact_mid = value("discount = { rate = \"21 %\", timing = \"mid\" }\n");
    CHECK(exact_mid.qualifier == qualifier::exact);
    const metric late = value("discount = \"25 %\"\nphasing = \"s-curve\"\n");
    CHECK(late.notes.front() == "assumption-s-curve");
    CHECK(late.value.central == make_ratio(5 * 1000 * (125 * 4 + 11 * 20 * 4 + 11 * 16 * 4 + 64 * 4) / 4, 32 * 625 / 4));
}

TEST_CASE("bounds of a period become bounds of a present value", "[compare]") {
    const compared_case c = one("[assumptions]\ndiscount = \"25 %\"\n", "period = \"1-2 years\"\n", "\"present_value\"");
    const metric& value = metric_of(c, "A", "present_value");
    CHECK(value.value.high == ratio(800));
    CHECK(value.value.low == ratio(720));
    const compared_case open = one("[assumptions]\ndiscount = \"25 %\"\n", "period = \"at least 2 years\"\n",
                                   "\"present_value\"");
    CHECK(metric_of(open, "A", "present_value").value == interval<ratio>::at_most(ratio(720)));
    const compared_case ages = one("[assumptions]\ndiscount = \"25 %\"\n", "period = 500\n", "\"present_value\"");
    CHECK(metric_of(ages, "A", "present_value").missing == names{"period-too-long"});
}

TEST_CASE("the annual cost of what is built", "[compare]") {
    const auto cost = [&](const std::string& assumed, const std::string& lines = four_years) {
        return metric_of(one("[assumptions]\n" + assumed, lines, "\"equivalent_annual_cost\""), "A",
                         "equivalent_annual_cost");
    };
    // Spent and used over the same years it is the outlay per year.
    CHECK(cost("discount = \"25 %\"\n").value.central == ratio(250));
    CHECK(cost("discount = \"25 %\"\n").notes.at(1) == "assumption-life-of-period");
    CHECK(cost("discount = 0\nasset_life = 5\n").value.central == ratio(200));
    CHECK(cost("discount = \"25 %\"\nasset_life = 1\n").value.central == make_ratio(250 * (500 + 400 + 320 + 256), 500));
    CHECK(cost("discount = \"25 %\"\nasset_life = \"18 months\"\n").missing == names{"life-not-whole-years"});
    CHECK(cost("job_duration = 1\n").missing == names{"discount-rate-not-stated"});
}

TEST_CASE("the largest year, and a mean of years that differ", "[compare]") {
    const compared_case c = one("[assumptions]\nphasing = \"s-curve\"\n", four_years, "\"per_year\", \"peak_year\"");
    CHECK(metric_of(c, "A", "peak_year").value.central == make_ratio(1000 * 11, 32));
    CHECK(metric_of(c, "A", "per_year").value.central == ratio(250));
    CHECK(metric_of(c, "A", "per_year").notes.front() == "mean-of-phased-years");
}

TEST_CASE("shares of public and private money", "[compare]") {
    const auto of = [&](const std::string& payer) {
        return one("", "payer = " + payer + "\n", "\"public_total\", \"private_total\"");
    };
    const compared_case mixed = of("{ public = \"1/4\" }");
    CHECK(metric_of(mixed, "A", "public_total").value.central == ratio(250));
    CHECK(metric_of(mixed, "A", "private_total").value.central == ratio(750));
    CHECK(metric_of(of("\"private\""), "A", "public_total").missing == names{"no-public-money"});
    CHECK(metric_of(of("\"private\""), "A", "private_total").value.central == ratio(1000));
    CHECK(metric_of(of("\"public\""), "A", "private_total").missing == names{"no-private-money"});
    CHECK(metric_of(of("\"mixed\""), "A", "public_total").missing == names{"payer-shares-not-stated"});
}

TEST_CASE("prices of a base year: deflated first, converted afterwards", "[compare]") {
    const std::string text =
        "to = \"USD\"\n[assumptions]\nprices = { base_year = 2024, measure = \"consumer-prices\" }\n"
        "[[rate]]\npair = \"USD/KRW\"\nvalue = \"1250\"\n"
        "[[investment]]\nname = \"K\"\neconomy = \"KR\"\noutlay = \"2\xEC\xA1\xB0\xEC\x9B\x90\"\ndate = 2022-05-01\n"
        "[[investment]]\nname = \"D\"\neconomy = \"KR\"\noutlay = \"$1 billion\"\ndate = 2022-05-01\n";
    const compared_case c = first_case(text);
    const economy_code korea("KR");
    const ratio change = price_change(built_in().indicators(), price_measure::consumer_prices, korea, 2022, 2024).value();
    CHECK(change > 1);
    const metric& total = metric_of(c, "K", "total");
    CHECK(total.value.central == 2'000'000'000'000 * change / 1250);
    CHECK(std::count(total.notes.begin(), total.notes.end(), "prices-real") == 1);
    CHECK(metric_of(c, "D", "total").missing.front() == "currency-not-local");
}

TEST_CASE("an economy that is not known in a year has no share", "[compare]") {
    const auto of = [&](const std::string& assumed, const std::string& lines) {
        return one("as_of = 2025-01-22\n" + (assumed.empty() ? "" : "[assumptions]\n" + assumed), lines, "\"per_head\"");
    };
    CHECK(metric_of(of("", "economy = \"US\"\n"), "A", "per_head").missing == names{"date-not-stated"});
    CHECK(metric_of(of("population_year = 2024\n", ""), "A", "per_head").missing == names{"economy-not-stated"});
    CHECK(metric_of(of("", "economy = \"US\"\ndate = 2031-01-01\n"), "A", "per_head").missing ==
          names{"population-missing"});
    CHECK(metric_of(of("population_year = \"latest\"\n", "economy = \"US\"\n"), "A", "per_head").notes ==
          names{"account-of-latest-year"});
}

TEST_CASE("each investment at the rate of its own day, unless one is given", "[compare]") {
    const std::string dated =
        "to = \"KRW\"\n[[investment]]\nname = \"A\"\noutlay = \"$1\"\ndate = 2025-01-21\n[[investment]]\nname = \"B\"\n"
        "outlay = \"$1\"\ndate = 2025-01-23\n";
    const compared_case own = first_case(dated);
    CHECK_FALSE(own.as_of);
    CHECK(own.origin == as_of_origin::stated_by_announcement);
    CHECK(investment_of(own, "A").used_rate->observed == make_date(2025, 1, 21));
    CHECK(investment_of(own, "B").used_rate->observed == make_date(2025, 1, 23));
    const compared_case one_day = first_case("as_of = 2025-01-22\n" + dated);
    CHECK(investment_of(one_day, "A").used_rate->observed == make_date(2025, 1, 22));
    const auto both = compare_text("as_of = 2025-01-22\n" + dated + "[[case]]\nname = \"own days\"\nas_of = \"announcement\"\n");
    CHECK(investment_of(both->cases.at(1), "B").used_rate->observed == make_date(2025, 1, 23));
    compare_options options;
    options.as_of = make_date(2025, 1, 24);
    CHECK(investment_of(first_case(dated, options), "A").used_rate->observed == make_date(2025, 1, 24));
}

TEST_CASE("what a case changes comes before everything else", "[compare]") {
    const auto found = compare_text(
        "[assumptions]\nrealisation = \"1/2\"\n[[investment]]\nname = \"A\"\noutlay = \"$1000\"\nassumptions = { "
        "realisation = \"1/4\" }\n[[case]]\nname = \"all\"\nassumptions = { realisation = \"1/5\" }\n[[case]]\nname = "
        "\"one\"\nassumptions = { realisation = \"1/5\" }\n[case.investment.A]\nassumptions = { realisation = \"1/10\" }\n");
    REQUIRE(found);
    CHECK(metric_of(found->cases[0], "A", "total").value.central == ratio(250));
    CHECK(metric_of(found->cases[1], "A", "total").value.central == ratio(200));
    CHECK(metric_of(found->cases[2], "A", "total").value.central == ratio(100));
}

TEST_CASE("what is asked for is solved against the baseline", "[compare]") {
    const compared_case c = first_case(
        "[[investment]]\nname = \"A\"\noutlay = \"$1000\"\nperiod = 4\njobs = 10\n"
        "[[investment]]\nname = \"B\"\noutlay = \"$300\"\nperiod = \"?\"\njobs = \"?\"\n");
    REQUIRE(c.solved.size() == 2);
    CHECK(c.solved[0].what == asked_value::period);
    CHECK(c.solved[0].value.value.central == make_ratio(6, 5));
    CHECK(c.solved[1].value.value.central == ratio(3));
    CHECK(metric_of(c, "B", "per_job").missing == names{"jobs-asked"});
}

TEST_CASE("ranks count what is stated; bounds allow more places", "[compare]") {
    const compared_case c = first_case(investment_text("A", "up to $500") + investment_text("B", "$400") +
                                       investment_text("C", "$400") + investment_text("D", "") +
                                       investment_text("E", "more than $400"));
    const auto rank = [&](std::string_view name) {
        for (const compared_rank& each : c.ranks)
            if (each.name == name && each.metric == "total") return each;
        throw std::logic_error("no such rank in a test");
    };
    CHECK(rank("A") == compared_rank{"A", "total", 1, 1, 4});
    CHECK(rank("B") == compared_rank{"B", "total", 2, 2, 3});
    CHECK(rank("D") == compared_rank{"D", "total", 0, 0, 0});
    CHECK(rank("E") == compared_rank{"E", "total", 2, 1, 2});
}

TEST_CASE("inputs without steps give the same numbers without steps", "[compare]") {
    const auto what = read_text("[assumptions]\ndiscount = \"3 %\"\n" + investment_text("A", "up to $500", "4 years", "100") +
                                investment_text("B", "$300", "2 years", "7"));
    REQUIRE(what);
    const resolved_case full = resolve(built_in(), *what, {});
    const compared_case with = measure(full);
    const compared_case without = measure(without_steps(full));
    for (std::size_t i = 0; i < with.investments.size(); ++i) {
        for (std::size_t m = 0; m < with.investments[i].metrics.size(); ++m) {
            const metric& a = with.investments[i].metrics[m].value;
            const metric& b = without.investments[i].metrics[m].value;
            INFO(with.investments[i].metrics[m].name);
            CHECK(a.value == b.value);
            CHECK(a.notes == b.notes);
            CHECK(a.qualifier == b.qualifier);
            CHECK_FALSE(a.trace.empty());
            CHECK(b.trace.empty());
        }
    }
    CHECK(without.ratios.front().value.trace.empty());
    const metric alone = measure(full.investments.front(), "per_job", currency_code("USD"));
    CHECK(alone.value == metric_of(with, "A", "per_job").value);
}
