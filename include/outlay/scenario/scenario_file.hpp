// scenario_file: reads a scenario from TOML, with the files it includes and the documents it takes figures from.
// Promises: all errors of all files in one pass, each with file, line, column and caret, and a near miss for a misspelled
//   key, currency or unit; exact numbers are texts or integers, a bare float is refused with a remedy.
// Leaves out: comparing (compare/). Its keys are in scenario_keys.hpp and docs/scenario-files.md.
#pragma once

#include <outlay/engine.hpp>
#include <outlay/scenario/scenario.hpp>

#include <functional>
#include <string>

namespace outlay {

/// How files beside a scenario are opened; source::read unless somebody else says.
using open_file = std::function<result<source>(const std::string& path)>;

/// Errors of the file: not-utf8, scenario-too-large, scenario-empty, no-investments, toml-syntax, toml-unclosed,
///   toml-too-deep, toml-more, duplicate-key, duplicate-table, include-cycle, include-too-deep, file-missing.
/// Of keys and types: unknown-key, missing-key, wrong-type, list-wanted, empty-value, float-refused, integer-too-large,
///   integer-malformed, duplicate-name, case-named-like-base.
/// Of values: date-malformed, unknown-currency, unknown-economy, unknown-stage, unknown-baseline, unknown-investment,
///   unknown-programme, unknown-metric, unknown-payer, unknown-job-kind, overlap-*, part-of-*, pair-*, number-*, rate-*, outlay-*,
///   jobs-*, period-*, power-unit-unknown, figure-not-positive, share-*, shares-not-one, weights-not-one,
///   percentage-over-100, phasing-unknown, prices-unknown, price-measure-unknown, timing-unknown, year-unknown, calendar-*,
///   document-*, and all of read_one.
[[nodiscard]] result<scenario> read_scenario(const engine& data, const source& text);
[[nodiscard]] result<scenario> read_scenario(const engine& data, const source& text, const open_file& open);

}  // namespace outlay
