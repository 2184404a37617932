// fact_rows: rows of config/economies.csv, config/settings.csv and config/formats.csv.
// Promises: every bad row is reported in one pass, with its place; the rows point into the table.
// Leaves out: rows of the layers below (currencies, rates, languages), which read their own.
#pragma once

#include <outlay/engine.hpp>

#include <span>
#include <vector>

namespace outlay {

/// Errors: economy-code-malformed, unknown-currency. Antarctica and the like have no currency.
[[nodiscard]] result<std::vector<economy>> read_economies(const source& text, const csv_table& table,
                                                          const currency_table& currencies);

/// Errors: config-unknown-setting (a name that `known` lacks, unless that is empty), config-bad-setting, config-bad-number.
[[nodiscard]] result<std::vector<setting>> read_settings(const source& text, const csv_table& table,
                                                         const currency_table& currencies,
                                                         std::span<const setting> known);

[[nodiscard]] std::vector<format_row> read_formats(const csv_table& table);

}  // namespace outlay
