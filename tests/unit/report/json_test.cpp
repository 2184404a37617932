#include "catch.hpp"

#include <outlay/report/json.hpp>

using namespace outlay;

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    append_json_text(out, text);
    return out;
}

}  // namespace

TEST_CASE("json: strings are escaped and UTF-8 passes through") {
    CHECK(quoted("plain") == R"("plain")");
    CHECK(quoted("a\"b\\c") == R"("a\"b\\c")");
    CHECK(quoted("tab\tline\nreturn\r") == R"("tab\tline\nreturn\r")");
    CHECK(quoted(std::string_view("\0\x1f\x7f", 3)) == R"("\u0000\u001f\u007f")");
    CHECK(quoted("약 718조원 “x” 🙂") == "\"약 718조원 “x” 🙂\"");
}

TEST_CASE("json: bytes that are no UTF-8 become the replacement character") {
    CHECK(quoted("a\xff"
                 "b") ==
          "\"a\xEF\xBF\xBD"
          "b\"");
    CHECK(quoted("\xed\x95") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("json: compact documents") {
    std::string out;
    json_writer json(out);
    json.begin_object();
    json.key("low").null();
    json.key("high").text("500000000000");
    json.key("open").boolean(false);
    json.key("begin").number(18446744073709551615U);
    json.key("candidates").texts({"USD", "CAD"});
    json.key("empty").begin_array().end_array();
    json.key("rate").begin_object();
    json.key("date").text_or_null(std::nullopt);
    json.end_object();
    json.end_object();
    json.finish();
    CHECK(out == R"({"low":null,"high":"500000000000","open":false,"begin":18446744073709551615,)"
                 R"("candidates":["USD","CAD"],"empty":[],"rate":{"date":null}})"
                 "\n");
}

TEST_CASE("json: indented documents") {
    std::string out;
    json_writer json(out, json_writer::layout::indented);
    json.begin_object();
    json.key("cases").begin_array();
    json.begin_object();
    json.key("name").text("x");
    json.end_object();
    json.text("y");
    json.end_array();
    json.key("none").begin_object().end_object();
    json.end_object();
    json.finish();
    CHECK(out ==
          "{\n"
          "  \"cases\": [\n"
          "    {\n"
          "      \"name\": \"x\"\n"
          "    },\n"
          "    \"y\"\n"
          "  ],\n"
          "  \"none\": {}\n"
          "}\n");
}
