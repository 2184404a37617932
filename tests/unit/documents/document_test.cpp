#include "catch.hpp"

#include <outlay/documents/document.hpp>

#include <ctime>
#include <string>

using namespace outlay;
using namespace std::string_literals;

TEST_CASE("text in UTF-32 is told by its mark and passed over", "[documents]") {
    for (const std::string& bytes : {std::string("\xFF\xFE\0\0$\0\0\0", 8), std::string("\0\0\xFE\xFF\0\0\0$", 8)}) {
        CHECK(form_of("text.txt", bytes) == document_form::binary);
        const auto read = decode_document("text.txt", bytes);
        CHECK(read.text.text().empty());
        REQUIRE(read.warnings.size() == 1);
        CHECK(read.warnings.front().id == "document-utf32");
    }
    CHECK(form_of("text.txt", std::string("\xFF\xFE$\0", 4)) == document_form::utf16_little);
}

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
    REQUIRE(half.warnings.size() == 1);
    CHECK(half.warnings.front().id == "document-not-utf16");
    CHECK(half.warnings.front().where->column == 1);
    const auto cut = decode_document("a.txt", "\xFE\xFF"s + "\0a\0\n\0b\0"s);
    REQUIRE(cut.warnings.size() == 1);
    CHECK(cut.warnings.front().where->line == 2);
    CHECK(cut.warnings.front().where->column == 2);
}

TEST_CASE("parts of a file in UTF-16 know where they lie, and leave half a character for the next") {
    const auto bytes = "a\0\n\0\x3D\xD8"s;
    const auto read = decode_utf16_part("a.txt", bytes, document_form::utf16_little, {1000, 7, false});
    CHECK(read.text.text() == "a\n");
    CHECK(read.warnings.empty());
    CHECK(read.text.begin_in_file(1) == 1002);
    CHECK(read.text.end_in_file(2) == 1004);
    CHECK(read.text.line_in_file(0) == 8);
    CHECK(decode_utf16_part("a.txt", bytes, document_form::utf16_little, {0, 0, true}).warnings.size() == 1);
}

TEST_CASE("a file that holds no text is an error, once, and no text") {
    std::string random;
    for (int i = 0; i < 3000; ++i) random += static_cast<char>((i * i * 31 + i * 7) % 256);
    for (const std::string& bytes : {random, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR $5 million"s, "<html>\0\0\0$5"s}) {
        const auto read = decode_document("a", bytes);
        REQUIRE(read.warnings.size() == 1);
        CHECK(read.warnings.front().id == "document-binary");
        CHECK(read.warnings.front().level == severity::error);
        CHECK(read.text.text().empty());
        CHECK(form_of("a", bytes) == document_form::binary);
    }
    // One stray byte in a text, and other encodings, are no reason to lose it.
    CHECK(form_of("a", "$5\0 million"s) == document_form::text);
    CHECK(form_of("a", "\xC1\xB6\xBF\xF8 \xB5\xB7 $5"s) == document_form::text);
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

TEST_CASE("what a page hides is not read") {
    const auto words = [](const std::string& page) { return std::string(decode_document("a.html", page).text.text()); };
    CHECK(words("<p hidden>$1</p><p style='color:red; DISPLAY : none'>$2</p><noscript>$3</noscript><template>$4</template>"
                "<script>$5</script><style>$6</style><i style=\"visibility:hidden\">$7</i><b>$8</b>") == "$8\n");
    CHECK(words("<p style='display:block'>$1").find("$1") != std::string::npos);
}

TEST_CASE("cells and blocks end a passage, however long they are") {
    const std::string cell(60, 'x');
    const auto text = std::string(decode_document("a.html", "<table><tr><td>" + cell + " $</td><td>5</td></tr></table>").text.text());
    CHECK(text.find(cell + " $\n\n5\n") != std::string::npos);
}

TEST_CASE("a power of ten is no digits beside each other") {
    const auto read = decode_document("a.html", "<p>10<sup>12</sup> dollars");
    const auto text = read.text.text();
    CHECK(text.find("10\u00B9\u00B2 dollars") != std::string::npos);
    CHECK(read.text.begin_in_file(text.find("dollars")) == 19);
    CHECK(decode_document("a.html", "<p>110<sup>2</sup> dollars").text.text().find("110 dollars") != std::string::npos);
}

TEST_CASE("places in a page survive whatever its parser leaves out") {
    // References without a semicolon, tags that close nothing, bytes that are no text.
    for (const std::string& before : {"&#x24x&#36"s, "a&ampb &notit &euro"s, "</b>x</script><"s, "\xE1\x83</i>\xA0\x83\x94\xEF\xBF"s, "<\xD1\x80</td><"s}) {
        INFO(before);
        const std::string page = "<!doctype html><p>" + before + " $5 million</b>!";
        const auto read = decode_document("a.html", page);
        const auto at = read.text.text().find("$5 million!");
        REQUIRE(at != std::string_view::npos);
        CHECK(read.text.begin_in_file(at) == page.find("$5"));
        CHECK(read.text.end_in_file(at + 10) == page.find("</b>!"));
    }
}

TEST_CASE("a page of fifty thousand blocks within each other is read, and quickly") {
    std::string page = "<html><body>";
    for (int i = 0; i < 50000; ++i) page += "<div>";
    page += "$5 million<script>$6</script>";
    for (int i = 0; i < 50000; ++i) page += "</div>";
    page += "<p>$7</p>";
    const auto before = std::clock();
    const auto read = decode_document("a.html", page);
    CHECK(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC < 5);  // 34 s by the parser alone
    const auto at = read.text.text().find("$5 million");
    REQUIRE(at != std::string_view::npos);
    CHECK(read.text.begin_in_file(at) == page.find("$5"));
    CHECK(read.text.text().find("$6") == std::string_view::npos);
    CHECK(read.text.text().find("$7") != std::string_view::npos);
}

TEST_CASE("drawings and unclosed paragraphs in any number do not make a page deep") {
    std::string page = "<html><body><svg>";
    for (int i = 0; i < 2000; ++i) page += "<path d='M0 0'/>";
    page += "</svg>";
    for (int i = 0; i < 2000; ++i) page += "<p>x<li>y";
    page += "<i style='display:none'>$5</i>$6";
    const auto text = std::string(decode_document("a.html", page).text.text());
    CHECK(text.find("$5") == std::string::npos);
    CHECK(text.find("$6") != std::string::npos);
}
