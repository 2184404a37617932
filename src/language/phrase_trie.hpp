// phrase_trie: the phrases of one language as a trie of their folded characters, for texts that are long enough to pay for it.
// Promises: finds exactly the phrases that the word table finds; built at the first question, safe to ask from many threads.
// Leaves out: which of the phrases counts (lexicon.hpp).
#pragma once

#include <outlay/language/lexicon.hpp>

#include <array>
#include <atomic>
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
};
/// In a spaced language a phrase that ends in a letter must end its word. Scripts without spaces end a Latin word.
[[nodiscard]] bool ends_word(std::string_view text, std::size_t offset);
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
    };

    /// Nothing of it is built where phrases nest deeper than most_nested; then holds() is false.
    explicit phrase_trie(const lexicon& language);
    /// Of all languages; it knows nothing of traits and terms.
    explicit phrase_trie(const word_table& words);
    /// Of other folded texts, sorted by their bytes; a match's phrase is its index.
    explicit phrase_trie(std::span<const std::string_view> texts);

    [[nodiscard]] bool holds() const { return !nodes_.empty(); }
    [[nodiscard]] matches find(std::string_view text, std::size_t offset) const;
    [[nodiscard]] const phrase_traits& traits(std::uint16_t phrase) const { return traits_[phrase]; }
    /// The terms of the language.
    [[nodiscard]] std::span<const term> terms_of(const phrase& p, const word_table& words) const {
        const own_terms& own = terms_[static_cast<std::size_t>(&p - words.phrases.data())];
        return words.terms.subspan(own.first, own.count);
    }

private:
    struct node {
        std::uint16_t phrase = 0;  ///< 1 + index of the phrase that ends here; 0: none
        bool goes_on = false;      ///< it has children
    };
    struct own_terms {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct planted {
        std::string_view text;
        std::uint16_t number;
    };
    void plant(std::span<const planted> phrases);
    [[nodiscard]] std::uint32_t child(std::uint32_t of, char32_t character) const {
        const std::uint64_t wanted = key_of(of, character);
        for (std::size_t at = place_of(wanted);; at = (at + 1) & (edges_.size() - 1)) {
            const std::uint64_t edge = edges_[at];
            if (edge == 0 || edge >> node_bits == wanted)
                return static_cast<std::uint32_t>(edge & ((std::uint64_t{1} << node_bits) - 1));
        }
    }
    static constexpr unsigned node_bits = 20;
    static constexpr unsigned character_bits = 21;
    static std::uint64_t key_of(std::uint32_t of, char32_t character) {
        return std::uint64_t{of} << character_bits | character;
    }
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15U) >> shift_; }

    std::vector<node> nodes_;
    std::vector<std::uint64_t> edges_;  ///< a hash table: node and character, then the child; 0: a free place
    unsigned shift_ = 0;
    std::vector<phrase_traits> traits_;
    std::vector<own_terms> terms_;
};

/// A trie that is built when it is first asked for.
class lazy_phrase_trie {
public:
    /// Null where it cannot be built.
    [[nodiscard]] const phrase_trie* of(const lexicon& language) const {
        if (const phrase_trie* known = ready()) return known;
        std::call_once(once_, [&] {
            trie_.emplace(language);
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
