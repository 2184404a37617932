#include "catch.hpp"
#include "unit/compare/compared.hpp"

using namespace outlay;

namespace {

using names = std::vector<std::string>;
using bounds = interval<ratio>;

comparison of_example(const compare_options& options = {}) {
    const auto what = read_scenario(built_in(), source::read(OUTLAY_CONFIG_DIR "/examples/stargate.toml").value());
    return compare(built_in(), what.value(), options).value();
}

const std::string stargate = investment_text("US", "up to $500 billion", "4 years", "100,000");
const std::string centre = investment_text("KR", "2조원 규모");
const std::string file_rate = "[[rate]]\npair = \"USD/KRW\"\nvalue = \"1436\"\n";

bool has(const metric& value, std::string_view note) {
    return std::find(value.notes.begin(), value.notes.end(), note) != value.notes.end();
}

bool mentions(const metric& value, std::string_view evidence) {
    return std::any_of(value.trace.begin(), value.trace.end(),
                       [&](const trace_step& step) { return step.evidence.find(evidence) != std::string::npos; });
}

}  // namespace

TEST_CASE("the example: Stargate's metrics are ceilings", "[compare]") {
    const comparison all = of_example();
    CHECK(all.title == "Stargate and Korea's AI computing centre");
    REQUIRE(all.cases.size() == 2);
    const compared_case& own = all.cases[0];
    CHECK(own.name.empty());
    CHECK(own.to == currency_code("USD"));
    CHECK(own.baseline == "Stargate");
    CHECK(own.problems.empty());
    CHECK(investment_of(own, "Stargate").economy == "US");
    CHECK(metric_of(own, "Stargate", "total").value == bounds::at_most(500'000'000'000));
    CHECK(metric_of(own, "Stargate", "per_year").value == bounds::at_most(125'000'000'000));
    CHECK(metric_of(own, "Stargate", "per_job").value == bounds::at_most(5'000'000));
    CHECK(metric_of(own, "Stargate", "per_job_year").value == bounds::at_most(1'250'000));
    for (const auto& each : investment_of(own, "Stargate").metrics) {
        CHECK(each.value.qualifier == qualifier::at_most);
        CHECK(each.value.currency == currency_code("USD"));
        CHECK(has(each.value, "ceiling-only"));
    }
    CHECK(metric_of(own, "Stargate", "per_job_year").unit == "USD/job-year");
    CHECK(investment_of(own, "Stargate").used_rate->path == rate_path::identity);
}

TEST_CASE("the example: what Korea does not state is unknown, with all reasons", "[compare]") {
    const compared_case own = of_example().cases[0];
    const std::string korea = "National AI Computing Center";
    const metric& total = metric_of(own, korea, "total");
    CHECK(total.value == bounds::point(make_ratio(500'000'000'000, 359)));
    CHECK(total.qualifier == qualifier::about);
    CHECK(total.notes == names{"approximate"});
    CHECK(metric_of(own, korea, "per_year").missing == names{"period-not-stated"});
    CHECK(metric_of(own, korea, "per_job").missing == names{"jobs-not-stated"});
    CHECK(metric_of(own, korea, "per_job_year").missing == names{"jobs-not-stated", "period-not-stated"});
    const compared_investment& found = investment_of(own, korea);
    CHECK(found.original_currency == currency_code("KRW"));
    CHECK(named(found.original_metrics, "total").value == bounds::point(2'000'000'000'000));
    CHECK(named(found.original_metrics, "total").unit == "KRW");
    REQUIRE(found.used_rate);
    CHECK(found.used_rate->value == ratio(1436));
}

TEST_CASE("the example: a ratio of a ceiling is a ceiling, never a point", "[compare]") {
    const compared_case own = of_example().cases[0];
    const metric& total = ratio_of(own, "National AI Computing Center", "total");
    CHECK(total.value == bounds::at_most(359));
    CHECK_FALSE(total.value.low);
    CHECK_FALSE(total.value.central);
    CHECK(total.qualifier == qualifier::at_most);
    CHECK(total.unit.empty());
    CHECK(total.notes == names{"approximate", "ceiling-only"});
    CHECK(ratio_of(own, "National AI Computing Center", "per_year").missing == names{"period-not-stated"});
    CHECK(ratio_of(own, "National AI Computing Center", "per_job").missing == names{"jobs-not-stated"});
    CHECK(own.ratios.size() == 4);
}

TEST_CASE("the example: the case stands beside the file's own", "[compare]") {
    const compared_case other = of_example().cases[1];
    CHECK(other.name == "at the rate the English text implies");
    CHECK(metric_of(other, "National AI Computing Center", "total").value == bounds::point(1'570'000'000));
    CHECK(ratio_of(other, "National AI Computing Center", "total").value == bounds::at_most(make_ratio(50'000, 157)));
    REQUIRE(other.break_even.size() == 1);
    CHECK(other.break_even[0].jobs.value == bounds::at_least(314));
    CHECK(other.break_even[0].days.value.low == make_ratio(229'377, 50'000));
}

TEST_CASE("every use of an assumption stands in the notes", "[compare]") {
    const compared_case own = of_example().cases[0];
    CHECK(metric_of(own, "Stargate", "total").notes == names{"ceiling-only"});
    CHECK(metric_of(own, "Stargate", "per_year").notes == names{"assumption-even-phasing", "ceiling-only"});
    CHECK(metric_of(own, "Stargate", "per_job").notes == names{"jobs-kind-unstated", "ceiling-only"});
    CHECK(metric_of(own, "Stargate", "per_job_year").notes ==
          names{"assumption-job-duration", "jobs-kind-unstated", "ceiling-only"});
    CHECK(has(own.break_even.at(0).period, "assumption-even-phasing"));
    CHECK(has(own.break_even.at(0).jobs, "jobs-kind-unstated"));
}

TEST_CASE("a metric explains itself: words, place, rate and steps", "[compare]") {
    const compared_case own = of_example().cases[0];
    const metric& per_job = metric_of(own, "Stargate", "per_job");
    REQUIRE(per_job.trace.size() == 3);
    CHECK(per_job.trace[0].formula == "outlay");
    CHECK(per_job.trace[0].evidence == "up to $500 billion");
    REQUIRE(per_job.trace[0].where);
    CHECK(underlined(*per_job.trace[0].where) == "up to $500 billion");
    CHECK(per_job.trace[1].evidence == "100,000");
    CHECK(per_job.trace[2].formula == "per_job = total / jobs");
    CHECK(per_job.trace[2].detail == "≤ 500000000000 USD / 100000 job = ≤ 5000000 USD/job");

    const metric& total = metric_of(own, "National AI Computing Center", "total");
    CHECK(mentions(total, "2조원 규모"));
    CHECK(mentions(total, "implied by 5000억 달러"));
    REQUIRE(total.trace.size() == 4);
    CHECK(total.trace[1].formula == "USD/KRW");
    CHECK(total.trace[1].detail == "1436");
    CHECK(total.trace[2].detail == "1 / 1436 = 1/1436");
    CHECK(total.trace[3].detail == "≈ 2000000000000 KRW × 1/1436 = ≈ 500000000000/359 USD");

    const metric& ratio_value = ratio_of(own, "National AI Computing Center", "total");
    CHECK(ratio_value.trace.front().formula == "Stargate: outlay");
    CHECK(ratio_value.trace.back().formula == "ratio = Stargate / National AI Computing Center");
    CHECK(ratio_value.trace.back().detail == "≤ 500000000000 USD / ≈ 500000000000/359 USD = ≤ 359");
}

TEST_CASE("a cross rate shows both of its legs", "[compare]") {
    const compared_case own = first_case("to = \"USD\"\nas_of = 2025-01-22\n" + stargate + centre);
    const metric& total = metric_of(own, "KR", "total");
    CHECK(investment_of(own, "KR").used_rate->path == rate_path::cross);
    const auto has_step = [&](std::string_view formula) {
        return std::any_of(total.trace.begin(), total.trace.end(),
                           [&](const trace_step& step) { return step.formula == formula; });
    };
    CHECK(has_step("EUR/USD"));
    CHECK(has_step("EUR/KRW"));
    CHECK(mentions(total, "2025-01-22"));
}

TEST_CASE("the target is the option's, else the scenario's, else the first outlay's", "[compare]") {
    compare_options won;
    won.to = currency_code("KRW");
    CHECK(of_example(won).cases[0].to == currency_code("KRW"));
    CHECK(metric_of(of_example(won).cases[0], "Stargate", "total").value == bounds::at_most(718'000'000'000'000));
    CHECK(first_case(file_rate + investment_text("none", "") + centre + stargate).to == currency_code("KRW"));
    CHECK(first_case(investment_text("none", "")).to.empty());
}

TEST_CASE("rates go by precedence: case, command line, file, market", "[compare]") {
    const std::string text = "to = \"USD\"\nas_of = 2025-01-22\n" + file_rate + centre +
                             "[[case]]\nname = \"c\"\nrate = { \"USD/KRW\" = \"1273.9\" }\n";
    const auto rate_of = [](const compared_case& c) { return c.investments.at(0).used_rate->value; };
    const comparison of_file = compare_text(text).value();
    CHECK(rate_of(of_file.cases[0]) == ratio(1436));
    CHECK(rate_of(of_file.cases[1]) == ratio(12739) / 10);
    compare_options line;
    line.rates = {given("USD/KRW", "1434.29")};
    const comparison of_line = compare_text(text, line).value();
    CHECK(rate_of(of_line.cases[0]) == ratio(143429) / 100);
    CHECK(rate_of(of_line.cases[1]) == ratio(12739) / 10);
    CHECK(first_case("to = \"USD\"\nas_of = 2025-01-22\n" + centre).investments[0].used_rate->kind == rate_kind::spot);
}

TEST_CASE("a rate of a higher level counts in either direction", "[compare]") {
    compare_options line;
    line.rates = {given("KRW/USD", "1/1434")};
    const compared_case own = first_case("to = \"USD\"\n" + file_rate + centre, line);
    CHECK(metric_of(own, "KR", "total").value.central == make_ratio(2'000'000'000'000, 1434));
}

TEST_CASE("the as-of date is the option's, else the case's, else the scenario's, else the newest", "[compare]") {
    const std::string text =
        "to = \"USD\"\nas_of = 2025-01-21\n" + centre + "[[case]]\nname = \"c\"\nas_of = 2025-01-23\n";
    const comparison stated = compare_text(text).value();
    CHECK(stated.cases[0].as_of == make_date(2025, 1, 21));
    CHECK(stated.cases[0].origin == as_of_origin::stated_by_scenario);
    CHECK(stated.cases[1].as_of == make_date(2025, 1, 23));
    compare_options option;
    option.as_of = make_date(2025, 1, 22);
    const comparison asked = compare_text(text, option).value();
    CHECK(asked.cases[0].as_of == make_date(2025, 1, 22));
    CHECK(asked.cases[1].as_of == make_date(2025, 1, 22));
    CHECK(asked.cases[1].origin == as_of_origin::stated_by_user);
    const compared_case newest = first_case("to = \"USD\"\n" + centre);
    CHECK(newest.origin == as_of_origin::newest_of_rates);
    CHECK(newest.as_of == built_in().rates().newest_day());
}

TEST_CASE("a missing rate leaves the rest answered", "[compare]") {
    const std::string text =
        "to = \"USD\"\nas_of = 1990-01-02\n" + stargate + investment_text("KR", "2조원", "", "500");
    const compared_case own = first_case(text);
    CHECK(metric_of(own, "US", "per_job").known());
    CHECK(metric_of(own, "KR", "total").missing == names{"rate-missing"});
    CHECK(metric_of(own, "KR", "per_job_year").missing == names{"rate-missing", "period-not-stated"});
    CHECK(named(investment_of(own, "KR").original_metrics, "per_job").value.central == ratio(4'000'000'000));
    CHECK(ratio_of(own, "KR", "total").missing == names{"rate-missing"});
    CHECK_FALSE(investment_of(own, "KR").used_rate);
    REQUIRE(own.problems.size() == 1);
    CHECK(own.problems[0].id == "rate-missing");
    CHECK(own.problems[0].cause == cause::missing_fact);
}

TEST_CASE("where nothing could be converted, there is no answer", "[compare]") {
    const auto found = compare_text("to = \"USD\"\nas_of = 1990-01-02\n" + centre + "[[case]]\nname = \"c\"\n");
    REQUIRE_FALSE(found);
    CHECK(summary(found.problems()) == "rate-missing\n");
    CHECK(exit_code(found.problems()) == 3);
}

TEST_CASE("in one currency no rate is needed for a ratio", "[compare]") {
    const compared_case own =
        first_case("to = \"USD\"\nas_of = 1990-01-02\n" + stargate + investment_text("a", "6 trillion won") +
                   investment_text("b", "2 trillion won"));
    CHECK(ratio_of(own, "a", "total").missing == names{"rate-missing"});
    const compared_case korean =
        first_case("baseline = \"a\"\nto = \"USD\"\nas_of = 1990-01-02\n" + stargate +
                   investment_text("a", "6 trillion won") + investment_text("b", "2 trillion won"));
    CHECK(ratio_of(korean, "b", "total").value == bounds::point(3));
    CHECK(ratio_of(korean, "b", "total").qualifier == qualifier::exact);
    CHECK(ratio_of(korean, "US", "total").missing == names{"rate-missing"});
}

TEST_CASE("an investment without an outlay is unknown, not zero", "[compare]") {
    const compared_case own = first_case(stargate + investment_text("none", "", "4 years"));
    CHECK(metric_of(own, "none", "total").missing == names{"outlay-not-stated"});
    CHECK(metric_of(own, "none", "per_year").missing == names{"outlay-not-stated"});
    CHECK(metric_of(own, "none", "per_job_year").missing == names{"outlay-not-stated", "jobs-not-stated"});
    CHECK(ratio_of(own, "none", "total").missing == names{"outlay-not-stated"});
    CHECK(investment_of(own, "none").original_currency.empty());
    CHECK(own.break_even.at(0).jobs.missing == names{"outlay-not-stated"});
    CHECK(own.problems.empty());
}

TEST_CASE("the baseline is the one the file names", "[compare]") {
    const compared_case own = first_case("baseline = \"KR\"\nto = \"USD\"\n" + file_rate + stargate + centre);
    CHECK(own.baseline == "KR");
    REQUIRE(own.ratios.size() == 4);
    CHECK(own.ratios[0].name == "US");
    CHECK(own.ratios[0].value.value == bounds::at_least(make_ratio(1, 359)));
    CHECK(own.ratios[0].value.qualifier == qualifier::at_least);
    CHECK(own.break_even.at(0).jobs.missing == names{"jobs-not-stated"});
}

TEST_CASE("only the metrics asked for are given, in their order", "[compare]") {
    compare_options options;
    options.metrics = {"per_job", "total"};
    const compared_case own = of_example(options).cases[0];
    REQUIRE(own.investments[0].metrics.size() == 2);
    CHECK(own.investments[0].metrics[0].name == "total");
    CHECK(own.investments[0].metrics[1].name == "per_job");
    CHECK(own.investments[0].original_metrics.size() == 2);
    CHECK(own.ratios.size() == 2);
    CHECK(own.break_even.size() == 1);
    options.metrics = {"per_jobs"};
    const auto wrong = compare_text(stargate, options);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.problems()[0].id == "unknown-metric");
    CHECK(wrong.problems()[0].near.front() == "per_job");
    CHECK(metric_names().size() == 18);
}

TEST_CASE("a scenario without investments is no comparison", "[compare]") {
    const auto found = compare(built_in(), scenario{});
    REQUIRE_FALSE(found);
    CHECK(found.problems()[0].id == "no-investments");
}

TEST_CASE("bands, floors and approximations go through", "[compare]") {
    const compared_case own = first_case("to = \"KRW\"\n" + investment_text("band", "700조원대", "4 years", "100,000") +
                                         investment_text("floor", "at least 2 trillion won", "", "nearly 500 jobs"));
    const metric& per_job = metric_of(own, "band", "per_job");
    CHECK(per_job.value == bounds::between(7'000'000'000, 8'000'000'000, false, true));
    CHECK(per_job.qualifier == qualifier::band);
    CHECK(has(per_job, "band"));
    const metric& floor = metric_of(own, "floor", "per_job");
    CHECK(floor.value.low == ratio(4'000'000'000));
    CHECK_FALSE(floor.value.high);
    CHECK(floor.qualifier == qualifier::above);
    CHECK(has(floor, "floor-only"));
    CHECK(has(floor, "approximate"));
}

TEST_CASE("a period in months is a part of a year", "[compare]") {
    const compared_case own = first_case(investment_text("a", "$300 million", "18 months"));
    CHECK(metric_of(own, "a", "per_year").value == bounds::point(200'000'000));
    CHECK(metric_of(own, "a", "per_year").significant_digits == 2);
}

TEST_CASE("digits in words follow the inputs; one digit is a round number of policy", "[compare]") {
    const auto digits = [](std::string_view outlay, std::string_view period, std::string_view value) {
        const compared_case own = first_case("to = \"USD\"\n[[rate]]\npair = \"USD/KRW\"\nvalue = \"" +
                                             std::string(value) + "\"\n" + investment_text("a", outlay, period));
        return metric_of(own, "a", "per_year").significant_digits;
    };
    CHECK(digits("2 trillion won", "4 years", "1436") == 3);
    CHECK(digits("2 trillion won", "4 years", "200000/157") == 3);
    CHECK(digits("2 trillion won", "4 years", "1400") == 2);
    CHECK(digits("2.5 trillion won", "4 years", "1436") == 2);
    CHECK(digits("2.57 trillion won", "12 years", "1436") == 2);
    CHECK(digits("2.5716 trillion won", "4 years", "1") == 3);
}
