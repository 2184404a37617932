#include "catch.hpp"

#include <outlay/figures/read.hpp>

#include <fstream>
#include <random>
#include <sstream>

using namespace outlay;

namespace {

const engine& data() {
    static const engine loaded = engine::embedded();
    return loaded;
}

source seed() {
    auto text = source::read(std::string(OUTLAY_TEST_DATA) + "/seed/stargate-and-korea.txt");
    REQUIRE(text.ok());
    return std::move(text).value();
}

struct expected_figure {
    std::string_view text;
    std::size_t begin, end;
    figure_kind kind;
    qualifier q;
    std::optional<decimal> low, high;
    std::string_view currency;
};

decimal number(std::string_view text) {
    auto read = decimal::parse(text);
    REQUIRE(read.ok());
    return *read;
}

std::string only_id(const result<figure>& read) {
    REQUIRE_FALSE(read.ok());
    return read.problems().front().id;
}

}  // namespace

TEST_CASE("the seed document has exactly its seven sums of money", "[figures][seed]") {
    const source text = seed();
    const std::vector<expected_figure> expected{
        {"up to $500 billion", 576, 594, figure_kind::money, qualifier::at_most, std::nullopt, number("500e9"), "USD"},
        {"2 trillion won", 2085, 2099, figure_kind::money, qualifier::exact, number("2e12"), number("2e12"), "KRW"},
        {"$1.57 billion", 2101, 2114, figure_kind::money, qualifier::exact, number("1.57e9"), number("1.57e9"), "USD"},
        {"700조원대", 3469, 3481, figure_kind::money, qualifier::band, number("700e12"), number("800e12"), "KRW"},
        {"최대 5000억 달러", 4129, 4150, figure_kind::money, qualifier::at_most, std::nullopt, number("5e11"), "USD"},
        {"약 718조원", 4151, 4164, figure_kind::money, qualifier::about, number("718e12"), number("718e12"), "KRW"},
        {"2조원 규모", 5559, 5573, figure_kind::money, qualifier::about, number("2e12"), number("2e12"), "KRW"},
    };
    std::vector<figure> found;
    for (const figure& f : read_figures(data(), text.text()))
        if (f.kind == figure_kind::money) found.push_back(f);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(expected[i].text);
        CHECK(text.slice(found[i].begin, found[i].end) == expected[i].text);
        CHECK(found[i].begin == expected[i].begin);
        CHECK(found[i].end == expected[i].end);
        CHECK(found[i].qualifier == expected[i].q);
        CHECK(found[i].amount.low == expected[i].low);
        CHECK(found[i].amount.high == expected[i].high);
        CHECK(found[i].currency.text() == expected[i].currency);
    }
    CHECK(found[3].amount.high_open);
}

TEST_CASE("the seed document's other figures are its jobs, durations, dates and counts", "[figures][seed]") {
    const source text = seed();
    std::vector<std::string> found;
    for (const figure& f : read_figures(data(), text.text()))
        if (f.kind != figure_kind::money) found.push_back(std::string(to_text(f.kind)) + " " + std::string(text.slice(f.begin, f.end)));
    CHECK(found == std::vector<std::string>{
                       "date 23 Jan. 2025, 09:44", "date On Jan. 21", "count the three entities", "duration over the next four years",
                       "jobs 100,000 jobs", "date first day of his second term", "date In September last year", "date yesterday",
                       "date last December", "date 21일(현지시간)", "count 3개사가", "duration 앞으로 4년간", "jobs 향후 10만 개의 일자리",
                       "date 취임 첫날", "date 지난해 9월", "date 어제", "date 지난해 말"});
}

TEST_CASE("dates count from the date the document states", "[figures][date]") {
    const source text = seed();
    const auto stated = find_document_date(data(), text.text());
    REQUIRE(stated);
    REQUIRE(stated->days);
    CHECK(stated->days->first == make_date(2025, 1, 23));
    for (const figure& f : read_figures(data(), text.text()))
        if (text.slice(f.begin, f.end) == "yesterday") CHECK(f.days == date_span{make_date(2025, 1, 22), make_date(2025, 1, 22)});
}

TEST_CASE("only a dateline dates a document", "[figures][date]") {
    CHECK(find_document_date(data(), "SEOUL, Jan. 22, 2025 (Reuters) - Korea plans a computing center for 2 trillion won."));
    CHECK(find_document_date(data(), "2025년 1월 23일. 최대 5000억 달러를 투자한다는 계획이 발표됐다고 정부가 밝혔다."));
    CHECK_FALSE(find_document_date(data(), "The firm, founded on March 3, 1998, will spend $5 billion on a new data center."));
    CHECK_FALSE(find_document_date(data(), "On June 5, 2030, the plant opens and will employ thousands of people in the region."));
}

