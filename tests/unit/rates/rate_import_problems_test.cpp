#include "catch.hpp"

#include "import_bench.hpp"

#include <minizip/zip.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <random>

using namespace outlay;
using namespace import_bench;

using lines = std::vector<std::string>;

namespace {

constexpr std::string_view plain = "date,base,quote,value\n";

/// The problems of a text, with their places; and the store stays as it was.
lines problems_of(std::string_view text, std::string source = {}) {
    const bench files;
    REQUIRE(files.import_text("date,base,quote,value\n2025-01-22,EUR,CHF,0.9449\n").ok());
    const auto before = read_all(files.store());
    const auto refused = files.import_text(text, std::move(source));
    CHECK_FALSE(refused.ok());
    CHECK(read_all(files.store()) == before);
    return places_of(refused.problems());
}

std::string with_rows(std::string_view rows) { return std::string(plain).append(rows); }

/// A zip archive of files, each a name and a text.
void write_zip(const std::string& path, const std::vector<std::pair<std::string, std::string>>& entries) {
    auto* zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    REQUIRE(zip != nullptr);
    for (const auto& [name, text] : entries) {
        zip_fileinfo info{};
        REQUIRE(zipOpenNewFileInZip64(zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 9, 1) ==
                ZIP_OK);
        REQUIRE(zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size())) == ZIP_OK);
        REQUIRE(zipCloseFileInZip(zip) == ZIP_OK);
    }
    REQUIRE(zipClose(zip, nullptr) == ZIP_OK);
}

lines zip_problems(const std::vector<std::pair<std::string, std::string>>& entries) {
    const bench files;
    write_zip(files.path("rates.zip"), entries);
    return places_of(files.import_file("rates.zip").problems());
}

/// The most memory there has been; with a sanitizer, whose own is most of it, always 0.
long peak_kilobytes() {
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
#endif
}

}  // namespace

TEST_CASE("bad input: nothing, no rates, no format that is known", "[rates][import][bad]") {
    CHECK(problems_of("") == lines{"import-empty"});
    CHECK(problems_of("\n\n") == lines{"import-empty"});
    CHECK(problems_of(plain) == lines{"import-no-quotes"});
    CHECK(problems_of("Date,USD,\n") == lines{"import-no-quotes"});
    CHECK(problems_of("date;base;quote;value\n2025-01-22;USD;KRW;1436,5\n") == lines{"import-format-unknown 1:1"});
    CHECK(problems_of("Dear colleagues,\nplease find the rates below.\n") == lines{"import-format-unknown 1:1"});
}

TEST_CASE("bad input: a file that is not there, a folder, a name that is nearly right", "[rates][import][bad]") {
    const bench files;
    files.write("eurofxref-hist.csv", plain);
    const auto missing = files.import_file("eurofxref-hits.csv").problems();
    CHECK(ids_of(missing) == lines{"file-missing"});
    CHECK(missing.front().near == lines{files.path("eurofxref-hist.csv")});
    std::filesystem::create_directory(files.path("folder"));
    CHECK(ids_of(files.import_file("folder").problems()) == lines{"file-is-directory"});
}

TEST_CASE("bad input: all errors of a file in one pass, each with its place", "[rates][import][bad]") {
    CHECK(problems_of(with_rows("2025-01-32,USD,KRW,1436.5\n"
                                "2025-01-22,USD,KWR,1436.5\n"
                                "2025-01-22,USD,KRW,1.436,5\n"
                                "2025-01-22,USD,KRW,\n"
                                "2025-01-23,USD,KRW,-1436.5\n"
                                "2025-01-24,USD,KRW,0.000\n"
                                "2025-01-27,USD,USD,1\n"
                                "2025-01-28,USD,KRW,143e400\n")) ==
          lines{"date-malformed 2:1", "unknown-currency 3:16", "csv-row-length 4:1", "number-malformed 5:20",
                "rate-not-positive 6:20", "rate-not-positive 7:20", "pair-of-itself 8:16", "number-out-of-range 9:20"});
    CHECK(problems_of("date,base,quote,value,side,kind\n2025-01-22,USD,KRW,1436.5,offer,spot\n2025-01-22,USD,KRW,1436."
                      "5,bid,monthly\n") == lines{"rate-side-unknown 2:27", "rate-kind-unknown 3:31"});
    CHECK(problems_of("date,base,quote,value,sorce\n2025-01-22,USD,KRW,1436.5,desk\n") ==
          lines{"csv-unknown-column 1:23"});
    CHECK(problems_of("date,base,quote,value,value\n2025-01-22,USD,KRW,1436.5,1436.5\n") ==
          lines{"csv-column-twice 1:23"});
}

