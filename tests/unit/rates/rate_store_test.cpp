#include "catch.hpp"

#include "import_bench.hpp"

#include "rates/store/database.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace outlay;
using namespace import_bench;

using lines = std::vector<std::string>;

namespace {

constexpr std::string_view hist =
    "Date,USD,KRW,JPY,\n2025-01-22,1.0443,1496.01,162.72,\n2025-01-21,1.0357,1493.41,161.26,\n2025-01-20,1.0316,1497.2,"
    "161.36,\n";

/// Changes a store behind its back.
void tamper(const std::string& path, const char* sql) {
    store::database db(path, store::database::purpose::write, std::chrono::seconds{1});
    db.execute(sql);
}

/// What opening it or asking it says; and it is not written to.
lines refusal(const bench& files) {
    const auto before = read_all(files.store());
    auto opened = rate_store::open(files.store());
    auto problems = opened.problems();
    if (opened) problems = opened->load({}).problems();
    CHECK(ids_of(files.import_text("Date,CHF,\n2025-01-22,0.9449,\n").problems()) == ids_of(problems));
    CHECK(read_all(files.store()) == before);
    CHECK_FALSE(std::filesystem::exists(files.store() + "-journal"));
    return ids_of(problems);
}

rate_question about(std::vector<std::string_view> codes, std::vector<date_span> days = {}) {
    rate_question question;
    for (const auto code : codes) question.currencies.emplace_back(code);
    question.days = std::move(days);
    return question;
}

}  // namespace

TEST_CASE("store: only what a question needs", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    CHECK(lines_of(files.load(about({"EUR", "KRW"}, {{make_date(2025, 1, 21), make_date(2025, 1, 21)}}))) ==
          lines{"EUR/KRW 2025-01-21 1493.41 European Central Bank"});
    CHECK(files.load(about({"USD", "KRW"})).quotes.empty());  // the store has no pair of the two
    CHECK(files.load(about({"EUR", "KRW", "USD"})).quotes.size() == 6);
    // Spans that overlap give no quote twice.
    CHECK(files
              .load(about({"EUR", "JPY"}, {{make_date(2025, 1, 20), make_date(2025, 1, 21)},
                                           {make_date(2025, 1, 21), make_date(2025, 1, 22)}}))
              .quotes.size() == 3);
    auto near = about({"EUR", "JPY"}, {{make_date(2024, 1, 1), make_date(2024, 1, 2)}});
    CHECK(files.load(near).quotes.empty());
    near.with_neighbours = true;
    CHECK(lines_of(files.load(near)) == lines{"EUR/JPY 2025-01-20 161.36 European Central Bank"});
    near.days = {{make_date(2025, 1, 21), make_date(2025, 1, 21)}};
    CHECK(files.load(near).quotes.size() == 3);
}

TEST_CASE("store: a peg is in force on days after its own", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text("date,base,quote,value,kind\n1986-06-01,USD,SAR,3.75,peg\n").ok());
    CHECK(files.load(about({"USD", "SAR"}, {{make_date(2025, 1, 22), make_date(2025, 1, 22)}})).quotes.size() == 1);
    CHECK(files.load(about({"USD", "SAR"}, {{make_date(1980, 1, 1), make_date(1980, 12, 31)}})).quotes.empty());
    CHECK_FALSE(rate_store::open(files.store())->newest_day().value().has_value());
}

TEST_CASE("store: an engine with its quotes: those of the same source take the place of the built-in ones",
          "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text("Date,KRW,\n2025-01-22,1496.99,\n2019-07-01,1307.45,\n").ok());
    const auto built_in = engine::embedded();
    const auto data = built_in.with_rates(files.load()).value();
    const currency_pair krw{currency_code("EUR"), currency_code("KRW")};
    const auto day = make_date(2025, 1, 22);
    CHECK(data.rates().on(krw, day)->value() == decimal::parse("1496.99").value());
    CHECK(data.rates().between(krw, day, day).size() == 1);
    CHECK(data.rates().on(krw, make_date(2019, 7, 1)) != nullptr);
    CHECK(data.rates().on(krw, make_date(2025, 1, 21))->value() ==
          decimal::parse("1493.41").value());  // the built-in one
    CHECK(built_in.rates().on(krw, day)->value() == decimal::parse("1496.01").value());
    const currency_pair sar{currency_code("USD"), currency_code("SAR")};
    CHECK(data.rates().fixed(sar, day) != nullptr);
}

