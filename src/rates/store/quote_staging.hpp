// quote_staging: the quotes of a file on their way into a store: kept apart until all of the file has been read.
// Promises: memory that does not grow with the file; a quote that comes twice is noticed; the store is not touched.
// Leaves out: reading the file (rates/import/) and what the store knows already (store_merge.hpp).
#pragma once

#include "rates/store/database.hpp"

#include <outlay/rates/quote.hpp>

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace outlay::store {

/// Whose quotes a file holds; the texts by value.
struct staged_source {
    std::string name;
    std::string address;
    std::string licence;
    rate_kind kind = rate_kind::spot;
    rate_period period = rate_period::day;
};

struct staged_series {
    std::size_t source = 0;
    currency_pair pair;
    rate_side side = rate_side::mid;
    std::uint64_t count = 0;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
};

struct staged_quote {
    std::size_t series = 0;
    std::int32_t day = 0;
    std::int64_t coefficient = 0;
    std::int8_t scale = 0;
    std::size_t line = 0;  ///< of the file
};

class quote_staging {
public:
    /// More are no table of exchange rates.
    static constexpr std::size_t most_sources = 255;
    static constexpr std::size_t most_series = 20000;

    quote_staging();

    /// The number of a source or a series, a new one where there is none yet; nothing past the limit.
    [[nodiscard]] std::optional<std::size_t> source_number(const staged_source& source);
    [[nodiscard]] std::optional<std::size_t> series_number(std::size_t source, const currency_pair& pair,
                                                           rate_side side);

    /// Keeps a quote; if there is one of the same series and day, gives that one and keeps it.
    [[nodiscard]] std::optional<staged_quote> add(const staged_quote& quote);

    [[nodiscard]] const std::vector<staged_source>& sources() const { return sources_; }
    [[nodiscard]] const std::vector<staged_series>& series() const { return series_; }
    [[nodiscard]] std::uint64_t count() const;

    /// At most so many quotes of a series, spread over its days.
    [[nodiscard]] std::vector<staged_quote> samples(std::size_t series, std::size_t most);
    /// The first day on which the quote of one series is above that of another, with both of them.
    [[nodiscard]] std::optional<std::pair<staged_quote, staged_quote>> first_above(std::size_t series,
                                                                                   std::size_t other);
    /// Calls `use` with each quote of a series, by day.
    template <class Use>
    void for_each(std::size_t series, Use use) {
        auto query = db_->prepare("SELECT day, coefficient, scale, line FROM incoming WHERE series = ?1 ORDER BY day");
        query.bind(1, static_cast<std::int64_t>(series));
        while (query.step()) use(read(query, series));
    }

private:
    [[nodiscard]] static staged_quote read(const statement& row, std::size_t series);

    std::unique_ptr<database> db_;
    std::unique_ptr<statement> insert_;
    std::vector<staged_source> sources_;
    std::vector<staged_series> series_;
    std::map<std::tuple<std::size_t, currency_pair, rate_side>, std::size_t> series_numbers_;
};

}  // namespace outlay::store
