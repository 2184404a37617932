// rate_table: binary searches in the sorted quotes.
#include <outlay/rates/rate_table.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace outlay {

namespace {

using quote_span = std::span<const quote>;

std::int32_t days_of(date day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

date earlier(date day) { return day - std::chrono::days{1}; }

/// The six letters as a number: it sorts the same way, and compares in one step.
std::uint64_t key_of(const currency_pair& pair) {
    static_assert(sizeof(currency_pair) == 6 && std::is_trivially_copyable_v<currency_pair>);
    std::uint64_t key = 0;
    std::memcpy(&key, &pair, sizeof pair);
    return std::endian::native == std::endian::little ? __builtin_bswap64(key) : key;
}

quote_span of_pair(quote_span quotes, const currency_pair& pair) {
    const auto wanted = key_of(pair);
    const auto begin =
        std::partition_point(quotes.begin(), quotes.end(), [&](const quote& q) { return key_of(q.pair) < wanted; });
    const auto end =
        std::partition_point(begin, quotes.end(), [&](const quote& q) { return key_of(q.pair) == wanted; });
    return {begin, end};
}

/// The first of the sorted quotes of one series, and their number.
quote_span first_series(quote_span quotes) {
    const auto source = quotes.front().source;
    const auto key = key_of(quotes.front().pair);
    const auto end = std::partition_point(quotes.begin(), quotes.end(), [&](const quote& q) {
        return q.source == source && key_of(q.pair) == key;
    });
    return {quotes.begin(), end};
}

/// Calls `use` with each series of the quotes.
template <class Use>
void for_each_series(quote_span quotes, Use use) {
    while (!quotes.empty()) {
        const auto series = first_series(quotes);
        use(series);
        quotes = quotes.subspan(series.size());
    }
}

/// The quotes of a series up to a day, that day included.
quote_span until(quote_span series, date day) {
    const auto end = std::upper_bound(series.begin(), series.end(), days_of(day),
                                      [](std::int32_t wanted, const quote& q) { return wanted < q.day; });
    return {series.begin(), end};
}

std::int64_t distance(const quote& q, date day) { return std::abs(std::int64_t{q.day} - days_of(day)); }

bool is_fixed(rate_kind kind) { return kind == rate_kind::peg || kind == rate_kind::irrevocable; }

}  // namespace

const quote* rate_table::on(const currency_pair& pair, date day) const {
    const auto found = between(pair, day, day);
    return found.empty() ? nullptr : found.front();
}

const quote* rate_table::at_or_before(const currency_pair& pair, date day) const {
    const quote* latest = nullptr;
    for_each_series(of_pair(quotes_, pair), [&](quote_span series) {
        const auto known = until(series, day);
        if (known.empty() || source_of(known.back()).kind != rate_kind::spot) return;
        if (!latest || known.back().day > latest->day) latest = &known.back();
    });
    return latest;
}

const quote* rate_table::nearest(const currency_pair& pair, date day) const {
    const quote* nearest = nullptr;
    const auto consider = [&](const quote& q) {
        if (!nearest || distance(q, day) < distance(*nearest, day)) nearest = &q;
    };
    for_each_series(of_pair(quotes_, pair), [&](quote_span series) {
        if (source_of(series.front()).kind != rate_kind::spot) return;
        const auto known = until(series, day);
        if (!known.empty()) consider(known.back());
        if (known.size() < series.size()) consider(series[known.size()]);
    });
    return nearest;
}

const quote* rate_table::fixed(const currency_pair& pair, date day) const {
    const quote* latest = nullptr;
    for_each_series(of_pair(quotes_, pair), [&](quote_span series) {
        const auto known = until(series, day);
        if (known.empty() || !is_fixed(source_of(known.back()).kind) || known.back().until < days_of(day)) return;
        if (!latest || known.back().day > latest->day) latest = &known.back();
    });
    return latest;
}

std::vector<const quote*> rate_table::between(const currency_pair& pair, date first, date last) const {
    std::vector<const quote*> found;
    for_each_series(of_pair(quotes_, pair), [&](quote_span series) {
        if (source_of(series.front()).kind != rate_kind::spot) return;
        const auto before = until(series, earlier(first)).size();
        const auto known = until(series, last);
        for (auto i = before; i < known.size(); ++i) found.push_back(&known[i]);
    });
    std::stable_sort(found.begin(), found.end(), [](const quote* a, const quote* b) { return a->day < b->day; });
    return found;
}

std::optional<date> rate_table::newest_day() const {
    std::optional<date> newest;
    for_each_series(quotes_, [&](quote_span series) {
        const auto& origin = source_of(series.front());
        if (origin.kind != rate_kind::spot || origin.side != rate_side::mid) return;
        newest = std::max(newest.value_or(series.back().observed()), series.back().observed());
    });
    return newest;
}

std::vector<rate_series> rate_table::series() const {
    std::vector<rate_series> found;
    for_each_series(quotes_, [&](quote_span series) {
        const auto& first = series.front();
        found.push_back({first.pair, first.observed(), series.back().observed(), series.size(), first.source});
    });
    return found;
}

}  // namespace outlay
