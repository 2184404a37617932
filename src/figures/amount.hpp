// amount: a number as words and digits say it ("two and a half billion", "1조 2천억"), with its currency if it has one.
// Promises: exact, keeps the precision of the writing; ambiguity of a currency stays as candidates with the reason.
// Leaves out: qualifiers, ranges and what is counted (read.cpp).
#pragma once

#include "lexer.hpp"

#include <outlay/figures/figure.hpp>

#include <optional>
#include <string>

namespace outlay::reading {

/// value × 10^exponent
[[nodiscard]] decimal times_power(const decimal& value, int exponent);

/// 1000, 1 000 000: what a bare word of magnitude is.
[[nodiscard]] bool is_round_magnitude(const decimal& value);

struct number_read {
    std::size_t next = 0;          ///< the item after it
    decimal value;
    int magnitude = 0;             ///< exponent of its last magnitude word; 0 if it has none
    int multiplier = 0;            ///< exponent of the multiplier that ends it; 0 if none does
    std::optional<decimal> up_to;  ///< 八九亿: value is the lower of two
    bool several = false;          ///< value is the unit of which there are 2 to 9
    bool grouped = false;
    bool plain = false;            ///< digits alone
    bool words = false;            ///< no digits in it
    bool needs_noun = false;       ///< a short native numeral: a number only with what it counts
    std::optional<outlay::qualifier> inside;  ///< "700여조"
};

struct currency_read {
    std::vector<currency_code> candidates;  ///< the choice first; empty: none was written
    std::string reason;                     ///< why the choice; empty where only one is possible
    bool generic = false;                   ///< a unit word that another currency beside it decides
    bool local = false;                     ///< a country of the sentence decides it
    int minor_places = 0;                   ///< of a minor unit: 2 where 100 make one
};

struct amount_read {
    std::size_t first = 0;
    std::size_t next = 0;
    number_read number;
    currency_read currency;
    bool currency_before = false;
    int prefix_exponent = 0;       ///< "MUSD 60": of the letter before the code
    bool negative = false;
};

/// The value of a magnitude or multiplier: so many zeros.
[[nodiscard]] int exponent_of(const term& t);

class amount_reader {
public:
    amount_reader(const engine& data, const std::vector<item>& items, std::string_view passage, const lexicon& main)
        : data_(data), items_(items), passage_(passage), main_(main) {}

    [[nodiscard]] std::optional<number_read> number_at(std::size_t i) const;
    /// A number with a sign and a currency before or after it, if any.
    [[nodiscard]] std::optional<amount_read> amount_at(std::size_t i) const;
    /// The item after a hyphen that joins i − 1 and i ("$500-billion", "four-year"), else i.
    [[nodiscard]] std::size_t past_hyphen(std::size_t i) const;
    /// True if the word goes on after item i − 1 with something that is no term: then i − 1 was a look-alike.
    [[nodiscard]] bool word_goes_on(std::size_t i) const;

private:
    [[nodiscard]] const item* get(std::size_t i) const { return i < items_.size() ? &items_[i] : nullptr; }
    [[nodiscard]] std::optional<currency_read> prefix_currency(std::size_t& i) const;
    void suffix_currency(std::size_t& i, amount_read& amount) const;
    void magnitude_after(std::size_t& i, number_read& number) const;
    [[nodiscard]] bool is_colon(std::size_t i) const;
    [[nodiscard]] std::size_t past_repetition(std::size_t i, const number_read& number) const;
    [[nodiscard]] bool smaller_part_follows(std::size_t i) const;
    bool minor_part(std::size_t& i, amount_read& amount, int& places) const;
    [[nodiscard]] bool agrees(amount_read& amount, currency_read read) const;
    [[nodiscard]] currency_read currency_of(const item& it, std::uint16_t place) const;
    [[nodiscard]] currency_read narrowed(currency_read read, std::string_view country) const;
    [[nodiscard]] bool is_of_another_currency(std::size_t i, const amount_read& amount) const;
    [[nodiscard]] bool spells_a_word(std::size_t i) const;
    [[nodiscard]] static bool looks_like_money(const number_read& number);
    [[nodiscard]] bool weak_word_fits(const term& word, const number_read& number, std::size_t i) const;

    const engine& data_;
    const std::vector<item>& items_;
    std::string_view passage_;
    const lexicon& main_;
};

}  // namespace outlay::reading
