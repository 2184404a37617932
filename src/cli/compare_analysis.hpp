// compare_analysis: what outlay compare does beside comparing: sweeps, sensitivity, simulation, what changed.
// Promises: one of them at a time; the same scenario, rates and dates as the comparison itself.
// Leaves out: reading the scenario and the rates (compare.cpp).
#pragma once

#include "cli/session.hpp"

#include <outlay/analysis/question.hpp>
#include <outlay/report/layout.hpp>

#include <optional>
#include <string>
#include <vector>

namespace outlay::cli {

struct analysis_request {
    std::vector<std::string> vary;
    bool sensitivity = false;
    std::string swing;
    std::string samples;  ///< of --simulate: "1e6"
    std::string seed;
    std::string method;
    std::string horizon;
    int threads = 1;
    std::string against;  ///< a file
    std::vector<std::string> against_rates;
    std::optional<date> against_day;

    [[nodiscard]] bool is_against() const { return !against.empty() || !against_rates.empty() || against_day; }
    [[nodiscard]] bool is_asked() const { return !vary.empty() || sensitivity || !samples.empty() || is_against(); }
    /// Days before the as-of date whose rates are looked at.
    [[nodiscard]] int history_days() const;
};

void declare(option_set& options, analysis_request& request);

/// Options that exclude or need each other.
[[nodiscard]] diagnostics check(const command_line& line, const analysis_request& request);

/// `file` is the name of the scenario.
[[nodiscard]] int analyse(session& s, const command_line& line, const analysis_request& request, const question& asked,
                          const std::string& file, report_layout layout);

}  // namespace outlay::cli
