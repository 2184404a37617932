#include "catch.hpp"

#include "import_bench.hpp"

#include <cstdio>
#include <filesystem>

using namespace outlay;
using namespace import_bench;

using lines = std::vector<std::string>;

namespace {

constexpr std::string_view hist =
    "Date,USD,JPY,KRW,CYP,\n"
    "2025-01-23,1.0404,162.58,1494.9,N/A,\n"
    "2025-01-22,1.0443,162.72,1496.01,N/A,\n"
    "2007-12-31,1.4721,164.93,1377.96,0.585274,\n";

}  // namespace

TEST_CASE("import: the ECB's history: newest first, a comma at the end, N/A", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(hist);
    REQUIRE(done.ok());
    CHECK(done->record.format == "ecb-csv");
    CHECK(done->record.number == 1);
    CHECK(done->record.quotes == 10);
    CHECK(done->record.added == 10);
    CHECK(done->record.corrected == 0);
    CHECK(done->pairs == 4);
    CHECK(done->first == make_date(2007, 12, 31));
    CHECK(done->last == make_date(2025, 1, 23));
    CHECK(done->notes.empty());
    CHECK(lines_of(files.load()) ==
          lines{"EUR/CYP 2007-12-31 0.585274 European Central Bank", "EUR/JPY 2007-12-31 164.93 European Central Bank",
                "EUR/JPY 2025-01-22 162.72 European Central Bank", "EUR/JPY 2025-01-23 162.58 European Central Bank",
                "EUR/KRW 2007-12-31 1377.96 European Central Bank", "EUR/KRW 2025-01-22 1496.01 European Central Bank",
                "EUR/KRW 2025-01-23 1494.9 European Central Bank", "EUR/USD 2007-12-31 1.4721 European Central Bank",
                "EUR/USD 2025-01-22 1.0443 European Central Bank", "EUR/USD 2025-01-23 1.0404 European Central Bank"});
    const auto rates = files.load();  // its sources point into it
    REQUIRE(rates.sources.size() == 1);
    CHECK(rates.sources[0].licence.find("not modified") != std::string_view::npos);
}

TEST_CASE("import: carriage returns, a byte order mark and blank lines make no difference", "[rates][import]") {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : hist) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const bench files;
    const auto done = files.import_text(text + "\r\n\r\n");
    REQUIRE(done.ok());
    CHECK(done->record.quotes == 10);
}

TEST_CASE("import: the ECB's XML of a day and of several", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
        "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n"
        "\t<gesmes:subject>Reference rates</gesmes:subject>\n"
        "\t<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>\n"
        "\t<Cube>\n"
        "\t\t<Cube time='2025-01-22'>\n\t\t\t<Cube currency='USD' rate='1.0443'/>\n\t\t\t<Cube currency='KRW' "
        "rate='1496.01'/>\n\t\t</Cube>\n"
        "\t\t<Cube time=\"2025-01-21\"><Cube currency=\"USD\" rate=\"1.0357\"/></Cube>\n"
        "\t</Cube>\n</gesmes:Envelope>\n");
    REQUIRE(done.ok());
    CHECK(done->record.format == "ecb-xml");
    CHECK(lines_of(files.load()) == lines{"EUR/KRW 2025-01-22 1496.01 European Central Bank",
                                          "EUR/USD 2025-01-21 1.0357 European Central Bank",
                                          "EUR/USD 2025-01-22 1.0443 European Central Bank"});
}

TEST_CASE("import: FRED says which way round by the series alone; a point and nothing are no value",
          "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "observation_date,DEXKOUS,DEXUSEU,DEXUSUK\n2025-01-20,.,.,\n2025-01-21,1435.29,1.0420,1.2336\n2025-01-22,1435."
        "77,,1.2319\n");
    REQUIRE(done.ok());
    CHECK(done->record.format == "fred-csv");
    CHECK(lines_of(files.load()) ==
          lines{"EUR/USD 2025-01-21 1.0420 Federal Reserve H.10", "GBP/USD 2025-01-21 1.2336 Federal Reserve H.10",
                "GBP/USD 2025-01-22 1.2319 Federal Reserve H.10", "USD/KRW 2025-01-21 1435.29 Federal Reserve H.10",
                "USD/KRW 2025-01-22 1435.77 Federal Reserve H.10"});
}

