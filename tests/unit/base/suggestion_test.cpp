#include "catch.hpp"

#include <outlay/base/suggestion.hpp>

using namespace outlay;

TEST_CASE("suggestion: distance counts edits of code points, swaps as one, without case", "[base]") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("outlay", "outaly") == 1);
    CHECK(edit_distance("ca", "abc") == 3);  // optimal string alignment, not Damerau's full distance
    CHECK(edit_distance("Period", "pERIOD") == 0);
    CHECK(edit_distance("조원", "억원") == 1);
    CHECK(edit_distance("", "조원") == 2);
}

TEST_CASE("suggestion: near misses, best first, at most three", "[base]") {
    const std::vector<std::string_view> keys{"name", "economy", "outlay", "period", "jobs", "stage"};
    CHECK(near_misses("outlya", keys) == std::vector<std::string>{"outlay"});
    CHECK(near_misses("perid", keys) == std::vector<std::string>{"period"});
    CHECK(near_misses("zzzzzz", keys).empty());
    CHECK(near_misses("", keys).empty());

    const std::vector<std::string_view> close{"abcdef", "abcxef", "abcde", "abcdefg", "Abcde"};
    CHECK(near_misses("abcde", close) == std::vector<std::string>{"abcde", "Abcde", "abcdef"});
}

TEST_CASE("suggestion: short words allow fewer edits", "[base]") {
    const std::vector<std::string_view> codes{"USD", "KRW", "EUR"};
    CHECK(near_misses("USS", codes) == std::vector<std::string>{"USD"});
    CHECK(near_misses("UXX", codes).empty());
    const std::vector<std::string_view> words{"billion"};
    CHECK(near_misses("bilion", words).size() == 1);
    CHECK(near_misses("blion", words).size() == 1);
    CHECK(near_misses("blon", words).empty());
}
