#include <outlay/columns/csv_conversion.hpp>

#include "columns/csv_input.hpp"
#include "unit/columns/column_cases.hpp"
#include "unit/rates/rate_book.hpp"

#include "catch.hpp"

#include <cstring>
#include <string>

using namespace outlay;

namespace {

const rate_book& book() {
    static const rate_book known = [] {
        rate_book made;
        made.add("ecb.csv", ecb_file).add("pegs.csv", peg_file);
        return made;
    }();
    return known;
}

rate_policy policy() {
    rate_policy p;
    p.pivots = {code("USD"), code("EUR")};
    return p;
}

csv_question question() {
    csv_question asked;
    asked.name = "table.csv";
    asked.amount = "amount";
    asked.currency = "currency";
    asked.date = "date";
    asked.to = code("USD");
    return asked;
}

struct converted {
    std::string table;
    std::string rejects;
    csv_outcome outcome;
    diagnostics problems;
};

/// Reads `piece` bytes at a time.
converted convert_text(const std::string& text, const csv_question& asked, std::size_t piece = 1 << 20) {
    converted made;
    std::size_t at = 0;
    const csv_channels channels{[&](char* buffer, std::size_t size) {
                                    const auto count = std::min({size, piece, text.size() - at});
                                    std::memcpy(buffer, text.data() + at, count);
                                    at += count;
                                    return static_cast<std::ptrdiff_t>(count);
                                },
                                [&](std::string_view part) { return made.table += part, true; },
                                [&](std::string_view part) { return made.rejects += part, true; },
                                {}};
    auto outcome = convert_csv(asked, book().table(), rate_book::currencies(), policy(), channels);
    made.problems = outcome.problems();
    if (outcome) made.outcome = std::move(outcome).value();
    return made;
}

std::string ids(const converted& made) {
    std::string text;
    for (const auto& [id, count] : made.outcome.reasons) text += id + " " + std::to_string(count) + "; ";
    return text;
}

const std::string header = "id,date,currency,amount\n";
const std::string new_header = "id,date,currency,amount,amount_USD\n";

}  // namespace

TEST_CASE("a table keeps its bytes and gets a column", "[columns]") {
    // 1.0443 / 1496.01 dollars for a won on 2025-01-22.
    const auto made = convert_text(
        header + "1,2025-01-22,KRW,2000000000000\n2,2025-01-22,USD,-5.005\n3,2025-01-25,eur,1.00\n", question());
    CHECK(made.table == new_header +
                            "1,2025-01-22,KRW,2000000000000,1396113662.34\n2,2025-01-22,USD,-5.005,-5.00\n3,2025-01-25,"
                            "eur,1.00,1.05\n");
    CHECK(made.rejects.empty());
    CHECK(made.outcome.rows == 3);
    CHECK(made.outcome.rejected == 0);
}

TEST_CASE("quotes, line ends, a byte order mark and blank lines stay as they are", "[columns]") {
    const std::string mark = "\xEF\xBB\xBF";
    const auto made =
        convert_text(mark +
                         "note,\"amount\",currency,date\r\n\"a, "
                         "\"\"b\"\"\r\nc\",\"1,000.50\",\"USD\",\"2025-01-22\"\r\n\r\n,7, usd ,2025-01-22T10:30:00Z",
                     question());
    CHECK(made.table == mark +
                            "note,\"amount\",currency,date,amount_USD\r\n\"a, "
                            "\"\"b\"\"\r\nc\",\"1,000.50\",\"USD\",\"2025-01-22\",1000.50\r\n\r\n,7, usd "
                            ",2025-01-22T10:30:00Z,7.00\r\n");
    CHECK(made.outcome.rows == 2);
    CHECK(made.outcome.rejected == 0);
}

