// quick_tokens: the items of a passage from any place in it, cut as they are asked for, without memory of their own.
// Promises: the items that cut() makes (lexer.hpp), or a failure where one is out of the ordinary.
// Leaves out: what they mean together (quick_reader.hpp).
#pragma once

#include "anchor_finder.hpp"
#include "lexer.hpp"
#include "phrase_insides.hpp"
#include "phrase_memory.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace outlay::reading {

struct quick_token {
    item_kind kind = item_kind::mark;
    bool spaced = false, grouped = false, plain = false;
    std::uint32_t begin = 0, end = 0;
    std::uint64_t classes = 0;  ///< a bit a term_class of those of its terms that fit
    const lexicon* language = nullptr;
    const phrase* found = nullptr;
    const currency_symbol* symbol = nullptr;
    currency_code code;
    std::int64_t digits = 0;
    int scale = 0;

    [[nodiscard]] bool is(term_class kind_wanted) const {
        return (classes >> static_cast<unsigned>(kind_wanted) & 1U) != 0;
    }
};

/// Makes the token of the ASCII digits, with points and commas, that stand at its begin; false where other marks go
/// with them.
[[nodiscard]] bool read_plain_number(std::string_view text, const number_style& style, quick_token& made);

class quick_tokens {
public:
    struct insides {
        const phrase_insides* main = nullptr;
        const phrase_insides* companion = nullptr;
    };
    quick_tokens(const engine& data, const anchor_finder& anchors, const languages& use, const insides& known,
                 phrase_memory& memory, std::string_view passage)
        : data_(data),
          anchors_(anchors),
          use_(use),
          insides_(known),
          memory_(memory),
          text_(passage) {}

    /// A place before `at`, a word or more from it, that no phrase lies across; npos if none is near.
    [[nodiscard]] std::size_t start_before(std::size_t at, std::size_t not_before) const;
    void start_at(std::size_t from);
    /// Token i; null behind the passage's end, or where reading has failed.
    [[nodiscard]] const quick_token* get(std::size_t i);
    [[nodiscard]] const quick_token& operator[](std::size_t i) const { return tokens_[i]; }  ///< one that was asked for
    [[nodiscard]] bool failed() const { return failed_; }  ///< what comes next is out of the ordinary
    [[nodiscard]] const term* term_of(const quick_token& t, term_class kind, std::uint16_t flags = 0) const;

    /// False: nothing begins at the anchor that could be a currency in the languages of the passage.
    [[nodiscard]] bool is_currency(std::size_t anchor) const;
    /// False: there is no number right before or right behind the currency at the anchor.
    [[nodiscard]] bool has_number_beside(std::size_t anchor) const;
    /// A number that is written in one word begins there.
    [[nodiscard]] bool is_compound(std::size_t at) const;

private:
    [[nodiscard]] bool may_follow_number(std::size_t anchor) const;
    [[nodiscard]] bool is_between_phrases(std::size_t at) const;
    bool take(std::size_t at, bool spaced);
    bool take_currency(quick_token& made, bool& taken) const;
    bool take_word(quick_token& made) const;
    [[nodiscard]] bool after_number() const;

    const engine& data_;
    const anchor_finder& anchors_;
    languages use_;
    insides insides_;
    phrase_memory& memory_;
    std::string_view text_;
    std::array<quick_token, 24> tokens_;
    std::size_t size_ = 0;
    std::size_t next_ = 0;  ///< byte of the next token
    bool failed_ = false;
};

}  // namespace outlay::reading
