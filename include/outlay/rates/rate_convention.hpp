// rate_convention: which of the published rates a sum is converted at: of which day or period, and of which side.
// Promises: plain values, read from the words of an option or a file.
// Leaves out: finding such rates (rates/rate_policy.hpp).
#pragma once

#include <outlay/base/date.hpp>
#include <outlay/rates/quote.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace outlay {

enum class rate_timing : std::uint8_t {
    previous,      ///< of the as-of date, else the nearest earlier day within the age limit
    exact,         ///< of the as-of date and no other
    month_mean,    ///< the mean of the daily rates of the as-of date's month, quarter or year
    quarter_mean,
    year_mean,
    year_end,      ///< the last fixing of the as-of date's year
};
/// "previous", "exact", "average:month", "average:quarter", "average:year", "year-end"
[[nodiscard]] std::string_view to_text(rate_timing timing);
[[nodiscard]] bool is_mean(rate_timing timing);
/// The month, quarter or year that holds the day; for year_end the year; else the day alone.
[[nodiscard]] date_span period_of(rate_timing timing, date day);

/// From bid to ask, as a share of the rate between them, stated by a user.
struct stated_spread {
    ratio share;          ///< 1/200 for "0.5%"
    std::string written;  ///< "0.5%"
};

struct rate_convention {
    rate_timing timing = rate_timing::previous;
    std::optional<int> limit_days;        ///< of `previous`; nothing: the policy's age limit
    rate_side side = rate_side::mid;      ///< of the answer's pair: who buys the base currency from a dealer pays the ask
    std::optional<stated_spread> spread;  ///< taken where no quotes of the side are known
};

/// "exact", "previous", "previous:3", "average:month", "average:quarter", "average:year", "year-end"; side and spread are
/// those of a default convention. Errors: rate-policy-unknown.
[[nodiscard]] result<rate_convention> read_rate_timing(std::string_view text, std::optional<place> where = std::nullopt);
/// "0.5%". Errors: spread-malformed, also for a spread below zero or of 100 % and more.
[[nodiscard]] result<stated_spread> read_spread(std::string_view text, std::optional<place> where = std::nullopt);

}  // namespace outlay
