#include "figures/start_filter.hpp"

#include "catch.hpp"

#include <outlay/engine.hpp>

using namespace outlay;
using namespace outlay::reading;

TEST_CASE("a start filter knows the beginnings of its words in either case") {
    start_filter filter;
    filter.add("dollar");
    filter.add("kr");
    filter.add("рубл");
    filter.add("欧元");
    for (const std::string_view text : {"dollars", "Dollar", "DOLLAR", "kr 5", "Kr.", "рублей", "РУБЛЕЙ", "欧元区"})
        CHECK(filter.may_begin(text, 0));
    for (const std::string_view text : {"done", "dol", "krona", "рано", "欧洲", "", "5"})
        CHECK_FALSE(filter.may_begin(text, 0));
}

TEST_CASE("a start filter lets endings follow short words where the language has them") {
    start_filter filter;
    filter.add("mk", "aa n");
    CHECK(filter.may_begin("mkaa", 0));
    CHECK(filter.may_begin("mkn ", 0));
    CHECK_FALSE(filter.may_begin("mkx", 0));
}

TEST_CASE("a start filter never says no to a phrase of any language") {
    const engine data = engine::embedded();
    start_filter filter;
    std::size_t asked = 0;
    for (const lexicon& language : data.languages())
        for (const phrase& p : language.phrases()) {
            if (language.terms_of(p).empty()) continue;
            filter.add(p.text);
            INFO(language.tag() << ": " << p.text);
            CHECK(filter.may_begin(p.text, 0));
            ++asked;
        }
    CHECK(asked > 5000);
}
