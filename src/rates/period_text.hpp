// period_text: months, quarters and years as tables write them, and the days that means are stored under.
// Promises: a mean stands under the last day of its period, whatever day of it was written.
// Leaves out: which mean answers (published_mean.hpp).
#pragma once

#include <outlay/rates/quote.hpp>

#include <optional>
#include <string_view>

namespace outlay {

/// The day that a value is stored under, and how long a period it is of.
struct written_period {
    date day;
    rate_period period = rate_period::day;
};

/// "2024", "2024-Q2", "2024-06".
[[nodiscard]] std::optional<written_period> read_written_period(std::string_view text);

/// Of the day itself, or of the month, quarter or year that holds it.
[[nodiscard]] date last_day_of(date day, rate_period period);

}  // namespace outlay