TEST_CASE("a row that cannot be converted is kept aside with its line and its reason", "[columns]") {
    const auto made = convert_text(
        header +
            "1,2025-01-22,KRW,1e3\n2,2025-01-22,XXQ,1\n3,2025-02-30,KRW,1\n4,22.01.2025,KRW,1\n5,2031-01-01,KRW,1\n"
            "6,2025-01-22,KRW\n7,2025-01-22,KRW,\n8,2025-01-22,KRW,\"1\n\"\n9,2025-01-22,KRW,12,5\n10,2025-01-22,KRW,1 "
            "USD\n"
            "11,2025-01-22,USD,3\n",
        question());
    CHECK(made.table == new_header + "11,2025-01-22,USD,3,3.00\n");
    CHECK(made.outcome.rows == 11);
    CHECK(made.outcome.rejected == 10);
    CHECK(ids(made) ==
          "amount-malformed 2; csv-row-length 2; date-malformed 2; amount-empty 1; amount-exponent 1; rate-missing 1; "
          "unknown-currency 1; ");
    CHECK(made.rejects.substr(0, made.rejects.find('\n')) == "reject_line,reject_reason,id,date,currency,amount");
    CHECK(made.rejects.find("\n2,\"amount-exponent: '1e3' has an exponent") == std::string::npos);
    CHECK(made.rejects.find("\n2,amount-exponent: '1e3' has an exponent") != std::string::npos);
    CHECK(made.rejects.find("\n9,") != std::string::npos);   // the eighth row begins in line 9 and ends in 10
    CHECK(made.rejects.find("\n11,") != std::string::npos);  // the ninth
    CHECK(made.rejects.find(",8,2025-01-22,KRW,\"1\n\"\n") != std::string::npos);
    REQUIRE(made.outcome.first.size() == 5);
    const auto& unknown = made.outcome.first[1];
    CHECK(unknown.id == "unknown-currency");
    REQUIRE(unknown.where);
    CHECK(unknown.where->line == 3);
    CHECK(unknown.where->column == 14);
    CHECK(unknown.where->excerpt == "2,2025-01-22,XXQ,1");
    CHECK(unknown.where->caret_width == 3);
    CHECK(made.outcome.first[4].id == "rate-missing");
    CHECK(made.outcome.first[4].message.find("2031-01-01") != std::string::npos);
}

TEST_CASE("a day that no calendar has is no other day", "[columns]") {
    std::string rows;
    const char* days[] = {"2025-00-22", "2025-01-00", "2025-01-32", "2025-01-45", "2025-02-29", "2025-13-01",
                          "2024-13-22", "2024-17-22", "2024-99-22", "0000-00-00", "9999-99-99"};
    for (const auto* day : days) rows += std::string("1,") + day + ",USD,5\n";
    const auto made = convert_text(header + rows, question());
    CHECK(made.table == new_header);
    CHECK(ids(made) == "date-malformed 11; ");
}

TEST_CASE("a slip of quotes costs its record, not the table", "[columns]") {
    const auto made = convert_text(header +
                                       "1,2025-01-22,USD,1\n2\",2025-01-22,USD,2\n3,2025-01-22,USD,3\n\"4\"x,2025-01-"
                                       "22,USD,4\n5,2025-01-22,USD,5\n",
                                   question());
    CHECK(made.table == new_header + "1,2025-01-22,USD,1,1.00\n3,2025-01-22,USD,3,3.00\n5,2025-01-22,USD,5,5.00\n");
    CHECK(ids(made) == "csv-quote-stray 2; ");
    CHECK(made.rejects.find("\n3,csv-quote-stray: ") != std::string::npos);
    CHECK(made.rejects.find(",2\",2025-01-22,USD,2\n5,csv-quote-stray") != std::string::npos);
    CHECK(made.outcome.rows == 5);
}