TEST_CASE("a date without a document's date stays unresolved, with the reason", "[figures][date]") {
    const auto found = read_figures(data(), "The government announced yesterday a plan.");
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].days);
    CHECK(found[0].reason == "document-date-not-stated");
}

TEST_CASE("an ambiguous symbol keeps its candidates and the policy that chose", "[figures][currency]") {
    const auto found = read_figures(data(), "a fund of $5 billion, ¥3 billion, and Rs 40 crore");
    REQUIRE(found.size() == 3);
    CHECK(found[0].currency.text() == "USD");
    CHECK(found[0].candidates.size() > 3);
    CHECK_FALSE(found[0].reason.empty());
    CHECK(found[1].currency.text() == "JPY");
    CHECK(found[1].candidates == split_codes("JPY CNY"));
    CHECK(found[2].currency.text() == "INR");
    const auto plain = read_figures(data(), "US$ 5 billion");
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].candidates.empty());
}

TEST_CASE("one figure is read from a whole text", "[figures][one]") {
    CHECK(read_one(data(), "$500B", figure_kind::money)->written == number("500e9"));
    CHECK(read_one(data(), "500 usd", figure_kind::money)->currency.text() == "USD");
    CHECK(read_one(data(), "up to $500 billion", figure_kind::money)->qualifier == qualifier::at_most);
    CHECK(read_one(data(), "100,000", figure_kind::jobs)->written == number("100000"));
    CHECK(read_one(data(), "4 years", figure_kind::duration)->unit == "year");
    CHECK(read_one(data(), "10만 개의 일자리", figure_kind::jobs)->written == number("100000"));
    CHECK(read_one(data(), "10만", figure_kind::jobs)->written == number("100000"));
    CHECK(read_one(data(), "up to 3,000", figure_kind::jobs)->qualifier == qualifier::at_most);
    CHECK(read_one(data(), "between 100 and 200", figure_kind::jobs)->amount.low == number("100"));
    CHECK(read_one(data(), "more than 4", figure_kind::duration)->qualifier == qualifier::above);
    CHECK(read_one(data(), "4", figure_kind::duration)->unit == "year");
}

TEST_CASE("separators that can be meant in one way only are read so in any language", "[figures][digits]") {
    CHECK(read_one(data(), "1.234.567 USD", figure_kind::money)->written == number("1234567"));
    CHECK(read_one(data(), "1.890,50 USD", figure_kind::money)->written == number("1890.50"));
    CHECK(read_one(data(), "600,00 USD", figure_kind::money)->written == number("600.00"));
    CHECK(read_one(data(), "1.234 USD", figure_kind::money)->written == number("1.234"));
    CHECK(read_one(data(), "0,125 USD", figure_kind::money)->written == number("0.125"));
}

TEST_CASE("a minor unit is a part of its currency", "[figures][minor]") {
    CHECK(read_one(data(), "45 cents", figure_kind::money)->written == number("0.45"));
    CHECK(read_one(data(), "3 dollars 50 cents", figure_kind::money)->written == number("3.50"));
    CHECK(read_one(data(), "45 pence", figure_kind::money)->currency.text() == "GBP");
}

TEST_CASE("what is not one figure says why", "[figures][one]") {
    CHECK(only_id(read_one(data(), "", figure_kind::money)) == "figure-empty");
    CHECK(only_id(read_one(data(), "hello", figure_kind::money)) == "figure-not-understood");
    CHECK(only_id(read_one(data(), "500", figure_kind::money)) == "currency-missing");
    CHECK(only_id(read_one(data(), "4 years", figure_kind::money)) == "kind-mismatch");
    CHECK(only_id(read_one(data(), "$1 $2", figure_kind::money)) == "figure-several");
    CHECK(only_id(read_one(data(), "the $5bn plan", figure_kind::money)) == "figure-rest");
    CHECK(only_id(read_one(data(), "1.2.3 USD", figure_kind::money)) == "figure-not-understood");
}

TEST_CASE("a misspelled word gets its near misses and a caret", "[figures][one]") {
    const auto read = read_one(data(), "$1.57 billon", figure_kind::money);
    REQUIRE_FALSE(read.ok());
    const diagnostic problem = read.problems().front();
    REQUIRE_FALSE(problem.near.empty());
    CHECK(problem.near.front() == "billion");
    REQUIRE(problem.where);
    CHECK(problem.where->column == 7);
    CHECK(problem.where->caret_width == 6);
    const auto korean = read_one(data(), "5000억 딸러", figure_kind::money);
    CHECK(korean.problems().front().where->column == 8);  // 억 is two columns wide
}

