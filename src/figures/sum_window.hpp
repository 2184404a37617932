// sum_window: what stands around a currency, as a key: words that mean nothing to figures and the digits of numbers left
//   out, all else as it is written.
// Promises: two windows with the same key read alike, but for their digits; a window that might not has no key.
// Leaves out: what it reads as (sum_memory.hpp).
#pragma once

#include "anchor_finder.hpp"
#include "phrase_insides.hpp"
#include "phrase_memory.hpp"
#include "quick_tokens.hpp"
#include "sum_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace outlay::reading {

class sum_window {
public:
    static constexpr std::size_t longest_key = 80;
    static constexpr std::size_t most_numbers = 4;

    struct number {
        std::int64_t digits = 0;
        int scale = 0;
    };
    struct known_words {
        const anchor_finder& anchors;
        quick_tokens::insides insides;
        const sum_words& sums;
        phrase_memory& memory;
    };

    explicit sum_window(const known_words& words) : words_(words) {}

    /// Reads what is around the currency at `anchor`; earlier figures end at `not_before`, both bytes of the passage.
    /// False: there is no key.
    [[nodiscard]] bool read(std::string_view passage, std::size_t anchor, std::size_t not_before);

    [[nodiscard]] std::string_view key() const { return {key_.data(), size_}; }
    [[nodiscard]] const number& value(std::size_t n) const { return numbers_[n]; }
    [[nodiscard]] std::size_t values() const { return count_; }
    /// Where byte n of the key stands in the passage; n is at most the size of the key.
    [[nodiscard]] std::size_t place(std::size_t n) const { return places_[n]; }
    /// The byte of the key that stands at a place; npos if none does.
    [[nodiscard]] std::size_t index_of(std::size_t place) const;
    /// Which of the numbers begins at a place; npos if none does.
    [[nodiscard]] std::size_t number_at(std::size_t place) const;

private:
    enum mark : char { boundary = 1, unknown_word = 2, other_phrase = 3, digits = 4, passage_end = 5 };

    [[nodiscard]] std::size_t begin_before(std::size_t anchor, std::size_t not_before, mark& edge);
    [[nodiscard]] std::size_t known_before(std::size_t at, bool& unknown) const;
    bool go_on_from(std::size_t begin, std::size_t anchor);
    bool take(std::size_t& at, std::size_t anchor, bool& done);
    bool take_number(std::size_t& at);
    bool put(char byte, std::size_t place);
    bool put_written(std::size_t& at, std::size_t end);
    [[nodiscard]] bool counts(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_crossed(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t letters_before(std::size_t at) const;
    bool take_written(std::size_t& at, bool whole_phrase);
    bool take_phrase(std::size_t& at, bool& done);

    known_words words_;
    std::string_view text_;
    std::array<char, longest_key> key_;
    std::array<std::uint32_t, longest_key + 1> places_;
    std::size_t size_ = 0;
    std::array<number, most_numbers> numbers_;
    std::array<std::uint32_t, most_numbers> number_places_;
    std::size_t count_ = 0;
};

}  // namespace outlay::reading
