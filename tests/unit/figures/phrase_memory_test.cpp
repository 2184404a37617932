#include "figures/phrase_memory.hpp"

#include "catch.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/engine.hpp>

#include <filesystem>
#include <string>

using namespace outlay;
using namespace outlay::reading;

namespace {

/// The sentences of one language's specification, joined.
std::string sentences_of(std::string_view tag) {
    const auto file = std::filesystem::path(OUTLAY_TEST_DATA) / ".." / "spec" / "figures" / (std::string(tag) + ".tsv");
    const auto text = source::read(file.string());
    std::string all;
    if (!text) return all;
    for (std::size_t line = 1; line <= text->line_count(); ++line) {
        const std::string_view row = text->line_text(line);
        if (row.empty() || row.starts_with('#')) continue;
        all.append(row.substr(0, row.find('\t'))).append(line % 3 == 0 ? "\n" : " ");
    }
    return all;
}

}  // namespace

TEST_CASE("a memory of phrases answers as a search does, at every place and again") {
    const engine data = engine::embedded();
    std::size_t asked = 0, found = 0;
    for (const lexicon& language : data.languages()) {
        const languages use{&language, language.companion().empty() ? nullptr : data.find_language(language.companion())};
        const std::string text = sentences_of(language.tag());
        phrase_memory memory(use);
        for (int round = 0; round < 2; ++round)
            for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length) {
                const bool after_number = (at + static_cast<std::size_t>(round)) % 2 == 0;
                const phrase_match wanted = match_phrase(use, text, at, after_number);
                const known_phrase known = memory.match(text, at, after_number);
                ++asked;
                found += wanted.found != nullptr ? 1U : 0U;
                if (known.found == wanted.found && known.length == wanted.length) continue;
                INFO(language.tag() << ": " << text.substr(at, 40));
                CHECK(known.found == wanted.found);
                CHECK(known.length == wanted.length);
            }
    }
    CHECK(asked > 20000);
    CHECK(found > 5000);
}
