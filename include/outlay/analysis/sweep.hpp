// sweep: a comparison at every point of a grid of inputs.
// Promises: exact. Almost every metric is a product of powers of what is varied; that is found out by asking the
//   comparison itself at several points of each axis, and from then on a point of the grid costs a few multiplications.
//   Whatever is no such product is computed point by point.
// Leaves out: which points are sensible, and how they are shown.
#pragma once

#include <outlay/analysis/question.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace outlay {

struct sweep_axis {
    scenario_input input;
    std::vector<input_value> values;
};

/// "USD/KRW=1250..1500:25" (from, to, step; the last value is left out where the steps pass over it) or
/// "Stargate.jobs=25000,50000,150000".
/// Errors: vary-malformed, vary-order, vary-too-many and those of read_input and read_input_value.
[[nodiscard]] result<sweep_axis> read_axis(const engine& data, const scenario& what, std::string_view text,
                                           std::optional<place> where = std::nullopt);

/// A column of the answer.
struct swept_output {
    output_key key;
    metric first;  ///< at the first value of every axis: unit, qualifier, notes, digits
};

class sweep {
public:
    /// Asks for all metrics that are asked for and known somewhere on the grid, if any of the axes changes them.
    /// Errors: vary-changes-nothing, vary-too-many (all together), vary-twice, and those of compare().
    [[nodiscard]] static result<sweep> run(const engine& data, const question& asked, std::vector<sweep_axis> axes);

    [[nodiscard]] const std::vector<sweep_axis>& axes() const { return axes_; }
    [[nodiscard]] const std::vector<swept_output>& outputs() const { return outputs_; }
    [[nodiscard]] std::size_t cases() const;
    [[nodiscard]] const std::string& baseline() const { return baseline_; }
    /// Which value of an axis a case has; the last axis runs fastest.
    [[nodiscard]] std::size_t value_of(std::size_t case_index, std::size_t axis) const;

    /// The metric of a case, without its steps.
    [[nodiscard]] metric at(std::size_t output, std::size_t case_index) const;
    /// Its representative() number as a quotient that is not in lowest terms, which is quick. False if there is none.
    [[nodiscard]] bool quotient_at(std::size_t output, std::size_t case_index, integer& numerator,
                                   integer& denominator) const;

private:
    struct fraction {
        integer numerator = 1;
        integer denominator = 1;
    };
    /// How an output depends on the axes.
    struct dependence {
        bool is_product = true;
        /// Of each axis, over the first value; null: no dependence. Outputs of one power share them.
        std::vector<std::shared_ptr<const std::vector<fraction>>> factors;
        std::vector<metric> all;  ///< of what is no product: every case
        fraction base;            ///< representative number of the first case
        bool has_base = false;
    };
    friend class sweep_builder;

    std::string baseline_;
    std::vector<sweep_axis> axes_;
    std::vector<swept_output> outputs_;
    std::vector<dependence> dependences_;
};

}  // namespace outlay
