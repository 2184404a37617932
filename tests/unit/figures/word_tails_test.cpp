#include "figures/word_tails.hpp"

#include "catch.hpp"

using namespace outlay::reading;

TEST_CASE("word tails know what a word may end in, in either case") {
    word_tails tails;
    tails.add("kr");
    tails.add("euro");
    tails.add("kronor");
    const auto may_end = [&](std::string_view word) { return tails.may_end(word, 0, word.size()); };
    for (const std::string_view word : {"kr", "mkr", "MKR", "tusenkronor", "hundertEuro", "euro"}) CHECK(may_end(word));
    for (const std::string_view word : {"k", "europe", "krone", "dollar", "r"}) CHECK_FALSE(may_end(word));
}