TEST_CASE("bad input: so many errors that more would not help", "[rates][import][bad]") {
    std::string rows;
    for (int i = 0; i < 50; ++i) rows += "2025-01-22,USD,KRW,many\n";
    const auto found = problems_of(with_rows(rows));
    CHECK(found.size() == 21);
    CHECK(found.back() == "import-more-problems");
}

TEST_CASE("bad input: cut off: within a row, within a quoted cell, within the last value", "[rates][import][bad]") {
    CHECK(problems_of("Date,USD,KRW,\n2025-01-22,1.0443,1496.01,\n2025-01-21,1.03") == lines{"csv-row-length 3:1"});
    CHECK(problems_of("date,base,quote,value,source\n2025-01-22,USD,KRW,1436.5,\"Trading de") ==
          lines{"csv-quote-open 2:27"});
    // Whole by its shape: taken, and told.
    const bench files;
    const auto done = files.import_text(with_rows("2025-01-21,USD,KRW,1439.5\n2025-01-22,USD,KRW,143"));
    REQUIRE(done.ok());
    CHECK(places_of(done->notes) == lines{"import-end-missing 3:1"});
}

TEST_CASE("bad input: rows in another order are taken; two that contradict each other are not",
          "[rates][import][bad]") {
    const bench files;
    REQUIRE(files.import_text("Date,KRW,\n2025-01-21,1493.41,\n2025-01-23,1494.9,\n2025-01-22,1496.01,\n").ok());
    CHECK(lines_of(files.load()) == lines{"EUR/KRW 2025-01-21 1493.41 European Central Bank",
                                          "EUR/KRW 2025-01-22 1496.01 European Central Bank",
                                          "EUR/KRW 2025-01-23 1494.9 European Central Bank"});
    const auto twice = files.import_text("Date,KRW,\n2025-01-21,1493.41,\n2025-01-21,1493.42,\n").problems();
    CHECK(places_of(twice) == lines{"rate-duplicate 3:12"});
    CHECK(twice.front().message.find("line 2") != std::string::npos);
    CHECK(problems_of("Date,USD,KRW,USD,\n2025-01-21,1.0357,1493.41,1.0357,\n") == lines{"csv-column-twice 1:14"});
}

TEST_CASE("bad input: bytes of another encoding", "[rates][import][bad]") {
    CHECK(problems_of("date,base,quote,value,source\n2025-01-22,USD,KRW,1436.5,Z\xFCrich\n") == lines{"not-utf8 2:28"});
    CHECK(problems_of("date,base,quote,value,source\n2025-01-22,USD,KRW,1436.5,Seoul\n2025-01-23,USD,KRW,1437,"
                      "\xC7\xD1\xB1\xB9\n") == lines{"not-utf8 3:25"});
    CHECK(problems_of(std::string("\xFF\xFE"
                                  "d\0a\0t\0e\0",
                                  10)) == lines{"import-encoding"});
    CHECK(problems_of(with_rows(std::string("2025-01-22,USD,KRW,14\0"
                                            "36\n",
                                            25))) == lines{"import-encoding 2:22"});
    // What was found before is told too.
    CHECK(problems_of(with_rows("2025-01-22,USD,KRW,many\n\xFF\n")) == lines{"number-malformed 2:20", "not-utf8 3:1"});
}

TEST_CASE("bad input: a date that is still to come", "[rates][import][bad]") {
    CHECK(problems_of(with_rows("2205-01-22,USD,KRW,1436.5\n")) == lines{"rate-from-future 2:20"});
    const bench files;
    CHECK(files.import_text(with_rows("2026-11-25,USD,KRW,1436.5\n")).ok());  // it is tomorrow already in Seoul
}

TEST_CASE("bad input: a line of a hundred megabytes costs no memory", "[rates][import][bad]") {
    const bench files;
    files.write("long.csv", std::string(plain) + "2025-01-22,USD,KRW,");
    {
        auto* file = std::fopen(files.path("long.csv").c_str(), "ab");
        const std::string piece(std::size_t{1} << 20U, '9');
        for (int i = 0; i < 100; ++i) std::fwrite(piece.data(), 1, piece.size(), file);
        std::fclose(file);
    }
    const auto before = peak_kilobytes();
    const auto refused = files.import_file("long.csv").problems();
    CHECK(places_of(refused) == lines{"line-too-long 2:1"});
    CHECK(peak_kilobytes() - before < 20 * 1024);
    CHECK_FALSE(std::filesystem::exists(files.store()));
}

