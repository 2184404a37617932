#include "figures/anchor_tables.hpp"

#include "catch.hpp"
#include "figures/word_votes.hpp"
#include "language/phrase_trie.hpp"

#include <outlay/engine.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace outlay;
using namespace outlay::reading;

namespace {

/// The bytes of all arrays of an owner.
struct array_bytes {
    std::vector<std::string> all;
    template <class T>
    void operator()(const constant_array<T>& own) {
        all.emplace_back(reinterpret_cast<const char*>(own.rows().data()), own.size() * sizeof(T));
    }
};

template <class Owner>
std::vector<std::string> bytes_of(Owner&& owner) {
    array_bytes bytes;
    owner.each_array(bytes);
    return bytes.all;
}

/// True if its first array of words is in the program itself.
template <class Owner>
bool is_compiled(Owner&& owner, std::span<const compiled_array> compiled) {
    struct first_array {
        const void* rows = nullptr;
        void operator()(const constant_array<std::uint8_t>&) {}
        void operator()(const constant_array<std::uint16_t>&) {}
        void operator()(const constant_array<std::uint32_t>&) {}
        void operator()(const constant_array<std::uint64_t>& own) {
            if (rows == nullptr) rows = own.rows().data();
        }
    } first;
    owner.each_array(first);
    return std::any_of(compiled.begin(), compiled.end(), [&](const compiled_array& one) { return one.rows == first.rows; });
}

}  // namespace

TEST_CASE("the tables that are compiled in are those that would be built of the built-in words") {
    const engine data = engine::embedded();
    const word_table words = data.languages().front().words();

    CHECK(is_compiled(phrase_trie(words), embedded_trie_arrays()));
    CHECK_FALSE(is_compiled(phrase_trie::built(words), embedded_trie_arrays()));
    CHECK(bytes_of(phrase_trie(words)) == bytes_of(phrase_trie::built(words)));

    CHECK(is_compiled(word_votes(words), embedded_vote_arrays()));
    CHECK(bytes_of(word_votes(words)) == bytes_of(word_votes::built(words)));

    CHECK(is_compiled(anchor_tables::of(data.languages(), data.currencies()), embedded_anchor_arrays()));
    CHECK(bytes_of(anchor_tables::of(data.languages(), data.currencies())) ==
          bytes_of(anchor_tables::built(data.languages(), data.currencies())));
}

TEST_CASE("tables of other words than the built-in ones are built of them") {
    const engine data = engine::embedded();
    const currency_table fewer(data.currencies().rows(), data.currencies().symbols().subspan(1));
    CHECK_FALSE(is_compiled(anchor_tables::of(data.languages(), fewer), embedded_anchor_arrays()));
}

TEST_CASE("the trie knows the terms of a phrase in each of its languages") {
    const engine data = engine::embedded();
    const phrase_trie trie(data.languages().front().words());
    std::size_t asked = 0;
    for (const lexicon& language : data.languages())
        for (const phrase& p : language.phrases()) {
            const auto terms = language.terms_of(p);
            if (terms.empty()) continue;
            INFO(language.tag() << ": " << p.text);
            CHECK(trie.terms_of(p, language).data() == terms.data());
            CHECK(trie.terms_of(p, language).size() == terms.size());
            CHECK(trie.traits(p, language).bits() == traits_of(terms).bits());
            ++asked;
        }
    CHECK(asked > 20'000);
}
