#include "catch.hpp"
#include "unit/rates/rate_book.hpp"

using namespace outlay;

namespace {

const std::string january_22 = "2025-01-22";

rate_policy as_of(std::string_view text) {
    rate_policy policy;
    policy.as_of = day(text);
    policy.origin = as_of_origin::stated_by_user;
    policy.pivots = {code("USD"), code("EUR")};
    return policy;
}

given_rate given(std::string_view pair, std::string_view value, std::string source = "command line") {
    return {pair_of(pair), rat(value), std::string(value), std::move(source)};
}

rate resolve(const rate_book& book, const rate_policy& policy, std::string_view from, std::string_view to) {
    return resolve_rate(book.table(), rate_book::currencies(), policy, code(from), code(to)).value();
}

rate_book all_files() {
    rate_book book;
    book.add("ecb.csv", ecb_file).add("fed.csv", fed_file).add("pegs.csv", peg_file).add("euro.csv", euro_file);
    return book;
}

rate_book only(const char* file) {
    rate_book book;
    book.add("only.csv", file);
    return book;
}

/// "EUR/USD 1.0443 inverted spot", a leg each.
std::vector<std::string> legs_of(const rate& found) {
    std::vector<std::string> legs;
    for (const auto& leg : found.legs)
        legs.push_back(to_text(leg.pair) + " " + leg.value_text + (leg.inverted ? " inverted " : " ") +
                       std::string(to_text(leg.kind)));
    return legs;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("resolve_rate: rule 1, a given rate comes before any quote", "[rates]") {
    auto policy = as_of(january_22);
    policy.given = {given("USD/KRW", "1436", "the case"), given("USD/KRW", "200000/157", "the file")};
    const auto found = resolve(all_files(), policy, "USD", "KRW");
    CHECK(found.precedence == 1);
    CHECK(found.factor == 1436);
    CHECK(found.value == 1436);
    CHECK(to_text(found.pair) == "USD/KRW");
    CHECK(found.kind == rate_kind::given);
    CHECK(found.path == rate_path::direct);
    CHECK(found.source == "the case");
    CHECK(found.observed == std::nullopt);
    CHECK(found.as_of == day(january_22));
    CHECK(legs_of(found) == texts{"USD/KRW 1436 given"});
}

TEST_CASE("resolve_rate: rule 2, a quote of the pair on the as-of date", "[rates]") {
    const auto found = resolve(all_files(), as_of(january_22), "USD", "KRW");
    CHECK(found.precedence == 2);
    CHECK(found.factor == rat("1435.77"));
    CHECK(found.observed == day(january_22));
    CHECK(found.age_days == 0);
    CHECK(found.kind == rate_kind::spot);
    CHECK(found.path == rate_path::direct);
    CHECK(found.source == "Federal Reserve H.10");
    CHECK(found.origin == as_of_origin::stated_by_user);
    CHECK(legs_of(found) == texts{"USD/KRW 1435.77 spot"});
}

TEST_CASE("resolve_rate: rule 3, the inverse of a given rate", "[rates]") {
    auto policy = as_of(january_22);
    policy.given = {given("USD/KRW", "1436")};
    const auto found = resolve(all_files(), policy, "KRW", "USD");
    CHECK(found.precedence == 3);
    CHECK(found.factor == rat("1/1436"));
    CHECK(found.value == 1436);
    CHECK(to_text(found.pair) == "USD/KRW");
    CHECK(found.path == rate_path::inverse);
    CHECK(legs_of(found) == texts{"USD/KRW 1436 inverted given"});
}

TEST_CASE("resolve_rate: rule 3, the inverse of a quote of the day", "[rates]") {
    const auto found = resolve(all_files(), as_of(january_22), "KRW", "USD");
    CHECK(found.precedence == 3);
    CHECK(found.factor == rat("100/143577"));
    CHECK(found.value == rat("1435.77"));
    CHECK(to_text(found.pair) == "USD/KRW");
    CHECK(found.path == rate_path::inverse);
    CHECK(legs_of(found) == texts{"USD/KRW 1435.77 inverted spot"});
}

TEST_CASE("resolve_rate: rule 3, a given rate is not passed over for a quote the other way round", "[rates]") {
    auto policy = as_of(january_22);
    policy.given = {given("KRW/USD", "0.0007")};
    const auto found = resolve(all_files(), policy, "USD", "KRW");
    CHECK(found.precedence == 3);
    CHECK(found.factor == rat("10000/7"));
    CHECK(to_text(found.pair) == "KRW/USD");  // as it was given
    CHECK(found.value == rat("0.0007"));
    CHECK(legs_of(found) == texts{"KRW/USD 0.0007 inverted given"});
}

TEST_CASE("resolve_rate: rule 4, a cross of one date and one source", "[rates]") {
    const auto found = resolve(only(ecb_file), as_of(january_22), "USD", "KRW");
    CHECK(found.precedence == 4);
    CHECK(found.factor == rat("4986700/3481"));
    CHECK(found.value == rat("4986700/3481"));
    CHECK(to_text(found.pair) == "USD/KRW");
    CHECK(found.path == rate_path::cross);
    CHECK(found.kind == rate_kind::spot);
    CHECK(found.source == "European Central Bank");
    CHECK(found.observed == day(january_22));
    CHECK(legs_of(found) == texts{"EUR/USD 1.0443 inverted spot", "EUR/KRW 1496.01 spot"});

    const auto back = resolve(only(ecb_file), as_of(january_22), "KRW", "USD");
    CHECK(back.factor == rat("3481/4986700"));
    CHECK(back.value == rat("4986700/3481"));
    CHECK(to_text(back.pair) == "USD/KRW");
    CHECK(legs_of(back) == texts{"EUR/KRW 1496.01 inverted spot", "EUR/USD 1.0443 spot"});
}

TEST_CASE("resolve_rate: rule 4, two sources do not make a cross", "[rates]") {
    rate_book book;
    book.add("a.csv", "# source: A\ndate,base,quote,value\n2025-01-22,EUR,USD,1.0443\n")
        .add("b.csv", "# source: B\ndate,base,quote,value\n2025-01-22,EUR,KRW,1496.01\n");
    const auto found = resolve_rate(book.table(), rate_book::currencies(), as_of(january_22), code("USD"), code("KRW"));
    REQUIRE_FALSE(found.ok());
    CHECK(found.problems().front().id == "rate-missing");
}

TEST_CASE("resolve_rate: rule 4, two dates do not make a cross", "[rates]") {
    rate_book book;
    book.add("a.csv", "date,base,quote,value\n2025-01-21,EUR,USD,1.0357\n2025-01-22,EUR,KRW,1496.01\n");
    CHECK_FALSE(resolve_rate(book.table(), rate_book::currencies(), as_of(january_22), code("USD"), code("KRW")).ok());
}

TEST_CASE("resolve_rate: rule 4, a given rate may be a leg, and is labelled", "[rates]") {
    auto policy = as_of(january_22);
    policy.given = {given("USD/TWD", "32.8771")};
    const auto found = resolve(all_files(), policy, "EUR", "TWD");
    CHECK(found.precedence == 4);
    CHECK(found.factor == rat("1.0443") * rat("32.8771"));
    CHECK(found.kind == rate_kind::given);
    CHECK(found.observed == day(january_22));
    CHECK(found.source == "European Central Bank; command line");
    CHECK(legs_of(found) == texts{"EUR/USD 1.0443 spot", "USD/TWD 32.8771 given"});
}

TEST_CASE("resolve_rate: rule 4, two given rates make a cross without any table", "[rates]") {
    rate_policy policy;
    policy.pivots = {code("USD")};
    policy.given = {given("USD/KRW", "1436"), given("USD/TWD", "32.8771")};
    const auto found = resolve(rate_book(), policy, "TWD", "KRW");
    CHECK(found.precedence == 4);
    CHECK(found.factor == rat("14360000/328771"));
    CHECK(found.as_of == std::nullopt);
    CHECK(found.observed == std::nullopt);
    CHECK(found.kind == rate_kind::given);
}

TEST_CASE("resolve_rate: rule 4, a peg or an irrevocable rate may be a leg, and is labelled", "[rates]") {
    const auto pegged = resolve(all_files(), as_of(january_22), "AED", "KRW");
    CHECK(pegged.precedence == 4);
    CHECK(pegged.factor == rat("1435.77") / rat("3.6725"));
    CHECK(pegged.kind == rate_kind::spot);
    CHECK(legs_of(pegged) == texts{"USD/AED 3.6725 inverted peg", "USD/KRW 1435.77 spot"});
    CHECK(pegged.legs.front().observed == day("1997-12-01"));
    CHECK(pegged.observed == day(january_22));

    const auto mark = resolve(all_files(), as_of(january_22), "DEM", "USD");
    CHECK(mark.factor == rat("104430/195583"));
    CHECK(legs_of(mark) == texts{"EUR/DEM 1.95583 inverted irrevocable", "EUR/USD 1.0443 spot"});
}

TEST_CASE("resolve_rate: rule 4, where one pivot does not do, two may", "[rates]") {
    rate_book book;
    book.add("ecb.csv", ecb_file).add("pegs.csv", peg_file);
    const auto found = resolve(book, as_of(january_22), "AED", "KRW");
    CHECK(found.precedence == 4);
    CHECK(found.factor == rat("1994680000/5113589"));
    CHECK(legs_of(found) ==
          texts{"USD/AED 3.6725 inverted peg", "EUR/USD 1.0443 inverted spot", "EUR/KRW 1496.01 spot"});
}

TEST_CASE("resolve_rate: rule 4, fixed rates alone have no date", "[rates]") {
    const auto found = resolve(all_files(), as_of(january_22), "SAR", "AED");
    CHECK(found.precedence == 4);
    CHECK(found.factor == rat("3.6725") / rat("3.75"));
    CHECK(found.kind == rate_kind::peg);
    CHECK(found.observed == std::nullopt);
    CHECK(found.age_days == 0);
    CHECK(resolve(all_files(), as_of(january_22), "DEM", "FRF").kind == rate_kind::irrevocable);
}

TEST_CASE("resolve_rate: rule 5, the nearest earlier date, with its age", "[rates]") {
    const auto quoted = resolve(only(fed_file), as_of("2025-01-27"), "USD", "KRW");
    CHECK(quoted.precedence == 5);
    CHECK(quoted.factor == rat("1429.17"));
    CHECK(quoted.path == rate_path::direct);
    CHECK(quoted.as_of == day("2025-01-27"));
    CHECK(quoted.observed == day("2025-01-24"));
    CHECK(quoted.age_days == 3);

    const auto crossed = resolve(only(ecb_file), as_of("2025-01-23"), "USD", "KRW");
    CHECK(crossed.precedence == 5);
    CHECK(crossed.factor == rat("4986700/3481"));
    CHECK(crossed.path == rate_path::cross);
    CHECK(crossed.age_days == 1);
}

TEST_CASE("resolve_rate: rule 5, a nearer cross comes before an older quote", "[rates]") {
    rate_book book;
    book.add("ecb.csv", ecb_file)
        .add("old.csv", "# source: Seoul close\ndate,base,quote,value\n2025-01-20,USD,KRW,1451.7\n");
    const auto found = resolve(book, as_of("2025-01-23"), "USD", "KRW");
    CHECK(found.precedence == 5);
    CHECK(found.path == rate_path::cross);
    CHECK(found.observed == day(january_22));
}

TEST_CASE("resolve_rate: rule 5 ends at the age limit", "[rates]") {
    auto policy = as_of("2025-01-31");
    CHECK(resolve(only(fed_file), policy, "USD", "KRW").age_days == 7);
    policy.age_limit_days = 6;
    CHECK_FALSE(resolve_rate(only(fed_file).table(), rate_book::currencies(), policy, code("USD"), code("KRW")).ok());
    policy.as_of = day("2025-01-20");  // later quotes do not answer for an earlier day
    policy.age_limit_days = 365;
    CHECK_FALSE(resolve_rate(only(fed_file).table(), rate_book::currencies(), policy, code("USD"), code("KRW")).ok());
}

TEST_CASE("resolve_rate: rule 6, a peg", "[rates]") {
    const auto found = resolve(all_files(), as_of(january_22), "USD", "SAR");
    CHECK(found.precedence == 6);
    CHECK(found.factor == rat("3.75"));
    CHECK(found.kind == rate_kind::peg);
    CHECK(found.observed == std::nullopt);
    CHECK(found.legs.front().observed == day("1986-07-01"));
    CHECK(found.source == "Saudi Central Bank");
    const auto inverse = resolve(all_files(), as_of(january_22), "SAR", "USD");
    CHECK(inverse.precedence == 6);
    CHECK(inverse.factor == rat("4/15"));
    CHECK(inverse.value == rat("3.75"));
    CHECK(inverse.path == rate_path::inverse);
}

TEST_CASE("resolve_rate: rule 5 before rule 6, an observed rate before a peg", "[rates]") {
    auto book = all_files();
    book.add("spot.csv", "# source: Reuters\ndate,base,quote,value\n2025-01-21,USD,SAR,3.7512\n");
    const auto found = resolve(book, as_of(january_22), "USD", "SAR");
    CHECK(found.precedence == 5);
    CHECK(found.factor == rat("3.7512"));
}

TEST_CASE("resolve_rate: a missing rate names the nearest quotes there are", "[rates]") {
    const auto problem_of = [](const rate_book& book, std::string_view date, std::string_view from,
                               std::string_view to) {
        return resolve_rate(book.table(), rate_book::currencies(), as_of(date), code(from), code(to))
            .problems()
            .front();
    };
    const auto quoted = problem_of(only(fed_file), "2024-06-30", "KRW", "USD");
    CHECK(quoted.id == "rate-missing");
    CHECK(quoted.cause == cause::missing_fact);
    CHECK(exit_code({quoted}) == 3);
    CHECK(quoted.message ==
          "no rate for USD/KRW as of 2024-06-30; the nearest known: USD/KRW = 1435.29 on 2025-01-21 "
          "(Federal Reserve H.10)");
    CHECK(!quoted.remedy.empty());

    const auto crossed = problem_of(only(ecb_file), "2025-06-30", "USD", "KRW").message;
    CHECK(crossed.find("EUR/USD = 1.0472 on 2025-01-24") != std::string::npos);
    CHECK(crossed.find("EUR/KRW = 1501.60 on 2025-01-24") != std::string::npos);

    const auto unknown = problem_of(only(ecb_file), january_22, "USD", "TWD").message;
    CHECK(unknown.find("EUR/USD = 1.0443 on 2025-01-22") != std::string::npos);
    CHECK(unknown.find("nothing for TWD") != std::string::npos);
}

TEST_CASE("resolve_rate: nothing is known of an empty table", "[rates]") {
    const auto found = resolve_rate({}, rate_book::currencies(), {}, code("USD"), code("KRW"));
    REQUIRE_FALSE(found.ok());
    CHECK(found.problems().front().id == "rate-missing");
    CHECK(found.problems().front().message.find("USD/KRW") != std::string::npos);
}

TEST_CASE("resolve_rate: without an as-of date the newest day of the rates is taken, and said", "[rates]") {
    rate_policy policy;
    policy.origin = as_of_origin::stated_by_user;
    const auto found = resolve(only(ecb_file), policy, "EUR", "KRW");
    CHECK(found.as_of == day("2025-01-24"));
    CHECK(found.origin == as_of_origin::newest_of_rates);
    CHECK(found.factor == rat("1501.60"));
}

TEST_CASE("resolve_rate: pivots that nobody names are those of the table", "[rates]") {
    auto policy = as_of(january_22);
    policy.pivots.clear();
    CHECK(resolve(only(ecb_file), policy, "USD", "KRW").factor == rat("4986700/3481"));
}

TEST_CASE("resolve_rate: one currency is the identity", "[rates]") {
    const auto found = resolve(all_files(), as_of(january_22), "KRW", "KRW");
    CHECK(found.factor == 1);
    CHECK(found.path == rate_path::identity);
    CHECK(found.legs.empty());
    CHECK(found.precedence == 0);
}

TEST_CASE("resolve_rate: the pair is in the market's direction", "[rates]") {
    const auto policy = as_of(january_22);
    const auto pound = resolve(only(ecb_file), policy, "USD", "GBP");
    CHECK(to_text(pound.pair) == "GBP/USD");
    CHECK(pound.value == rat("1.0443") / rat("0.84466"));
    CHECK(pound.factor == rat("0.84466") / rat("1.0443"));
    CHECK(to_text(resolve(only(ecb_file), policy, "KRW", "JPY").pair) == "JPY/KRW");
}

TEST_CASE("resolve_rate: there and back is where one began", "[rates]") {
    std::uint64_t state = 20250122;
    const auto next = [&](std::uint64_t limit) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state >> 33U) % limit) + 1;
    };
    const std::vector<std::string> currencies{"USD", "KRW", "EUR", "GBP", "JPY", "TWD", "AED"};
    const auto book = all_files();
    for (int i = 0; i < 300; ++i) {
        const auto pick = static_cast<std::size_t>(next(currencies.size())) - 1;
        const auto& from = currencies[pick];
        const auto& to = currencies[(pick + static_cast<std::size_t>(next(currencies.size() - 1))) % currencies.size()];
        auto policy = as_of(january_22);
        policy.given.push_back({pair_of(from + "/" + to), make_ratio(next(1'000'000), next(1'000'000)), "", ""});
        if (i % 2 == 0) policy.given.front().pair = policy.given.front().pair.reversed();
        const auto amount = make_ratio(next(1U << 30U), next(1000));
        CAPTURE(i, from, to);
        const auto there = resolve(book, policy, from, to);
        const auto back = resolve(book, policy, to, from);
        CHECK(amount * there.factor * back.factor == amount);
        CHECK(there.pair == back.pair);
        CHECK(there.value == back.value);
        CHECK(there.kind == rate_kind::given);
    }
}