TEST_CASE("bad input: a line of a hundred thousand cells", "[rates][import][bad]") {
    CHECK(problems_of(with_rows(std::string(100000, ',') + "\n")) == lines{"line-too-many-cells 2:10000"});
}

TEST_CASE("bad input: more pairs and sources than rates can have", "[rates][import][bad]") {
    std::string text = "date,base,quote,value,source\n";
    for (int i = 0; i < 300; ++i) text += "2025-01-22,USD,KRW,1436.5,source " + std::to_string(i) + "\n";
    CHECK(problems_of(text) == lines{"import-too-many-series 257:12"});
}

TEST_CASE("bad input: series of FRED that are none, or are transformed", "[rates][import][bad]") {
    CHECK(problems_of("observation_date,DEXKOUS_PCH\n2025-01-22,0.3\n") == lines{"fred-series-unknown 1:18"});
    CHECK(problems_of("DATE,DEXKOUS,DEXKOUS\n2025-01-22,1435.77,1435.77\n") == lines{"csv-column-twice 1:14"});
    const bench files;
    const auto problem = files.import_text("DATE,DEXUKUS\n2025-01-22,1.23\n").problems();
    REQUIRE(problem.size() == 1);
    CHECK_FALSE(problem.front().near.empty());
}

TEST_CASE("bad input: a publisher that is not the file's", "[rates][import][bad]") {
    CHECK(problems_of("Date,KRW,\n2025-01-22,1496.01,\n", "bis") == lines{"import-source-other 1:1"});
    CHECK(problems_of("Date,KRW,\n2025-01-22,1496.01,\n", "eurobank") == lines{"import-source-unknown 1:1"});
    CHECK(problems_of("DATE,DEXKOUS\n2025-01-22,1435.77\n", "ecb") == lines{"import-source-other 1:1"});
    const bench files;
    CHECK(files.import_text("Date,KRW,\n2025-01-22,1496.01,\n", "ecb").ok());
}

TEST_CASE("bad input: XML that breaks off, that is another's, that grows", "[rates][import][bad]") {
    CHECK(problems_of("<a>\n<Cube time='2025-01-22'>\n<Cube currency='USD' rate='1.04") == lines{"xml-malformed 3:1"});
    CHECK(problems_of("<html><body>Not found</body></html>\n") == lines{"xml-unexpected"});
    CHECK(problems_of("<a><Cube time='2025-01-22'>\n<Cube currency='USB' rate='1.0443'/>\n<Cube currency='KRW' "
                      "rate='N/A'/></Cube></a>") == lines{"unknown-currency 2:1", "number-malformed 3:1"});
    CHECK(problems_of("<a><Cube><Cube currency='USD' rate='1.0443'/></Cube></a>") == lines{"date-malformed 1:10"});
    CHECK(problems_of("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 "
                      "\"&lol;&lol;&lol;&lol;\">]>\n<lolz>&lol2;</lolz>") == lines{"xml-doctype 2:16"});
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    CHECK(problems_of(deep).size() == 1);
    CHECK(problems_of("<a b='" + std::string(std::size_t{3} << 20U, 'x')).front().starts_with("line-too-long"));
}

TEST_CASE("import: an archive of one file", "[rates][import]") {
    const bench files;
    write_zip(files.path("eurofxref-hist.zip"), {{"eurofxref-hist.csv", "Date,KRW,\n2025-01-22,1496.01,\n"}});
    const auto done = files.import_file("eurofxref-hist.zip");
    REQUIRE(done.ok());
    CHECK(done->record.format == "ecb-csv.zip");
    CHECK(done->record.bytes == std::filesystem::file_size(files.path("eurofxref-hist.zip")));
    CHECK(lines_of(files.load()) == lines{"EUR/KRW 2025-01-22 1496.01 European Central Bank"});
    write_zip(files.path("bad.zip"), {{"inside.csv", "Date,KRW,\n2025-01-22,many,\n"}});
    const auto bad = files.import_file("bad.zip").problems();
    REQUIRE(places_of(bad) == lines{"number-malformed 2:12"});
    CHECK(bad.front().where->source == files.path("bad.zip") + "/inside.csv");
}

