// scenario_file: reads a scenario from TOML.
// Promises: all errors of a file in one pass, each with file, line, column and caret, and a near miss for a misspelled
//   key, currency or unit; exact numbers are texts or integers, a bare float is refused with a remedy.
// Leaves out: comparing (compare/).
// Keys: title, to, as_of, baseline; [[rate]] pair, value, source; [[investment]] name, economy, outlay, period, jobs,
//   stage, date, source, note; [[case]] name, rate = { "USD/KRW" = "…" }, as_of.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/scenario/scenario.hpp>

namespace outlay {

/// Errors of the file: not-utf8, scenario-too-large, scenario-empty, no-investments, toml-syntax, toml-unclosed,
///   toml-too-deep, toml-more, duplicate-key, duplicate-table.
/// Of keys and types: unknown-key, missing-key, wrong-type, list-wanted, empty-value, float-refused, integer-too-large,
///   integer-malformed, duplicate-name.
/// Of values: date-malformed, unknown-currency, unknown-economy, unknown-stage, unknown-baseline, pair-*, number-*,
///   rate-not-positive, rate-given-twice, rate-given-inverse, outlay-negative, outlay-zero,
///   outlay-per-period, jobs-not-positive, jobs-per-period, period-not-positive, period-unit-unknown, and all of read_one.
[[nodiscard]] result<scenario> read_scenario(const engine& data, const source& text);

}  // namespace outlay
