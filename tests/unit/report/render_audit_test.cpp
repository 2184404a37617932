#include "catch.hpp"

#include <outlay/report/render_audit.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

struct audited {
    std::vector<source> documents;
    audit_options how;
    audit_report report;
};

audited audit_of(std::string text) {
    audited result;
    result.documents.emplace_back("a.txt", std::move(text));
    result.how.rates = data().default_policy();
    result.how.rates.as_of = make_date(2025, 1, 23);
    result.how.rates.origin = as_of_origin::stated_by_user;
    result.report = audit(data(), result.documents, result.how);
    return result;
}

std::string text_of(const audited& a, const std::string& locale = "en") {
    return render_audit(data(), a.documents, a.report, a.how, {locale, rounding_mode::half_up});
}

const std::string wrong = "The government announced a 2 trillion won ($1.57 billion) partnership.";
const std::string right = "최대 5000억 달러(약 718조원)를 투자하는 내용이다.";

}  // namespace

TEST_CASE("render_audit: a rate that the market does not support is explained in sentences") {
    const auto a = audit_of(wrong);
    CHECK(has_objections(a.report));
    const auto text = text_of(a);
    CHECK(text.find("implies          USD/KRW 1,273.885350… (exactly 200000/157)") != std::string::npos);
    CHECK(text.find("exactly (80000/63, 400000/313]") != std::string::npos);
    CHECK(text.find("a.txt:1:28: error [implied-rate-off-market]") != std::string::npos);
    CHECK(text.find("That is 11.0 %\n    below the nearest market rate.") != std::string::npos);
    CHECK(text.find("$1.37–1.40 billion") != std::string::npos);
}

TEST_CASE("render_audit: a rate that the market supports is listed without a finding") {
    const auto a = audit_of(right);
    CHECK_FALSE(has_objections(a.report));
    const auto text = text_of(a);
    CHECK(text.find("implies          USD/KRW 1,436\n") != std::string::npos);
    CHECK(text.find("exactly [1435, 1437)") != std::string::npos);
    CHECK(text.find("supports it") != std::string::npos);
    CHECK(text.find("No findings") != std::string::npos);
}

TEST_CASE("render_audit: two rates that exclude each other: which one the market supports") {
    const auto text = text_of(audit_of(wrong + "\n" + right));
    CHECK(text.find("[implied-rates-disagree]") != std::string::npos);
    CHECK(text.find("12.7 %") != std::string::npos);
    CHECK(text.find("supports 1,436 and not") != std::string::npos);
}

TEST_CASE("render_audit: a text without sums stated twice says so") {
    const auto text = text_of(audit_of("It costs $5 million."));
    CHECK(text.find("No sum is stated in two currencies, so there is no rate to check.") != std::string::npos);
}

TEST_CASE("render_audit: in Korean") {
    CHECK(text_of(audit_of(wrong), "ko").find("‘2 trillion won’ 쪽이 맞다면 ‘$1.57 billion’는") != std::string::npos);
}

TEST_CASE("render_audit: the document of the contract") {
    const auto a = audit_of(wrong);
    const auto json = render_audit_json(a.documents, a.report);
    for (const auto* part :
         {R"("schema": "outlay/1")", R"("id": "implied-rate-off-market")", R"("severity": "error")",
          R"("pair": "USD/KRW")", R"("exact": "200000/157")", R"("low": "80000/63")", R"("high": "400000/313")",
          R"("low_open": true)", R"("gap": "-2615129/23675129")", R"("suspect": 1)", R"("fixings": 11)",
          R"("as_of": "2025-01-23")", R"("as_of_origin": "given")"}) {
        INFO(part);
        CHECK(json.find(part) != std::string::npos);
    }
}

TEST_CASE("render_audit: notes alone are no objection") {
    audit_report report;
    report.findings.push_back({});
    report.findings.back().level = severity::note;
    CHECK_FALSE(has_objections(report));
    report.findings.push_back({});
    report.findings.back().level = severity::warning;
    CHECK(has_objections(report));
}
