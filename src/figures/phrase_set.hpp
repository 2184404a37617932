// phrase_set: phrases of one use of all languages, such as those of currencies, and where each ends in a text.
// Promises: every phrase of the set that a language has there is among the answers, inflected or not.
// Leaves out: what it means (language/lexicon.hpp).
#pragma once

#include "language/phrase_trie.hpp"

#include <outlay/money/currency.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace outlay::reading {

class phrase_set {
public:
    explicit phrase_set(compiled_arrays& from) : uses_(from), trie_(from) {}
    /// The phrases of which a term is `wanted`, and symbols, which end anywhere.
    phrase_set(std::span<const lexicon> languages, bool (*wanted)(const term&), std::span<const currency_symbol> symbols = {});

    /// True if `ask(end)` is true of the end of a phrase that begins at `at`.
    template <class Ask>
    [[nodiscard]] bool any_at(std::string_view text, std::size_t at, const Ask& ask) const {
        const auto found = trie_.find(text, at);
        for (std::size_t n = found.size; n > 0; --n) {
            const auto& [phrase, end] = found.all[n - 1];
            const std::uint8_t used = uses_[phrase];
            if (ends_word(text, end)) {
                if (ask(end)) return true;
                continue;
            }
            if (((used & unspaced) != 0 && !is_inside_latin(text, end)) || (used & (prefix | symbol)) != 0)
                if (ask(end)) return true;
            if ((used & inflected) != 0 && ask(end_of_letters(text, end))) return true;
        }
        return false;
    }

    template <class Visit>
    void each_array(Visit& visit) {
        visit(uses_);
        trie_.each_array(visit);
    }

    /// False: none of the phrases begins at `at`, whatever stands behind the text.
    [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const {
        const auto found = trie_.find(text, at);
        return found.size != 0 || found.goes_on;
    }

    /// Where phrases end that begin a text of wide characters, a bit each three bytes; nothing if what stands behind it matters.
    [[nodiscard]] std::optional<std::uint8_t> wide_ends(std::string_view text) const {
        constexpr std::size_t wide = 3;
        const auto found = trie_.find(text, 0);
        if (found.goes_on) return std::nullopt;
        std::uint8_t ends = 0;
        for (std::size_t n = 0; n < found.size; ++n) {
            const auto& [phrase, end] = found.all[n];
            if ((uses_[phrase] & unspaced) == 0 || (uses_[phrase] & inflected) != 0 || end % wide != 0) return std::nullopt;
            ends = static_cast<std::uint8_t>(ends | 1U << (end / wide - 1));
        }
        return ends;
    }

    /// True if no phrase goes on behind a word that a space or a comma follows, nor ends within it but for an ending.
    [[nodiscard]] bool stands_alone(std::string_view word) const {
        for (const char next : {' ', ','}) {
            const auto found = trie_.find(std::string(word) + next, 0);
            if (found.goes_on || found.size == 0) return false;
            for (std::size_t n = 0; n < found.size; ++n)
                if (found.all[n].end != word.size() && (uses_[found.all[n].phrase] & (unspaced | prefix | symbol)) != 0) return false;
            const bool ends = found.all[found.size - 1].end == word.size() ||
                              std::any_of(found.all.begin(), found.all.begin() + static_cast<std::ptrdiff_t>(found.size), [&](const auto& m) { return (uses_[m.phrase] & inflected) != 0; });
            if (!ends) return false;
        }
        return true;
    }

    /// False: no phrase begins with a word, be it followed by a space or a comma.
    [[nodiscard]] bool is_at_beginning(std::string_view word) const {
        for (const char next : {' ', ','}) {
            const std::string parted = std::string(word) + next;
            if (trie_.find(parted, 0).goes_on || any_at(parted, 0, [](std::size_t) { return true; })) return true;
        }
        return false;
    }

private:
    enum : std::uint8_t { inflected = 1, unspaced = 2, prefix = 4, symbol = 8 };

    static bool is_inside_latin(std::string_view text, std::size_t at);
    static std::size_t end_of_letters(std::string_view text, std::size_t at);

    constant_array<std::uint8_t> uses_;  ///< of each text, how a language may use it
    phrase_trie trie_;
};

}  // namespace outlay::reading
