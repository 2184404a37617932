// phrase_memory: which phrase of a language the words of a text are, looked up once and remembered.
// Promises: what match_phrase (lexer.hpp) answers, and what its terms are; for one thread at a time.
// Leaves out: long words and rare scripts, which it looks up each time.
#pragma once

#include "lexer.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::reading {

/// A phrase at a place; `classes` has a bit for each term_class of its terms that the letters fit.
struct known_phrase {
    const phrase* found = nullptr;
    const lexicon* language = nullptr;
    std::size_t length = 0;
    std::uint64_t classes = 0;
};

/// True for a term that stands for exactly these letters, where it wants exact ones.
[[nodiscard]] inline bool letters_fit(const term& t, std::string_view written) {
    return !t.is(term_case) || t.written == written;
}

/// Rows at places that hashes tell. It grows with what it is asked for, so that a language that is met once takes little.
template <class Row, unsigned most_bits>
class row_memory {
public:
    row_memory() : rows_(std::size_t{1} << bits_) {}

    /// A row stands at one of two places.
    template <class Key>
    [[nodiscard]] const Row* find(std::uint64_t hash, const Key& wanted) const {
        const std::size_t place = place_of(hash);
        if (rows_[place].is_of(wanted)) return &rows_[place];
        if (rows_[place ^ 1U].is_of(wanted)) return &rows_[place ^ 1U];
        return nullptr;
    }
    /// The row, to be written anew.
    [[nodiscard]] Row& renewed(std::uint64_t hash) {
        if (++renewed_ > (bits_ < large_bits ? rows_.size() / 4 : rows_.size()) && bits_ < most_bits) grow();
        return rows_[place_of(hash) ^ (renewed_ & 1U)];
    }

private:
    void grow() {
        bits_ = std::min(bits_ + 2, most_bits);
        renewed_ = 0;
        const std::vector<Row> old = std::exchange(rows_, std::vector<Row>(std::size_t{1} << bits_));
        for (const Row& row : old) rows_[place_of(row.hash())] = row;
    }
    [[nodiscard]] std::size_t place_of(std::uint64_t hash) const { return hash >> (64U - bits_); }

    static constexpr unsigned first_bits = 7, large_bits = 11;  ///< a large one grows when it no longer suffices
    unsigned bits_ = first_bits;
    std::size_t renewed_ = 0;
    std::vector<Row> rows_;
};

class phrase_memory {
public:
    explicit phrase_memory(const languages& use);

    [[nodiscard]] known_phrase match(std::string_view text, std::size_t at, bool right_after_number);
    [[nodiscard]] const languages& use() const { return use_; }

    /// What `ask` says of a word, asked once: whether it means nothing to figures.
    template <class Ask>
    [[nodiscard]] bool is_unknown(std::string_view text, std::size_t at, std::size_t end, const Ask& ask) {
        const key wanted = key_of(text, at, end, false);
        if (wanted.size == 0) return ask();
        const std::uint64_t hash = hash_of(wanted.bytes);
        if (const word* known = words_.find(hash, wanted); known != nullptr) return known->unknown;
        const bool unknown = ask();
        words_.renewed(hash) = {wanted.bytes, wanted.size, unknown};
        return unknown;
    }

private:
    static constexpr int most_units = 6;
    static constexpr std::size_t none = std::string_view::npos;
    using key_bytes = std::array<std::uint64_t, 3>;
    /// Three comparisons, where an array's own would be a call.
    [[nodiscard]] static bool same(const key_bytes& a, const key_bytes& b) { return ((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2])) == 0; }
    [[nodiscard]] static std::uint64_t hash_of(const key_bytes& bytes, bool after_number = false) {
        const std::uint64_t first = after_number ? ~bytes[0] : bytes[0];
        return (first ^ (bytes[1] * 0x9E3779B97F4A7C15U) ^ (bytes[2] * 0xC2B2AE3D27D4EB4FU)) * 0x9E3779B97F4A7C15U;
    }
    /// The bytes that tell which phrase begins with them, padded with zeros.
    struct key {
        key_bytes bytes{};
        std::uint8_t size = 0;  ///< 0: the phrase depends on more than can be remembered
        bool after_number = false;
    };
    /// Thousands are kept: they are as small as can be.
    struct word {
        key_bytes bytes{};
        std::uint8_t size = 0;
        bool unknown = false;
        [[nodiscard]] std::uint64_t hash() const { return hash_of(bytes); }
        [[nodiscard]] bool is_of(const key& wanted) const { return same(bytes, wanted.bytes) && size == wanted.size; }
    };
    struct entry {
        key_bytes bytes{};
        std::uint64_t classes = 0;
        std::uint16_t found = 0;   ///< 1 + the phrase; 0: none
        std::uint16_t length = 0;  ///< bytes of the text it covers
        std::uint8_t size = 0;
        bool after_number = false;
        bool decides = false;      ///< nothing behind the bytes of the key changes the answer
        bool in_main = false;      ///< the phrase is of the main language, not its companion
        [[nodiscard]] std::uint64_t hash() const { return hash_of(bytes, after_number); }
        [[nodiscard]] bool is_of(const key& wanted) const {
            return same(bytes, wanted.bytes) && size == wanted.size && after_number == wanted.after_number;
        }
    };

    [[nodiscard]] key key_of(std::string_view text, std::size_t at, std::size_t end, bool right_after_number) const;
    [[nodiscard]] const entry& recall(const key& wanted, std::string_view text, std::size_t at, std::size_t end);
    [[nodiscard]] known_phrase answer_of(const entry& known) const;
    [[nodiscard]] known_phrase look_up(std::string_view text, std::size_t at, bool right_after_number) const;
    [[nodiscard]] bool decides(std::string_view text, std::size_t at, std::size_t end) const;

    [[nodiscard]] bool is_look_alike(std::string_view text, std::size_t at) const;
    [[nodiscard]] std::size_t end_of_unit(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool ends_plainly(std::string_view text, std::size_t at) const;

    languages use_;
    std::bitset<0x80> joins_ending_;  ///< signs that an ending of a word may begin with
    row_memory<entry, 11> entries_;
    row_memory<word, 11> words_;
};

}  // namespace outlay::reading
