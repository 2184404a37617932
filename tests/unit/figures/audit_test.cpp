#include "catch.hpp"

#include <outlay/figures/audit.hpp>

#include <algorithm>

using namespace outlay;

namespace {

audit_report audit_text(std::string text, std::optional<date> as_of = make_date(2025, 1, 22)) {
    static const engine data = engine::embedded();
    audit_options options;
    options.rates = data.default_policy();
    options.rates.as_of = as_of;
    options.rates.origin = as_of_origin::stated_by_user;
    return audit(data, {source("text", std::move(text))}, options);
}

std::string only_id(const audit_report& report) {
    REQUIRE(report.findings.size() == 1);
    return report.findings.front().id;
}

}  // namespace

TEST_CASE("the seed document contradicts itself, and the market supports one of its rates", "[figures][audit][seed]") {
    const engine data = engine::embedded();
    const auto text = source::read(std::string(OUTLAY_TEST_DATA) + "/seed/stargate-and-korea.txt");
    REQUIRE(text.ok());
    audit_options options;
    options.rates = data.default_policy();
    const audit_report report = audit(data, {*text}, options);
    CHECK(report.as_of == make_date(2025, 1, 23));
    CHECK(report.origin == as_of_origin::stated_by_document);
    REQUIRE(report.findings.size() == 2);

    const finding& off = report.findings[0];
    CHECK(off.id == "implied-rate-off-market");
    CHECK(off.level == severity::error);
    CHECK(*off.implied[0].central == make_ratio(200000, 157));
    REQUIRE(off.market);
    CHECK(off.market->fixings == 11);
    REQUIRE(off.suspect == 1U);
    CHECK(text->slice(off.figures[1].mention.begin, off.figures[1].mention.end) == "$1.57 billion");
    REQUIRE(off.should_be);  // about $1.39 billion
    CHECK(*off.should_be->low < ratio(1392757660));
    CHECK(*off.should_be->high > ratio(1392757661));
    CHECK(*off.should_be->high < ratio(1400000000));

    const finding& disagree = report.findings[1];
    CHECK(disagree.id == "implied-rates-disagree");
    CHECK(*disagree.implied[0].central == ratio(1436));
    CHECK(*disagree.implied[1].central == make_ratio(200000, 157));
    CHECK(*disagree.gap == make_ratio(6363, 50000));  // +12.726 %
    CHECK(disagree.suspect == 3U);
}

TEST_CASE("a rate that rounding explains is no finding", "[figures][audit]") {
    CHECK(audit_text("5000억 달러(약 718조원)").findings.empty());
    CHECK(audit_text("¥380 billion yuan").findings.empty());
    CHECK(audit_text("$500 billion (about 72 trillion yen)").findings.size() == 1);
    CHECK(audit_text("$1 billion (about 1.4 trillion won)").findings.empty());
}

TEST_CASE("a factor of ten is a suspected magnitude slip", "[figures][audit]") {
    const auto report = audit_text("$15 billion (around ₹13,318 crore)");
    CHECK(only_id(report) == "magnitude-slip-suspected");
    CHECK(report.findings[0].power_of_ten == -1);
    CHECK(report.findings[0].level == severity::error);
}

TEST_CASE("ranges stated twice are checked at both ends", "[figures][audit]") {
    CHECK(audit_text("70억~80억 달러(약 10조~11조5000억원)").findings.empty());
    const auto slip = audit_text("700억~800억 달러(약 10조~11조원)");
    CHECK(only_id(slip) == "magnitude-slip-suspected");
    CHECK(slip.findings.front().ends == std::vector{compared_end::none});
    const auto one_end = audit_text("a fund of $1-2 billion (1.43-2.0 trillion won)");
    REQUIRE(one_end.findings.size() == 2);
    CHECK(one_end.findings[0].id == "implied-rate-off-market");
    CHECK(one_end.findings[0].ends == std::vector{compared_end::upper});
    CHECK(one_end.findings[1].id == "implied-rates-disagree");
    CHECK(only_id(audit_text("€1-2 million (ARS 1-2 billion)")) == "rate-missing");
}

TEST_CASE("a band stated twice is off only where nothing it allows meets the market", "[figures][audit]") {
    CHECK(audit_text("5000억 달러(약 700조원대)").findings.empty());
    CHECK(audit_text("5000억 달러대(700조원대)").findings.empty());
    CHECK(only_id(audit_text("5000억 달러(약 70조원대)")) == "magnitude-slip-suspected");
}

TEST_CASE("each of several conversions is checked", "[figures][audit]") {
    CHECK(audit_text("It cost $100m (€96m; £81m).").findings.empty());
    CHECK(only_id(audit_text("It cost $100m (€96m; £59m).")) == "implied-rate-off-market");
}

TEST_CASE("a slip of ten is preferred to a currency that nobody names", "[figures][audit]") {
    CHECK(only_id(audit_text("$5 billion (700 billion won)")) == "magnitude-slip-suspected");
}

TEST_CASE("without a date of its own a document gets a warning, not an error", "[figures][audit]") {
    const auto report = audit_text("Korea spends $500 billion (600 trillion won).", std::nullopt);
    CHECK(only_id(report) == "implied-rate-off-market");
    CHECK(report.findings[0].level == severity::warning);
}

TEST_CASE("another currency's rate is a suspected wrong currency", "[figures][audit]") {
    const auto report = audit_text("€109 billion ($152.43 billion)", make_date(2025, 1, 31));
    CHECK(only_id(report) == "wrong-currency-suspected");
    CHECK(report.findings[0].other_currency->text() == "SGD");
}

TEST_CASE("a rate used upside down is a suspected inverted pair", "[figures][audit]") {
    CHECK(only_id(audit_text("£100 million (81 million dollars)")) == "inverted-pair-suspected");
}

TEST_CASE("a gap of up to five percent is a warning", "[figures][audit]") {
    const auto report = audit_text("$1.00 billion (1.400 trillion won)");
    CHECK(only_id(report) == "implied-rate-off-market");
    CHECK(report.findings[0].level == severity::warning);
}

TEST_CASE("a pair without a market rate is a note, not silence", "[figures][audit]") {
    const auto report = audit_text("$100 million (600 million Moroccan dirhams)");
    CHECK(only_id(report) == "rate-missing");
    CHECK(report.findings[0].level == severity::note);
}

TEST_CASE("two language versions are held against each other", "[figures][audit]") {
    const engine data = engine::embedded();
    audit_options options;
    options.rates = data.default_policy();
    const std::vector<source> versions{source("en", "Published 23 Jan. 2025. A 2 trillion won ($1.57 billion) plan."),
                                       source("ko", "2025년 1월 23일. 최대 5000억 달러(약 718조원)를 투자한다.")};
    const auto report = audit(data, versions, options);
    const auto found = std::find_if(report.findings.begin(), report.findings.end(), [](const finding& f) { return f.id == "implied-rates-disagree"; });
    REQUIRE(found != report.findings.end());
    CHECK(found->figures[0].document == 1);
    CHECK(found->figures[2].document == 0);
}
