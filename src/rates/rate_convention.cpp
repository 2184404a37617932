#include <outlay/rates/rate_convention.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace outlay {

namespace {

constexpr std::array timings{rate_timing::previous,     rate_timing::exact,     rate_timing::month_mean,
                             rate_timing::quarter_mean, rate_timing::year_mean, rate_timing::year_end};
constexpr int most_limit_days = 3660;
constexpr std::size_t shown_columns = 40;

/// "previous:3": so many days, or nothing where it is no such text.
std::optional<int> read_limit(std::string_view text) {
    const auto prefix = std::string(to_text(rate_timing::previous)) + ":";
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size() || days < 0 || days > most_limit_days) return std::nullopt;
    return days;
}

date_span months_of(date day, unsigned count) {
    const std::chrono::year_month_day written{day};
    const unsigned first = (static_cast<unsigned>(written.month()) - 1) / count * count + 1;
    const auto last = written.year() / std::chrono::month{first + count - 1} / std::chrono::last;
    return {written.year() / std::chrono::month{first} / 1, last};
}

}  // namespace

std::string_view to_text(rate_timing timing) {
    switch (timing) {
        case rate_timing::previous: return "previous";
        case rate_timing::exact: return "exact";
        case rate_timing::month_mean: return "average:month";
        case rate_timing::quarter_mean: return "average:quarter";
        case rate_timing::year_mean: return "average:year";
        case rate_timing::year_end: break;
    }
    return "year-end";
}

bool is_mean(rate_timing timing) {
    return timing == rate_timing::month_mean || timing == rate_timing::quarter_mean || timing == rate_timing::year_mean;
}

date_span period_of(rate_timing timing, date day) {
    switch (timing) {
        case rate_timing::month_mean: return months_of(day, 1);
        case rate_timing::quarter_mean: return months_of(day, 3);
        case rate_timing::year_mean:
        case rate_timing::year_end: return months_of(day, 12);
        case rate_timing::previous:
        case rate_timing::exact: break;
    }
    return {day, day};
}

result<rate_convention> read_rate_timing(std::string_view text, std::optional<place> where) {
    rate_convention read;
    for (const auto timing : timings) {
        if (text != to_text(timing)) continue;
        read.timing = timing;
        return read;
    }
    read.limit_days = read_limit(text);
    if (read.limit_days) return read;
    auto problem = make_diagnostic("rate-policy-unknown",
                                   {{"text", shorten(text, shown_columns)}, {"most", std::to_string(most_limit_days)}},
                                   std::move(where));
    std::vector<std::string_view> names;
    for (const auto timing : timings) names.push_back(to_text(timing));
    problem.near = near_misses(text, names);
    return problem;
}

result<stated_spread> read_spread(std::string_view text, std::optional<place> where) {
    const auto refuse = [&] {
        return make_diagnostic("spread-malformed", {{"text", shorten(text, shown_columns)}}, std::move(where));
    };
    auto digits = text;
    if (!digits.ends_with('%')) return refuse();
    digits.remove_suffix(1);
    while (digits.ends_with(' ')) digits.remove_suffix(1);
    const auto percent = decimal::parse(digits);
    if (!percent || percent->sign() < 0 || *percent >= decimal(100)) return refuse();
    return stated_spread{to_ratio(*percent) / 100, std::string(text)};
}

}  // namespace outlay
