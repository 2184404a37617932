#include "catch.hpp"

#include <outlay/base/utf8.hpp>

using namespace outlay;

TEST_CASE("utf8: a text decodes forwards and backwards", "[base]") {
    const std::string_view text = "5조 $€😀";
    std::u32string forwards;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) forwards += decode_at(text, at).value;
    CHECK(forwards == U"5조 $€😀");
    std::u32string backwards;
    for (std::size_t at = text.size(); at > 0; at -= decode_before(text, at).length)
        backwards += decode_before(text, at).value;
    CHECK(backwards == std::u32string(forwards.rbegin(), forwards.rend()));
    CHECK(decode_at(text, text.size()).length == 0);
    CHECK(decode_before(text, 0).length == 0);
}

TEST_CASE("utf8: what is not UTF-8 is one code point a byte", "[base]") {
    const auto bad =
        GENERATE(as<std::string>{}, "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE3\x81", "\x80", "\xFF");
    CAPTURE(bad);
    const auto text = "a" + bad + "b";
    CHECK(find_invalid_utf8(text) == 1U);
    const auto first = decode_at(text, 1);
    CHECK(first.value == 0xFFFD);
    CHECK(first.length == 1);
    CHECK_FALSE(first.valid);
    CHECK_FALSE(decode_before(text, text.size() - 1).valid);
}

TEST_CASE("utf8: the first invalid byte is found, and none in valid text", "[base]") {
    CHECK_FALSE(find_invalid_utf8("2조원 규모"));
    CHECK_FALSE(find_invalid_utf8(""));
    CHECK(find_invalid_utf8("2조\xEC\xA1") == 4U);
}

TEST_CASE("utf8: display columns", "[base]") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("2조원") == 5);
    CHECK(display_width("１２") == 4);   // fullwidth digits
    CHECK(display_width("￦500") == 5);  // fullwidth won sign
    CHECK(display_width("€£") == 2);
    CHECK(display_width("e\u0301") == 1);             // combining acute
    CHECK(display_width("\u1112\u1161\u11AB") == 2);  // one syllable in conjoining jamo
    CHECK(display_width("兆元") == 4);
    CHECK(display_width("\xFF") == 1);
    CHECK(display_width("") == 0);
}

TEST_CASE("utf8: classes of code points", "[base]") {
    for (const char32_t letter : U"aZéßЖΩ조兆あलا") {
        if (letter == 0) continue;
        CAPTURE(static_cast<unsigned>(letter));
        CHECK(is_letter(letter));
    }
    CHECK(is_letter(U'ा'));  // a vowel sign belongs to its letter
    for (const char32_t other : U"5$€-,.、。「 ₩😀") {
        if (other == 0) continue;
        CAPTURE(static_cast<unsigned>(other));
        CHECK_FALSE(is_letter(other));
    }
    CHECK(is_hangul(U'조'));
    CHECK(is_hangul(U'ㅋ'));
    CHECK_FALSE(is_hangul(U'兆'));
    for (const char32_t space : {U' ', U'\t', U'\u00A0', U'\u2009', U'\u202F', U'\u3000'}) CHECK(is_space(space));
    for (const char32_t other : {U'\n', U'\r', U'\u200B', U'a'}) CHECK_FALSE(is_space(other));
}

TEST_CASE("utf8: printable text has no control characters and is valid", "[base]") {
    CHECK(printable("a\tb") == "a b");
    CHECK(printable("a\x1B[31m\x7F") == "a\uFFFD[31m\uFFFD");
    CHECK(printable("조\xEC\xA1") == "조\uFFFD\uFFFD");
    CHECK(display_width(printable("\x01\x02조")) == display_width("\x01\x02조"));
}

TEST_CASE("utf8: shortening keeps to the columns and says that it cut", "[base]") {
    CHECK(shorten("1436", 4) == "1436");
    CHECK(shorten("14360", 4) == "143…");
    CHECK(shorten("조조조", 6) == "조조조");
    CHECK(shorten("조조조", 5) == "조조…");
    CHECK(shorten("조조조", 4) == "조…");
    CHECK(shorten("", 4).empty());
}
