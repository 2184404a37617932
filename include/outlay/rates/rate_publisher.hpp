// rate_publisher: who publishes files of exchange rates, under which terms, and what the columns of such files mean.
// Promises: plain rows of data (config/rates/sources.csv, config/rates/fred-series.csv).
// Leaves out: reading those files (rates/rate_import.hpp).
#pragma once

#include <outlay/rates/quote.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace outlay {

/// A row of config/rates/sources.csv.
struct rate_publisher {
    std::string_view id;      ///< "ecb", "h10": what --source names
    std::string_view layout;  ///< what its files look like: "ecb", "fred", "bis"
    currency_code base;       ///< of all its quotes, where its files name only the other currency
    rate_kind kind = rate_kind::spot;
    rate_period period = rate_period::day;
    std::string_view areas;  ///< "EUR=XM": of a currency that is listed for several economies, the one that counts
    std::string_view name;
    std::string_view address;
    std::string_view licence;
};

/// A row of config/rates/fred-series.csv: "DEXUSEU" is EUR/USD, of the publisher h10, a value a day.
struct rate_series_code {
    std::string_view code;
    currency_pair pair;
    std::string_view publisher;
    rate_period period = rate_period::day;
};

/// Rows in the order of the file: of two sources that quote one pair on one day, the earlier row answers.
/// Errors: unknown-currency, rate-kind-unknown, rate-period-unknown. The views point into the table given.
[[nodiscard]] result<std::vector<rate_publisher>> read_rate_publishers(const source& text, const csv_table& table,
                                                                       const currency_table& currencies);
/// Sorted by code. Errors: unknown-currency, pair-of-itself, rate-publisher-unknown, rate-period-unknown.
[[nodiscard]] result<std::vector<rate_series_code>> read_rate_series_codes(const source& text, const csv_table& table,
                                                                           const currency_table& currencies,
                                                                           std::span<const rate_publisher> publishers);

[[nodiscard]] const rate_publisher* find_publisher(std::span<const rate_publisher> rows, std::string_view id);
[[nodiscard]] const rate_series_code* find_series_code(std::span<const rate_series_code> rows, std::string_view code);

[[nodiscard]] std::span<const rate_publisher> embedded_rate_publishers();
[[nodiscard]] std::span<const rate_series_code> embedded_rate_series_codes();  ///< sorted by code

}  // namespace outlay
