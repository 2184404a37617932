// rate_table: the quotes that are known, ordered for lookup by pair and day.
// Promises: O(log n) lookup; immutable; knows nothing of today.
// Leaves out: crosses, inverses, precedence and age (rates/rate_policy.hpp).
#pragma once

#include <outlay/rates/quote.hpp>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace outlay {

/// A pair and what is known of it.
struct rate_series {
    currency_pair pair;
    date first;
    date last;
    std::size_t count = 0;
    std::uint8_t source = 0;
};

class rate_table {
public:
    constexpr rate_table() = default;
    /// `quotes` sorted by pair, then source, then day. Both spans must outlive the table.
    constexpr rate_table(std::span<const quote> quotes, std::span<const rate_source> sources)
        : quotes_(quotes), sources_(sources) {}

    [[nodiscard]] std::span<const quote> quotes() const { return quotes_; }
    [[nodiscard]] std::span<const rate_source> sources() const { return sources_; }
    [[nodiscard]] const rate_source& source_of(const quote& q) const { return sources_[q.source]; }

    /// Quotes of kind spot of exactly this pair and day (not its inverse), one a source.
    [[nodiscard]] const quote* on(const currency_pair& pair, date day) const;
    /// The latest spot quote of the pair on or before the day.
    [[nodiscard]] const quote* at_or_before(const currency_pair& pair, date day) const;
    /// The spot quote nearest to the day, before or after: what an error names.
    [[nodiscard]] const quote* nearest(const currency_pair& pair, date day) const;
    /// The peg or irrevocable rate of the pair in force on the day (its own date is since when).
    [[nodiscard]] const quote* fixed(const currency_pair& pair, date day) const;
    /// All spot quotes of the pair with first <= day <= last, by day.
    [[nodiscard]] std::vector<const quote*> between(const currency_pair& pair, date first, date last) const;

    /// The newest day of any spot quote that is no bid or ask; nothing if there is none.
    [[nodiscard]] std::optional<date> newest_day() const;
    [[nodiscard]] std::vector<rate_series> series() const;

private:
    std::span<const quote> quotes_;
    std::span<const rate_source> sources_;
};

/// Quotes by value, sorted as a table wants them, with the sources that they point to.
struct rate_collection {
    std::vector<quote> quotes;
    std::vector<rate_source> sources;
    std::shared_ptr<const void> texts;  ///< what the views of the sources point into, where that is not constant data
    [[nodiscard]] rate_table view() const { return {quotes, sources}; }
};
/// The known quotes and `more`: of one source (its name, kind and side), pair and day, the one of `more`. Of two sources
/// that quote one pair on one day, one of `more` answers. Errors: rate-sources-too-many.
/// The views of the known sources stay what they were.
[[nodiscard]] result<rate_collection> lay_over(const rate_table& known, rate_collection more);

[[nodiscard]] std::span<const quote> embedded_quotes();
[[nodiscard]] std::span<const rate_source> embedded_rate_sources();

/// A file of config/rates/ under its comment lines (title, source, licence, date, kind). Columns: base, quote, value, and
/// either date ("2025-01-22") or, for means, period ("2024", "2024-Q2", "2024-06": stored under its last day); optionally until
/// (the last day of a peg that ended), source and note.
/// All errors in one pass: csv-*, date-malformed, rate-mean-period, rates-days-reversed, unknown-currency, pair-of-itself, number-malformed,
/// number-out-of-range, rate-not-positive, rate-duplicate, rate-kind-unknown.
struct rate_file {
    std::vector<rate_source> sources;  ///< first the file's own; one more for each other source or period that rows name
    std::vector<quote> quotes;         ///< sorted by pair, source (an index into `sources`) and day
};
[[nodiscard]] result<rate_file> read_rate_file(const source& text, const csv_table& table,
                                               const currency_table& currencies);

}  // namespace outlay
