// quick_reader: reads a sum that is written plainly, and says so where it is not.
// Promises: what it reads is what passage_reader reads there; anything out of the ordinary it leaves to that.
// Leaves out: ranges, numbers in words, minor units, dates: all that rarely stands beside a sum.
#pragma once

#include "anchor_finder.hpp"
#include "lexer.hpp"
#include "phrase_insides.hpp"
#include "start_filter.hpp"

#include <outlay/figures/figure.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay::reading {

enum class quick_answer : std::uint8_t {
    sum,      ///< read
    nothing,  ///< there is certainly none
    unsure,   ///< read it with passage_reader
};

class quick_reader {
public:
    struct insides {
        const phrase_insides* main = nullptr;
        const phrase_insides* companion = nullptr;
    };
    quick_reader(const engine& data, const anchor_finder& anchors, const languages& use, const insides& known,
                 std::string_view passage)
        : data_(data),
          anchors_(anchors),
          numbers_(anchors.numbers()),
          compounds_(anchors.compounds()),
          use_(use),
          insides_(known),
          text_(passage) {}

    /// Reads the sum whose currency stands at `anchor`, bytes of the passage; earlier figures end at `not_before`.
    [[nodiscard]] quick_answer read(std::size_t anchor, std::size_t not_before);
    /// What was read, with its places in the passage, and where what belongs to it ends.
    [[nodiscard]] figure& sum() { return sum_; }
    [[nodiscard]] std::size_t past() const { return past_; }

private:
    struct token {
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
    struct number {
        std::size_t next = 0;
        decimal value;
        int magnitude = 0;
        bool grouped = false, plain = false;
    };

    [[nodiscard]] std::size_t start_before(std::size_t at, std::size_t not_before) const;
    [[nodiscard]] bool is_between_phrases(std::size_t at) const;
    void start_at(std::size_t from);
    [[nodiscard]] bool has_number_beside(std::size_t anchor) const;
    [[nodiscard]] bool is_compound(std::size_t at) const;
    [[nodiscard]] bool number_begins(std::size_t at) const;
    bool take(std::size_t at, bool spaced);
    bool take_number(token& made);
    bool take_currency(token& made, bool& taken) const;
    bool take_word(token& made) const;
    [[nodiscard]] bool after_number() const;
    [[nodiscard]] const term* term_of(const token& t, term_class kind, std::uint16_t flags = 0) const;
    /// Token i; null behind the passage's end, or where reading has failed.
    [[nodiscard]] const token* get(std::size_t i);
    [[nodiscard]] bool fits(const token& t, const term& one) const {
        return !one.is(term_case) || one.written == text_.substr(t.begin, t.end - t.begin);
    }

    quick_answer find_sum(std::size_t anchor);
    [[nodiscard]] bool begins_with_currency(std::size_t i);
    [[nodiscard]] bool is_intricate(std::size_t i);
    quick_answer sum_at(std::size_t& i);
    [[nodiscard]] bool may_stand_after(const token& before, const token& head) const;
    [[nodiscard]] bool number_at(std::size_t i, number& read);
    [[nodiscard]] quick_answer suffix(std::size_t& i, const number& read, std::vector<currency_code>& candidates,
                                      std::string& reason);
    [[nodiscard]] bool ends_plainly(std::size_t i);
    [[nodiscard]] bool has_digits_before(std::size_t at) const;
    bool qualify(std::size_t first, std::size_t next);

    const engine& data_;
    const anchor_finder& anchors_;
    const start_filter& numbers_;    ///< words of numbers of any language
    const start_filter& compounds_;  ///< what a number in one word may begin with
    languages use_;
    insides insides_;
    std::string_view text_;
    std::array<token, 24> tokens_;
    std::size_t size_ = 0;
    bool from_boundary_ = false;   ///< nothing that counts stands before the first token
    std::size_t next_ = 0;         ///< byte of the next token
    bool failed_ = false;          ///< what comes next is nothing for a quick reader
    bool numbers_before_ = false;  ///< a number without a currency was passed over
    figure sum_;
    std::size_t past_ = 0;
};

}  // namespace outlay::reading