TEST_CASE("a quote that never closes is found at the end", "[columns]") {
    const auto made = convert_text(header + "1,2025-01-22,USD,1\n\"2,2025-01-22,USD,2\n3,2025-01-22,USD,3", question());
    CHECK(made.table == new_header + "1,2025-01-22,USD,1,1.00\n3,2025-01-22,USD,3,3.00\n");
    CHECK(ids(made) == "csv-quote-open 1; ");
    CHECK(made.rejects.find("\n3,csv-quote-open: ") != std::string::npos);
    CHECK(made.rejects.ends_with(",\"2,2025-01-22,USD,2\n"));
}

TEST_CASE("a record longer than memory is kept aside in pieces", "[columns]") {
    const std::string longest(3 * csv_input::longest_record + 17, 'x');
    const auto made =
        convert_text(header + "1,2025-01-22,USD,1\n" + longest + "\n3,2025-01-22,USD,3\n", question(), 100'000);
    CHECK(made.table == new_header + "1,2025-01-22,USD,1,1.00\n3,2025-01-22,USD,3,3.00\n");
    CHECK(ids(made) == "csv-row-too-long 1; ");
    CHECK(made.rejects.find("," + longest + "\n") != std::string::npos);
    const auto at_end = convert_text(header + longest, question());
    CHECK(at_end.table == new_header);
    CHECK(at_end.rejects.ends_with(longest + "\n"));
    CHECK(at_end.outcome.rejected == 1);
}

TEST_CASE("a long row that fits is converted", "[columns]") {
    const std::string note(200'000, 'n');
    const auto made = convert_text(header + note + ",2025-01-22,USD,1\n2,2025-01-22,USD,2\n", question(), 5'000);
    CHECK(made.table == new_header + note + ",2025-01-22,USD,1,1.00\n2,2025-01-22,USD,2,2.00\n");
}

TEST_CASE("amounts of any size and scale are exact", "[columns]") {
    const auto made = convert_text(
        header +
            "1,2025-01-22,USD,123456789012345678901234567890.125\n2,2025-01-22,USD,0.005\n3,2025-01-22,USD,0.015\n"
            "4,2025-01-22,USD,0.0050000000000000000000001\n5,2025-01-22,USD,92233720368547758.07\n6,2025-01-22,KRW,"
            "9223372036854775807\n"
            "7,2025-01-22,JPY,1.00\n8,2025-01-22,USD,-0.004\n",
        question());
    CHECK(made.table == new_header +
                            "1,2025-01-22,USD,123456789012345678901234567890.125,123456789012345678901234567890.12\n2,"
                            "2025-01-22,USD,0.005,0.00\n"
                            "3,2025-01-22,USD,0.015,0.02\n4,2025-01-22,USD,0.0050000000000000000000001,0.01\n"
                            "5,2025-01-22,USD,92233720368547758.07,92233720368547758.07\n6,2025-01-22,KRW,"
                            "9223372036854775807,6438437856757269.25\n"
                            "7,2025-01-22,JPY,1.00,0.01\n8,2025-01-22,USD,-0.004,0.00\n");
    auto up = question();
    up.rounding = rounding_mode::half_up;
    CHECK(convert_text(header + "1,2025-01-22,USD,0.005\n2,2025-01-22,USD,-0.125\n", up).table ==
          new_header + "1,2025-01-22,USD,0.005,0.01\n2,2025-01-22,USD,-0.125,-0.13\n");
}

TEST_CASE("one currency, one day, other marks, and where the rate is from", "[columns]") {
    auto asked = question();
    asked.currency.clear();
    asked.date.clear();
    asked.from = code("KRW");
    asked.day = day("2025-01-26");
    asked.delimiter = ';';
    asked.style.decimal_mark = ',';
    asked.amount = "Betrag";
    asked.adds_rate = asked.adds_rate_date = asked.adds_rate_source = true;
    const auto made = convert_text("Betrag;Wer\n1.500.000,5;a;b\n1500000,50;c\n", asked);
    CHECK(made.table ==
          "Betrag;Wer;Betrag_USD;Betrag_USD_rate_date;Betrag_USD_rate;Betrag_USD_rate_source\n"
          "1500000,50;c;1046.08;2025-01-24;1309/1877000;European Central Bank\n");
    CHECK(made.outcome.rejected == 1);
    CHECK(made.rejects.starts_with("reject_line;reject_reason;Betrag;Wer\n2;"));
}

TEST_CASE("the column names say what is wrong with them", "[columns]") {
    const auto problems = [](const std::string& text, const csv_question& asked) {
        return convert_text(text, asked).problems;
    };
    auto asked = question();
    asked.amount = "amuont";
    const auto missing = problems(header, asked);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].id == "csv-no-column");
    CHECK(missing[0].near == std::vector<std::string>{"amount"});
    const auto twice = problems("date,currency,amount,amount\n", question());
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].id == "csv-column-twice");
    REQUIRE(twice[0].where);
    CHECK(twice[0].where->column == 22);
    CHECK(problems("date,currency,amount,amount_USD\n", question())[0].id == "csv-column-exists");
    CHECK(problems("", question())[0].id == "csv-no-columns");
    CHECK(problems("\n1,2\n", question())[0].id == "csv-no-columns");
    CHECK(problems("a\"b,c\n", question())[0].id == "csv-quote-stray");
    CHECK(problems("\"a,b\nc\n", question())[0].id == "csv-quote-open");
    CHECK(problems(std::string("a\0b,c\n", 6), question())[0].id == "csv-not-text");
    CHECK(problems("\xFF\xFE"
                   "a,b\n",
                   question())[0]
              .id == "csv-not-text");
    CHECK(problems(std::string(2 * csv_input::longest_record, 'a'), question())[0].id == "csv-row-too-long");
    const auto all = problems("x,y\n", question());
    CHECK(all.size() == 3);
    CHECK(convert_text(header, question()).table == new_header);
    CHECK(convert_text("date,currency,amount", question()).table == "date,currency,amount,amount_USD\n");
}