TEST_CASE("import: means of FRED's months and years stand under the last day of their period", "[rates][import]") {
    const bench files;
    REQUIRE(files.import_text("DATE,EXKOUS\n2024-02-01,1331.7421\n").ok());
    REQUIRE(files.import_text("DATE,AEXKOUS\n2024-01-01,1363.4381\n").ok());
    CHECK(lines_of(files.load()) == lines{"USD/KRW 2024-02-29 1331.7421 Federal Reserve H.10, monthly mean mean",
                                          "USD/KRW 2024-12-31 1363.4381 Federal Reserve H.10, annual mean mean"});
}

TEST_CASE("import: the BIS: daily rates and means; what is neither is left out and told", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,REF_AREA:Reference area,CURRENCY:Currency,COLLECTION:Collection,"
        "TIME_PERIOD:Time period or range,OBS_VALUE:Observation Value,UNIT_MULT:Unit Multiplier,TITLE:Title\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,KR: Korea,KRW: Won,A: Average,2025-01-22,1436.65,0: Units,\"Korea, won\"\n"
        "dataflow,BIS:WS_XRU(1.0),I,M: Monthly,KR: Korea,KRW: Won,A: Average,2024-06,1380.29,0: Units,\"Korea, won\"\n"
        "dataflow,BIS:WS_XRU(1.0),I,Q: Quarterly,KR: Korea,KRW: Won,A: Average,2024-Q2,1371.14,0: Units,\"Korea, "
        "won\"\n"
        "dataflow,BIS:WS_XRU(1.0),I,A: Annual,KR: Korea,KRW: Won,A: Average,2024,1363.98,0: Units,\"Korea, won\"\n"
        "dataflow,BIS:WS_XRU(1.0),I,M: Monthly,KR: Korea,KRW: Won,E: End of period,2024-06,1376.7,0: Units,\"Korea, "
        "won\"\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,US: United States,USD: Dollar,A: Average,2025-01-22,1,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,DE: Germany,EUR: Euro,A: Average,1998-12-30,0.8554,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,XM: Euro area,EUR: Euro,A: Average,2025-01-22,0.95758,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,CH: Switzerland,CHF: Franc,A: Average,2025-01-22,0.9048,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,LI: Liechtenstein,CHF: Franc,A: Average,2025-01-22,0.9049,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,JP: Japan,JPY: Yen,A: Average,2025-01-22,NaN,0: Units,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,ID: Indonesia,IDR: Rupiah,A: Average,2025-01-22,16.2075,3: Thousands,\n"
        "dataflow,BIS:WS_XRU(1.0),I,D: Daily,QQ: Nowhere,QQQ: None,A: Average,2025-01-22,7,0: Units,\n");
    REQUIRE(done.ok());
    CHECK(done->record.format == "bis-csv");
    CHECK(lines_of(files.load()) ==
          lines{"USD/CHF 2025-01-22 0.9048 Bank for International Settlements",
                "USD/EUR 2025-01-22 0.95758 Bank for International Settlements",
                "USD/IDR 2025-01-22 16207.5 Bank for International Settlements",
                "USD/KRW 2025-01-22 1436.65 Bank for International Settlements",
                "USD/KRW 2024-06-30 1380.29 Bank for International Settlements, monthly mean mean",
                "USD/KRW 2024-06-30 1371.14 Bank for International Settlements, quarterly mean mean",
                "USD/KRW 2024-12-31 1363.98 Bank for International Settlements, annual mean mean"});
    CHECK(ids_of(done->notes) == lines{"bis-currency-unknown", "bis-not-a-mean", "bis-other-area"});
}

TEST_CASE("import: the columns that the BIS serves without labels", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "DATAFLOW,FREQ,REF_AREA,CURRENCY,COLLECTION,TIME_PERIOD,OBS_VALUE\nBIS:WS_XRU(1.0),D,KR,KRW,A,2025-01-22,1436."
        "65\n");
    REQUIRE(done.ok());
    CHECK(done->record.format == "bis-csv");
    CHECK(lines_of(files.load()) == lines{"USD/KRW 2025-01-22 1436.65 Bank for International Settlements"});
}

