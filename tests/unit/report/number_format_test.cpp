#include "catch.hpp"

#include <outlay/report/number_format.hpp>

#include <algorithm>
#include <set>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

ratio number(std::string_view text) { return parse_ratio(text).value(); }

const currency_code dollar("USD");
const currency_code won("KRW");
const format_options english{"en", rounding_mode::half_up};
const format_options korean{"ko", rounding_mode::half_up};

std::string words(std::string_view amount, currency_code currency, int digits = 3,
                  const format_options& options = english) {
    return format_in_words(data(), number(amount), currency, digits, options);
}

metric money_metric(interval<ratio> value, qualifier q, std::string unit, currency_code currency) {
    metric m;
    m.value = std::move(value);
    m.qualifier = q;
    m.unit = std::move(unit);
    m.currency = currency;
    return m;
}

}  // namespace

TEST_CASE("number_format: digits are grouped by three and rounded to the scale asked for") {
    CHECK(format_grouped(data(), number("500000000000/359"), 2, english) == "1,392,757,660.17");
    CHECK(format_grouped(data(), number("999"), 0, english) == "999");
    CHECK(format_grouped(data(), number("1000"), 0, english) == "1,000");
    CHECK(format_grouped(data(), number("-1234567.5"), 1, english) == "-1,234,567.5");
    CHECK(format_grouped(data(), number("0"), 2, english) == "0.00");
    CHECK(format_grouped(data(), number("999.995"), 2, english) == "1,000.00");
    CHECK(format_grouped(data(), number("-0.4"), 0, english) == "0");
}

TEST_CASE("number_format: thirty digits and numbers above 2^53 keep every digit") {
    CHECK(format_grouped(data(), number("123456789012345678901234567890"), 0, english) ==
          "123,456,789,012,345,678,901,234,567,890");
    CHECK(format_grouped(data(), number("9007199254740993"), 0, english) == "9,007,199,254,740,993");
    CHECK(format_grouped(data(), number("1484.23"), 2, english) == "1,484.23");
    CHECK(format_grouped(data(), number("1484.24"), 2, english) == "1,484.24");
}

TEST_CASE("number_format: ties go away from zero, or to the even digit where that is asked") {
    const format_options even{"en", rounding_mode::half_even};
    CHECK(format_grouped(data(), number("2.5"), 0, english) == "3");
    CHECK(format_grouped(data(), number("2.5"), 0, even) == "2");
    CHECK(format_grouped(data(), number("3.5"), 0, even) == "4");
    CHECK(format_grouped(data(), number("-2.5"), 0, english) == "-3");
}

TEST_CASE("number_format: a decimal that does not end is shown as cut") {
    CHECK(format_exact(data(), number("200000/157"), 6, english) == "1,273.885350…");
    CHECK(format_exact(data(), number("1436"), 6, english) == "1,436");
    CHECK(format_exact(data(), number("1436.50"), 6, english) == "1,436.5");
    CHECK(format_exact(data(), number("0.1234567"), 6, english) == "0.123457…");
}

TEST_CASE("number_format: amounts stand with the digits of their currency's minor unit") {
    CHECK(format_money(data(), number("500000000000/359"), dollar, english) == "1,392,757,660.17 USD");
    CHECK(format_money(data(), number("718000000000000"), won, english) == "718,000,000,000,000 KRW");
    CHECK(format_money(data(), number("1.2345"), currency_code("KWD"), english) == "1.235 KWD");
}

TEST_CASE("number_format: whole Korean amounts are written in units of ten thousand") {
    CHECK(format_money(data(), number("7180000000"), won, korean) == "71억8000만원");
    CHECK(format_money(data(), number("1795000000"), won, korean) == "17억9500만원");
    CHECK(format_money(data(), number("718000000000000"), won, korean) == "718조원");
    CHECK(format_money(data(), number("1000000000000/157"), won, korean) == "63억6942만6752원");
    CHECK(format_money(data(), number("10000"), won, korean) == "1만원");
    CHECK(format_money(data(), number("9875"), won, korean) == "9,875원");
    CHECK(format_money(data(), number("100000001"), won, korean) == "1억1원");
    CHECK(format_money(data(), number("1392757660.17"), dollar, korean) == "13억9275만7660.17 달러");
    CHECK(format_money(data(), number("10000.5"), dollar, korean) == "1만0.50 달러");
    CHECK(format_money(data(), number("23000000000000000"), won, korean) == "2경3000조원");
}

