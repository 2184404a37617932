// scanner: where operands of a line end and which operator comes next.
// Promises: never past the end; a sign that belongs to an amount ("400-500", "AI-focused") is no operator.
// Leaves out: what operands are (operand.hpp) and how operators bind (read_expression.cpp).
#pragma once

#include "expression/keywords.hpp"

#include <cstdint>
#include <string_view>

namespace outlay {

enum class sign : std::uint8_t { none, plus, minus, times, over, open, close, equals, hole, quote };

struct found_sign {
    sign what = sign::none;
    std::size_t length = 0;
};

class line_scanner {
public:
    line_scanner(const engine& data, std::string_view text) : data_(data), text_(text), keywords_(data) {}

    [[nodiscard]] std::size_t past_spaces(std::size_t at) const;
    /// The end of what stands between, without the spaces before it.
    [[nodiscard]] std::size_t without_spaces(std::size_t begin, std::size_t end) const;
    /// The sign at `at`, whatever stands around it.
    [[nodiscard]] found_sign sign_at(std::size_t at) const;
    /// The same between operands: a minus counts only with a space on both sides.
    [[nodiscard]] found_sign operator_at(std::size_t at) const;
    /// A keyword that joins: the "to" of "up to" or before a number does not.
    [[nodiscard]] keyword_list::match joint_at(std::size_t at) const;
    /// Where the words that begin at `at` end: before an operator, a bracket, a keyword; without the spaces before it.
    [[nodiscard]] std::size_t words_end(std::size_t at) const;
    /// Where the text of a clause ends: before the next keyword or a closing bracket or equals sign.
    [[nodiscard]] std::size_t clause_end(std::size_t at, bool is_unit) const;
    [[nodiscard]] const keyword_list& keywords() const { return keywords_; }

private:
    [[nodiscard]] bool is_space_at(std::size_t at) const;
    /// "to" in "up to" and "to" before "$500 billion": words of an amount.
    [[nodiscard]] bool belongs_to_amount(std::size_t at, std::size_t length) const;

    const engine& data_;
    std::string_view text_;
    keyword_list keywords_;
};

}  // namespace outlay