TEST_CASE("resolve_rate: names of origins and paths", "[rates]") {
    CHECK(to_text(as_of_origin::stated_by_user) == "given");
    CHECK(to_text(as_of_origin::stated_by_scenario) == "scenario");
    CHECK(to_text(as_of_origin::stated_by_document) == "document");
    CHECK(to_text(as_of_origin::newest_of_rates) == "newest");
    CHECK(to_text(rate_path::identity) == "identity");
    CHECK(to_text(rate_path::direct) == "direct");
    CHECK(to_text(rate_path::inverse) == "inverse");
    CHECK(to_text(rate_path::cross) == "cross");
}

namespace {

constexpr const char* adoption =
    "# source: European Central Bank\n# kind: spot\ndate,base,quote,value\n2022-12-29,EUR,HRK,7.5368\n"
    "2022-12-30,EUR,HRK,7.5365\n2022-12-30,EUR,USD,1.0666\n2023-01-02,EUR,USD,1.0683\n";
constexpr const char* kuna_rate =
    "# source: the Council\n# kind: irrevocable\ndate,base,quote,value\n2023-01-01,EUR,HRK,7.53450\n";

}  // namespace

TEST_CASE("resolve_rate: an irrevocable rate in force comes before an earlier quote", "[rates]") {
    rate_book book;
    book.add("ecb.csv", adoption).add("euro.csv", kuna_rate);
    CHECK(resolve(book, as_of("2022-12-31"), "HRK", "EUR").factor == ratio(1) / rat("7.5365"));
    for (const auto* day : {"2023-01-01", "2023-01-02", "2023-01-05"}) {
        CHECK(resolve(book, as_of(day), "HRK", "EUR").factor == ratio(1) / rat("7.53450"));
        CHECK(resolve(book, as_of(day), "EUR", "HRK").precedence == 2);
    }
    // As a leg too, beside an older quote of the other one: it is the day asked for that counts.
    const auto crossed = resolve(book, as_of("2023-01-01"), "HRK", "USD");
    CHECK(crossed.factor == rat("1.0666") / rat("7.53450"));
    CHECK(crossed.age_days == 2);
    // A given rate is still taken as it is.
    auto policy = as_of("2023-01-02");
    policy.given = {given("EUR/HRK", "7.5")};
    CHECK(resolve(book, policy, "EUR", "HRK").factor == rat("7.5"));
}

