// keywords: the words that join operands, "per", "in", "at", "as of", in every language that has words for them.
// Promises: whole words, ASCII case folded; the words are rows of the catalogue (expression.word.*).
// Leaves out: signs such as "/" (scanner.hpp).
#pragma once

#include <outlay/engine.hpp>

#include <string_view>
#include <vector>

namespace outlay {

enum class keyword { none, per, into, at, as_of };

class keyword_list {
public:
    explicit keyword_list(const engine& data);

    struct match {
        keyword word = keyword::none;
        std::size_t length = 0;
    };
    /// The longest keyword at `offset`; one of letters only as a whole word.
    [[nodiscard]] match at(std::string_view text, std::size_t offset) const;
    [[nodiscard]] std::vector<std::string_view> words() const;

private:
    struct entry {
        std::string_view text;
        keyword word;
    };
    std::vector<entry> entries_;
};

[[nodiscard]] bool starts_with_folded(std::string_view text, std::string_view prefix);
[[nodiscard]] bool equal_folded(std::string_view a, std::string_view b);
/// No letter, digit or underscore follows or is.
[[nodiscard]] bool is_word_end(std::string_view text, std::size_t offset);
[[nodiscard]] bool is_word_start(std::string_view text, std::size_t offset);

}  // namespace outlay
