// render_rate_store: what a rate store holds and what happened to it: imports, series, checks; and rates with their origin.
// Promises: every import with its number, file, digest, time and source.
// Leaves out: rates as such (render_rate.hpp, render_rates.hpp).
#pragma once

#include <outlay/engine.hpp>
#include <outlay/rates/rate_import.hpp>
#include <outlay/report/number_format.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay {

/// "2026-11-24T07:02:01Z".
[[nodiscard]] std::string format_time(std::chrono::sys_seconds time);

/// What an import did, in two lines; `file` is the store.
[[nodiscard]] std::string render_import(const engine& data, const rate_import_outcome& outcome,
                                        const std::string& store, const format_options& options);
[[nodiscard]] std::string render_imports_json(const std::vector<rate_import_outcome>& outcomes,
                                              const std::string& store);

/// The series that are known, built in or of the store, and the store's imports; no store, no imports.
struct listed_rates {
    std::vector<stored_series> stored;
    std::vector<rate_import_record> imports;
    std::string store;
};
[[nodiscard]] std::string render_rate_list(const engine& data, const listed_rates& list, const format_options& options);
[[nodiscard]] std::string render_rate_list_json(const engine& data, const listed_rates& list);

/// What was verified.
[[nodiscard]] std::string render_store_check(const engine& data, const store_check& check, const std::string& store,
                                             const format_options& options);
[[nodiscard]] std::string render_store_check_json(const store_check& check, const std::string& store);

/// A rate, and of each of its legs the imports that its quotes came with; none for one that is built in or given.
struct traced_rate {
    rate found;
    std::vector<std::vector<rate_import_record>> origins;
};
[[nodiscard]] std::string render_rate_path(const engine& data, const traced_rate& traced,
                                           const format_options& options);
[[nodiscard]] std::string render_rate_path_json(const traced_rate& traced);

/// The rates of a pair as a chart, with the highest, the lowest, the first and the last of them, and a line a day.
[[nodiscard]] std::string render_rate_chart(const engine& data, const std::vector<rate>& values,
                                            const format_options& options);
/// date,pair,value,path,source: a line a day.
[[nodiscard]] std::string render_rate_values_csv(const std::vector<rate>& values);

/// Lines of a plain file of exchange rates, which an import reads again.
[[nodiscard]] std::string rate_export_header();
void append_rate_export(std::string& out, const rate_collection& rates, const currency_pair& pair);

}  // namespace outlay
