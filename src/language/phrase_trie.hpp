// phrase_trie: the phrases of all languages as a trie of their folded characters, for texts that are long enough to pay for it.
// Promises: finds exactly the phrases that the word table finds; costs nothing for the words that are compiled in, else it is
//   built at the first question; safe to ask from many threads.
// Leaves out: which of the phrases counts (lexicon.hpp).
#pragma once

#include "base/constant_array.hpp"

#include <outlay/language/lexicon.hpp>

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace outlay {

/// What the terms of a phrase allow, so that a search need not look at them.
struct phrase_traits {
    bool only_stops = false;
    bool only_inside = false;
    bool inflected = false;  ///< of a class that takes the language's endings
    bool prefix = false;     ///< may stand before the rest of its word

    [[nodiscard]] unsigned bits() const {
        return (only_stops ? 1U : 0U) | (only_inside ? 2U : 0U) | (inflected ? 4U : 0U) | (prefix ? 8U : 0U);
    }
    [[nodiscard]] static phrase_traits of(unsigned bits) {
        return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0};
    }
};
/// In a spaced language a phrase that ends in a letter must end its word. Scripts without spaces end a Latin word.
[[nodiscard]] bool ends_word(std::string_view text, std::size_t offset);
/// A syllable of Hangul or an ideograph, of most of them; three bytes can be read there.
[[nodiscard]] inline bool is_wide_letter(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
    const bool continues = (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U;
    return continues && ((byte(0) >= 0xE4 && byte(0) <= 0xE9 && !(byte(0) == 0xE4 && byte(1) == 0xB7)) || byte(0) == 0xEB || byte(0) == 0xEC);
}
/// The character of Han, Kana or Hangul at `at`, three bytes, that nothing after it changes; 0 if it is none.
[[nodiscard]] char32_t unfolded_wide(std::string_view text, std::size_t at);
[[nodiscard]] phrase_traits traits_of(std::span<const term> terms);

class phrase_trie {
public:
    static constexpr std::size_t most_nested = 24;  ///< phrases that begin with one another

    struct match {
        std::uint16_t phrase;  ///< its index in the word table
        std::size_t end;       ///< offset in the text after it
    };
    /// The phrases at an offset, shortest first.
    struct matches {
        std::array<match, most_nested> all;  // not cleared: most searches find nothing
        std::size_t size = 0;
        bool goes_on = false;  ///< the text ended before it was certain that no longer one is there
    };

    phrase_trie() = default;
    explicit phrase_trie(compiled_arrays& from) : nodes_(from), firsts_(from), meanings_(from) {}
    /// Of all languages. Nothing of it is built where phrases nest deeper than most_nested; then holds() is false.
    explicit phrase_trie(const word_table& words);
    /// The same for any words, the compiled ones too.
    [[nodiscard]] static phrase_trie built(const word_table& words);
    /// Of other folded texts, sorted by their bytes; a match's phrase is its index. It knows nothing of traits and terms.
    explicit phrase_trie(std::span<const std::string_view> texts);

    [[nodiscard]] bool holds() const { return !nodes_.empty(); }
    [[nodiscard]] matches find(std::string_view text, std::size_t offset) const;
    /// What its terms in one of its languages allow.
    [[nodiscard]] phrase_traits traits(const phrase& p, const lexicon& language) const;
    /// Its terms in one of its languages.
    [[nodiscard]] std::span<const term> terms_of(const phrase& p, const lexicon& language) const {
        const std::uint64_t own = meaning_of(p, language);
        return language.words().terms.subspan(own & 0xFFFFFFFFU, own >> count_shift & 0xFFFFU);
    }

    /// Every array of it, in one order.
    template <class Visit>
    void each_array(Visit& visit) {
        visit(nodes_);
        visit(firsts_);
        visit(meanings_);
    }

private:
    /// A node, lowest bits first: its first child (the next node's first child is behind its last one), 1 + the phrase that
    /// ends there or 0, the character that leads to it. Children stand together, sorted by their characters.
    static constexpr unsigned child_bits = 20, phrase_bits = 17, character_shift = child_bits + phrase_bits;
    static std::uint32_t children_of(std::uint64_t node) { return node & ((1U << child_bits) - 1); }
    static std::uint32_t phrase_of(std::uint64_t node) { return node >> child_bits & ((1U << phrase_bits) - 1); }
    /// Of a phrase in a language: its first term, how many, and its traits.
    static constexpr unsigned count_shift = 32, traits_shift = 48;
    struct planted {
        std::string_view text;
        std::uint16_t number;
    };
    void plant(std::span<const planted> phrases);
    void keep_meanings(const word_table& words);
    [[nodiscard]] std::uint64_t meaning_of(const phrase& p, const lexicon& language) const {
        const auto before = static_cast<std::size_t>(std::popcount(p.languages & (language.bit() - 1)));
        return meanings_[firsts_[static_cast<std::size_t>(&p - language.words().phrases.data())] + before];
    }
    /// 0: there is none.
    [[nodiscard]] std::uint32_t child(std::uint32_t of, char32_t character) const {
        std::uint32_t first = children_of(nodes_[of]), last = children_of(nodes_[of + 1]);
        constexpr std::uint32_t few = 4;
        while (last - first > few) {
            const std::uint32_t middle = first + (last - first) / 2;
            (nodes_[middle] >> character_shift <= character ? first : last) = middle;
        }
        for (; first < last; ++first)
            if (nodes_[first] >> character_shift == character) return first;
        return 0;
    }

    constant_array<std::uint64_t> nodes_;     ///< level by level, the root first, a last one that ends the list
    constant_array<std::uint32_t> firsts_;    ///< of each phrase, where its meanings begin
    constant_array<std::uint64_t> meanings_;  ///< of each phrase in each of its languages, in their order
};

/// The arrays of the trie of the words that are compiled in.
[[nodiscard]] std::span<const compiled_array> embedded_trie_arrays();
/// True for the words that are compiled in.
[[nodiscard]] bool are_embedded(const word_table& words);

/// A trie of the words of an engine that is built when it is first asked for.
class lazy_phrase_trie {
public:
    /// Null where it cannot be built.
    [[nodiscard]] const phrase_trie* of(const word_table& words) const {
        if (const phrase_trie* known = ready()) return known;
        std::call_once(once_, [&] {
            trie_.emplace(words);
            if (trie_->holds()) ready_.store(&*trie_, std::memory_order_release);
        });
        return ready();
    }
    /// Null while it is not built.
    [[nodiscard]] const phrase_trie* ready() const { return ready_.load(std::memory_order_acquire); }

private:
    mutable std::once_flag once_;
    mutable std::optional<phrase_trie> trie_;
    mutable std::atomic<const phrase_trie*> ready_{nullptr};
};

}  // namespace outlay
