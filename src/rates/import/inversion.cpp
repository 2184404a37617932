#include "rates/import/inversion.hpp"

#include <outlay/number/rounding.hpp>

#include "rates/known_value.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace outlay::importing {

namespace {

constexpr std::size_t most_samples = 16;
constexpr int same_time_days = 7;

/// Of a value of the same week, that one over it is within a tenth of what is known, and it itself is not within a
/// fiftieth, nor nearer. Of an older or a later one, that one over it is within a factor of two and it itself is not.
bool looks_inverted(const ratio& value, const known_value& known) {
    const auto as_it_is = distance(value, known.value);
    const auto inverted = distance(ratio(1) / value, known.value);
    if (known.days_apart > same_time_days) return inverted <= 2 && as_it_is > 2;
    return inverted <= make_ratio(11, 10) && inverted < as_it_is && as_it_is > make_ratio(51, 50);
}

std::string shown(const ratio& value) { return round_significant(value, 6, rounding_mode::half_up).text(); }

std::optional<diagnostic> check(const sampled_series& series, const rate_table& known,
                                std::span<const currency_code> pivots, const std::string& file) {
    std::optional<diagnostic> first;
    std::size_t suspected = 0;
    std::size_t compared = 0;
    for (const auto& one : series.samples) {
        const date day{std::chrono::days{one.day}};
        const auto there = find_known_value(known, pivots, series.pair, day);
        if (!there) continue;
        ++compared;
        const decimal written(integer(one.coefficient), one.scale);
        if (!looks_inverted(to_ratio(written), *there)) continue;
        ++suspected;
        if (first) continue;
        first = make_diagnostic("inverted-pair-suspected",
                                {{"pair", to_text(series.pair)},
                                 {"value", written.text()},
                                 {"date", to_text(day)},
                                 {"line", std::to_string(one.line)},
                                 {"known", shown(there->value)},
                                 {"source", there->source},
                                 {"reversed", to_text(series.pair.reversed())}},
                                place{file, 0, 0, {}, 0, 1});
    }
    return suspected * 2 > compared ? first : std::nullopt;
}

}  // namespace

std::vector<sampled_series> sample(store::quote_staging& staging) {
    std::vector<sampled_series> sampled;
    for (std::size_t i = 0; i < staging.series().size(); ++i) {
        const auto& series = staging.series()[i];
        if (series.count > 0) sampled.push_back({series.pair, staging.samples(i, most_samples)});
    }
    return sampled;
}

diagnostics find_inverted(std::span<const sampled_series> series, const rate_table& known,
                          std::span<const currency_code> pivots, const std::string& file) {
    diagnostics problems;
    for (const auto& each : series)
        if (auto problem = check(each, known, pivots, file)) problems.push_back(std::move(*problem));
    return problems;
}

namespace {

constexpr int neighbouring_days = 31;

decimal value_of(const store::staged_quote& quote) { return {integer(quote.coefficient), quote.scale}; }

/// Most days are told apart from an inversion without a fraction.
bool is_near(const store::staged_quote& a, const store::staged_quote& b) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max() / 2;
    return a.scale == b.scale && a.coefficient <= most && b.coefficient <= most &&
           a.coefficient <= 2 * b.coefficient && b.coefficient <= 2 * a.coefficient;
}

bool is_turned(const store::staged_quote& before, const store::staged_quote& after) {
    if (after.day - before.day > neighbouring_days || is_near(before, after)) return false;
    const auto old_value = to_ratio(value_of(before));
    const auto new_value = to_ratio(value_of(after));
    return distance(old_value, new_value) > 2 && distance(ratio(1) / new_value, old_value) <= make_ratio(11, 10);
}

}  // namespace

diagnostics find_turned(store::quote_staging& staging, const std::string& file) {
    diagnostics problems;
    for (std::size_t i = 0; i < staging.series().size(); ++i) {
        const auto& series = staging.series()[i];
        if (staging.sources()[series.source].kind != rate_kind::spot) continue;
        std::optional<store::staged_quote> before;
        bool is_told = false;
        staging.for_each(i, [&](const store::staged_quote& after) {
            if (!is_told && before && is_turned(*before, after)) {
                is_told = true;
                problems.push_back(make_diagnostic("pair-turned-in-file",
                                                   {{"pair", to_text(series.pair)},
                                                    {"value", value_of(after).text()},
                                                    {"date", to_text(date{std::chrono::days{after.day}})},
                                                    {"line", std::to_string(after.line)},
                                                    {"known", value_of(*before).text()},
                                                    {"known_date", to_text(date{std::chrono::days{before->day}})},
                                                    {"known_line", std::to_string(before->line)}},
                                                   place{file, 0, 0, {}, 0, 1}));
                problems.back().id = "inverted-pair-suspected";
            }
            before = after;
        });
    }
    return problems;
}

diagnostics find_crossed_sides(store::quote_staging& staging, const std::string& file) {
    diagnostics problems;
    const auto& all = staging.series();
    for (std::size_t bid = 0; bid < all.size(); ++bid) {
        if (all[bid].side != rate_side::bid) continue;
        for (std::size_t ask = 0; ask < all.size(); ++ask) {
            if (all[ask].side != rate_side::ask || all[ask].source != all[bid].source || all[ask].pair != all[bid].pair)
                continue;
            const auto crossed = staging.first_above(bid, ask);
            if (!crossed) continue;
            problems.push_back(make_diagnostic("rate-sides-crossed",
                                               {{"pair", to_text(all[bid].pair)},
                                                {"date", to_text(date{std::chrono::days{crossed->first.day}})},
                                                {"bid", value_of(crossed->first).text()},
                                                {"bid_line", std::to_string(crossed->first.line)},
                                                {"ask", value_of(crossed->second).text()},
                                                {"ask_line", std::to_string(crossed->second.line)}},
                                               place{file, 0, 0, {}, 0, 1}));
        }
    }
    return problems;
}

}  // namespace outlay::importing