TEST_CASE("number_format: words round to significant digits and drop the zeros behind them") {
    CHECK(words("500000000000", dollar) == "$500 billion");
    CHECK(words("500000000000/359", dollar) == "$1.39 billion");
    CHECK(words("5000000", dollar) == "$5 million");
    CHECK(words("1250000", dollar) == "$1.25 million");
    CHECK(words("718000000000000", won) == "₩718 trillion");
    CHECK(words("1436000000000000", won, 4) == "₩1,436 trillion");
    CHECK(words("999999999", dollar) == "$1 billion");
    CHECK(words("17855.87", dollar) == "$17,900");
    CHECK(words("-1392757660", dollar) == "-$1.39 billion");
    CHECK(words("95500000000", currency_code("SEK")) == "95.5 billion SEK");
}

TEST_CASE("number_format: Korean words use the Korean magnitudes and currency words") {
    CHECK(words("1392757660", dollar, 3, korean) == "13.9억 달러");
    CHECK(words("6369426751.59", won, 3, korean) == "63.7억원");
    CHECK(words("718000000000000", won, 3, korean) == "718조원");
    CHECK(words("5009919.64", dollar, 3, korean) == "501만 달러");
}

TEST_CASE("number_format: bare numbers in words") {
    CHECK(format_number_in_words(data(), number("359"), 3, english) == "359");
    CHECK(format_number_in_words(data(), number("50000/157"), 3, english) == "318");
    CHECK(format_number_in_words(data(), number("1461/359"), 3, english) == "4.07");
    CHECK(format_number_in_words(data(), number("100000"), 3, english) == "100,000");
    CHECK(format_number_in_words(data(), number("1234567"), 3, english) == "1.23 million");
    CHECK(format_number_in_words(data(), number("0"), 3, english) == "0");
    CHECK(format_number_in_words(data(), number("4/359"), 3, english) == "0.0111");
}

TEST_CASE("number_format: two bounds share a magnitude where they have one") {
    CHECK(format_range_in_words(data(), number("700000000000000"), number("800000000000000"), 3, english) ==
          "700–800 trillion");
    CHECK(format_range_in_words(data(), number("900000000"), number("1200000000"), 3, english) ==
          "900 million–1.2 billion");
    CHECK(format_range_in_words(data(), number("1391000000"), number("1392000000"), 3, english) == "1.39 billion");
    CHECK(format_range_in_words(data(), number("2000000000000"), number("2500000000000"), 3, korean) == "2~2.5조");
}

TEST_CASE("number_format: gaps are signed percentages") {
    CHECK(format_percent(data(), number("0.12726"), 1, english) == "+12.7 %");
    CHECK(format_percent(data(), number("-6363/56363"), 1, english) == "-11.3 %");
}

TEST_CASE("number_format: a metric keeps the sign of its bound in both forms") {
    const auto per_job =
        money_metric(interval<ratio>::at_most(number("5000000")), qualifier::at_most, "USD/job", dollar);
    CHECK(format_metric(data(), per_job, english) == "≤ 5,000,000.00 USD/job  ≤ $5 million");
    const auto floor =
        money_metric(interval<ratio>::at_least(number("100000000000")), qualifier::at_least, "USD", dollar);
    CHECK(format_metric(data(), floor, english) == "≥ 100,000,000,000.00 USD  ≥ $100 billion");
    auto below = interval<ratio>::at_most(number("200000000"));
    below.high_open = true;
    CHECK(format_metric(data(), money_metric(below, qualifier::below, "EUR", currency_code("EUR")), english) ==
          "< 200,000,000.00 EUR  < €200 million");
}

TEST_CASE("number_format: a point is shown in full and about, an approximate one about in both forms") {
    const auto exact =
        money_metric(interval<ratio>::point(number("500000000000/359")), qualifier::exact, "USD", dollar);
    CHECK(format_metric(data(), exact, english) == "1,392,757,660.17 USD  ≈ $1.39 billion");
    const auto about = money_metric(interval<ratio>::point(number("718000000000000")), qualifier::about, "KRW", won);
    CHECK(format_metric(data(), about, english) == "≈ 718,000,000,000,000 KRW  ≈ ₩718 trillion");
}

TEST_CASE("number_format: a band shows both bounds and that the upper one is not reached") {
    const auto band = money_metric(
        interval<ratio>::between(number("175000000000000/359"), number("200000000000000/359"), false, true),
        qualifier::band, "USD", dollar);
    CHECK(format_metric(data(), band, english) ==
          "487,465,181,058.50 to below 557,103,064,066.85 USD  ≈ $487–557 billion");
}

