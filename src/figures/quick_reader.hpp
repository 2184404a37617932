// quick_reader: reads a sum that is written plainly, and says so where it is not.
// Promises: what it reads is what passage_reader reads there; anything out of the ordinary it leaves to that.
// Leaves out: ranges, numbers of several words, minor units, dates: all that rarely stands beside a sum.
#pragma once

#include "number_recipe.hpp"
#include "quick_tokens.hpp"

#include <outlay/figures/figure.hpp>

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
    quick_reader(const engine& data, const anchor_finder& anchors, const languages& use,
                 const quick_tokens::insides& known, phrase_memory& memory, std::string_view passage)
        : anchors_(anchors), use_(use), text_(passage), tokens_(data, anchors, use, known, memory, passage) {}

    /// Reads the sum whose currency stands at `anchor`, bytes of the passage; earlier figures end at `not_before`.
    [[nodiscard]] quick_answer read(std::size_t anchor, std::size_t not_before);
    /// What was read, with its places in the passage, and where what belongs to it ends.
    [[nodiscard]] figure& sum() { return sum_; }
    [[nodiscard]] std::size_t past() const { return past_; }
    /// How its number was put together; places of digits are those in the passage.
    [[nodiscard]] const number_recipe& recipe() const { return recipe_; }
    /// True if the answer depends on what stands far from the currency.
    [[nodiscard]] bool looked_far() const { return looked_far_; }
    /// True if a country in its sentence may choose among the candidates of its currency.
    [[nodiscard]] bool is_local() const { return is_local_; }

private:
    using token = quick_token;
    struct number {
        std::size_t next = 0;
        decimal value;
        int magnitude = 0;
        bool grouped = false, plain = false;
    };

    quick_answer find_sum(std::size_t anchor);
    [[nodiscard]] bool begins_with_currency(std::size_t i);
    [[nodiscard]] bool is_intricate(std::size_t i);
    quick_answer sum_at(std::size_t& i);
    [[nodiscard]] bool is_code_alone(const token& head) const;
    [[nodiscard]] bool is_lone_to(std::size_t i) const;
    [[nodiscard]] bool may_stand_after(std::size_t i, const token& head) const;
    [[nodiscard]] bool number_at(std::size_t i, number& read);
    [[nodiscard]] quick_answer suffix(std::size_t& i, const number& read, std::vector<currency_code>& candidates,
                                      std::string& reason);
    [[nodiscard]] bool ends_plainly(std::size_t i);
    [[nodiscard]] bool bound_follows(std::size_t past);
    [[nodiscard]] bool has_digits_before(std::size_t at);
    bool qualify(std::size_t first, std::size_t next);

    const anchor_finder& anchors_;
    languages use_;
    std::string_view text_;
    quick_tokens tokens_;
    bool from_boundary_ = false;   ///< nothing that counts stands before the first token
    bool numbers_before_ = false;  ///< a number without a currency was passed over
    bool looked_far_ = false;
    bool is_local_ = false;
    number_recipe recipe_;
    figure sum_;
    std::size_t past_ = 0;
};

}  // namespace outlay::reading
