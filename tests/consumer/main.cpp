// What a finance tool does with the library: $500 billion in won, at the rate of 22 January 2025.
#include <outlay/engine.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/number/interval.hpp>

#include <cstdio>
#include <string>

namespace {

int fail(const std::string& what) {
    std::fprintf(stderr, "consumer: %s\n", what.c_str());
    return 1;
}

}  // namespace

int main() {
    const auto data = outlay::engine::embedded();
    const auto sum = outlay::read_one(data, "$500 billion", outlay::figure_kind::money);
    if (!sum) return fail(sum.problems().front().message);

    auto policy = data.default_policy();
    policy.as_of = outlay::make_date(2025, 1, 22);
    const auto won = outlay::currency_code("KRW");
    const auto rate = outlay::resolve_rate(data.rates(), data.currencies(), policy, sum->currency, won);
    if (!rate) return fail(rate.problems().front().message);

    const auto converted = outlay::scale(outlay::to_ratio(sum->amount), rate->factor);
    // The European Central Bank's euro rates of that day: 1496.01 won and 1.0443 dollars.
    const auto expected = outlay::make_ratio(500'000'000'000, 1) * outlay::make_ratio(14'960'100, 10'443);
    if (converted.central != expected) return fail("not " + outlay::fraction_text(expected));
    std::printf("%s\n", outlay::fraction_text(*converted.central).c_str());
    return 0;
}