TEST_CASE("number_format: a value that is nearly reached keeps that it is") {
    interval<ratio> value;
    value.high = number("500000000000");
    value.high_open = true;
    value.central = value.high;
    CHECK(format_metric(data(), money_metric(value, qualifier::nearly, "USD", dollar), english) ==
          "≲ 500,000,000,000.00 USD  ≲ $500 billion");
}

TEST_CASE("number_format: counts and ratios have no currency") {
    metric jobs;
    jobs.value = interval<ratio>::at_least(number("100000/359"));
    jobs.qualifier = qualifier::at_least;
    jobs.unit = "job";
    CHECK(format_metric(data(), jobs, english) == "≥ 278.55 jobs  ≥ 279 jobs");
    CHECK(format_metric(data(), jobs, korean) == "≥ 일자리 278.55개  ≥ 일자리 279개");
    metric quotient;
    quotient.value = interval<ratio>::at_most(number("359"));
    quotient.qualifier = qualifier::at_most;
    CHECK(format_metric(data(), quotient, english) == "≤ 359");
    metric one;
    one.value = interval<ratio>::point(number("1"));
    one.unit = "job";
    CHECK(format_metric(data(), one, english) == "1 job");
}

TEST_CASE("number_format: an unknown metric has no text of its own") {
    metric unknown;
    unknown.missing = {"jobs-not-stated"};
    CHECK(format_metric(data(), unknown, english).empty());
}

TEST_CASE("number_format: per units are the reader's own") {
    const auto per_job =
        money_metric(interval<ratio>::at_most(number("7180000000")), qualifier::at_most, "KRW/job", won);
    CHECK(format_metric(data(), per_job, korean) == "≤ 71억8000만원/일자리  ≤ 71.8억원");
    const auto per_year =
        money_metric(interval<ratio>::at_most(number("125000000000")), qualifier::at_most, "USD/year", dollar);
    CHECK(format_metric(data(), per_year, english) == "≤ 125,000,000,000.00 USD/year  ≤ $125 billion");
}

TEST_CASE("number_format: every locale has every key that is no magnitude, currency or singular") {
    std::set<std::string_view> keys;
    const auto is_shared = [](std::string_view key) {
        return !key.starts_with("magnitude.") && !key.starts_with("short.") && !key.starts_with("one.") &&
               (!key.starts_with("amount.") || key == "amount.other");
    };
    for (const auto& row : data().formats())
        if (is_shared(row.key)) keys.insert(row.key);
    REQUIRE(format_locales(data()) == std::vector<std::string_view>{"en", "ko"});
    for (const auto locale : format_locales(data()))
        for (const auto key : keys) {
            const auto has = std::ranges::any_of(
                data().formats(), [&](const format_row& r) { return r.locale == locale && r.key == key; });
            INFO(locale << " " << key);
            CHECK(has);
        }
}

TEST_CASE("number_format: all digits are those of the decimal where it ends, else some of them and the fraction") {
    const auto data = engine::embedded();
    format_options all;
    all.digits = all_digits;
    const auto written = [&](const ratio& value, std::string_view unit) {
        return format_interval(data, interval<ratio>::point(value), qualifier::exact, unit, 2, all);
    };
    CHECK(written(make_ratio(500'000'000'000, 359), "USD").full == "1,392,757,660.167130919220… USD");
    CHECK(written(make_ratio(500'000'000'000, 359), "USD").words == "= 500000000000/359");
    CHECK(written(ratio(5), "USD/job").full == "5.00 USD/job");
    CHECK(written(make_ratio(123'456'789, 1'000'000), "USD").full == "123.456789 USD");
    CHECK(written(make_ratio(123'456'789, 1'000'000), "USD").words.empty());
    CHECK(written(ratio(7'180'000'000), "KRW").full == "7,180,000,000 KRW");
    const auto band = format_interval(data, interval<ratio>::between(make_ratio(1, 3), make_ratio(2, 3)),
                                      qualifier::range, "year", 2, all);
    CHECK(band.words == "= 1/3 – 2/3");
}

TEST_CASE("number_format: so many digits as are asked for, and short words") {
    const auto data = engine::embedded();
    const ratio value = make_ratio(500'000'000'000, 359);
    format_options four;
    four.digits = 4;
    CHECK(format_interval(data, interval<ratio>::point(value), qualifier::exact, "USD", 2, four).words ==
          "≈ $1.393 billion");
    format_options narrow;
    narrow.short_words = true;
    CHECK(format_in_words(data, value, currency_code("USD"), 3, narrow) == "$1.39 bn");
    narrow.locale = "ko";
    CHECK(format_in_words(data, value, currency_code("USD"), 3, narrow) == "13.9억 달러");
}
