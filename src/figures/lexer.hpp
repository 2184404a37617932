// lexer: cuts a passage into the items that figures are made of: numbers, known phrases, symbols, codes, other words.
// Promises: items cover the passage in order; spaces are not items, but each item knows whether one stood before it.
// Leaves out: what items mean together (amount.hpp, date_reader.hpp, read.cpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/number/decimal.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay::reading {

enum class item_kind : std::uint8_t {
    number,   ///< digits
    phrase,   ///< of the lexicon
    symbol,   ///< of a currency
    code,     ///< of a currency
    word,     ///< letters (and digits) that are nothing known, or a look-alike
    mark,     ///< any other code point
};

struct item {
    item_kind kind = item_kind::mark;
    bool spaced = false;    ///< a space or the passage's start stands before it
    bool grouped = false;   ///< a number with group separators
    bool compound = false;  ///< a piece of one word ("zweihundert")
    bool plain = false;     ///< a number of digits alone, no separators or point
    std::size_t begin = 0;  ///< bytes of the passage
    std::size_t end = 0;
    const lexicon* language = nullptr;
    const phrase* found = nullptr;
    const currency_symbol* symbol = nullptr;
    currency_code code;
    decimal value;
    std::string_view text;  ///< of a phrase

    [[nodiscard]] bool fits(const term& t) const { return !t.is(term_case) || t.written == text; }

    /// The term of that class in a phrase item; null if it has none. Flags must all be there.
    [[nodiscard]] const term* as(term_class kind, std::uint16_t flags = 0) const;
    /// A term of the class whose value is this.
    [[nodiscard]] const term* as(term_class kind, std::string_view value) const;
};

/// What a passage is read with: the language found or told, and the language whose words count beside it.
struct languages {
    const lexicon* main = nullptr;
    const lexicon* companion = nullptr;
};

/// The phrase at an offset, and the language that has it.
struct phrase_match {
    const phrase* found = nullptr;
    const lexicon* language = nullptr;
    std::size_t length = 0;  ///< bytes
};
/// `right_after_number`: a number or a magnitude ends at the offset.
[[nodiscard]] phrase_match match_phrase(const languages& use, std::string_view text, std::size_t at, bool right_after_number);

[[nodiscard]] std::vector<item> cut(const engine& data, const languages& use, std::string_view passage);

}  // namespace outlay::reading
