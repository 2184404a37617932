// word_memory: what is known of the words of a text, found out once for each.
// Promises: what was kept for exactly these bytes; a new word takes the place of an older one. For one thread at a time.
// Leaves out: words of more than 16 bytes; finding out (anchor_finder.hpp, language_finder.hpp).
#pragma once

#include <outlay/language/lexicon.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace outlay::reading {

/// The bytes of a word, padded with zeros.
struct word_key {
    static constexpr std::size_t longest = 16;
    std::uint64_t low = 0, high = 0;
    friend bool operator==(const word_key&, const word_key&) = default;
};

/// True if three wide characters begin there, of scripts without case or marks of their own, and no mark of kana follows them.
[[nodiscard]] inline bool three_wide_at(std::string_view text, std::size_t at) {
    constexpr std::size_t wide = 3, all = 3 * wide;
    const auto is_lead = [&](std::size_t n) {
        const auto byte = static_cast<unsigned char>(text[at + n]);
        return byte >= 0xE3 && byte <= 0xED;
    };
    if (at + word_key::longest > text.size() || !is_lead(0) || !is_lead(wide) || !is_lead(2 * wide)) return false;
    return text.substr(at + all, 2) != "\xE3\x82";
}

/// The bits of words of so many bytes.
inline constexpr auto word_key_masks = [] {
    std::array<word_key, word_key::longest + 1> masks{};
    for (std::size_t size = 1; size < masks.size(); ++size)
        masks[size] = {size < 8 ? (std::uint64_t{1} << (8 * size)) - 1 : ~std::uint64_t{0},
                       size <= 8 ? 0 : size < 16 ? (std::uint64_t{1} << (8 * (size - 8))) - 1 : ~std::uint64_t{0}};
    return masks;
}();

/// The word from `at` on, of 1 to 16 bytes; sixteen can be read there.
[[nodiscard]] inline word_key word_key_at(std::string_view text, std::size_t at, std::size_t size) {
    word_key key;
    std::memcpy(&key.low, text.data() + at, sizeof key.low);
    std::memcpy(&key.high, text.data() + at + sizeof key.low, sizeof key.high);
    key.low &= word_key_masks[size].low;
    key.high &= word_key_masks[size].high;
    return key;
}

struct known_word {
    word_key key;
    std::uint16_t anchors = 0;      ///< a bit a byte at which a word of money may begin, whatever follows
    std::uint16_t parted = 0;       ///< those of them that are left where a space or a comma follows
    bool scaled = false;            ///< after digits the first letter may stand before a symbol
    bool ascii = false;             ///< nothing but ASCII letters
    bool alone = false;             ///< where a space or a comma follows, a word of money and nothing else
    bool ends_number = false;       ///< it may be the end of a number, or stand between one and its currency
    bool begins_number = false;     ///< a number may begin with it, where a space or a comma follows
};

/// What a word says about the languages.
struct word_vote {
    std::array<std::uint16_t, word_table::most_languages> points{};  ///< by the numbers of the languages
    std::uint16_t most = 0;   ///< of the points
    bool is_phrase = false;   ///< not only its letters speak
    friend bool operator==(const word_vote&, const word_vote&) = default;
};

/// A word and the number of what it says.
struct known_vote {
    static constexpr std::uint16_t depends = 0xFFFF;  ///< on what follows
    static constexpr std::uint64_t not_asked = ~std::uint64_t{0};
    word_key key;
    std::uint64_t compounds = not_asked;  ///< the languages in which the word is a number of several words
    std::uint16_t vote = 0;               ///< 1 + the number
};

/// Three wide characters, or one that a currency may follow.
struct known_characters {
    word_key key;
    bool ordinary = false;     ///< nothing begins with them that money may begin with
    bool told = false;         ///< the phrases of money that begin with them end where `ends` says, whatever follows
    std::uint8_t ends = 0;     ///< a bit a character that a phrase ends with
    bool ends_number = false;  ///< of one character: a number may end with it, or what stands between one and its currency
};

class word_memory {
public:
    word_memory() : characters_(std::size_t{1} << place_bits), words_(std::size_t{1} << place_bits), said_(std::size_t{2} << place_bits) {}

    /// The place of a word: what is kept there is of this key, or of another one.
    [[nodiscard]] known_word& place_of(const word_key& key) { return words_[number_of(key)]; }
    [[nodiscard]] known_characters& characters_place_of(const word_key& key) { return characters_[number_of(key)]; }
    [[nodiscard]] known_vote& vote_place_of(const word_key& key) { return said_[hash_of(key) >> (63U - place_bits)]; }
    [[nodiscard]] const word_vote& vote_of(const known_vote& word) const { return votes_[word.vote - 1U]; }
    /// Keeps what a word says, if there is room.
    void learn(known_vote& word, const word_vote& says) {
        auto same = std::find(votes_.begin(), votes_.end(), says);
        if (same == votes_.end()) {
            if (votes_.size() == most_votes) return;
            same = votes_.insert(same, says);
        }
        word.vote = static_cast<std::uint16_t>(same - votes_.begin() + 1);
    }

private:
    static constexpr unsigned place_bits = 12;
    [[nodiscard]] static std::uint64_t hash_of(const word_key& key) { return (key.low ^ key.high * 0x9E3779B97F4A7C15U) * 0xC2B2AE3D27D4EB4FU; }
    [[nodiscard]] static std::size_t number_of(const word_key& key) { return hash_of(key) >> (64U - place_bits); }
    static constexpr std::size_t most_votes = 2000;
    std::vector<word_vote> votes_;
    std::vector<known_characters> characters_;
    std::vector<known_word> words_;
    std::vector<known_vote> said_;
};

}  // namespace outlay::reading
