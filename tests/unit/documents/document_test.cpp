#include "catch.hpp"

#include <outlay/documents/document.hpp>

#include <string>

using namespace outlay;
using namespace std::string_literals;

TEST_CASE("a document in UTF-8 is its bytes") {
    const auto read = decode_document("a.txt",
                                      "\xEF\xBB\xBF"
                                      "5조원\r\n$5");
    CHECK(read.text.text() ==
          "\xEF\xBB\xBF"
          "5조원\r\n$5");
    CHECK(read.text.begin_in_file(3) == 3);
    CHECK(read.text.name() == "a.txt");
    CHECK(read.warnings.empty());
}

TEST_CASE("a document in UTF-16 knows where its characters lie in the file") {
    const auto little =
        decode_document("a.txt", "\xFF\xFE"s + "a\0\x70\xC8\n\0\x3D\xD8\x00\xDE"s);  // a, 조, a line end, U+1F600
    CHECK(little.text.text() == "a조\n\xF0\x9F\x98\x80");
    CHECK(little.text.begin_in_file(1) == 4);
    CHECK(little.text.end_in_file(4) == 6);
    CHECK(little.text.begin_in_file(5) == 8);
    CHECK(little.text.end_in_file(9) == 12);
    CHECK(little.text.line_in_file(5) == 2);
    const auto big = decode_document("a.txt", "\xFE\xFF"s + "\0a\xC8\x70"s);
    CHECK(big.text.text() == "a조");
    const auto half = decode_document("a.txt", "\xFF\xFE"s +
                                                   "\x3D\xD8"
                                                   "a\0b"s);  // half a pair, and half a unit at the end
    CHECK(half.text.text() ==
          "\xEF\xBF\xBD"
          "a");
}

TEST_CASE("a page is its words, at the bytes and lines of the page") {
    const std::string page = "<!DOCTYPE html>\n<p>Up&nbsp;to\n<b>$5</b> million<script>$7</script><td>x</td>";
    const auto read = decode_document("page", page);
    const auto text = read.text.text();
    const auto at = text.find("$5 million");
    REQUIRE(at != std::string_view::npos);
    CHECK(text.find('7') == std::string_view::npos);
    CHECK(read.text.begin_in_file(at) == page.find("$5"));
    CHECK(read.text.end_in_file(at + 10) == page.find("<script>"));
    CHECK(read.text.line_in_file(at) == 3);
    CHECK(decode_document("a.HTM", "<i>x").text.text() == "x\n");
    CHECK(decode_document("a.txt", "x <p>y").text.text() == "x <p>y");
}

TEST_CASE("a page in UTF-16 is a page, at the bytes of the file") {
    const auto read = decode_document("page", "\xFF\xFE"s + "<\0h\0t\0m\0l\0>\0$\0005\0"s);
    CHECK(read.text.text() == "$5\n");  // a block ends a line
    CHECK(read.text.begin_in_file(0) == 14);
    CHECK(read.text.end_in_file(2) == 18);
}

TEST_CASE("bytes that are no text are a warning with their place, and are passed over") {
    const auto read = decode_document("latin.txt", "x\ncaf\xE9: $5 \xFF");
    REQUIRE(read.warnings.size() == 1);
    CHECK(read.warnings.front().id == "document-not-utf8");
    CHECK(read.warnings.front().level == severity::warning);
    CHECK(read.warnings.front().where->line == 2);
    CHECK(read.warnings.front().where->column == 4);
    CHECK(read.text.text().size() == 12);
}

TEST_CASE("what may be cut at line ends is plain text") {
    CHECK(is_plain_text("a.txt", "$5"));
    CHECK(is_plain_text("", ""));
    CHECK_FALSE(is_plain_text("a.xhtml", "$5"));
    CHECK_FALSE(is_plain_text("a.txt", " \n<!doctype HTML>"));
    CHECK_FALSE(is_plain_text("a.txt", "\xFE\xFF"));
}

TEST_CASE("a document that is not there is an error") {
    const auto read = read_document("/nonexistent/article.txt");
    REQUIRE_FALSE(read);
    CHECK(read.problems().front().id == "file-missing");
}

TEST_CASE("a page is known by its first tag, whatever stands before it") {
    for (const char* const page :
         {"<!-- c -->\n<html><p>$5&nbsp;bn</p>", "<?xml version=\"1.0\"?>\n<html><p>$5&nbsp;bn</p>",
          " <head></head><p>$5&nbsp;bn</p>"})
        CHECK(decode_document("-", page).text.text().find("$5\u00A0bn") != std::string::npos);
    CHECK(decode_document("-", "<!-- c --> 5 < 6").text.text() == "<!-- c --> 5 < 6");
}

TEST_CASE("the raised number of a footnote is no digit of a sum") {
    const auto words = [](const std::string& page) { return std::string(decode_document("a.html", page).text.text()); };
    CHECK(words("<p>$12<sup>1</sup> million</p>").find("$12 million") != std::string::npos);
    CHECK(words("<p>$5<sup><a href='#n'>[2]</a></sup> billion</p>").find("$5 billion") != std::string::npos);
    CHECK(words("<p>the 5<sup>th</sup> year</p>").find("5th year") != std::string::npos);
}
