// quote_sink: what the readers of all formats do with the cells they find: check them, and stage the quotes.
// Promises: every problem is kept with its place, up to a limit; then reading stops.
// Leaves out: the layout of a format (formats.hpp).
#pragma once

#include "rates/import/line_reader.hpp"
#include "rates/store/quote_staging.hpp"

#include <outlay/rates/rate_import.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace outlay::importing {

/// Thrown when so many problems were found that more would not help.
struct too_many_problems {};

struct value_digits {
    std::int64_t coefficient = 0;
    std::int8_t scale = 0;
};

class quote_sink {
public:
    static constexpr std::size_t most_problems = 20;

    quote_sink(const rate_import_facts& facts, const rate_import_request& request, store::quote_staging& staging)
        : facts_(facts), request_(request), staging_(staging) {}

    [[nodiscard]] const rate_import_facts& facts() const { return facts_; }
    [[nodiscard]] const rate_import_request& request() const { return request_; }

    /// Throws too_many_problems past the limit.
    void report(diagnostic problem);
    void report(std::string_view id, message_arguments arguments, const text_span& where);
    /// For the caller to say once: how many rows were left out, by the id of the reason.
    void leave_out(std::string_view id) { ++left_out_[std::string(id)]; }
    void warn(std::string_view id, message_arguments arguments, const std::optional<place>& where);

    /// The readings of cells; nothing after a report.
    [[nodiscard]] std::optional<currency_code> code(std::string_view text, const text_span& where);
    [[nodiscard]] std::optional<date> day(std::string_view text, const text_span& where);
    [[nodiscard]] std::optional<value_digits> value(std::string_view text, const text_span& where);
    /// The number of a series, as quote_staging counts them.
    [[nodiscard]] std::optional<std::size_t> series(const store::staged_source& source, const currency_pair& pair,
                                                    rate_side side, const text_span& where);
    /// Keeps a quote; one that contradicts an earlier line is a problem, and a day that has not come, which is told once.
    void take(std::size_t series, date day, const value_digits& value, const text_span& where);

    [[nodiscard]] diagnostics& problems() { return problems_; }
    /// The warnings, with those on rows that were left out.
    [[nodiscard]] diagnostics notes() const;

private:
    const rate_import_facts& facts_;
    const rate_import_request& request_;
    store::quote_staging& staging_;
    diagnostics problems_;
    diagnostics notes_;
    std::map<std::string, std::size_t> left_out_;
    std::set<date> future_days_;  ///< that were told
};

/// The publisher whose files look so, of values of that period. If --source names somebody else it reports
/// import-source-other or import-source-unknown; then null.
[[nodiscard]] const rate_publisher* publisher_of(quote_sink& sink, std::string_view layout, rate_period period,
                                                 const text_span& where);
[[nodiscard]] store::staged_source source_of(const rate_publisher& publisher);

[[nodiscard]] std::string lower_case(std::string_view text);
/// Without blanks at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace outlay::importing
