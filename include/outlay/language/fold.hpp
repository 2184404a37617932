// fold: text as phrases are written: lower case, one kind of space and of apostrophe, full-width letters narrow, letters
//   and their marks composed (NFC), marks that may be left out left out, marks of direction passed over.
// Promises: every folded byte knows where its piece of the text ends; never reads past the end.
// Leaves out: full case folding (ß, final sigma) and what only some languages do (the dotless i).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace outlay {

/// The folded text from an offset on, as far as phrases reach.
class folded_run {
public:
    static constexpr std::size_t capacity = 96;

    folded_run(std::string_view text, std::size_t offset) : text_(text), at_(offset) {}

    /// Folds on until there are `wanted` bytes or the text ends.
    void extend(std::size_t wanted);
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
    /// Offset in the text after the first `count` folded bytes; count is at least 1.
    [[nodiscard]] std::size_t end_of(std::size_t count) const { return ends_[count - 1]; }
    /// False where `count` would cut a folded character in two.
    [[nodiscard]] bool is_boundary(std::size_t count) const {
        return count >= size_ || (static_cast<unsigned char>(bytes_[count]) & 0xC0U) != 0x80U;
    }

private:
    void push(char32_t value, std::size_t end);
    std::string_view text_;
    std::size_t at_;
    std::size_t size_ = 0;
    std::array<char, capacity> bytes_{};
    std::array<std::size_t, capacity> ends_{};
};

/// Simple lower case of the scripts that have it (Unicode 15, UnicodeData.txt: Latin, Greek, Cyrillic, Armenian,
/// full-width forms); typographic apostrophes become "'",
/// quotation marks '"'; Arabic and Indic letters that are written in several ways one of them.
[[nodiscard]] char32_t fold(char32_t value);

/// The whole text folded; leading spaces stay one space.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace outlay
