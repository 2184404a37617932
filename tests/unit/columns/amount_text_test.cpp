#include <outlay/columns/amount_text.hpp>

#include "columns/digits.hpp"
#include "unit/columns/column_cases.hpp"

#include "catch.hpp"

#include <string>

using namespace outlay;

namespace {

std::string read(std::string_view text, char mark = '.') {
    const auto found = read_amount(text, {mark});
    const auto* value = std::get_if<decimal>(&found);
    return value ? value->text() : std::string(to_text(std::get<amount_flaw>(found)));
}

/// A text with what may be read and written around it.
struct padded {
    explicit padded(std::string_view text)
        : bytes(std::string(16, '7') + std::string(text) + std::string(16, '7')), size(text.size()) {}
    [[nodiscard]] const char* begin() const { return bytes.data() + 16; }
    [[nodiscard]] const char* end() const { return begin() + size; }
    std::string bytes;
    std::size_t size;
};

}  // namespace

TEST_CASE("amounts as tables write them", "[columns]") {
    CHECK(read("0") == "0");
    CHECK(read("1234.56") == "1234.56");
    CHECK(read("-5") == "-5");
    CHECK(read("+5") == "5");
    CHECK(read(".5") == "0.5");
    CHECK(read("007") == "7");
    CHECK(read("  12 ") == "12");
    CHECK(read("0.000000000000000000000000001") == "0.000000000000000000000000001");
    CHECK(read("123456789012345678901234567890.12") == "123456789012345678901234567890.12");
}

TEST_CASE("thousands are grouped throughout or not at all", "[columns]") {
    CHECK(read("1,234.56") == "1234.56");
    CHECK(read("-1,234,567") == "-1234567");
    CHECK(read("12,34,567.00") == "1234567.00");
    CHECK(read("1 234 567,89", ',') == "1234567.89");
    CHECK(read("1\xC2\xA0"
               "234,5",
               ',') == "1234.5");
    CHECK(read("1\xE2\x80\xAF"
               "234,5",
               ',') == "1234.5");
    CHECK(read("1.234.567,89", ',') == "1234567.89");
    CHECK(read("1'234.50") == "1234.50");
    for (const auto* text :
         {"12,50", "1,2345", "1234,567", ",123", "1,234,56", "1,,234", "1,234 567", "1,234.567,8", "123,45,678"})
        CHECK(read(text) == "amount-malformed");
}

TEST_CASE("what could be read in two ways, or is none, is refused with its reason", "[columns]") {
    CHECK(read("") == "amount-empty");
    CHECK(read("   ") == "amount-empty");
    CHECK(read("1e3") == "amount-exponent");
    CHECK(read("1.5E+10") == "amount-exponent");
    CHECK(read(std::string(401, '1')) == "amount-too-long");
    for (const auto* text : {"-", "+", ".", "5.", "1.2.3", "(5)", "$5", "5 USD", "abc", "--5", "5-", "1e", "0x10",
                             "NaN", "inf", "1_000", "1.234,56"})
        CHECK(read(text) == "amount-malformed");
    CHECK(read("1,234.56", ',') == "amount-malformed");
}

TEST_CASE("the short ways of reading agree with the long one", "[columns]") {
    column_cases::number_source numbers(11);
    std::size_t plain = 0;
    constexpr std::string_view bytes = "0123456789012345678901234567890123456789.-+,e \"\n\xC3";
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        for (auto left = 1 + numbers.below(12); left > 0; --left)
            text += bytes[numbers.below(i % 3 == 0 ? bytes.size() : 41)];
        if (i % 3 == 1) text.insert(text.size() - std::min<std::size_t>(text.size(), 2), ".");
        if (i % 5 == 1) text.insert(0, "-");
        const padded around(text);
        const auto wanted = read_amount(text);
        for (const auto& found : {digits::read_short(around.begin(), around.end(), '.'),
                                  digits::read_long(around.begin(), around.end(), '.')}) {
            if (!found.ok) continue;
            ++plain;
            INFO(text);
            const auto* value = std::get_if<decimal>(&wanted);
            REQUIRE(value != nullptr);
            REQUIRE(*value == decimal(integer(found.coefficient), found.scale));
        }
    }
    CHECK(plain > 100'000);
    const auto is_short = [](std::string_view text) {
        const padded p(text);
        return digits::read_short(p.begin(), p.end(), '.').ok;
    };
    const auto is_long = [](std::string_view text) {
        const padded p(text);
        return digits::read_long(p.begin(), p.end(), '.').ok;
    };
    CHECK(is_short("0.01"));
    CHECK(is_short("-999999.99"));
    CHECK(is_short("12345678"));
    CHECK_FALSE(is_short("1234567.89"));
    CHECK(is_long("1234567.89"));
    CHECK(is_long("1234567890123456.78"));
    CHECK_FALSE(is_long("12345678901234567"));
    CHECK_FALSE(is_short(""));
    CHECK_FALSE(is_long(""));
}

TEST_CASE("days are read by their digits", "[columns]") {
    const auto read_day = [](std::string_view text) {
        const padded p(text);
        return digits::read_day(p.begin());
    };
    const auto day = read_day("2024-03-15");
    CHECK(day.ok);
    CHECK(day.year == 2024);
    CHECK(day.slot == 3 * 32 + 15);
    for (const auto* text : {"2024/03/15", "2024-3-15x", "20240-3-15", "2024-03-1x", "x024-03-15", "2024-01-45",
                             "2024-01-32", "2024-17-05", "----------"})
        CHECK_FALSE(read_day(text).ok);
}

TEST_CASE("numbers are written with all their digits", "[columns]") {
    column_cases::number_source numbers(12);
    const auto write = [](std::int64_t coefficient, int scale) {
        std::array<char, 64> text{};
        return std::string(text.data(), digits::write_amount(text.data(), coefficient, scale));
    };
    CHECK(write(0, 2) == "0.00");
    CHECK(write(-1, 2) == "-0.01");
    CHECK(write(5, 0) == "5");
    CHECK(write(99'999'999, 0) == "99999999");
    CHECK(write(100'000'000, 0) == "100000000");
    CHECK(write(std::numeric_limits<std::int64_t>::min(), 2) == "-92233720368547758.08");
    for (int i = 0; i < 100'000; ++i) {
        const auto value = numbers.with_sign(numbers.with_digits(18));
        const auto scale = static_cast<int>(numbers.below(6));
        REQUIRE(write(value, scale) == decimal(integer(value), scale).text());
    }
}

TEST_CASE("no number that is grouped begins with 0", "[columns]") {
    for (const auto* text : {"0,123", "0,005", "000,123", "-0,123", "0 123", "0,12,345", "01,234"})
        CHECK(read(text) == "amount-malformed");
    CHECK(read("0.123", ',') == "amount-malformed");
    CHECK(read("0,123", ',') == "0.123");
    CHECK(read("10,123") == "10123");
}
