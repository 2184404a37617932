// word_tails: which words may end in one of a set of words, by their last two to four bytes.
// Promises: never says no where one does, in either case of its ASCII letters; a few nanoseconds a question.
// Leaves out: whether the word does end so (language/lexicon.hpp).
#pragma once

#include "base/constant_array.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace outlay::reading {

class word_tails {
public:
    word_tails() : tails_(std::size_t{1} << key_bits) {}
    explicit word_tails(compiled_arrays& from) : tails_(from) {}

    void add(std::string_view word) { tails_.set(key_of(last_four(word, word.size()), word.size())); }

    /// False: none of the words ends the letters from `begin` to `end`.
    [[nodiscard]] bool may_end(std::string_view text, std::size_t begin, std::size_t end) const {
        const std::uint32_t four = last_four(text, end);
        for (std::size_t bytes = 1; bytes <= longest && bytes <= end - begin; ++bytes)
            if (tails_.test(key_of(four, bytes))) return true;
        return false;
    }

    template <class Visit>
    void each_array(Visit& visit) {
        tails_.each_array(visit);
    }

private:
    static constexpr std::size_t longest = 4;
    static constexpr unsigned key_bits = 18;

    /// The bytes that end at `end`, the last one highest.
    static std::uint32_t last_four(std::string_view text, std::size_t end) {
        std::uint32_t four = 0;
        if (end >= longest)
            std::memcpy(&four, text.data() + end - longest, longest);
        else
            for (std::size_t i = 0; i < end; ++i)
                four |= std::uint32_t{static_cast<unsigned char>(text[i])} << (8 * (longest - end + i));
        return four | 0x20202020U;
    }
    static std::size_t key_of(std::uint32_t four, std::size_t bytes) {
        const std::uint32_t own = bytes >= longest ? four : four >> (8 * (longest - bytes));
        return own * 0x9E3779B1U >> (32 - key_bits);
    }

    bit_array tails_;
};

}  // namespace outlay::reading
