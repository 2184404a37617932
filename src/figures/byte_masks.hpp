// byte_masks: what the bytes of a text are, a bit a byte, 64 bytes at a time.
// Promises: every kind of vector instructions gives the same bits; bytes past the end of the text are nothing.
// Leaves out: what characters mean (anchor_finder.hpp).
#pragma once

#include <outlay/columns/instruction_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace outlay::reading {

/// Bit n of each is byte n of the block.
struct byte_masks {
    std::uint64_t digits = 0;   ///< ASCII digits
    std::uint64_t letters = 0;  ///< ASCII letters
    std::uint64_t leads = 0;    ///< of characters beyond ASCII
    std::uint64_t latin = 0;    ///< those of them that lead Latin letters, up to U+024F
    std::uint64_t signs = 0;    ///< the bytes that were asked for
    std::uint64_t words = 0;    ///< ASCII letters and characters beyond ASCII up to U+1FFF: what words of spaced scripts are made of
    std::uint64_t wide = 0;     ///< leads of later characters
    std::uint64_t western = 0;  ///< leads up to U+023F, and from U+2000 to U+2FFF: in a text of Latin letters, all of them
    std::uint64_t syllables = 0, kana = 0, han = 0;  ///< leads of Hangul's syllables, of kana, of ideographs from U+4000 to U+9FFF
    std::uint64_t neutral = 0;  ///< leads from U+2000 to U+303F, and of full-width punctuation up to U+FF0F
    std::uint64_t candidates = 0;  ///< where money may begin (first_look.hpp)
};
constexpr std::size_t block_size = 64;
/// Bytes of UTF-8 that lead the characters from U+00C0 to U+024F: letters, and with the first byte two signs, × and ÷.
constexpr unsigned first_of_latin = 0xC3, last_of_latin = 0xC9;
constexpr unsigned times_sign = 0x97, division_sign = 0xB7;
[[nodiscard]] constexpr bool leads_latin(unsigned first, unsigned second) {
    return first >= first_of_latin && first <= last_of_latin && !(first == first_of_latin && (second == times_sign || second == division_sign));
}

/// The ASCII signs that `byte_masks::signs` marks; unused places are 0, which no text's sign is.
using sign_bytes = std::array<char, 4>;

/// A block for every 64 bytes begun.
[[nodiscard]] std::vector<byte_masks> masks_of(std::string_view text, const sign_bytes& signs,
                                               instruction_set instructions);

/// A text with what its bytes are.
struct masked_text {
    std::string_view text;
    std::span<const byte_masks> masks;
};

/// Calls `visit(block, asked)` for the blocks from byte `begin` to `end`, with the bits that lie between.
template <class Visit>
void visit_blocks(std::span<const byte_masks> masks, std::size_t begin, std::size_t end, const Visit& visit) {
    for (std::size_t b = begin / block_size; begin < end && b <= (end - 1) / block_size; ++b) {
        std::uint64_t asked = ~std::uint64_t{0};
        if (b == begin / block_size) asked <<= begin % block_size;
        if (b == (end - 1) / block_size) asked &= ~std::uint64_t{0} >> (block_size - 1 - (end - 1) % block_size);
        visit(masks[b], asked);
    }
}

namespace masks {
/// `blocks` whole blocks at `text`, behind which two more bytes can be read. Of `words` only the bytes that are ASCII letters
/// or beyond ASCII are marked.
void portable(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out);
void avx2(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out);
void avx512(const char* text, std::size_t blocks, const sign_bytes& signs, byte_masks* out);
}  // namespace masks

}  // namespace outlay::reading
