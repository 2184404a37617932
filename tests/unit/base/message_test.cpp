#include "catch.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <tuple>

using namespace outlay;

TEST_CASE("message: fills placeholders by name", "[base]") {
    CHECK(fill("{a} and {b}, {a}", {{"a", "1"}, {"b", "2"}}) == "1 and 2, 1");
    CHECK(fill("{a}", {{"a", "{b}"}, {"b", "2"}}) == "{b}");  // an argument is not a pattern
    CHECK(fill("no {such} name", {{"a", "1"}}) == "no {such} name");
    CHECK(fill("{ {a} }{", {{"a", "1"}}) == "{ 1 }{");
    CHECK(fill("", {}).empty());
}

TEST_CASE("message: falls back to English, then to the id", "[base]") {
    CHECK(message("file-missing", {{"file", "x"}}) == "no such file: 'x'");
    CHECK(message("file-missing", {{"file", "x"}}, "xx") == "no such file: 'x'");
    CHECK(message_pattern("file-missing", "xx") == "no such file: '{file}'");
    CHECK(message("no-such-id") == "no-such-id");
    CHECK(message_pattern("no-such-id").empty());
}

TEST_CASE("message: the catalogue is sorted, with one text for an id and language", "[base]") {
    const auto rows = embedded_messages();
    REQUIRE(!rows.empty());
    const auto key = [](const message_row& row) { return std::tuple(row.language, row.id); };
    const auto twin =
        std::adjacent_find(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return !(key(a) < key(b)); });
    if (twin != rows.end()) FAIL(twin->id);
    for (const auto& row : rows) {
        CAPTURE(row.id);
        CHECK((!row.text.empty() || row.id.ends_with(".arguments")));  // a command without arguments
    }
}
