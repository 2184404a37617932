// uncertainty: a comparison with inputs that are spread: those of [[uncertain]], and rates as their history moved.
// Promises: no probability without a stated distribution or a history that is named; what cannot be told is left out with
//   its reason; which results are products of the inputs is found out by asking the comparison itself.
// Leaves out: drawing (simulation.hpp), convolving (product_distribution.hpp). Inputs are taken as independent, and said so.
#pragma once

#include <outlay/analysis/product_distribution.hpp>
#include <outlay/analysis/question.hpp>
#include <outlay/analysis/rate_history.hpp>
#include <outlay/analysis/simulation.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

struct spread_input {
    scenario_input input;
    distribution spread;
    std::optional<uncertain_input> stated;    ///< as the file states it
    std::optional<rate_volatility> history;   ///< of a rate: what its spread was taken from
    std::optional<ratio> centre;              ///< of such a rate: the rate itself, its median
};

struct spread_output {
    output_key key;
    metric form;  ///< its unit, qualifier and notes; its value is that of one case among many
};

struct left_out_output {
    output_key key;
    std::string reason;  ///< "range-without-distribution", "no-product-of-inputs", "curve-not-drawn"
};

struct uncertain_question {
    std::string baseline;
    std::vector<spread_input> inputs;
    std::vector<spread_output> outputs;  ///< those that depend on an input; as many as the model's
    std::vector<left_out_output> left_out;
    uncertain_model model;
    ratio horizon_years;  ///< over which a rate is taken to move
};

struct uncertainty_options {
    ratio horizon_years = 1;
    int history_days = 1827;  ///< five years
};

/// "4 years", "18 months" as years. Error: horizon-malformed.
[[nodiscard]] result<ratio> read_horizon(const engine& data, std::string_view text, std::optional<place> where = {});

/// The same without what can be computed but not drawn: it is left out with its reason.
[[nodiscard]] uncertain_question drawable(uncertain_question what);

/// Errors: nothing-uncertain, history-too-short, and those of compare().
[[nodiscard]] result<uncertain_question> find_uncertainty(const engine& data, const question& asked,
                                                          const uncertainty_options& options = {});

}  // namespace outlay
