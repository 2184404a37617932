// language_letters: what the letters of a text tell of the languages of an engine.
// Promises: the languages of most letters by their scripts, and those that one letter alone tells of.
// Leaves out: words (language_finder.hpp).
#pragma once

#include "byte_masks.hpp"
#include "passage.hpp"

#include <outlay/base/utf8.hpp>
#include <outlay/engine.hpp>

#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::reading {

class language_letters {
public:
    explicit language_letters(const engine& data);

    /// The languages whose scripts most letters of a passage's beginning are in, a bit each. Without masks it takes longer.
    [[nodiscard]] std::uint64_t of_scripts(const masked_text& in, const passage& part) const;
    /// The languages that a letter tells of, a bit each.
    [[nodiscard]] std::uint64_t told_by(char32_t letter) const;

private:
    std::vector<std::uint32_t> scripts_;                       ///< of each language, a bit a range of a script
    std::vector<std::pair<char32_t, std::uint64_t>> letters_;  ///< sorted
    std::bitset<0x10000> known_;                               ///< the characters of letters_
};

/// decode_at, sooner for three bytes.
[[nodiscard]] inline code_point quick_code_point(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const bool three = text.size() - at >= 3 && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0U) == 0x80U &&
                       (byte(2) & 0xC0U) == 0x80U;
    if (!three) return decode_at(text, at);
    return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3, true};
}

}  // namespace outlay::reading
