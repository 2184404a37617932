// The reference answers of tests/data/acceptance.json, each computed through the public functions and compared as an
// exact fraction: from words to figures, equivalences, scenarios and comparisons.
#include "catch.hpp"
#include "unit/compare/acceptance_answers.hpp"
#include "unit/compare/compared.hpp"

#include <outlay/compare/break_even.hpp>
#include <outlay/figures/equivalence.hpp>
#include <outlay/figures/read.hpp>

using namespace outlay;

namespace {

const acceptance_answers& answers() {
    static const acceptance_answers all(OUTLAY_TEST_DATA "/acceptance.json");
    return all;
}

void check(const std::string& name, const ratio& computed) {
    INFO(name);
    CHECK(fraction_text(computed) == fraction_text(answers().at(name)));
}

const ratio billion(1'000'000'000);
const ratio trillion(1'000'000'000'000);
constexpr std::string_view at_r1 = "1436";
constexpr std::string_view at_r2 = "200000/157";

equivalence stated_twice(std::string_view text) {
    const auto found = find_equivalences(built_in(), text, read_figures(built_in(), text));
    REQUIRE(found.size() == 1);
    return found.front();
}

equivalence of_korean_text() { return stated_twice("AI 데이터센터에 최대 5000억 달러(약 718조원)를 투자한다."); }
equivalence of_english_text() {
    return stated_twice("The government will invest 2 trillion won ($1.57 billion) in a centre.");
}

figure read_money(std::string_view text) { return read_one(built_in(), text, figure_kind::money).value(); }

std::string head(std::string_view to, std::string_view value, std::string_view more = "") {
    return std::string(more) + "to = \"" + std::string(to) + "\"\n[[rate]]\npair = \"USD/KRW\"\nvalue = \"" +
           std::string(value) + "\"\n";
}

/// $500 billion over 4 years for 100,000 jobs beside 2 trillion won, as flat amounts.
compared_case both(std::string_view to, std::string_view value, std::string_view more = "") {
    return first_case(head(to, value, more) + investment_text("US", "$500 billion", "4 years", "100,000") +
                      investment_text("KR", "2조원"));
}

compared_case korean(std::string_view period, std::string_view jobs, std::string_view to = "USD") {
    return first_case(head(to, at_r1) + investment_text("US", "$500 billion", "4 years", "100,000") +
                      investment_text("KR", "2조원", period, jobs));
}

/// The exact value of a metric that is one.
ratio exact(const metric& value) {
    REQUIRE(value.known());
    REQUIRE(value.value.is_point());
    CHECK(value.qualifier == qualifier::exact);
    return *value.value.central;
}

ratio us(const compared_case& c, std::string_view name) { return exact(metric_of(c, "US", name)); }
ratio kr(const compared_case& c, std::string_view name) { return exact(metric_of(c, "KR", name)); }

const break_even_row& break_even_of(const compared_case& c) {
    REQUIRE(c.break_even.size() == 1);
    return c.break_even.front();
}

}  // namespace

TEST_CASE("A01-A05: the implied rates and their gap", "[acceptance]") {
    const ratio r1 = of_korean_text().implied;
    const ratio r2 = of_english_text().implied;
    CHECK(to_text(of_korean_text().pair) == "USD/KRW");
    CHECK(to_text(of_english_text().pair) == "USD/KRW");
    check("rate_ko 718e12/500e9", r1);
    check("rate_en 2e12/1.57e9", r2);
    check("r1/r2", r1 / r2);
    check("r2/r1", r2 / r1);
    check("r1-r2", r1 - r2);
    check("r1/r2-1 %", (r1 / r2 - 1) * 100);
    check("r2/r1-1 %", (r2 / r1 - 1) * 100);
}

TEST_CASE("A06-A08: rounding intervals of the implied rates", "[acceptance]") {
    const interval<ratio> ko = of_korean_text().rounded;
    REQUIRE((ko.low && ko.high));
    check("718 rounding lo rate (717.5)", *ko.low);
    check("718 rounding hi rate (718.5)", *ko.high);
    CHECK((!ko.low_open && ko.high_open));

    const interval<ratio> en = of_english_text().rounded;
    REQUIRE((en.low && en.high));
    check("1.57 rounding: rate at 1.575", *en.low);
    check("1.57 rounding: rate at 1.565", *en.high);
    CHECK((en.low_open && !en.high_open));
    CHECK(disjoint(ko, en));

    const interval<ratio> widened = of_english_text().widened;
    REQUIRE((widened.low && widened.high));
    check("2tn 1sf lo rate 1.5e12/1.575e9", *widened.low);
    check("2tn 1sf hi rate 2.5e12/1.565e9", *widened.high);
    CHECK_FALSE(disjoint(ko, widened));
}

TEST_CASE("A09: what the printed dollars would have been in won", "[acceptance]") {
    const compared_case c = first_case(head("KRW", at_r1) + investment_text("KR", "$1.57 billion"));
    check("KR KRW implied by $1.57bn @1436", kr(c, "total"));
}

TEST_CASE("A10-A14: Stargate in dollars", "[acceptance]") {
    const compared_case c = both("USD", at_r1);
    check("US per year USD", us(c, "per_year"));
    check("US per job USD", us(c, "per_job"));
    check("US per job-year USD", us(c, "per_job_year"));
    check("US job-years if all 4y",
          exact(divide(metric_of(c, "US", "total"), metric_of(c, "US", "per_job_year"), "job-year")));
    for (const auto& [name, amount] :
         {std::pair("US jobs per $1bn", "$1 billion"), std::pair("US jobs per $1m", "$1 million")}) {
        const compared_case unit =
            first_case(investment_text("US", "$500 billion", "4 years", "100,000") + investment_text("one", amount));
        check(name, exact(break_even_of(unit).jobs));
    }
}

TEST_CASE("A10-A13: the ceiling as it was announced", "[acceptance]") {
    const compared_case c =
        first_case(head("USD", at_r1) + investment_text("US", "up to $500 billion", "4 years", "100,000") +
                   investment_text("KR", "2조원 규모"));
    const auto ceiling = [&](std::string_view name) {
        const metric& value = metric_of(c, "US", name);
        CHECK(value.qualifier == qualifier::at_most);
        CHECK_FALSE((value.value.low || value.value.central));
        return value.value.high.value();
    };
    check("US per year USD", ceiling("per_year"));
    check("US per job USD", ceiling("per_job"));
    check("US per job-year USD", ceiling("per_job_year"));
    const metric& times = ratio_of(c, "KR", "total");
    CHECK(times.qualifier == qualifier::at_most);
    CHECK_FALSE((times.value.low || times.value.central));
    check("ratio US/KR total @r1", times.value.high.value());
}

TEST_CASE("A15-A18: Stargate in won, at either rate", "[acceptance]") {
    for (const auto& [tag, value] : {std::pair("@r1", at_r1), std::pair("@r2", at_r2)}) {
        const compared_case c = both("KRW", value);
        check("US total KRW" + std::string(tag), us(c, "total"));
        check("US per year KRW" + std::string(tag), us(c, "per_year"));
        check("US per job KRW" + std::string(tag), us(c, "per_job"));
        check("US per job-year KRW" + std::string(tag), us(c, "per_job_year"));
    }
}

TEST_CASE("A19-A24: Korea in dollars, and the ratio, at either rate", "[acceptance]") {
    for (const auto& [tag, value] : {std::pair("@r1", at_r1), std::pair("@r2", at_r2)}) {
        const compared_case c = both("USD", value);
        check("KR total USD" + std::string(tag), kr(c, "total"));
        check("ratio US/KR total " + std::string(tag), exact(ratio_of(c, "KR", "total")));
        const compared_case reversed = both("USD", value, "baseline = \"KR\"\n");
        check("KR share of US % " + std::string(tag), exact(ratio_of(reversed, "US", "total")) * 100);
    }
    const ratio printed = to_ratio(read_money("$1.57 billion").written);
    check("KR USD overstated: 1.57e9 - 2e12/1436", printed - kr(both("USD", at_r1), "total"));
}

TEST_CASE("A25: the ratio's interval from the rounding of what is printed", "[acceptance]") {
    const auto two = interval<ratio>::point(to_ratio(read_money("2조원").written));
    const auto ko = divide(rounding_interval(read_money("718조원").written), two).value();
    check("ratio lo: 717.5/2", ko.low.value());
    check("ratio hi 718.5/2", ko.high.value());
    const auto five_hundred = interval<ratio>::point(to_ratio(read_money("$500 billion").written));
    const auto en = divide(five_hundred, rounding_interval(read_money("$1.57 billion").written)).value();
    check("ratio EN lo 500/1.575", en.low.value());
    check("ratio EN hi 500/1.565", en.high.value());
}

TEST_CASE("A26-A28, A31: what would make the two equal", "[acceptance]") {
    for (const auto& [tag, value] : {std::pair("@r1", at_r1), std::pair("@r2", at_r2)}) {
        const compared_case c = both("USD", value);
        check("break-even KR jobs " + std::string(tag), exact(break_even_of(c).jobs));
        const ratio days = exact(break_even_of(c).days);
        check("KR = N days of US even spend (1461d) " + std::string(tag), days);
        check("US spends KR total every N hours " + std::string(tag), days * 24);
    }
    check("break-even KR years for equal per-year @r1", exact(break_even_of(both("USD", at_r1)).period));
    for (const std::string jobs : {"278", "279", "314"})
        check("KR per job USD@r1 if " + jobs + " jobs", kr(korean("", jobs), "per_job"));
}

TEST_CASE("A29: Korea's per job and per year are unknown, with reasons", "[acceptance]") {
    const compared_case c = both("USD", at_r1);
    const std::vector<std::string> no_jobs{"jobs-not-stated"};
    const std::vector<std::string> no_period{"period-not-stated"};
    CHECK(metric_of(c, "KR", "per_job").missing == no_jobs);
    CHECK(metric_of(c, "KR", "per_year").missing == no_period);
    CHECK(ratio_of(c, "KR", "per_job").missing == no_jobs);
    CHECK(ratio_of(c, "KR", "per_year").missing == no_period);
}

TEST_CASE("A30, A32: if Korea's period were known", "[acceptance]") {
    for (const std::string years : {"1", "2", "3", "4", "5", "6"}) {
        const compared_case c = korean(years + " years", "");
        check("annual ratio if KR period " + years + "y @r1", exact(ratio_of(c, "KR", "per_year")));
        check("KR per year USD@r1 if " + years + "y", kr(c, "per_year"));
        check("KR per year KRW if " + years + "y", kr(korean(years + " years", "", "KRW"), "per_year"));
    }
}

TEST_CASE("A33, A39: other numbers of jobs", "[acceptance]") {
    for (const std::string jobs : {"100", "144", "500", "1000", "1120", "2000", "5000", "10000", "78000"})
        check("KR per job USD@r1 if " + jobs + " jobs", kr(korean("", jobs), "per_job"));
    for (const std::string jobs : {"25000", "50000", "100000", "150000", "200000", "300000", "400000"}) {
        const compared_case c = first_case(investment_text("US", "$500 billion", "4 years", jobs));
        check("US per job USD if " + jobs + " jobs", us(c, "per_job"));
    }
}

TEST_CASE("A34-A38: the band of the headline", "[acceptance]") {
    const figure band = read_money("700조원대");
    CHECK(band.qualifier == qualifier::band);
    CHECK(band.amount ==
          interval<decimal>::between(decimal(700'000'000'000'000), decimal(800'000'000'000'000), false, true));

    const std::string text = investment_text("band", "700조원대", "", "100,000") + investment_text("KR", "2조원") +
                             investment_text("US", "$500 billion");
    const auto open_above = [](const metric& value, const std::string& low, const std::string& high) {
        CHECK((!value.value.low_open && value.value.high_open));
        CHECK(value.qualifier == qualifier::band);
        check(low, value.value.low.value());
        check(high, value.value.high.value());
    };
    open_above(metric_of(first_case(head("USD", at_r1) + text), "band", "total"), "700조 in USD@r1", "800조 in USD@r1");
    const compared_case won = first_case(head("KRW", at_r1) + text);
    open_above(metric_of(won, "band", "per_job"), "700조 per job", "800조 per job");
    open_above(ratio_of(won, "KR", "total"), "700조 ratio to 2조", "800조 ratio to 2조 excl");

    const auto dollars = interval<ratio>::point(to_ratio(read_money("$500 billion").written));
    const auto window = divide(to_ratio(band.amount), dollars).value();
    check("700조대 lo rate", window.low.value());
    check("700조대 hi rate (excl)", window.high.value());
    CHECK(contains(window, of_korean_text().implied));
    CHECK_FALSE(contains(window, of_english_text().implied));
}

TEST_CASE("A40: if only a part of Stargate came true", "[acceptance]") {
    for (const auto& [part, amount] : {std::pair("0.2", "$100 billion"), std::pair("0.5", "$250 billion"),
                                       std::pair("0.8", "$400 billion"), std::pair("1", "$500 billion")}) {
        const compared_case c = first_case(head("USD", at_r1) + investment_text("US", amount, "4 years", "100,000") +
                                           investment_text("KR", "2조원"));
        check("US realised " + std::string(part) + " : per job USD", us(c, "per_job"));
        check("  ratio @r1 realised " + std::string(part), exact(ratio_of(c, "KR", "total")));
    }
}

TEST_CASE("A44, A47: at the reference rates of the central bank", "[acceptance]") {
    for (const std::string day : {"2025-01-21", "2025-01-22", "2025-01-23"}) {
        const std::string dated =
            "as_of = " + day + "\n" + investment_text("US", "$500 billion") + investment_text("KR", "2조원");
        const compared_case won = first_case("to = \"KRW\"\n" + dated);
        const compared_case usd = first_case("to = \"USD\"\n" + dated);
        const rate used = investment_of(won, "US").used_rate.value();
        CHECK(used.path == rate_path::cross);
        CHECK(used.observed == parse_date(day));
        check("rate ECB " + day, used.factor);
        check("  500bn USD in 조 @ECB " + day, us(won, "total") / trillion);
        check("  2조 in USD bn @ECB " + day, kr(usd, "total") / billion);
        check("  ratio @ECB " + day, exact(ratio_of(usd, "KR", "total")));
    }
}

TEST_CASE("A45, A46, A48: at other rates of those days", "[acceptance]") {
    for (const auto& [name, value] :
         {std::pair("H10 21", "1435.29"), std::pair("H10 22", "1435.77"), std::pair("H10 23", "1434.29"),
          std::pair("Seoul 21 close", "1439.5"), std::pair("Seoul 22 close", "1437.6"),
          std::pair("FRED avg 2024", "1363.4381"), std::pair("FRED avg 2025", "1421.3963")}) {
        const std::string at = name;
        check("rate " + at, parse_ratio(value).value());
        check("  500bn USD in 조 @" + at, us(both("KRW", value), "total") / trillion);
        check("  2조 in USD bn @" + at, kr(both("USD", value), "total") / billion);
        check("  ratio @" + at, exact(ratio_of(both("USD", value), "KR", "total")));
    }
}

TEST_CASE("an answer that does not exist is an error", "[acceptance]") {
    CHECK_THROWS(answers().at("rate_ko"));
    CHECK_THROWS(acceptance_answers(OUTLAY_TEST_DATA "/no-such-file.json"));
}
