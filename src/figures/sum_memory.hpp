// sum_memory: what windows read as (sum_window.hpp), found out once for each key.
// Promises: what quick_reader answered for another window of the same key, with the digits of this one.
// Leaves out: windows that are out of the ordinary; after most_shapes keys it learns no more.
#pragma once

#include "number_recipe.hpp"
#include "quick_reader.hpp"
#include "sum_window.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::reading {

/// What every window of a key reads as. Places are bytes of the key.
struct sum_shape {
    std::string key;
    quick_answer answer = quick_answer::nothing;
    std::uint8_t begin = 0, end = 0, past = 0;
    outlay::qualifier qualifier = outlay::qualifier::exact;
    currency_code currency;
    std::vector<currency_code> candidates;
    std::string reason;
    std::string_view language;
    number_recipe recipe;
    std::optional<linear_recipe> simple;  ///< the recipe, if it is a sum
};

class sum_memory {
public:
    sum_memory() : places_(std::size_t{1} << place_bits) {}

    /// Null where the key was not met.
    [[nodiscard]] const sum_shape* find(std::string_view key) const;
    /// Keeps what was read in a window; null where that cannot be told by its key.
    const sum_shape* learn(const sum_window& window, quick_reader& read, quick_answer answer);

private:
    static constexpr unsigned place_bits = 14;
    static constexpr std::size_t most_shapes = 6000;
    struct place {
        std::uint16_t shape = 0;  ///< 1 + its number; 0: free
        std::uint16_t tag = 0;    ///< of its hash
    };
    static std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48U); }
    [[nodiscard]] std::size_t place_of(std::string_view key, std::uint64_t hash) const;

    std::deque<sum_shape> shapes_;
    std::vector<place> places_;
};

/// The sum that a window reads as; its places are those of the passage.
[[nodiscard]] figure figure_of(const sum_shape& shape, const sum_window& window);

/// Its amount, if that is simple.
[[nodiscard]] std::optional<plain_amount> amount_of(const sum_shape& shape, const sum_window& window);

}  // namespace outlay::reading
