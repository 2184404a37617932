#include "catch.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_scan.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

scanned_document scan(const source& text, bool with_conversion = false) {
    auto policy = data().default_policy();
    policy.given = {read_given_rate("USD/KRW=1436", data().currencies()).value()};
    scanned_document found{&text, {}};
    for (auto& mention : read_figures(data(), text.text())) {
        std::optional<normalized> converted;
        if (with_conversion && mention.kind == figure_kind::money)
            converted = normalize(data(), mention, currency_code("KRW"), policy).value();
        found.figures.push_back({std::move(mention), std::move(converted), {}});
    }
    return found;
}

std::string json_of(std::string text, bool with_conversion = false) {
    const source document("a.txt", std::move(text));
    std::string out;
    for (const auto& found : scan(document, with_conversion).figures) append_scan_json(out, document, found);
    return out;
}

}  // namespace

TEST_CASE("render_scan: a line of JSON has the fields of the contract in their order") {
    CHECK(
        json_of("정부는 2조원 규모의 투자") ==
        R"({"document":"a.txt","begin":10,"end":24,"line":1,"column":8,"text":"2조원 규모","kind":"money",)"
        R"("low":"2000000000000","high":"2000000000000","central":"2000000000000","low_open":false,"high_open":false,)"
        R"("qualifier":"about","currency":"KRW","candidates":[],"per":null,"language":"ko","normalized":null,)"
        R"("schema":"outlay/1"})"
        "\n");
}

TEST_CASE("render_scan: a normalized figure carries its rate") {
    const auto line = json_of("It costs up to €1 or USD 500 billion.", true);
    CHECK(line.find(R"("normalized":{"low":"718000000000000","high":"718000000000000","central":"718000000000000",)"
                    R"("currency":"KRW","rate":{"pair":"USD/KRW","value":"1436")") != std::string::npos);
}

TEST_CASE("render_scan: what could not be converted says why") {
    const source document("a.txt", "2조원");
    auto found = scan(document);
    found.figures.front().missing = {"rate-missing"};
    std::string line;
    append_scan_json(line, document, found.figures.front());
    CHECK(line.find(R"("normalized":{"missing":["rate-missing"]})") != std::string::npos);
    CHECK(render_scan(data(), {found}, {}).find("\n           unknown: exchange rate not known [rate-missing]\n") !=
          std::string::npos);
}

TEST_CASE("render_scan: dates stand as days in low and high") {
    const auto line = json_of("Published: 23 Jan. 2025. In September last year it began.");
    CHECK(line.find(R"("kind":"date","low":"2025-01-23","high":"2025-01-23","central":"2025-01-23")") !=
          std::string::npos);
    CHECK(line.find(R"("kind":"date","low":"2024-09-01","high":"2024-09-30","central":null)") != std::string::npos);
}

TEST_CASE("render_scan: tab-separated lines leave empty what is absent") {
    const source document("a\tb.txt", "up to $500 billion");
    std::string out;
    for (const auto& found : scan(document).figures) append_scan_tsv(out, document, found.mention);
    CHECK(out == "a\\tb.txt\t0\t18\tmoney\tUSD\t\t500000000000\tat_most\n");
}

TEST_CASE("render_scan: a plain sum has the line of its figure") {
    const source document("a.txt", "It cost $24.8bn, up to $500 billion, at least 0.05 euros, 9조4000억원 and five billion dollars; "
                                   "약 1조2,300억 원, nearly $1,234,567.80, 100 dollars, 三千五百万元, $7.10 or ₩3,000.");
    const money_finder finder(data());
    std::string plain, whole;
    std::size_t plain_ones = 0;
    finder.read(
        document.text(), {}, [&](const plain_sum& sum) { ++plain_ones, append_scan_tsv(plain, document, sum); },
        [&](const figure& sum) { append_scan_tsv(plain, document, sum); });
    for (const figure& sum : finder.read(document.text())) append_scan_tsv(whole, document, sum);
    CHECK(plain == whole);
    CHECK(plain_ones > 3);
    CHECK(whole.find("\t500000000000\tat_most\n") != std::string::npos);
}

TEST_CASE("render_scan: the table names place, words, value, currency and qualifier") {
    const source document("a.txt", "정부는 2조원 규모의 투자, 최대 5000억 달러 그리고 700조원대");
    const auto found = scan(document, true);
    CHECK(render_scan(data(), {found}, {}) ==
          "place       words             value             currency  qualifier\n"
          "a.txt:1:8   2조원 규모        ≈ 2 trillion      KRW       about\n"
          "a.txt:1:27  최대 5000억 달러  ≤ 500 billion     USD       at most\n"
          "            ≤ 718,000,000,000,000 KRW  ≤ ₩718 trillion\n"
          "a.txt:1:51  700조원대         700–800 trillion  KRW       band\n"
          "\n"
          "figures: money 3\n"
          "USD/KRW 1,436, given; command line\n"
          "“최대 5000억 달러” is read as USD; it could also be CAD, AUD, NZD or 3 others\n");
}

TEST_CASE("render_scan: a long name stands above the rows of its document") {
    const source document("/a/folder/with/a/long/name/and/another/one/article.txt", "정부는 2조원 규모의 투자");
    const auto text = render_scan(data(), {scan(document)}, {});
    CHECK(text.starts_with("/a/folder/with/a/long/name/and/another/one/article.txt\nplace  words"));
    CHECK(text.find("\n1:8    2조원 규모") != std::string::npos);
}

TEST_CASE("render_scan: what is no money has its kind and its unit") {
    const source document("a.txt", "It will create 100,000 jobs over the next four years.");
    const auto text = render_scan(data(), {scan(document)}, {});
    CHECK(text.find("kind") != std::string::npos);
    CHECK(text.find("100,000  job") != std::string::npos);
    CHECK(text.find("figures: jobs 1, duration 1") != std::string::npos);
}

TEST_CASE("render_scan: a text without figures says so") {
    const source document("a.txt", "원전 건설을 줄이기로 했다.");
    CHECK(render_scan(data(), {scan(document)}, {}) == "no figures of the kinds asked for\n");
}
