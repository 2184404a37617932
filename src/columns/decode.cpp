// decode: the steps of digits.hpp on vectors of words. Each function is compiled for each instruction set from one body.
#include "columns/decode.hpp"

namespace outlay {

namespace {

using namespace digits;

#define OUTLAY_INLINE inline __attribute__((always_inline))

template <int Lanes>
struct lanes {
    typedef std::uint64_t words __attribute__((vector_size(Lanes * 8)));
    typedef std::uint32_t halves __attribute__((vector_size(Lanes * 8)));

    /// Vectors stay inside of functions: how they are passed depends on the instruction set.
    static OUTLAY_INLINE void load(const void* from, words& to) { std::memcpy(&to, from, sizeof to); }
    static OUTLAY_INLINE void store(const words& from, void* to) { std::memcpy(to, &from, sizeof from); }
};

template <int Lanes>
OUTLAY_INLINE void read_amounts(const written_amounts& written, std::size_t rows, char decimal_mark,
                                plain_amounts& read) {
    using words = typename lanes<Lanes>::words;
    const std::uint64_t mark = static_cast<unsigned char>(decimal_mark);
    const words none{};
    for (std::size_t i = 0; i < rows; i += Lanes) {
        words last;
        words ninth;
        words size;
        words minus;
        lanes<Lanes>::load(&written.last[i], last);
        lanes<Lanes>::load(&written.ninth[i], ninth);
        lanes<Lanes>::load(&written.size[i], size);
        lanes<Lanes>::load(&written.minus[i], minus);
        const words point = (words)((last >> 40 & 0xFF) == (none + mark)) & 1;
        // With a mark, the eight bytes before the last one hold the digits before it.
        const words shifted = (ninth | last << 8) & (none - point);
        const words before = (last & (point - 1)) | shifted;
        const words word = (before & 0x0000FFFFFFFFFFFFU) | (last & 0xFFFF000000000000U);
        const words count = size - minus - point;
        words value = (word ^ ascii_zeros) & (~none << ((64 - 8 * count) & 63));
        const words bad = ((value + 0x7676767676767676U) | value) & high_bits;
        const words fits =
            (words)((count - 1) < (none + 8)) & (words)(bad == none) & (words)((size - minus) > 3 * point);
        value = ((value << 3) + (value << 1) + (value >> 8)) & 0x00FF00FF00FF00FFU;
        value = ((value << 6) + (value << 5) + (value << 2) + (value >> 16)) & 0x0000FFFF0000FFFFU;
        value = ((value << 13) + (value << 11) - (value << 8) + (value << 4) + (value >> 32)) & 0xFFFFFFFFU;
        lanes<Lanes>::store((value ^ (none - minus)) + minus, &read.coefficients[i]);
        lanes<Lanes>::store((2 * point) | ~fits, &read.scales[i]);
    }
}

template <int Lanes>
OUTLAY_INLINE void read_days(const written_days& written, std::size_t rows, plain_days& read) {
    using words = typename lanes<Lanes>::words;
    const words none{};
    for (std::size_t i = 0; i < rows; i += Lanes) {
        words front;
        words back;
        lanes<Lanes>::load(&written.front[i], front);
        lanes<Lanes>::load(&written.back[i], back);
        const words text = (front & 0xFFFFFFFFU) | (front >> 8 & 0x0000FFFF00000000U) | (back & 0xFFFF000000000000U);
        const words values = text ^ ascii_zeros;
        const words bad = (((values + 0x7676767676767676U) | values) & high_bits) |
                          ((front ^ 0x2D00002D00000000U) & 0xFF0000FF00000000U);
        const words numbers = ((values << 3) + (values << 1) + (values >> 8)) & 0x00FF00FF00FF00FFU;
        const words century = numbers & 0xFFFF;
        const words year = (century << 6) + (century << 5) + (century << 2) + (numbers >> 16 & 0xFFFF);
        const words day = numbers >> 48;
        const words month = numbers >> 32 & 0xFFFF;
        const words fits = (words)(bad == none) & (words)(day < (none + 32)) & (words)(month < (none + 16));
        const words key = (year << 9) + (month << 5) + day;
        lanes<Lanes>::store(key | ~fits, &read.keys[i]);
    }
}

template <int Lanes>
OUTLAY_INLINE void write_values(const std::int64_t* values, std::size_t rows, written_values& written) {
    using words = typename lanes<Lanes>::words;
    using halves = typename lanes<Lanes>::halves;
    const words none{};
    for (std::size_t i = 0; i < rows; i += Lanes) {
        words value;
        lanes<Lanes>::load(values + i, value);
        const words minus = value >> 63;
        const words size = (value ^ (none - minus)) + minus;
        const words is_long = (words)(size > (none + 9'999'999'999U));
        // Division by 100 as by 4 and by 25, each factor of the product below 2^32.
        const words whole = ((size >> 2 & 0xFFFFFFFFU) * 0x51EB851FU) >> 35;
        const words cents = size - ((whole << 6) + (whole << 5) + (whole << 2));
        const words upper = (whole * 0xD1B71759U) >> 45;  // by 10000
        const words lower = whole - ((upper << 13) + (upper << 11) - (upper << 8) + (upper << 4));
        const words fours = upper | lower << 32;
        const words hundreds = (words)(((halves)fours * 5243U) >> 19);
        const words twos = hundreds | (fours - ((hundreds << 6) + (hundreds << 5) + (hundreds << 2))) << 16;
        const words tens = ((twos << 6) + (twos << 5) + (twos << 2) + (twos << 1) + twos) >> 10 & 0x000F000F000F000FU;
        const words ones = tens | (twos - ((tens << 3) + (tens << 1))) << 8;
        // How many of the first seven bytes are zero: the lowest byte that is not, seen from above.
        const words filled = ones | (none + (std::uint64_t{1} << 56));
        const words lowest = filled & (none - filled);
        words zeros = none;
        for (unsigned byte = 1; byte < 8; ++byte) zeros -= (words)(lowest >= (none + (std::uint64_t{1} << (8 * byte))));
        const words two = (cents * 103U) >> 10;
        const words tail = '.' | (two + '0') << 8 | (cents - ((two << 3) + (two << 1)) + '0') << 16;
        lanes<Lanes>::store((ones | ascii_zeros) >> (8 * zeros), &written.whole[i]);
        lanes<Lanes>::store(8 - zeros, &written.lengths[i]);
        lanes<Lanes>::store(tail, &written.cents[i]);
        lanes<Lanes>::store(minus | (is_long & written_values::too_long), &written.minus[i]);
    }
}

#define OUTLAY_DECODER(name, lane_count, ...)                                                                     \
    __VA_ARGS__ void read_amounts_##name(const written_amounts& written, std::size_t rows, char mark,             \
                                         plain_amounts& read) {                                                   \
        read_amounts<lane_count>(written, rows, mark, read);                                                      \
    }                                                                                                             \
    __VA_ARGS__ void read_days_##name(const written_days& written, std::size_t rows, plain_days& read) {          \
        read_days<lane_count>(written, rows, read);                                                               \
    }                                                                                                             \
    __VA_ARGS__ void write_values_##name(const std::int64_t* values, std::size_t rows, written_values& written) { \
        write_values<lane_count>(values, rows, written);                                                          \
    }                                                                                                             \
    constexpr decoder decoder_##name{read_amounts_##name, read_days_##name, write_values_##name};

OUTLAY_DECODER(portable, 2)
#if defined(__x86_64__)
OUTLAY_DECODER(avx2, 4, __attribute__((target("avx2,bmi,bmi2"))))
OUTLAY_DECODER(avx512, 8, __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,bmi,bmi2"))))
#endif

}  // namespace

const decoder& decoder_for(instruction_set instructions) {
#if defined(__x86_64__)
    if (instructions == instruction_set::avx512) return decoder_avx512;
    if (instructions == instruction_set::avx2) return decoder_avx2;
#endif
    static_cast<void>(instructions);
    return decoder_portable;
}

}  // namespace outlay
