// language_finder: the language of each passage of a text.
// Promises: by its scripts, then by its words and letters, then by the passages before it; one pass over the start of a
//   passage, however many languages there are; the language is one of the engine's, or the one told.
// Leaves out: splitting the text into passages (passage.hpp).
#pragma once

#include "lexer.hpp"

#include <outlay/engine.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::reading {

class language_finder {
public:
    /// `told` is a tag, or empty.
    language_finder(const engine& data, std::string_view told);

    [[nodiscard]] languages of(std::string_view passage);

private:
    using scores = std::array<std::uint32_t, word_table::most_languages>;

    void count_scripts(std::string_view passage, scores& found) const;
    void count_words(std::string_view passage, scores& found) const;
    void count_letter(char32_t letter, scores& found) const;
    [[nodiscard]] languages with_companion(const lexicon* language) const;

    const engine& data_;
    const lexicon* told_ = nullptr;
    const lexicon* default_ = nullptr;
    std::vector<std::uint32_t> scripts_;                        ///< of each language, a bit a script
    std::vector<std::pair<char32_t, std::uint64_t>> letters_;   ///< sorted; the languages that each tells of
    scores before_{};                                           ///< what the passages before this one said
};

}  // namespace outlay::reading
