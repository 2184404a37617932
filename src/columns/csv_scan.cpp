// csv_scan: bit masks of 64 bytes, one a kind of character.
#include "columns/csv_scan.hpp"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace outlay {

namespace {

using mask = std::uint64_t;
constexpr std::size_t block = 64;

#if defined(__GNUC__)
#define OUTLAY_INLINE inline __attribute__((always_inline))
#else
#define OUTLAY_INLINE inline
#endif

/// Which of 64 bytes are this one.
class plain_bytes {
public:
    OUTLAY_INLINE explicit plain_bytes(const char* text) : text_(text) {}
    [[nodiscard]] OUTLAY_INLINE mask equal(char c) const {
        mask found = 0;
#if defined(__SSE2__)
        const auto wanted = _mm_set1_epi8(c);
        for (std::size_t i = 0; i < block; i += 16) {
            const auto part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_ + i));
            found |= mask{static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(part, wanted)))} << i;
        }
#else
        for (std::size_t i = 0; i < block; ++i) found |= mask{text_[i] == c} << i;
#endif
        return found;
    }

private:
    const char* text_;
};

#if defined(__x86_64__)
#define OUTLAY_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

class avx2_bytes {
public:
    OUTLAY_AVX2 inline explicit avx2_bytes(const char* text)
        : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text))),
          high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32))) {}
    [[nodiscard]] OUTLAY_AVX2 inline mask equal(char c) const {
        const auto wanted = _mm256_set1_epi8(c);
        const auto low = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low_, wanted)));
        const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high_, wanted)));
        return mask{high} << 32 | low;
    }

private:
    __m256i low_;
    __m256i high_;
};
#endif

/// Bit i: whether an odd number of bits is set up to i.
OUTLAY_INLINE mask running_parity(mask bits) {
    for (const unsigned shift : {1U, 2U, 4U, 8U, 16U, 32U}) bits ^= bits << shift;
    return bits;
}

OUTLAY_INLINE mask below(std::size_t bit) { return bit >= block ? ~mask{0} : (mask{1} << bit) - 1; }

/// What is carried from block to block: whether the last byte was inside of quotes, ended a cell, closed a quote.
struct quote_state {
    mask inside = 0;        ///< all bits or none
    mask cell_begins = 1;   ///< in bit 0
    mask quote_closed = 0;  ///< in bit 0
};

struct structure {
    mask delimiters;
    mask line_ends;
    mask inner_lines;
    mask stray;
};

/// The structure of a block that has quotes in it or before it.
template <class Bytes>
OUTLAY_INLINE structure with_quotes(const Bytes& text, mask quotes, mask delimiters, mask line_ends,
                                    quote_state& state) {
    const mask inside = running_parity(quotes) ^ state.inside;
    const mask opening = quotes & inside;
    const mask closing = quotes & ~inside;
    structure found{delimiters & ~inside, line_ends & ~inside, line_ends & inside, 0};
    // A quote opens after a delimiter or a line end, or as the second of two inside of a cell.
    const mask cell_begins = (found.delimiters | found.line_ends) << 1 | state.cell_begins;
    const mask after_closing = closing << 1 | state.quote_closed;
    found.stray = opening & ~(cell_begins | after_closing);
    // It closes before a delimiter or a line end, or as the first of two.
    found.stray |= after_closing & ~(found.delimiters | found.line_ends | opening | text.equal('\r'));
    state.inside = (inside >> 63) != 0 ? ~mask{0} : 0;
    state.cell_begins = (found.delimiters | found.line_ends) >> 63;
    state.quote_closed = closing >> 63;
    return found;
}

/// Writes as many offsets at once as a block of short cells has: fewer branches that depend on the text.
constexpr int at_once = 12;

OUTLAY_INLINE std::uint32_t* put_offsets(std::uint32_t* to, mask bits, std::size_t base) {
    const auto count = std::popcount(bits);
    auto* next = to;
    do {
        for (int i = 0; i < at_once; ++i) {
            *next++ = static_cast<std::uint32_t>(base + static_cast<std::size_t>(std::countr_zero(bits)));
            bits &= bits - 1;
        }
    } while (bits != 0);
    return to + count;
}

