// convert: columns of amounts, as integers of a minor unit, times exact rates, rounded once to another minor unit.
// Promises: every row is what ratio arithmetic and number/rounding.hpp give, for every instruction set; a row without
//   a result has a status and the value 0, never a guess; a result may be written over its column.
// Leaves out: text (columns/csv_conversion.hpp) and the search for rates (columns/dated_multipliers.hpp).
#pragma once

#include <outlay/columns/instruction_set.hpp>
#include <outlay/columns/multiplier.hpp>
#include <outlay/number/rounding.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace outlay {

enum class row_status : std::uint8_t {
    converted,
    no_rate,       ///< the multiplier is empty, or the rate is not positive
    out_of_range,  ///< the exact result does not fit into 64 bits
};

struct column_rules {
    rounding_mode rounding = rounding_mode::half_even;
    std::optional<instruction_set>
        instructions;  ///< nothing: the best there is; portable where this machine lacks them
};

struct converted_column {
    std::span<std::int64_t> values;
    std::span<row_status> status;
};

// Each returns the number of rows without a result. Columns of different lengths are an error of the program that
// calls (std::invalid_argument).

/// values[i] = amounts[i] × by
std::size_t convert(std::span<const std::int64_t> amounts, const multiplier& by, const column_rules& rules,
                    converted_column out);

/// values[i] = amounts[i] × rates[i] × unit: a rate a row, all of one scale (14372 for 1.4372 needs a unit of 1/10000).
std::size_t convert(std::span<const std::int64_t> amounts, std::span<const std::int64_t> rates, const multiplier& unit,
                    const column_rules& rules, converted_column out);

/// values[i] = amounts[i] × by[which[i]]; an index past the end is no rate.
std::size_t convert(std::span<const std::int64_t> amounts, std::span<const std::uint32_t> which,
                    const multiplier_table& by, const column_rules& rules, converted_column out);

}  // namespace outlay