TEST_CASE("a line wrapped in the middle of a figure is read on", "[figures][passage]") {
    const auto found = read_figures(data(), "The venture will build data centers in the United States with up to $500\n"
                                            "billion over the next four years.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].amount.high == number("500e9"));
}

TEST_CASE("a number that goes on in the next line is one number, and a group without its beginning is none", "[figures][passage]") {
    for (const std::string_view end : {"\n", "\r\n"}) {
        const auto wrapped = read_figures(data(), "The costs of the whole programme were put at some 300" + std::string(end) + "000 euros by the ministry.");
        REQUIRE(wrapped.size() == 1);
        CHECK(wrapped[0].amount.low == number("300000"));
    }
    CHECK(read_figures(data(), "300\n000 euros").empty());
    CHECK(read_figures(data(), "000 euros").empty());
    const auto none = read_figures(data(), "0 euros");
    REQUIRE(none.size() == 1);
    CHECK(none[0].amount.low == number("0"));
}

TEST_CASE("any bytes give spans within the text, in order, and the same again", "[figures][property]") {
    std::mt19937 random(20250123);
    const std::vector<std::string> pieces{"$", "500", ",", ".", "billion", " ", "조", "원", "대", "약", "최대", "(", ")", "-", "~", "won",
                                          "up to", "between", "and", "\n", "\xff", "\xea\xb0", "20", "Jan.", "년", "a", "half a", "USD",
                                          "1,234", "천", "만", "억", "jobs", "+", "from", "to", "에서", "수", "\t", "10만 개의 일자리"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = std::uniform_int_distribution<int>(0, 14)(random); i > 0; --i)
            text += pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
        const auto found = read_figures(data(), text);
        std::size_t last = 0;
        for (const figure& f : found) {
            INFO(text);
            REQUIRE(f.begin >= last);
            REQUIRE(f.begin < f.end);
            REQUIRE(f.end <= text.size());
            last = f.end;
        }
        REQUIRE(read_figures(data(), text).size() == found.size());
    }
}

TEST_CASE("a number of more digits than one may have is no number, and not 0") {
    const auto data = engine::embedded();
    const auto most = static_cast<std::size_t>(decimal::max_digits);
    CHECK(read_one(data, "$" + std::string(most, '9'), figure_kind::money));
    CHECK_FALSE(read_one(data, "$" + std::string(most + 1, '9'), figure_kind::money));
}

TEST_CASE("a tilde before a sum says about, not minus", "[figures][negative]") {
    for (const std::string_view text : {"~$5 million", "it cost ~$5 million", "~5 million dollars", "a price of ~5 million dollars"}) {
        INFO(text);
        const auto found = read_figures(data(), text, {"en", {}});
        REQUIRE(found.size() == 1);
        CHECK(found[0].amount.central == decimal(5'000'000));
        CHECK(found[0].qualifier == qualifier::about);
    }
    CHECK(read_figures(data(), "-5 million dollars").front().written == decimal(-5'000'000));
}

// What the fuzz target of sums found (tests/fuzz/money_fuzz.cpp).
TEST_CASE("dozens and hundreds before a larger magnitude are no reason to read before the text", "[figures][fuzz]") {
    for (const std::string_view text : {"عشرات الآلاف مليون دولار", "-millones pence", "KRW decenas de miles mil millones", "tens of thousands million dollars"})
        for (const lexicon& language : data().languages())
            for (const figure& f : read_figures(data(), text, {std::string(language.tag()), {}})) {
                INFO(text << " " << language.tag());
                CHECK(f.begin < f.end);
                CHECK((!f.amount.low || !f.amount.high || *f.amount.low <= *f.amount.high));
            }
}

TEST_CASE("several below zero lies between nine and two times, a band below its value", "[figures][fuzz]") {
    CHECK(bounds_of(qualifier::several, decimal(-1000)) == interval<decimal>::between(decimal(-9000), decimal(-2000)));
    CHECK(bounds_of(qualifier::band, decimal(-700)) == interval<decimal>::between(decimal(-800), decimal(-700), true, false));
}

TEST_CASE("a noun belongs to one number", "[figures][fuzz]") {
    const auto found = read_figures(data(), "73 GPU 1만 장을 확보했다.", {"ko", {}});
    for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].end <= found[i].begin);
}

TEST_CASE("what comes after a sum's last magnitude says nothing about it", "[figures][fuzz]") {
    const auto found = read_figures(data(), "€23 millardos una cincuentena de trillones", {"es", {}});
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].qualifier == qualifier::exact);
    const auto cents = read_figures(data(), "€5 billion cents", {"en", {}});
    REQUIRE(cents.size() == 1);
    CHECK(cents[0].written == number("5e9"));
}