TEST_CASE("store: none, a folder in its place", "[rates][store]") {
    const bench files;
    CHECK(ids_of(rate_store::open(files.store()).problems()) == lines{"store-missing"});
    CHECK_FALSE(std::filesystem::exists(files.store()));
    std::filesystem::create_directory(files.store());
    CHECK(ids_of(rate_store::open(files.store()).problems()) == lines{"file-is-directory"});
}

TEST_CASE("store: the folders above a new one are made", "[rates][store]") {
    const bench files;
    files.write("hist.csv", hist);
    CHECK(import_rates(files.path("a/b/rates.sqlite"), facts(), {files.path("hist.csv"), {}, false, today}).ok());
    CHECK(rate_store::open(files.path("a/b/rates.sqlite")).ok());
}

TEST_CASE("store: a file that is no store is named so, and left alone", "[rates][store]") {
    const bench files;
    files.write("rates.sqlite", "date,base,quote,value\n2025-01-22,USD,KRW,1436.5\n" + std::string(5000, ' '));
    CHECK(refusal(files) == lines{"store-not-a-database"});
}

TEST_CASE("store: another program's database is left alone", "[rates][store]") {
    const bench files;
    tamper(files.store(), "CREATE TABLE quote (text TEXT); INSERT INTO quote VALUES ('to be or not to be')");
    CHECK(refusal(files) == lines{"store-foreign"});
}

TEST_CASE("store: one of a newer version is refused, not rewritten", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    tamper(files.store(), "PRAGMA user_version = 3");
    CHECK(refusal(files) == lines{"store-newer"});
}

TEST_CASE("store: tables that are not its own", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    tamper(files.store(), "CREATE TRIGGER helpful AFTER INSERT ON quote BEGIN DELETE FROM import; END");
    CHECK(refusal(files) == lines{"store-corrupt"});
}

TEST_CASE("store: a damaged file is named so, and not written to", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    auto bytes = read_all(files.store());
    REQUIRE(bytes.size() > 8192);
    SECTION("cut off") {
        files.write("rates.sqlite", std::string_view(bytes).substr(0, 6000));
        const auto opened = rate_store::open(files.store());
        CHECK(ids_of(opened ? opened->load({}).problems() : opened.problems()) == lines{"store-corrupt"});
    }
    SECTION("a page of something else") {
        for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 31);
        files.write("rates.sqlite", bytes);
        const auto opened = rate_store::open(files.store());
        const auto checked = opened->verify();
        CHECK((!checked.ok() || !checked->problems.empty()));
        CHECK(ids_of(files.import_text("Date,CHF,\n2025-01-22,0.9449,\n").problems()) == lines{"store-corrupt"});
        CHECK(read_all(files.store()) == bytes);
    }
}

TEST_CASE("store: an empty file is an empty store", "[rates][store]") {
    const bench files;
    files.write("rates.sqlite", "");
    const auto opened = rate_store::open(files.store());
    REQUIRE(opened.ok());
    CHECK(opened->load({})->quotes.empty());
    CHECK(opened->imports()->empty());
    CHECK(opened->verify()->problems.empty());
    CHECK(files.import_text(hist).ok());
}

TEST_CASE("store: verify knows a value that was changed, lost or added", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    REQUIRE(files.import_text("Date,KRW,CHF,\n2025-01-22,1496.07,0.9449,\n").ok());
    const auto store = rate_store::open(files.store());
    CHECK(store->verify()->problems.empty());
    CHECK(store->verify()->quotes == 11);
    SECTION("changed") { tamper(files.store(), "UPDATE quote SET coefficient = 149608 WHERE coefficient = 149607"); }
    SECTION("lost") { tamper(files.store(), "DELETE FROM quote WHERE coefficient = 149607"); }
    SECTION("added") { tamper(files.store(), "INSERT INTO quote VALUES (1, 20000, 2, 10443, 4)"); }
    SECTION("another source") { tamper(files.store(), "UPDATE source SET name = 'European Central Bang'"); }
    SECTION("another direction") {
        tamper(files.store(), "UPDATE series SET base = quote, quote = base WHERE number = 1");
    }
    const auto found = ids_of(store->verify()->problems);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == "store-import-changed");
}