TEST_CASE("the result does not depend on how the text arrives", "[columns]") {
    column_cases::number_source numbers(1103);
    std::string text = header;
    const char* codes[] = {"USD", "KRW", "EUR", "GBP", "JPY", "SAR", "XX", "\"KRW\""};
    const char* days[] = {"2025-01-21", "2025-01-22", "2025-01-25", "2024-12-01", "\"2025-01-24\"", "2025-01-99"};
    for (int i = 0; i < 3000; ++i) {
        const auto amount = std::to_string(numbers.with_digits(12)) +
                            (i % 3 == 0 ? "" : "." + std::to_string(numbers.with_digits(i % 7 == 0 ? 5 : 2)));
        text += (i % 11 == 0 ? "\"" + std::string(static_cast<std::size_t>(i % 90), i % 2 == 0 ? '\n' : ',') + "\""
                             : std::to_string(i)) +
                ",";
        text += std::string(days[numbers.below(i % 5 == 0 ? 6 : 3)]) + "," + codes[numbers.below(i % 5 == 0 ? 8 : 6)] +
                "," + (i % 13 == 0 ? "\"" + amount + "\"" : amount);
        text += i % 97 == 0 ? ",extra\n" : i % 101 == 0 ? "\"\n" : i % 17 == 0 ? "\r\n" : "\n";
    }
    const auto whole = convert_text(text, question());
    CHECK(whole.outcome.rows > 2900);  // a quote that opens a cell too many takes some rows with it
    CHECK(whole.outcome.rejected > 200);
    CHECK(whole.outcome.rejected < 1500);
    for (const std::size_t piece : {1U, 7U, 64U, 1000U, 65536U}) {
        const auto made = convert_text(text, question(), piece);
        CHECK(made.table == whole.table);
        CHECK(made.rejects == whole.rejects);
        CHECK(ids(made) == ids(whole));
    }
}

