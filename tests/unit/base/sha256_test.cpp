#include "catch.hpp"

#include <outlay/base/sha256.hpp>

#include <algorithm>
#include <utility>

namespace {

std::string digest(std::string_view bytes) {
    outlay::sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

}  // namespace

TEST_CASE("sha256: the vectors of FIPS 180-4 and of the NIST test suite", "[sha256]") {
    const std::pair<std::string, std::string_view> vectors[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqr"
         "stu",
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
        {"\xbd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
        {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (const auto& [bytes, expected] : vectors) {
        INFO(bytes.size() << " bytes");
        CHECK(digest(bytes) == expected);
    }
}

// The padding has its own length for each of these: what fits behind it, what does not, a block of its own.
TEST_CASE("sha256: lengths about the end of a block", "[sha256]") {
    const std::pair<std::size_t, std::string_view> vectors[] = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
    };
    for (const auto& [size, expected] : vectors) CHECK(digest(std::string(size, 'a')) == expected);
}

TEST_CASE("sha256: the pieces in which the bytes come make no difference", "[sha256]") {
    std::string bytes;
    for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 7);
    const auto whole = digest(bytes);
    for (const std::size_t piece : {1U, 3U, 63U, 64U, 65U, 127U, 999U}) {
        outlay::sha256 hash;
        for (std::size_t at = 0; at < bytes.size(); at += piece) hash.add(std::string_view(bytes).substr(at, piece));
        CHECK(hash.finish() == whole);
    }
    CHECK(digest(bytes + "x") != whole);
}
