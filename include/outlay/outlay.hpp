// outlay: everything, in the order of the flow.
//   document ─read→ figures ─normalize→ money at a date ─assemble→ scenario ─measure→ metrics ─compare→ comparison ─render→
//   report
// Leaves out: nothing; a program that wants one part includes that part's header.
#pragma once

#include <outlay/engine.hpp>

#include <outlay/rates/rate_import.hpp>
#include <outlay/rates/rate_store.hpp>

#include <outlay/columns/convert.hpp>
#include <outlay/columns/csv_conversion.hpp>
#include <outlay/columns/dated_multipliers.hpp>

#include <outlay/economy/accounts.hpp>
#include <outlay/economy/indicator_file.hpp>
#include <outlay/economy/ppp.hpp>
#include <outlay/economy/price_index.hpp>

#include <outlay/documents/document.hpp>

#include <outlay/figures/audit.hpp>
#include <outlay/figures/equivalence.hpp>
#include <outlay/figures/links.hpp>
#include <outlay/figures/money_finder.hpp>
#include <outlay/figures/normalize.hpp>
#include <outlay/figures/read.hpp>

#include <outlay/scenario/programme_library.hpp>
#include <outlay/scenario/scenario.hpp>
#include <outlay/scenario/scenario_file.hpp>

#include <outlay/compare/break_even.hpp>
#include <outlay/compare/comparison.hpp>

#include <outlay/expression/evaluate.hpp>

#include <outlay/analysis/difference.hpp>
#include <outlay/analysis/product_distribution.hpp>
#include <outlay/analysis/sensitivity.hpp>
#include <outlay/analysis/simulation.hpp>
#include <outlay/analysis/sweep.hpp>
#include <outlay/analysis/uncertainty.hpp>

#include <outlay/report/number_format.hpp>
#include <outlay/report/render_audit.hpp>
#include <outlay/report/render_check.hpp>
#include <outlay/report/render_comparison.hpp>
#include <outlay/report/render_conversion.hpp>
#include <outlay/report/render_difference.hpp>
#include <outlay/report/render_expression.hpp>
#include <outlay/report/render_programmes.hpp>
#include <outlay/report/render_rate.hpp>
#include <outlay/report/render_rate_store.hpp>
#include <outlay/report/render_rates.hpp>
#include <outlay/report/render_scan.hpp>
#include <outlay/report/render_sensitivity.hpp>
#include <outlay/report/render_simulation.hpp>
#include <outlay/report/render_sweep.hpp>
#include <outlay/report/render_workbook.hpp>
