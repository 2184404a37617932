// evaluate: the value of an expression, with dimensions checked and bounds kept.
// Promises: exact; a ceiling stays a ceiling; currencies meet at resolved rates, which are in the answer; what a programme
//   does not state is unknown with its reason.
// Leaves out: rounding and words (report/render_expression.hpp).
#pragma once

#include <outlay/compare/metric.hpp>
#include <outlay/expression/expression.hpp>
#include <outlay/rates/rate_policy.hpp>

#include <vector>

namespace outlay {

struct evaluation {
    metric value;              ///< its `unit` is that of `unit` below
    unit_product unit;
    std::vector<rate> rates;   ///< each that was used, once
    bool is_solved = false;    ///< the value is that of the "?"
};

struct evaluation_options {
    rate_policy rates;
    const evaluation* last = nullptr;  ///< what "_" is
};

/// Errors: dimension-mismatch, target-mismatch, solution-mismatch, division-by-zero, expression-rate-pair, those of
/// read_given_rate and read_bare_rate, and those of resolve_rate. What is not stated is a value that is not known.
/// `known` holds the programmes that the expression was read with, and what is assumed of them.
[[nodiscard]] result<evaluation> evaluate(const engine& data, const expression& what, const scenario& known,
                                          const evaluation_options& options);

/// What a value in a unit can be given in: of each of its dimensions the other units, of money the currency itself and
/// those that rates cross through.
[[nodiscard]] std::vector<std::string> units_that_conform(const engine& data, const unit_product& unit);

}  // namespace outlay
