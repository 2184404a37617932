// indicator_file: reads values of economies by year: our own files (config/economy/) and the World Bank's.
// Promises: values as written, exactly; all errors in one pass, each with its place.
// Leaves out: laying one table over another (engine).
#pragma once

#include <outlay/base/csv.hpp>
#include <outlay/economy/indicator.hpp>

namespace outlay {

/// Rows of config/economy/series.csv, sorted by code. Errors: indicator-unknown, unknown-currency.
[[nodiscard]] result<std::vector<indicator_code>> read_indicator_codes(const source& text, const csv_table& table,
                                                                       const currency_table& currencies);

struct indicator_file {
    std::vector<indicator_series> series;
    std::vector<observation> observations;  ///< sorted by indicator, economy, year; `series` of this file
};

/// A table with the columns economy (alpha-2 or alpha-3), year and value, under comment lines (title, source, licence,
/// date, series); a column series in place of the comment line makes it a file of several. The views point into the table.
/// Errors: economy-unknown, indicator-series-missing, indicator-series-unknown, year-malformed, number-malformed,
/// number-out-of-range, indicator-twice.
[[nodiscard]] result<indicator_file> read_indicator_file(const source& text, const csv_table& table,
                                                         std::span<const economy> economies,
                                                         std::span<const indicator_code> codes);

/// The layouts that the World Bank publishes: a column a year under a few lines of preamble ("Data Source", …), or a row
/// a year with the columns Country Code (or Country ID) and Year.
[[nodiscard]] bool is_world_bank_csv(const source& text);
/// The same as a table for read_indicator_file; its cells know their bytes. Economies that are not in the list, such as
/// regions and groups by income, and empty cells are left out. A file without a column Indicator Code needs a comment
/// line series. Errors: those of read_csv, world-bank-columns.
[[nodiscard]] result<csv_table> read_world_bank_csv(const source& text, std::span<const economy> economies);

}  // namespace outlay