TEST_CASE("a source or a target that fails ends the conversion", "[columns]") {
    csv_channels channels{[](char*, std::size_t) { return std::ptrdiff_t{-1}; },
                          [](std::string_view) { return true; },
                          [](std::string_view) { return true; },
                          {}};
    CHECK(convert_csv(question(), book().table(), rate_book::currencies(), policy(), channels)->read_failed);
    int calls = 0;
    channels.read = [&](char* buffer, std::size_t size) {
        const auto text = calls++ == 0 ? header : std::string("1,2025-01-22,USD,1\n");
        std::memcpy(buffer, text.data(), text.size());
        return static_cast<std::ptrdiff_t>(std::min(text.size(), size));
    };
    channels.write = [](std::string_view) { return false; };
    CHECK(convert_csv(question(), book().table(), rate_book::currencies(), policy(), channels)->write_failed);
    CHECK(calls < 100'000);
}

TEST_CASE("a quote that never closes costs its line, and the rows behind it are converted", "[columns]") {
    std::string text = "id,date,currency,amount\n1,2025-01-22,USD,1\n2,2025-01-22,USD,\"2\n";
    for (int i = 3; i < 2000; ++i) text += std::to_string(i) + ",2025-01-22,USD,5\n";
    const auto made = convert_text(text, question());
    CHECK(made.outcome.rows == 1999);
    CHECK(made.outcome.rejected == 1);
    CHECK(ids(made) == "csv-quote-open 1; ");
    CHECK(std::count(made.table.begin(), made.table.end(), '\n') == 1999);
    CHECK(std::count(made.rejects.begin(), made.rejects.end(), '\n') == 2);
    // Behind the megabyte that a record may have, too.
    while (text.size() < 3U << 20U) text += "7,2025-01-22,USD,5\n";
    const auto large = convert_text(text, question());
    CHECK(large.outcome.rejected == 1);
    CHECK(static_cast<std::size_t>(std::count(large.table.begin(), large.table.end(), '\n')) == large.outcome.rows);
}

TEST_CASE("lines that end in carriage returns alone are an error, not an empty table", "[columns]") {
    CHECK(convert_text("id,date,currency,amount\r1,2025-01-22,USD,1\r", question()).problems[0].id == "csv-line-ends");
    std::string large = "id,date,currency,amount\r";
    while (large.size() < 3U << 20U) large += "1,2025-01-22,USD,1\r";
    CHECK(convert_text(large, question()).problems[0].id == "csv-line-ends");
}

TEST_CASE("a time behind a day is one that a clock shows", "[columns]") {
    const auto kept = [](const std::string& day) {
        return convert_text("date,currency,amount\n" + day + ",USD,1\n", question()).outcome.rejected == 0;
    };
    for (const auto* day : {"2025-01-22T10", "2025-01-22T10:30", "2025-01-22 10:30:59", "2025-01-22T23:59:60.25Z",
                            "2025-01-22T10:30+09:00", "2025-01-22T10:30:00-0500"})
        CHECK(kept(day));
    for (const auto* day : {"2025-01-22T99:99", "2025-01-22T24:60", "2025-01-22T", "2025-01-22T1", "2025-01-22T10:30:",
                            "2025-01-22T10:30:00.", "2025-01-22T10:30X", "2025-01-22T10:30+9"})
        CHECK_FALSE(kept(day));
}

TEST_CASE("rates of earlier days are told once, and given rates that nothing needs", "[columns]") {
    const auto made = convert_text("date,currency,amount\n2025-01-23,KRW,1\n2025-01-25,KRW,1\n2025-01-25,GBP,1\n", question());
    REQUIRE(made.outcome.warnings.size() == 1);
    CHECK(made.outcome.warnings[0].first.id == "rate-stale");
    CHECK(made.outcome.warnings[0].first.level == severity::note);
    CHECK(made.outcome.warnings[0].count == 3);
}
