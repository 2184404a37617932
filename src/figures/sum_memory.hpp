// sum_memory: what windows read as (sum_window.hpp), found out once for each key.
// Promises: what quick_reader answered for another window of the same key, with the digits of this one.
// Leaves out: windows that are out of the ordinary; after most_shapes keys it learns no more.
#pragma once

#include "number_recipe.hpp"
#include "quick_reader.hpp"
#include "sum_window.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::reading {

/// Texts that stay where they are put, many in one piece of memory.
class text_pages {
public:
    /// At most page_size bytes.
    [[nodiscard]] const char* keep(std::string_view text) {
        if (left_ < text.size()) {
            all_.push_back(std::make_unique<char[]>(page_size));
            left_ = page_size;
        }
        char* const own = all_.empty() ? nullptr : all_.back().get() + (page_size - left_);
        std::copy(text.begin(), text.end(), own);
        left_ -= text.size();
        return own;
    }

private:
    static constexpr std::size_t page_size = 4096;
    std::vector<std::unique_ptr<char[]>> all_;
    std::size_t left_ = 0;
};

/// A step of a recipe (number_recipe.hpp); the constant is kept once for all that name it.
struct kept_step {
    const decimal* constant = nullptr;
    std::int16_t exponent = 0;
    std::uint8_t number = 0;  ///< of digits: which of the window's numbers they are
    number_step::kind what = number_step::kind::digits;
    friend auto operator<=>(const kept_step&, const kept_step&) = default;
};

/// A recipe and, if it is simple, the sum that it is: constant × 10^exponent, and digits × 10^exponent for each number.
struct kept_recipe {
    const std::vector<kept_step>* steps = nullptr;
    std::int64_t constant = 0;
    std::int16_t constant_exponent = 0;
    std::array<std::int8_t, sum_window::most_numbers> exponents{};
    bool simple = false;

    static constexpr std::int8_t no_exponent = INT8_MIN;  ///< of a number that is no part of the sum
};

/// What sums mean beside their currency, kept once for all that mean the same.
struct kept_meaning {
    std::vector<currency_code> candidates;
    std::string reason;
    std::string_view language;
    friend bool operator==(const kept_meaning&, const kept_meaning&) = default;
};

/// What every window of a key reads as. Places are bytes of the key. It points into the memory that knows it, which has
/// thousands.
struct sum_shape {
    const char* key = nullptr;
    const kept_meaning* meaning = nullptr;
    const kept_recipe* recipe = nullptr;
    bool is_local = false;  ///< quick_reader::is_local
    std::uint8_t key_size = 0, begin = 0, end = 0, past = 0;
    quick_answer answer = quick_answer::nothing;
    outlay::qualifier qualifier = outlay::qualifier::exact;
    currency_code currency;
};

class sum_memory {
public:
    sum_memory() : places_(first_places) {}

    /// Null where the key was not met.
    [[nodiscard]] const sum_shape* find(std::string_view key) const;
    /// Keeps what was read in a window; null where that cannot be told by its key.
    const sum_shape* learn(const sum_window& window, quick_reader& read, quick_answer answer);

private:
    static constexpr std::size_t first_places = 256;  ///< a power of two; there are more as shapes are learned
    static constexpr std::size_t most_shapes = 6000;
    struct place {
        std::uint16_t shape = 0;  ///< 1 + its number; 0: free
        std::uint16_t tag = 0;    ///< of its hash
    };
    static std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 48U); }
    [[nodiscard]] std::size_t place_of(std::string_view key, std::uint64_t hash) const;
    void note(std::string_view key, std::size_t shape);
    bool keep_sum(sum_shape& made, const sum_window& window, quick_reader& read);
    /// Null where it cannot be kept.
    [[nodiscard]] const kept_recipe* kept(const number_recipe& recipe, const sum_window& window);
    [[nodiscard]] const decimal* kept(const decimal& constant);
    [[nodiscard]] const kept_meaning* kept(kept_meaning&& meaning);

    std::deque<sum_shape> shapes_;
    std::vector<place> places_;
    text_pages keys_;
    std::map<std::vector<kept_step>, kept_recipe> recipes_;
    std::deque<decimal> constants_;
    std::deque<kept_meaning> meanings_;
};

/// The sum that a window reads as; its places are those of the passage.
[[nodiscard]] figure figure_of(const sum_shape& shape, const sum_window& window);

/// Its amount, if that is simple.
[[nodiscard]] std::optional<plain_amount> amount_of(const sum_shape& shape, const sum_window& window);

}  // namespace outlay::reading