TEST_CASE("import: a plain table: its columns in any order, sides and sources as they are stated", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "# source: Trading desk\n# licence: internal\n"
        "Quote,Base,Value,Date,Side,Source\n"
        "KRW,USD,1436.10,2025-01-22,bid,\nKRW,usd,1436.90,2025-01-22,ask,\nKRW,USD,1436.5,2025-01-22,,\"Kim, Lee & "
        "Co\"\n");
    REQUIRE(done.ok());
    CHECK(done->record.format == "plain-csv");
    rate_question question;
    question.sides = {rate_side::mid, rate_side::bid, rate_side::ask};
    CHECK(lines_of(files.load(question)) == lines{"USD/KRW 2025-01-22 1436.10 Trading desk bid",
                                                  "USD/KRW 2025-01-22 1436.90 Trading desk ask",
                                                  "USD/KRW 2025-01-22 1436.5 Kim, Lee & Co"});
    CHECK(lines_of(files.load()) == lines{"USD/KRW 2025-01-22 1436.5 Kim, Lee & Co"});
}

TEST_CASE("import: whose rates a plain table holds: --source, its own words, else its name", "[rates][import]") {
    constexpr std::string_view row = "date,base,quote,value\n2025-01-22,USD,KRW,1436.5\n";
    const bench files;
    files.write("desk.csv", row);
    REQUIRE(files.import_file("desk.csv").ok());
    REQUIRE(files.import_file("desk.csv", "Seoul close").ok());
    REQUIRE(files.import_file("desk.csv", "h10").ok());
    CHECK(lines_of(files.load()) == lines{"USD/KRW 2025-01-22 1436.5 desk.csv", "USD/KRW 2025-01-22 1436.5 Seoul close",
                                          "USD/KRW 2025-01-22 1436.5 Federal Reserve H.10"});
    rate_question preferring;
    preferring.preference = facts().publishers;
    CHECK(lines_of(files.load(preferring)).front() == "USD/KRW 2025-01-22 1436.5 Federal Reserve H.10");
}

TEST_CASE("import: digits stay digits: an exponent, trailing zeros, a value of eighteen of them", "[rates][import]") {
    const bench files;
    const auto done = files.import_text(
        "date,base,quote,value\n2025-01-22,USD,KRW,1436.50\n2025-01-21,USD,KRW,1.4365e3\n2025-01-20,USD,JPY,155."
        "817312345678901\n");
    REQUIRE(done.ok());
    CHECK(lines_of(files.load()) == lines{"USD/JPY 2025-01-20 155.817312345678901 input-1.csv",
                                          "USD/KRW 2025-01-21 1436.5 input-1.csv",
                                          "USD/KRW 2025-01-22 1436.50 input-1.csv"});
}

TEST_CASE("import: the same file twice changes nothing", "[rates][import]") {
    const bench files;
    files.write("hist.csv", hist);
    REQUIRE(files.import_file("hist.csv").ok());
    const auto before = read_all(files.store());
    const auto again = files.import_file("hist.csv", {}, false, today + std::chrono::days{3});
    REQUIRE(again.ok());
    CHECK(again->was_imported);
    CHECK(again->record.number == 1);
    CHECK(read_all(files.store()) == before);
}

TEST_CASE("import: what is known already under another name changes nothing either", "[rates][import]") {
    const bench files;
    REQUIRE(files.import_text(hist).ok());
    const auto before = read_all(files.store());
    // Trailing zeros, and another file, make no other value.
    const auto again = files.import_text("Date,USD,KRW,\n2025-01-22,1.04430,1496.010,\n");
    REQUIRE(again.ok());
    CHECK_FALSE(again->was_imported);
    CHECK(again->record.number == 0);
    CHECK(read_all(files.store()) == before);
}

