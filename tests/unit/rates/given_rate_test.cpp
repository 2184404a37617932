#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

using texts = std::vector<std::string>;

texts ids(const diagnostics& problems) {
    texts found;
    for (const auto& problem : problems) found.push_back(problem.id);
    return found;
}

result<given_rate> read(std::string_view text) { return read_given_rate(text, rate_book::currencies()); }

result<given_rate> bare(std::string_view text, std::string_view from, std::string_view to) {
    rate_book book;
    book.add("ecb.csv", ecb_file);
    rate_policy policy;
    policy.pivots = {code("EUR")};
    return read_bare_rate(text, book.table(), rate_book::currencies(), policy, code(from), code(to));
}

std::string pair_of_bare(std::string_view text, std::string_view from, std::string_view to) {
    const auto found = bare(text, from, to);
    return found ? to_text(found->pair) : found.problems().front().id;
}

}  // namespace

TEST_CASE("read_given_rate: a pair and its value", "[rates]") {
    const auto found = read("usd/krw=1436");
    REQUIRE(found.ok());
    CHECK(found->pair == pair_of("USD/KRW"));
    CHECK(found->value == 1436);
    CHECK(found->written == "1436");
    CHECK(found->source == "command line");
    CHECK(read("USD/KRW = 200000/157")->value == rat("200000/157"));
    CHECK(read("USD/KRW = 200000/157")->written == "200000/157");
    CHECK(read("EUR/KRW=1484.23")->value != read("EUR/KRW=1484.24")->value);
}

TEST_CASE("read_given_rate: what is no rate is refused", "[rates]") {
    CHECK(ids(read("USD/KRW").problems()) == texts{"rate-malformed"});
    CHECK(ids(read("1436").problems()) == texts{"rate-malformed"});
    CHECK(ids(read("USDKRW=1436").problems()) == texts{"pair-malformed"});
    CHECK(ids(read("USD/USD=1").problems()) == texts{"pair-of-itself"});
    CHECK(ids(read("USD/KRX=1..2").problems()) == texts{"unknown-currency", "number-malformed"});
    CHECK(ids(read("USD/KRW=").problems()) == texts{"number-malformed"});
    CHECK(ids(read("USD/KRW=1,436").problems()) == texts{"number-malformed"});
    CHECK(ids(read("USD/KRW=0").problems()) == texts{"rate-not-positive"});
    CHECK(ids(read("USD/KRW=-1436").problems()) == texts{"rate-not-positive"});
    CHECK(ids(read("USD/KRW=1/0").problems()) == texts{"division-by-zero"});
    CHECK(ids(read("USD/KRW=1e300").problems()) == texts{"number-out-of-range"});
    CHECK(ids(read("USD/KRW=1e-31").problems()) == texts{"number-out-of-range"});
    CHECK(ids(read("USD/KRW=1e999999999").problems()) == texts{"number-out-of-range"});
}

TEST_CASE("read_given_rate: every problem has the place", "[rates]") {
    const place where{"command line", 1, 1, "USX/KRX=-1", 0, 10};
    const auto problems = read_given_rate("USX/KRX=-1", rate_book::currencies(), where).problems();
    CHECK(ids(problems) == texts{"unknown-currency", "unknown-currency", "rate-not-positive"});
    for (const auto& problem : problems) CHECK(problem.where == where);
    CHECK(read_rate_value("x", where).problems().front().where == where);
}

TEST_CASE("read_bare_rate: takes the direction that lies near a known rate", "[rates]") {
    CHECK(pair_of_bare("1436", "USD", "KRW") == "USD/KRW");
    CHECK(pair_of_bare("1436", "KRW", "USD") == "USD/KRW");
    CHECK(pair_of_bare("0.0007", "USD", "KRW") == "KRW/USD");
    CHECK(pair_of_bare("200000/157", "KRW", "USD") == "USD/KRW");
    CHECK(pair_of_bare("9.2", "JPY", "KRW") == "JPY/KRW");
    CHECK(bare("1436", "KRW", "USD")->value == 1436);
    CHECK(bare("1436", "KRW", "USD")->written == "1436");
}

TEST_CASE("read_bare_rate: a direction that is not clear is an error", "[rates]") {
    CHECK(pair_of_bare("1.04", "EUR", "USD") == "rate-direction-unclear");   // both ways lie near
    CHECK(pair_of_bare("14.36", "USD", "KRW") == "rate-direction-unclear");  // neither does
    CHECK(pair_of_bare("32.8", "USD", "TWD") == "rate-direction-unclear");   // nothing is known
    CHECK(pair_of_bare("1", "USD", "USD") == "rate-direction-unclear");
    const auto problem = bare("1.04", "EUR", "USD").problems().front();
    CHECK(problem.expected == "EUR/USD=1.04 or USD/EUR=1.04");
}

TEST_CASE("read_bare_rate: a pair that is written decides", "[rates]") {
    CHECK(pair_of_bare("USD/EUR=1.04", "EUR", "USD") == "USD/EUR");
    CHECK(pair_of_bare("0", "USD", "KRW") == "rate-not-positive");
    CHECK(pair_of_bare("won", "USD", "KRW") == "number-malformed");
}