TEST_CASE("resolve_rate: a peg holds until its last day", "[rates]") {
    const auto book = only("# source: a bank\n# kind: peg\ndate,until,base,quote,value\n1998-09-02,2005-07-20,USD,MYR,3.8\n"
                           "1986-07-01,,USD,SAR,3.75\n");
    CHECK(resolve(book, as_of("2005-07-20"), "USD", "MYR").factor == rat("3.8"));
    CHECK_FALSE(resolve_rate(book.table(), rate_book::currencies(), as_of("2005-07-21"), code("USD"), code("MYR")).ok());
    CHECK(resolve(book, as_of("2024-01-01"), "USD", "SAR").factor == rat("3.75"));
}

TEST_CASE("resolve_rate: rule 4, a currency that is fixed to another goes through that one", "[rates]") {
    rate_book book;
    book.add("a.csv", "# source: European Central Bank\n# kind: spot\ndate,base,quote,value\n2010-01-05,EUR,TRY,2.1312\n"
                      "2010-01-05,EUR,USD,1.4442\n2010-01-05,EUR,SGD,2.0135\n")
        .add("b.csv", "# source: a law\n# kind: irrevocable\ndate,base,quote,value\n2005-01-01,TRY,TRL,1000000\n")
        .add("c.csv", "# source: a bank\n# kind: peg\ndate,base,quote,value\n1967-06-12,SGD,BND,1\n");
    const auto lira = resolve(book, as_of("2010-01-05"), "TRL", "USD");
    CHECK(lira.factor == rat("1.4442") / rat("2.1312") / 1000000);
    CHECK(legs_of(lira).size() == 3);
    CHECK(lira.precedence == 4);
    CHECK(resolve(book, as_of("2010-01-05"), "USD", "TRL").factor == ratio(1) / lira.factor);
    CHECK(resolve(book, as_of("2010-01-06"), "BND", "EUR").factor == ratio(1) / rat("2.0135"));
    CHECK(resolve(book, as_of("2010-01-06"), "BND", "EUR").precedence == 5);
    CHECK(resolve(book, as_of("2010-01-05"), "TRL", "BND").factor == rat("2.0135") / rat("2.1312") / 1000000);
    CHECK(resolve(book, as_of("2010-01-05"), "TRL", "TRY").factor == ratio(1) / 1000000);
}