TEST_CASE("import: a corrected value stands beside the old one, and a vintage picks", "[rates][import]") {
    const bench files;
    const auto day_one = today;
    const auto day_three = today + std::chrono::days{2};
    REQUIRE(files.import_text("Date,KRW,\n2025-01-22,1496.01,\n2025-01-21,1493.41,\n", {}, false, day_one).ok());
    const auto second = files.import_text("Date,KRW,\n2025-01-23,1494.9,\n2025-01-22,1496.07,\n", {}, false, day_three);
    REQUIRE(second.ok());
    CHECK(second->record.number == 2);
    CHECK(second->record.added == 1);
    CHECK(second->record.corrected == 1);

    const lines old{"EUR/KRW 2025-01-21 1493.41 European Central Bank",
                    "EUR/KRW 2025-01-22 1496.01 European Central Bank"};
    const lines now{"EUR/KRW 2025-01-21 1493.41 European Central Bank",
                    "EUR/KRW 2025-01-22 1496.07 European Central Bank",
                    "EUR/KRW 2025-01-23 1494.9 European Central Bank"};
    const auto as_of = [&](std::string_view vintage) {
        rate_question question;
        question.vintage = read_vintage(vintage).value();
        return lines_of(files.load(question));
    };
    CHECK(lines_of(files.load()) == now);
    CHECK(as_of("1") == old);
    CHECK(as_of("2") == now);
    CHECK(as_of("2026-11-23").empty());
    CHECK(as_of("2026-11-24") == old);
    CHECK(as_of("2026-11-25") == old);
    CHECK(as_of("2026-11-26") == now);
    const auto store = rate_store::open(files.store());
    CHECK(store->newest_day(read_vintage("1").value()).value() == make_date(2025, 1, 22));
    CHECK(store->newest_day().value() == make_date(2025, 1, 23));
    CHECK(store->load({{}, {}, false, {rate_side::mid}, {3, std::nullopt}, {}}).problems().front().id ==
          "vintage-unknown");
    CHECK(read_vintage("yesterday").problems().front().id == "vintage-malformed");
    CHECK(read_vintage("0").problems().front().id == "vintage-malformed");
}

TEST_CASE("import: every import keeps its file, digest, time, format, source and licence", "[rates][import]") {
    const bench files;
    files.write("eurofxref-hist.csv", hist);
    REQUIRE(files.import_file("eurofxref-hist.csv").ok());
    const auto imports = rate_store::open(files.store())->imports().value();
    REQUIRE(imports.size() == 1);
    CHECK(imports[0].file == "eurofxref-hist.csv");
    CHECK(imports[0].bytes == hist.size());
    CHECK(imports[0].sha256 == "8281dec853136e316fb45235b59d271d99dcfc960397357b8a38be0b5bd68dfb");
    CHECK(imports[0].time == today);
    CHECK(imports[0].format == "ecb-csv");
    REQUIRE(imports[0].sources.size() == 1);
    CHECK(imports[0].sources[0].name == "European Central Bank");
    CHECK(imports[0].sources[0].licence.find("source is named") != std::string_view::npos);
    const auto store = rate_store::open(files.store());
    const currency_pair krw{currency_code("EUR"), currency_code("KRW")};
    const auto on = [](unsigned day) { return date_span{make_date(2025, 1, day), make_date(2025, 1, day)}; };
    const auto origins = store->imports_of(krw, "European Central Bank", on(22)).value();
    REQUIRE(origins.size() == 1);
    CHECK(origins[0].number == 1);
    CHECK(store->imports_of(krw, "European Central Bank", on(24)).value().empty());
}

TEST_CASE("import: one over a rate that is known is refused, unless it is forced", "[rates][import]") {
    const bench files;
    const auto refused =
        files.import_text("date,base,quote,value\n2025-01-22,USD,KRW,0.000698\n2025-01-23,USD,KRW,0.000696\n");
    REQUIRE_FALSE(refused.ok());
    CHECK(ids_of(refused.problems()) == lines{"inverted-pair-suspected"});
    CHECK(refused.problems().front().message.find("1432.55") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(files.store()));

    // Of another time, and through a peg, and against what the store itself holds.
    CHECK(ids_of(files.import_text("date,base,quote,value\n2001-05-04,USD,KRW,0.000769\n").problems()) ==
          lines{"inverted-pair-suspected"});
    CHECK(ids_of(files.import_text("date,base,quote,value\n2025-01-22,USD,SAR,0.2667\n").problems()) ==
          lines{"inverted-pair-suspected"});
    REQUIRE(files.import_text("date,base,quote,value\n2025-01-22,USD,VND,25170\n").ok());
    CHECK(ids_of(files.import_text("date,base,quote,value\n2025-01-24,USD,VND,0.0000399\n").problems()) ==
          lines{"inverted-pair-suspected"});

    // Close to one: the same day tells the two apart, where they are apart.
    CHECK(ids_of(files.import_text("date,base,quote,value\n2025-01-22,EUR,USD,0.9576\n").problems()) ==
          lines{"inverted-pair-suspected"});
    CHECK(files.import_text("date,base,quote,value\n2025-01-22,EUR,USD,1.0451\n").ok());
    CHECK(files.import_text("date,base,quote,value\n2025-01-22,USD,KRW,0.000698\n", {}, true).ok());
    // A pair of which nothing is known, and one that has moved far, are no reason to suspect.
    CHECK(files.import_text("date,base,quote,value\n2025-01-22,USD,MMK,2098\n").ok());
    CHECK(files.import_text("date,base,quote,value\n2005-01-04,USD,TRY,1.3445\n").ok());
}

