#include "catch.hpp"

#include <outlay/base/source.hpp>

using outlay::source;
using outlay::text_origin;

TEST_CASE("A text without pieces lies in its file as it is, after the offset", "[base][text_origin]") {
    text_origin part;
    part.offset = 100;
    CHECK(part.begin_in_file(7) == 107);
    CHECK(part.end_in_file(9) == 109);
}

TEST_CASE("Units that are alike are one piece, and each keeps its place", "[base][text_origin]") {
    text_origin utf16;                // "ab한c" after a mark of two bytes
    utf16.add({0, 2, 1, 2});
    utf16.add({1, 4, 1, 2});
    utf16.add({2, 6, 3, 2});
    utf16.add({5, 8, 1, 2});
    CHECK(utf16.pieces.size() == 3);
    CHECK(utf16.begin_in_file(1) == 4);
    CHECK(utf16.end_in_file(1) == 4);
    CHECK(utf16.begin_in_file(2) == 6);
    CHECK(utf16.end_in_file(5) == 8);
    CHECK(utf16.end_in_file(6) == 10);
}

TEST_CASE("A part of a file counts the lines before it", "[base][source]") {
    text_origin origin;
    origin.offset = 50;
    origin.lines = 3;
    const source part("a.txt", "one\ntwo $5\n", origin);
    CHECK(part.line_in_file(8) == 5);
    CHECK(part.column_in_file(8) == 5);
    CHECK(part.begin_in_file(8) == 58);
    CHECK(part.at(8, 10).line == 5);
}

TEST_CASE("The words of a page have the page's places", "[base][source]") {
    source page("a.html", "<p>\n<b>$5</b> bn</p>");
    text_origin words;
    words.add({0, 7, 1, 1}, 2);
    words.add({2, 13, 1, 1}, 3);
    const source text(std::move(page), "$5 bn", words);
    CHECK(text.begin_in_file(0) == 7);
    CHECK(text.end_in_file(2) == 9);
    CHECK(text.end_in_file(5) == 16);
    CHECK(text.line_in_file(0) == 2);
    CHECK(text.column_in_file(0) == 4);
}