class scanner {
public:
    scanner(csv_records& found, std::size_t size) : found_(found) {
        // An offset a byte, and what put_offsets() writes too much.
        if (found.ends.size() < size + block) found.ends.resize(size + block);
        found.ends[0] = ~std::uint32_t{0};
        next_ = found.ends.data() + 1;
    }

    OUTLAY_INLINE void take(const structure& block_found, std::size_t base) {
        next_ = put_offsets(next_, block_found.delimiters | block_found.line_ends, base);
        lines_ += static_cast<std::size_t>(std::popcount(block_found.line_ends));
        inner_lines_ += static_cast<std::size_t>(std::popcount(block_found.inner_lines));
    }

    /// Numbers the records. Where every columns-th end is a line feed and there are no more of those, that is all.
    void finish(const char* text, std::size_t columns) {
        found_.count = lines_;
        found_.inner_lines = inner_lines_;
        if (found_.records.size() <= lines_) found_.records.resize(2 * lines_ + 1);
        auto* record = found_.records.data();
        const auto* ends = found_.ends.data();
        const auto known = static_cast<std::size_t>(next_ - ends);
        found_.is_regular = columns > 0 && lines_ * columns < known;
        for (std::size_t i = 0; found_.is_regular && i <= lines_; ++i) {
            record[i] = static_cast<std::uint32_t>(i * columns);
            found_.is_regular = i == 0 || text[ends[record[i]]] == '\n';
        }
        if (found_.is_regular) return;
        *record++ = 0;
        for (std::size_t i = 1; i < known; ++i)
            if (text[ends[i]] == '\n') *record++ = static_cast<std::uint32_t>(i);
    }

private:
    csv_records& found_;
    std::uint32_t* next_;
    std::size_t lines_ = 0;
    std::size_t inner_lines_ = 0;
};

template <class Bytes>
OUTLAY_INLINE void scan_with(const char* text, std::size_t size, char delimiter, std::size_t columns,
                             csv_records& found) {
    found.stray_quote.reset();
    scanner to(found, size);
    quote_state state;
    for (std::size_t base = 0; base < size; base += block) {
        const Bytes here(text + base);
        const mask valid = below(size - base);
        const mask delimiters = here.equal(delimiter) & valid;
        const mask line_ends = here.equal('\n') & valid;
        const mask quotes = here.equal('"') & valid;
        if ((quotes | (state.inside & valid) | state.quote_closed) == 0) {
            to.take({delimiters, line_ends, 0, 0}, base);
            state.cell_begins = (delimiters | line_ends) >> 63;
            continue;
        }
        auto block_found = with_quotes(here, quotes, delimiters, line_ends, state);
        block_found.stray &= valid;
        if (block_found.stray != 0) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(block_found.stray));
            block_found.delimiters &= below(bit);
            block_found.line_ends &= below(bit);
            block_found.inner_lines &= below(bit);
            to.take(block_found, base);
            found.stray_quote = base + bit;
            break;
        }
        to.take(block_found, base);
    }
    found.ends_inside = state.inside != 0;
    to.finish(text, columns);
}

#if defined(__x86_64__)
OUTLAY_AVX2 void scan_avx2(const char* text, std::size_t size, char delimiter, std::size_t columns,
                           csv_records& found) {
    scan_with<avx2_bytes>(text, size, delimiter, columns, found);
}
#endif

}  // namespace

void scan(const char* text, std::size_t size, char delimiter, std::size_t columns, instruction_set instructions,
          csv_records& found) {
#if defined(__x86_64__)
    if (instructions != instruction_set::portable) return scan_avx2(text, size, delimiter, columns, found);
#else
    static_cast<void>(instructions);
#endif
    scan_with<plain_bytes>(text, size, delimiter, columns, found);
}

}  // namespace outlay