TEST_CASE("import: rows that say the same twice are told, and taken once", "[rates][import]") {
    const bench files;
    const auto done =
        files.import_text("date,base,quote,value\n2025-01-22,USD,KRW,1436.5\n2025-01-22,USD,KRW,1436.50\n");
    REQUIRE(done.ok());
    CHECK(done->record.quotes == 1);
    CHECK(ids_of(done->notes) == lines{"rate-repeated"});
}

TEST_CASE("import: the ECB's whole history", "[rates][import]") {
    const std::string file = std::string(OUTLAY_SHARED_DATA) + "/eurofxref-hist.csv";
    if (!std::filesystem::exists(file)) {
        std::fputs("skipped: the ECB's history is not beside the checkout (shared/data/eurofxref-hist.csv)\n", stderr);
        return;
    }
    const bench files;
    const auto done = import_rates(files.store(), facts(), {file, {}, false, today});
    REQUIRE(done.ok());
    CHECK(done->record.quotes == 217555);
    CHECK(done->pairs == 41);
    CHECK(done->first == make_date(1999, 1, 4));
    CHECK(done->last == make_date(2026, 4, 13));
    const auto store = rate_store::open(files.store());
    const auto check = store->verify().value();
    CHECK(check.problems.empty());
    CHECK(check.quotes == 217555);
    CHECK(check.gaps.size() == 1);
    CHECK(check.jumps.size() == 7);
    rate_question question;
    question.currencies = {currency_code("EUR"), currency_code("KRW")};
    question.days = {{make_date(1999, 1, 4), make_date(1999, 1, 5)}, {make_date(2026, 4, 11), make_date(2026, 4, 13)}};
    CHECK(lines_of(store->load(question).value()) == lines{"EUR/KRW 1999-01-04 1398.59 European Central Bank",
                                                           "EUR/KRW 1999-01-05 1373.01 European Central Bank",
                                                           "EUR/KRW 2026-04-13 1740.86 European Central Bank"});
}

TEST_CASE("import: a mean keeps the length of its period", "[rates][import]") {
    const bench files;
    REQUIRE(files.import_text("observation_date,EXKOUS\n2023-12-01,1305.5\n").ok());
    REQUIRE(files.import_text("date,base,quote,value,kind\n2023,USD,KRW,1305.9,mean\n2023-Q4,USD,KRW,1320.3,mean\n", "desk").ok());
    REQUIRE(files.import_text("# kind: mean\n# period: month\ndate,base,quote,value\n2023-11-15,USD,KRW,1307.2\n", "desk").ok());
    std::vector<std::string> found;
    for (const auto& q : files.load().quotes) {
        const auto loaded = files.load();
        found.push_back(std::string(to_text(loaded.sources[q.source].period)) + " " + to_text(q.observed()) + " " + q.value().text());
    }
    CHECK(found == std::vector<std::string>{"month 2023-12-31 1305.5", "year 2023-12-31 1305.9", "quarter 2023-12-31 1320.3",
                                            "month 2023-11-30 1307.2"});
    CHECK(ids_of(files.import_text("date,base,quote,value,kind\n2023-12-31,USD,KRW,1305.9,mean\n").problems()) ==
          std::vector<std::string>{"rate-mean-period"});
    CHECK(ids_of(files.import_text("date,base,quote,value\n2023,USD,KRW,1305.9\n").problems()) ==
          std::vector<std::string>{"rate-mean-period"});
    CHECK(ids_of(files.import_text("date,base,quote,value,kind,period\n2023-06,USD,KRW,1305.9,mean,year\n").problems()) ==
          std::vector<std::string>{"period-malformed"});
}