TEST_CASE("store: it refuses what is no exact value", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    CHECK_THROWS_AS(tamper(files.store(), "UPDATE quote SET coefficient = 1496.01"), rate_failure);
    CHECK_THROWS_AS(tamper(files.store(), "UPDATE quote SET coefficient = 0"), rate_failure);
    CHECK_THROWS_AS(tamper(files.store(), "UPDATE quote SET coefficient = 'many'"), rate_failure);
}

TEST_CASE("store: gaps and steps are told", "[rates][store]") {
    const bench files;
    REQUIRE(
        files
            .import_text(
                "date,base,quote,value\n2025-01-06,USD,VND,25380\n2025-01-07,USD,VND,25390\n2025-01-20,USD,VND,25370\n"
                "2025-01-21,USD,VND,253700\n2025-01-22,USD,VND,25375\n")
            .ok());
    const auto check = rate_store::open(files.store())->verify().value();
    CHECK(check.problems.empty());
    REQUIRE(check.gaps.size() == 1);
    CHECK(check.gaps[0].before == make_date(2025, 1, 7));
    CHECK(check.gaps[0].after == make_date(2025, 1, 20));
    REQUIRE(check.jumps.size() == 2);
    CHECK(check.jumps[0].new_value == decimal(253700));
    CHECK(check.jumps[1].old_value == decimal(253700));
    CHECK(rate_store::open(files.store())->verify({30, 2000})->gaps.empty());
    CHECK(rate_store::open(files.store())->verify({30, 2000})->jumps.empty());
}

TEST_CASE("store: a file that nobody may write to is read, and an import says so", "[rates][store]") {
    if (geteuid() == 0) return;  // who may write to everything
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    chmod(files.store().c_str(), 0444);
    CHECK(files.load().quotes.size() == 9);
    CHECK(ids_of(files.import_text("Date,CHF,\n2025-01-22,0.9449,\n").problems()) == lines{"store-unwritable"});
}

TEST_CASE("store: where a user's own lies", "[rates][store]") {
    CHECK(default_rate_store("/data", "/home/kim") == "/data/outlay/rates.sqlite");
    CHECK(default_rate_store("", "/home/kim") == "/home/kim/.local/share/outlay/rates.sqlite");
    CHECK(default_rate_store("relative", "/home/kim") == "/home/kim/.local/share/outlay/rates.sqlite");
    CHECK(default_rate_store("", "").empty());
}

TEST_CASE("store: one of the first version is read as it is, and brought up to date by an import", "[rates][store]") {
    const bench files;
    REQUIRE(files.import_text("observation_date,EXKOUS\n2023-12-01,1305.5\n").ok());
    REQUIRE(files.import_text("date,base,quote,value,kind\n2023,USD,KRW,1305.9,mean\n", "desk").ok());
    // What version 1 had: no periods.
    tamper(files.store(),
           "CREATE TEMP TABLE kept AS SELECT number, name, kind, address, licence FROM source; DROP TABLE source;"
           "CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL, "
           "licence TEXT NOT NULL, UNIQUE (name, kind)) STRICT; INSERT INTO source SELECT * FROM kept; PRAGMA user_version = 1");
    const auto periods = [&] {
        lines found;
        for (const auto& source : files.load().sources) found.push_back(std::string(source.name) + " " + std::string(to_text(source.period)));
        return found;
    };
    const lines expected{"Federal Reserve H.10, monthly mean month", "desk day"};  // of the desk's it is not known
    CHECK(periods() == expected);
    const auto before = read_all(files.store());
    CHECK(rate_store::open(files.store())->imports()->size() == 2);
    CHECK(read_all(files.store()) == before);
    REQUIRE(files.import_text(hist).ok());
    CHECK(read_all(files.store()) != before);
    CHECK(periods().size() == 3);
    const auto check = rate_store::open(files.store())->verify();
    CHECK(check->problems.empty());
    CHECK(check->imports == 3);
    // The same table again, which says now what it left unsaid.
    REQUIRE(files.import_text("date,base,quote,value,kind\n2023,USD,KRW,1305.9,mean\n", "desk ").ok());
}
