// anchor_finder: the places of a text near which a sum of money may stand.
// Promises: every sum of any language that the engine knows has one at a character of its own; most other places have none.
// Leaves out: reading what stands there (money_finder.hpp).
#pragma once

#include "anchor_tables.hpp"
#include "byte_masks.hpp"
#include "first_look.hpp"
#include "lexer.hpp"
#include "word_memory.hpp"

#include <outlay/engine.hpp>

#include <bitset>
#include <span>
#include <string_view>

namespace outlay::reading {

class anchor_finder : private anchor_tables {
public:
    /// The engine must outlive it.
    explicit anchor_finder(const engine& data);

    [[nodiscard]] const sign_bytes& signs() const { return signs_; }
    [[nodiscard]] const compound_words& compounds() const { return compounds_; }
    /// Finds the places to begin looking at: the masks' candidates.
    void look_at(std::string_view text, std::span<byte_masks> masks, bool is_utf8, instruction_set instructions) const;
    /// The first place at `from` or after it where a word of money of some language may begin, near a number; npos if
    /// there is none.
    [[nodiscard]] std::size_t next(const masked_text& in, std::size_t from, word_memory& words) const;
    /// True if one of these languages does begin there, or a sign, a code or a character that wants a second look.
    [[nodiscard]] bool is_money(const masked_text& in, std::size_t at, const languages& use) const;
    /// The symbols of money that begin with a byte, in the order of the table.
    [[nodiscard]] std::span<const currency_symbol> symbols_with(char first) const {
        const auto& [begin, end] = symbols_[static_cast<unsigned char>(first)];
        return data_.currencies().symbols().subspan(begin, end - begin);
    }
    [[nodiscard]] bool may_be_symbol(char32_t first) const { return first < 0x10000 && symbol_starts_.test(first); }
    /// False: what ends before `at`, spaces apart, ends no number of the language or languages, nor what may stand
    /// between one and its currency.
    [[nodiscard]] bool may_follow_number(std::string_view text, std::size_t at, const phrase_insides* of) const;
    /// A number of some language begins there, or a sign that may stand before one.
    [[nodiscard]] bool number_begins(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool is_scaled_symbol(std::string_view text, std::size_t at) const;
    /// True if the letters before a point are an abbreviation of a language ("Mio.", "approx.") so that no sentence ends there.
    [[nodiscard]] bool is_abbreviated(std::string_view text, std::size_t point) const;

private:
    [[nodiscard]] std::size_t in_word(const masked_text& in, std::size_t begin, word_memory& words, std::size_t& past) const;
    [[nodiscard]] std::size_t in_rare_word(const masked_text& in, std::size_t begin, std::size_t end, word_memory& words, std::size_t& past) const;
    [[nodiscard]] known_word* recall(const masked_text& in, std::size_t begin, std::size_t end, word_memory& words) const;
    [[nodiscard]] bool follows_number(const masked_text& in, std::size_t at, word_memory& words) const;
    [[nodiscard]] bool precedes_number(const masked_text& in, std::size_t at, word_memory& words) const;
    void learn(std::string_view word, known_word& made) const;
    [[nodiscard]] bool may_be_money(std::string_view word, std::size_t at) const;
    [[nodiscard]] bool is_ordinary(const masked_text& in, std::size_t at) const;
    [[nodiscard]] bool is_anchor(const masked_text& in, std::size_t at, word_memory& words, std::size_t& past) const;
    [[nodiscard]] const known_characters* recall_wide(std::string_view text, std::size_t at, word_memory& words) const;
    [[nodiscard]] bool ends_number(std::string_view text, std::size_t at, word_memory& words) const;
    [[nodiscard]] bool is_word_of_money(const masked_text& in, std::size_t at, std::uint32_t four, word_memory& words,
                                        std::size_t& past) const;
    [[nodiscard]] bool is_code(std::string_view text, std::size_t at, std::size_t end) const;
    [[nodiscard]] bool is_symbol(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool near_number(const masked_text& in, std::size_t at, const languages& use) const;
    [[nodiscard]] bool is_beside_number(const masked_text& in, std::size_t at, word_memory& words, std::size_t& past) const;
    [[nodiscard]] bool is_beside_number(const masked_text& in, std::size_t at, const known_characters& known, word_memory& words, std::size_t& past) const;
    [[nodiscard]] bool number_is_near(const masked_text& in, std::size_t at) const;

    [[nodiscard]] static std::size_t abbreviation_end_of(std::string_view text, std::size_t point);

    const engine& data_;
    look_tables looks_;
    std::bitset<0x400> abbreviation_ends_;  ///< hashes of their last letters; 0 for those that case could change
};

}  // namespace outlay::reading
