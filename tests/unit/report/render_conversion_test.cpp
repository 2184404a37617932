#include "catch.hpp"

#include <outlay/figures/read.hpp>
#include <outlay/report/render_conversion.hpp>

using namespace outlay;

namespace {

const engine& data() {
    static const engine built_in = engine::embedded();
    return built_in;
}

conversion convert(std::string_view words, std::string_view to) {
    auto policy = data().default_policy();
    policy.given = {read_given_rate("USD/KRW=1436", data().currencies()).value()};
    auto from = read_one(data(), words, figure_kind::money).value();
    auto converted = normalize(data(), from, currency_code(to), policy).value();
    return {std::string(words), std::move(from), std::move(converted)};
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string answer(std::string_view words, std::string_view to, const format_options& options = {}) {
    return first_line(render_conversion(data(), convert(words, to), options));
}

}  // namespace

TEST_CASE("render_conversion: the answer stands in the first line, in full and in words") {
    CHECK(answer("2 trillion won", "USD") == "1,392,757,660.17 USD  ≈ $1.39 billion");
    CHECK(answer("$500B", "KRW") == "718,000,000,000,000 KRW  ≈ ₩718 trillion");
    CHECK(answer("718조원", "USD") == "500,000,000,000.00 USD  ≈ $500 billion");
}

TEST_CASE("render_conversion: bounds stay bounds") {
    CHECK(answer("up to $500 billion", "KRW") == "≤ 718,000,000,000,000 KRW  ≤ ₩718 trillion");
    CHECK(answer("700조원대", "USD") == "487,465,181,058.50 to below 557,103,064,066.85 USD  ≈ $487–557 billion");
    CHECK(answer("약 718조원", "USD") == "≈ 500,000,000,000.00 USD  ≈ $500 billion");
}

TEST_CASE("render_conversion: the rounding that was asked for is used") {
    // 7.18 won at 1436 are exactly half a cent.
    CHECK(answer("7.18 won", "USD") == "0.01 USD  ≈ $0.005");
    CHECK(answer("7.18 won", "USD", {"en", rounding_mode::half_even}) == "0.00 USD  ≈ $0.005");
}

TEST_CASE("render_conversion: an amount a year stays one a year") {
    CHECK(answer("$5 million a year", "KRW") == "7,180,000,000 KRW/year  ≈ ₩7.18 billion");
}

TEST_CASE("render_conversion: in Korean") {
    CHECK(answer("$5 million", "KRW", {"ko", rounding_mode::half_up}) == "71억8000만원  ≈ 71.8억원");
}

TEST_CASE("render_conversion: below it stand the amount as read, how, and the rate with its date, path and source") {
    CHECK(render_conversion(data(), convert("2조원", "USD"), {}) ==
          "1,392,757,660.17 USD  ≈ $1.39 billion\n"
          "  amount  2,000,000,000,000 KRW (“2조원”)\n"
          "  rate    USD/KRW 1,436\n"
          "  date    none: the rate was given\n"
          "  path    ÷ USD/KRW 1436 (inverse)\n"
          "  source  command line\n");
}

TEST_CASE("render_conversion: currencies that a sign could also mean are named, the first three of many") {
    auto what = convert("$5", "KRW").from;
    what.candidates = split_codes("USD CAD AUD NZD SGD HKD");
    what.reason = "the reason";
    CHECK(format_candidates(what, {}, false) == "USD; it could also be CAD, AUD, NZD or 2 others");
    what.candidates.pop_back();
    CHECK(format_candidates(what, {}, true) == "USD (the reason); it could also be CAD, AUD, NZD, SGD");
    what.candidates.clear();
    CHECK(format_candidates(what, {}, true).empty());
}

TEST_CASE("render_conversion: the document of the contract") {
    CHECK(render_conversion_json(data(), convert("최대 2조원", "USD"), {}) == R"({
  "schema": "outlay/1",
  "from": {
    "text": "최대 2조원",
    "low": null,
    "high": "2000000000000",
    "central": null,
    "low_open": false,
    "high_open": false,
    "currency": "KRW",
    "candidates": [],
    "per": null
  },
  "to": {
    "value": null,
    "exact": null,
    "low": null,
    "high": "500000000000/359",
    "low_open": false,
    "high_open": false,
    "currency": "USD"
  },
  "rate": {
    "pair": "USD/KRW",
    "value": "1436",
    "exact": "1436",
    "date": null,
    "source": "command line",
    "kind": "given",
    "path": "inverse",
    "as_of": null,
    "as_of_origin": null,
    "legs": [
      {
        "pair": "USD/KRW",
        "value": "1436",
        "exact": "1436",
        "date": null,
        "source": "command line",
        "kind": "given",
        "inverted": true
      }
    ]
  },
  "qualifier": "at_most"
}
)");
}
