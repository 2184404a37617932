#include "rates/import/inversion.hpp"

#include <outlay/number/rounding.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace outlay::importing {

namespace {

constexpr std::size_t most_samples = 16;
constexpr int same_time_days = 7;

/// What is known of a pair, of a day or of one as near as there is.
struct known_value {
    ratio value;
    std::int64_t days_apart = 0;
    std::string source;
};

void keep_nearer(std::optional<known_value>& best, std::optional<known_value> other) {
    if (other && (!best || other->days_apart < best->days_apart)) best = std::move(other);
}

std::optional<known_value> known_quote(const rate_table& table, const quote* found, bool is_inverse, date day) {
    if (found == nullptr) return std::nullopt;
    const auto value = to_ratio(found->value());
    return known_value{is_inverse ? ratio(1) / value : value, std::abs((found->observed() - day).count()),
                       std::string(table.source_of(*found).name)};
}

/// A quote of the pair, or its inverse, or a peg.
std::optional<known_value> find_leg(const rate_table& table, const currency_pair& pair, date day) {
    if (pair.base == pair.quote) return known_value{1, 0, {}};
    auto best = known_quote(table, table.nearest(pair, day), false, day);
    keep_nearer(best, known_quote(table, table.nearest(pair.reversed(), day), true, day));
    for (const bool is_inverse : {false, true}) {
        auto fixed = known_quote(table, table.fixed(is_inverse ? pair.reversed() : pair, day), is_inverse, day);
        if (fixed) fixed->days_apart = 0;  // it holds
        keep_nearer(best, std::move(fixed));
    }
    return best;
}

/// The legs need not be of one day: this is no rate to convert with, but one to tell a value from its inverse.
std::optional<known_value> find_known(const rate_table& table, std::span<const currency_code> pivots,
                                      const currency_pair& pair, date day) {
    auto best = find_leg(table, pair, day);
    for (const auto pivot : pivots) {
        if (best && best->days_apart <= same_time_days) break;
        if (pivot == pair.base || pivot == pair.quote) continue;
        const auto first = find_leg(table, {pair.base, pivot}, day);
        const auto second = first ? find_leg(table, {pivot, pair.quote}, day) : std::nullopt;
        if (second) {
            keep_nearer(best, known_value{first->value * second->value, std::max(first->days_apart, second->days_apart),
                                          second->source.empty() ? first->source : second->source});
        }
    }
    return best;
}

/// How far two values are apart: 1 if they are one.
ratio distance(const ratio& a, const ratio& b) { return a > b ? a / b : b / a; }

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
        const auto there = find_known(known, pivots, series.pair, day);
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

}  // namespace outlay::importing
