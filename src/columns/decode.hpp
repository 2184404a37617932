// decode: the digits of many rows at once: amounts and days of tables to integers, integers to the digits of amounts.
// Promises: what digits.hpp says of one row, for some rows side by side, with whatever vectors the machine has.
// Leaves out: where the bytes are (csv_rows.hpp, csv_writer.hpp) and what is not plain (amount_text.hpp).
#pragma once

#include <outlay/columns/instruction_set.hpp>

#include "columns/digits.hpp"

namespace outlay {

/// Rows that are decoded at once; a multiple of all numbers of lanes.
constexpr std::size_t decoded_rows = 128;

template <class Word>
using decoded_column = std::array<Word, decoded_rows>;

/// The bytes of amounts as they stand in a text.
struct written_amounts {
    decoded_column<std::uint64_t> last{};   ///< the eight before the end
    decoded_column<std::uint64_t> ninth{};  ///< the one before those
    decoded_column<std::uint64_t> size{};   ///< with the sign
    decoded_column<std::uint64_t> minus{};  ///< 1 or 0
};

/// Coefficients and scales, as digits::read_short() reads them; a scale of not_plain where it does not.
struct plain_amounts {
    static constexpr std::int64_t not_plain = -1;
    decoded_column<std::int64_t> coefficients;
    decoded_column<std::int64_t> scales;
};

/// The first eight and the last eight of ten bytes each.
struct written_days {
    decoded_column<std::uint64_t> front{};
    decoded_column<std::uint64_t> back{};
};

/// year × 512 + slot, as digits::read_day() reads them; no_day where it does not.
struct plain_days {
    static constexpr std::uint64_t no_day = ~std::uint64_t{0};
    decoded_column<std::uint64_t> keys;
};

/// Amounts of two decimals as text: "-", then digits, then "." and two more.
struct written_values {
    decoded_column<std::uint64_t> whole;    ///< up to eight digits before the point, the first in the low byte
    decoded_column<std::uint64_t> lengths;  ///< how many
    decoded_column<std::uint64_t> cents;    ///< the three bytes after them
    decoded_column<std::uint64_t> minus;    ///< 1 or 0; other where the number has more digits
    static constexpr std::uint64_t too_long = 2;
};

/// Up to seven rows more than asked for may be read and written.
struct decoder {
    void (*read_amounts)(const written_amounts& written, std::size_t rows, char decimal_mark, plain_amounts& read);
    void (*read_days)(const written_days& written, std::size_t rows, plain_days& read);
    void (*write_values)(const std::int64_t* values, std::size_t rows, written_values& written);
};

[[nodiscard]] const decoder& decoder_for(instruction_set instructions);

}  // namespace outlay
