// period_reader: a period by its ends: years, months, days or fiscal years of a named calendar.
// Promises: an end that is not stated stays absent; whether the last year counts is the file's word or marked as ours.
// Leaves out: periods stated as a length (figure_reader.hpp).
#pragma once

#include "scenario/node_reader.hpp"

#include <outlay/scenario/programme.hpp>

namespace outlay {

/// A period with both ends has a length too.
struct read_period {
    std::optional<stated_figure> length;
    period_span span;
    stated_figure words;  ///< text and place alone
};

/// "2026-2030", "2026–2030": nothing for any other text.
[[nodiscard]] std::optional<read_period> read_year_range(node_reader& reader, const toml_node& node);
/// "from 2026 to 2030", "2026년 3월부터 2030년까지", "2026–30"; a date alone is an error (period-of-one-end), of which nothing
/// is known. Nothing for any other text.
[[nodiscard]] std::optional<read_period> read_period_words(node_reader& reader, const toml_node& node);
/// period = { start, end, last, calendar, words }. Errors: period-point-malformed, calendar-unknown, calendar-missing,
/// period-ends-first, period-without-ends, period-last-unknown.
[[nodiscard]] std::optional<read_period> read_period_table(node_reader& reader, const toml_node& table);

}  // namespace outlay
