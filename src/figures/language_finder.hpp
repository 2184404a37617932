// language_finder: the language of each passage of a text.
// Promises: by its scripts, then by its words and letters, as far as it takes to tell; where they do not suffice, by the
//   passages before it. Depends on nothing else, so that any passage can be asked for alone. The language is one of the
//   engine's, or the one told.
// Leaves out: splitting the text into passages (passage.hpp).
#pragma once

#include "base/ascii.hpp"
#include "byte_masks.hpp"
#include "language_letters.hpp"
#include "lexer.hpp"
#include "passage.hpp"
#include "word_memory.hpp"
#include "word_votes.hpp"

#include <outlay/engine.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::reading {

class language_finder {
public:
    /// `told` is a tag, or empty. The text must outlive the finder, and the votes and letters, which make it quicker.
    language_finder(const engine& data, std::string_view told, std::string_view text,
                    const word_votes* votes = nullptr, const language_letters* letters = nullptr);

    /// What another language must be ahead of the default one by.
    void prefer_default(std::uint32_t lead) { default_lead_ = lead; }

    /// For a text that is UTF-8: makes it quicker. All must outlive the finder.
    void look_at(const masked_text& in, word_memory& known) {
        masks_ = in;
        passages_ = passage_finder(in);
        known_words_ = &known;
    }

    /// passage_at of the text.
    [[nodiscard]] passage passage_at(std::size_t at) { return passages_.at(at); }
    [[nodiscard]] languages of(const passage& part);

private:
    using scores = std::array<std::uint32_t, word_table::most_languages>;

    /// What a passage alone tells.
    struct evidence {
        std::size_t begin = 0;
        std::uint64_t candidates = 0;  ///< the languages of most of its letters
        scores words{};
        std::uint64_t readers = ~std::uint64_t{0};  ///< the languages that have all its magnitudes behind digits
        bool clear = false;  ///< one language is so far ahead that nothing before it matters
        const lexicon* best = nullptr;  ///< that one
        /// Whoever reads a passage must know its magnitudes: "por $ 125 milhões" in a Spanish sentence.
        [[nodiscard]] std::uint64_t readable() const { return (candidates & readers) != 0 ? candidates & readers : candidates; }
    };

    [[nodiscard]] const evidence& evidence_of(const passage& part);
    /// What stands before a word.
    struct word_state {
        bool in_word = false;       ///< letters
        bool after_digits = false;  ///< digits, spaces apart
        std::uint64_t readers = ~std::uint64_t{0};  ///< the languages that have all magnitudes behind digits
        std::uint64_t short_text_of = 0;            ///< the languages that a short text may be in
        void pass(char sign) {
            in_word = false;
            if (sign != ' ') after_digits = ascii::is_digit(sign);
        }
    };
    void count_words(const passage& part, evidence& found) const;
    [[nodiscard]] known_vote* vote_at(std::size_t at, std::size_t end, std::size_t& word_end) const;
    [[nodiscard]] known_vote* wide_vote_at(std::size_t at, std::size_t end, std::size_t& character_end) const;
    void learn(known_vote& made, std::size_t at, std::size_t size, std::size_t told) const;
    [[nodiscard]] bool one_word(std::string_view text, std::size_t& at, word_state& state, scores& counted) const;
    void count_word(std::string_view word, const phrase& known, bool after_digits, word_state& state, scores& counted) const;
    [[nodiscard]] std::uint64_t compounds_of(std::string_view text, std::size_t at, std::size_t end) const;
    static void count_compound(std::uint64_t of, const word_state& state, scores& counted);
    [[nodiscard]] const word_table& all_words() const { return data_.languages().front().words(); }
    [[nodiscard]] lexicon::match any_at(std::string_view text, std::size_t at) const;
    [[nodiscard]] lexicon::match word_at(std::string_view text, std::size_t at, std::size_t end) const;
    void count_letter(char32_t letter, scores& found) const;
    [[nodiscard]] std::size_t past_letters(std::string_view text, std::size_t at, bool unspaced, scores& counted) const;
    [[nodiscard]] bool is_clear(evidence& found) const;
    [[nodiscard]] scores from_before(std::size_t begin);
    [[nodiscard]] languages with_companion(const lexicon* language) const;

    const engine& data_;
    std::string_view text_;
    const word_votes* votes_;
    std::uint32_t default_lead_;
    const lexicon* told_ = nullptr;
    const lexicon* default_ = nullptr;
    std::optional<language_letters> own_letters_;
    const language_letters* letters_ = nullptr;
    masked_text masks_;
    passage_finder passages_;
    word_memory* known_words_ = nullptr;
    std::array<evidence, 8> known_{};                          ///< of passages just read, in a ring
    std::size_t next_known_ = 0;
};

/// The language of a text that is one passage.
[[nodiscard]] languages language_of(const engine& data, std::string_view told, std::string_view text);

}  // namespace outlay::reading