TEST_CASE("bad input: archives: none, two, of an archive, cut off, spoiled", "[rates][import][bad]") {
    const std::string csv = "Date,KRW,\n2025-01-22,1496.01,\n";
    CHECK(zip_problems({}) == lines{"archive-damaged"});
    CHECK(zip_problems({{"a.csv", csv}, {"b.csv", csv}}) == lines{"archive-files"});
    const bench files;
    write_zip(files.path("inner.zip"), {{"a.csv", csv}});
    const auto whole = read_all(files.path("inner.zip"));
    CHECK(ids_of(files.import_text(whole.substr(0, whole.size() / 2)).problems()) == lines{"archive-damaged"});
    CHECK(zip_problems({{"inner.zip", whole}}).front().starts_with("import-encoding"));
    auto spoiled = whole;
    auto& packed = spoiled[spoiled.find("PK\x01\x02") - 8];  // the last bytes of the file itself
    packed = static_cast<char>(packed ^ 0x10);
    CHECK(ids_of(files.import_text(spoiled).problems()) == lines{"archive-damaged"});
    auto encrypted = whole;
    encrypted[encrypted.find("PK\x01\x02") + 8] |= 1;
    CHECK(ids_of(files.import_text(encrypted).problems()) == lines{"archive-encrypted"});
    CHECK_FALSE(std::filesystem::exists(files.store()));
}

TEST_CASE("bad input: an archive that unpacks to a thousand times its size", "[rates][import][bad]") {
    const auto before = peak_kilobytes();
    {
        std::string rows(plain);
        const std::string row = "2025-01-22,USD,KRW,1436.5\n";
        while (rows.size() < (std::size_t{64} << 20U)) rows += row;
        const bench files;
        write_zip(files.path("bomb.zip"), {{"rates.csv", rows}});
        rows = {};
        const auto refused = files.import_file("bomb.zip").problems();
        CHECK(ids_of(refused) == lines{"archive-bomb"});
        // One that says it is small: what it says is all that is unpacked, and then it is damaged.
        auto liar = read_all(files.path("bomb.zip"));
        const std::string small("\x40\x00\x00\x00", 4);
        const auto central = liar.find("PK\x01\x02");
        liar.replace(central + 24, 4, small);
        CHECK(ids_of(files.import_text(liar).problems()) == lines{"archive-damaged"});
        CHECK_FALSE(std::filesystem::exists(files.store()));
    }
    CHECK(peak_kilobytes() - before < 300 * 1024);  // nearly all of it the test's own
}

TEST_CASE("bad input: spoiled files are read or refused, and never end the program", "[rates][import][bad]") {
    const bench files;
    write_zip(files.path("whole.zip"),
              {{"hist.csv", "Date,USD,KRW,\n2025-01-22,1.0443,1496.01,\n2025-01-21,1.0357,1493.41,\n"}});
    const lines originals{"Date,USD,KRW,\n2025-01-22,1.0443,1496.01,\n2025-01-21,1.0357,1493.41,\n",
                          "observation_date,DEXKOUS\n2025-01-21,1435.29\n2025-01-22,1435.77\n",
                          "FREQ,REF_AREA,CURRENCY,COLLECTION,TIME_PERIOD,OBS_VALUE\nD,KR,KRW,A,2025-01-22,1436.65\nM,"
                          "KR,KRW,A,2024-06,1380.29\n",
                          "date,base,quote,value,source\n2025-01-22,USD,KRW,1436.5,\"Kim, Lee\"\n",
                          "<a><Cube time='2025-01-22'><Cube currency='USD' rate='1.0443'/><Cube currency='KRW' "
                          "rate='1496.01'/></Cube></a>",
                          read_all(files.path("whole.zip"))};
    std::mt19937 random(20250122);
    int refused = 0;
    for (int i = 0; i < 600; ++i) {
        auto text = originals[static_cast<std::size_t>(i) % originals.size()];
        for (unsigned changes = random() % 4; changes-- > 0;) {
            if (text.empty()) break;
            const auto at = random() % text.size();
            switch (random() % 4) {
                case 0: text[at] = static_cast<char>(random()); break;
                case 1: text.erase(at, random() % 5); break;
                case 2: text.insert(at, 1, static_cast<char>(random())); break;
                default: text.resize(at + 1); break;
            }
        }
        const auto before = read_all(files.store());
        const auto done = files.import_text(text);
        if (done.ok()) continue;
        ++refused;
        CHECK_FALSE(done.problems().empty());
        CHECK(read_all(files.store()) == before);
    }
    CHECK(refused > 100);
    CHECK(rate_store::open(files.store())->verify()->problems.empty());
}