TEST_CASE("import: a corrected value is told, and one that is too far from the old one is refused", "[rates][import]") {
    const bench files;
    REQUIRE(files.import_text("date,base,quote,value\n2020-01-02,EUR,USD,1.1193\n2020-01-02,EUR,JPY,121.75\n", "desk").ok());
    const auto corrected = files.import_text("date,base,quote,value\n2020-01-02,EUR,USD,1.1194\n", "desk");
    REQUIRE(corrected.ok());
    REQUIRE(ids_of(corrected->notes) == std::vector<std::string>{"rate-corrected"});
    for (const auto* part : {"EUR/USD", "2020-01-02", "1.1193", "1.1194", "line 2"})
        CHECK(corrected->notes.front().message.find(part) != std::string::npos);
    // The columns exchanged, and a point that was lost.
    const auto swapped = "date,base,quote,value\n2020-01-02,EUR,USD,121.75\n2020-01-02,EUR,JPY,1.1193\n";
    CHECK(ids_of(files.import_text(swapped, "desk").problems()) ==
          std::vector<std::string>{"rate-correction-suspected", "rate-correction-suspected"});
    CHECK(ids_of(files.import_text("date,base,quote,value\n2020-01-02,EUR,USD,11194\n", "desk").problems()) ==
          std::vector<std::string>{"rate-correction-suspected"});
    CHECK(files.load().quotes.size() == 2);
    CHECK(lines_of(files.load())[1] == "EUR/USD 2020-01-02 1.1194 desk");
    CHECK(files.import_text(swapped, "desk", true).ok());
}

TEST_CASE("import: what a file says against itself", "[rates][import]") {
    const bench files;
    CHECK(ids_of(files.import_text("date,base,quote,value\n2020-01-02,GBP,NOK,0.08\n2020-01-03,GBP,NOK,12.5\n").problems()) ==
          std::vector<std::string>{"inverted-pair-suspected"});
    CHECK(files.import_text("date,base,quote,value\n2020-01-02,GBP,NOK,0.08\n2020-01-03,GBP,NOK,12.5\n", "desk", true).ok());
    CHECK(ids_of(files.import_text("date,base,quote,value,side\n2020-01-02,EUR,USD,1.19,bid\n2020-01-02,EUR,USD,1.18,ask\n")
                     .problems()) == std::vector<std::string>{"rate-sides-crossed"});
    CHECK(files.import_text("date,base,quote,value,side\n2020-01-02,EUR,USD,1.18,bid\n2020-01-02,EUR,USD,1.19,ask\n").ok());
}

TEST_CASE("import: days that cannot be meant, a day to come once", "[rates][import]") {
    const bench files;
    CHECK(ids_of(files.import_text("date,base,quote,value\n0001-01-02,GBP,NOK,12.5\n1800-01-02,GBP,NOK,12.5\n").problems()) ==
          std::vector<std::string>{"rate-too-early", "rate-too-early"});
    CHECK(ids_of(files.import_text("Date,USD,JPY,KRW\n2027-01-04,1.04,160,1500\n").problems()) ==
          std::vector<std::string>{"rate-from-future"});
}

TEST_CASE("import: a misspelt column, and lines that end in carriage returns alone", "[rates][import]") {
    const bench files;
    CHECK(ids_of(files.import_text("date,base,quote,rate\n2020-01-02,GBP,NOK,12.5\n").problems()) ==
          std::vector<std::string>{"csv-unknown-column", "csv-missing-column"});
    CHECK(ids_of(files.import_text("Date,USD,JPY\r2020-01-02,1.1193,121.75\r").problems()) ==
          std::vector<std::string>{"csv-line-ends"});
    std::string large = "Date,USD,JPY\r";
    while (large.size() < 2U << 20U) large += "2020-01-02,1.1193,121.75\r";
    CHECK(ids_of(files.import_text(large).problems()) == std::vector<std::string>{"csv-line-ends"});
}
