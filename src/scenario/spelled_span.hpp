// spelled_span: a period by its two ends in words, "from 2026 to 2030", "2026년 3월부터 2030년 12월까지", "2026~30".
// Promises: both ends are dates that the reader of figures finds, or years in digits; between and around them stand only
//   words and signs of ranges, of any language that is known. Anything else is no span.
// Leaves out: what the span means as a period (period_reader.hpp).
#pragma once

#include <outlay/engine.hpp>

#include <optional>
#include <string_view>

namespace outlay {

struct spelled_span {
    date_span first;  ///< its first day is that of the span
    date_span last;   ///< its last day is that of the span
    bool last_is_year = false;
};

[[nodiscard]] std::optional<spelled_span> read_spelled_span(const engine& data, std::string_view text);
/// True of one date alone: "by 2030", "2030년까지".
[[nodiscard]] bool is_one_end(const engine& data, std::string_view text);

}  // namespace outlay
