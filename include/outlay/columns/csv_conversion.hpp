// csv_conversion: a table of comma-separated text with one more column: its amounts in another currency.
// Promises: the bytes of the table stay what they are; each amount is converted exactly at the rate of its day and
//   rounded once; a row that cannot be converted is handed over with its reason, not dropped; memory does not grow with
//   the table.
// Leaves out: files, terminals (cli/) and how a rate is found (rates/rate_policy.hpp).
#pragma once

#include <outlay/columns/amount_text.hpp>
#include <outlay/columns/dated_multipliers.hpp>
#include <outlay/number/rounding.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

/// What is asked of a table: RFC 4180, with a line of column names, line ends of either kind, and any byte order mark.
struct csv_question {
    std::string name;      ///< of the table, for diagnoses
    std::string amount;    ///< name of the column of amounts
    std::string currency;  ///< of the column of ISO 4217 codes; empty: all amounts are in `from`
    std::string date;      ///< of the column of days, such as 2025-01-22; empty: `day`
    currency_code from;
    outlay::date day;
    currency_code to;
    rounding_mode rounding = rounding_mode::half_even;
    char delimiter = ',';
    amount_style style;
    std::string added;  ///< name of the new column; empty: those of the amounts and the currency, "amount_XXX"
    bool adds_rate_date = false;    ///< one more: the day that the rate was observed
    bool adds_rate = false;         ///< one more: the exact factor
    bool adds_rate_source = false;  ///< one more: who published it
};

/// Where the bytes come from and go to.
struct csv_channels {
    std::function<std::ptrdiff_t(char* buffer, std::size_t size)> read;  ///< 0 at the end, −1 on failure
    std::function<bool(std::string_view)> write;                         ///< false: the conversion stops
    std::function<bool(std::string_view)> reject;     ///< likewise; the rows that were not converted, as a table
    std::function<void(std::size_t bytes)> progress;  ///< may be empty
};

struct csv_outcome {
    std::size_t rows = 0;  ///< without the column names
    std::size_t rejected = 0;
    std::vector<std::pair<std::string, std::size_t>> reasons;  ///< ids and how many rows each, the most frequent first
    diagnostics first;                                         ///< of the first rejected rows
    std::vector<rate_warning> warnings;                        ///< and notes, that came with the rates, one a kind
    std::vector<given_rate> unused;                            ///< given rates that no row was converted at
    bool read_failed = false;
    bool write_failed = false;
};

/// The table of rejected rows has two columns before those of the table: reject_line and reject_reason.
/// Errors, of the column names: csv-no-columns, csv-no-column (with near misses), csv-column-twice, csv-quote-stray,
/// csv-quote-open, csv-row-too-long, csv-line-ends, csv-not-text, csv-column-exists.
[[nodiscard]] result<csv_outcome> convert_csv(const csv_question& question, const rate_table& rates,
                                              const currency_table& currencies, const rate_policy& policy,
                                              const csv_channels& channels);

}  // namespace outlay
