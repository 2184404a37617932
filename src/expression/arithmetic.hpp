// arithmetic: values with units: sums, products and quotients, with currencies and units brought together first.
// Promises: each rate that was used is kept; the unit of the left side is that of the result.
// Leaves out: what is an operand (evaluate.cpp).
#pragma once

#include <outlay/expression/evaluate.hpp>

namespace outlay {

struct quantity {
    metric value;
    unit_product unit;
};

class arithmetic {
public:
    arithmetic(const engine& data, const expression& line, rate_policy policy)
        : data_(data), line_(line), policy_(std::move(policy)) {}

    /// Nodes are what the problems point at.
    [[nodiscard]] result<quantity> sum(const quantity& a, const quantity& b, bool subtracts, const expression_node& left,
                                       const expression_node& right);
    [[nodiscard]] result<quantity> product(const quantity& a, const quantity& b);
    [[nodiscard]] result<quantity> quotient(const quantity& a, const quantity& b, const expression_node& divisor);
    /// In the target's units; one unit alone leaves the others.
    [[nodiscard]] result<quantity> converted(const quantity& what, const expression_node& target);
    /// What of `b` has a dimension of `a` in another unit, in the unit of `a`.
    [[nodiscard]] result<quantity> brought_to(const quantity& b, const unit_product& a);

    [[nodiscard]] std::vector<rate> rates() && { return std::move(rates_); }

private:
    [[nodiscard]] result<quantity> in_unit(const quantity& what, const unit_part& have, const std::string& unit);
    [[nodiscard]] place at(const expression_node& node) const { return line_.text.at(node.begin, node.end); }

    const engine& data_;
    const expression& line_;
    rate_policy policy_;
    std::vector<rate> rates_;
};

/// The words of a node, as they were typed.
[[nodiscard]] inline std::string words_of(const expression& line, const expression_node& node) {
    return std::string(line.text.slice(node.begin, node.end));
}
/// "money/job"; for a bare number its word.
[[nodiscard]] std::string dimension_words(const unit_product& unit);
/// A few units that a value of this unit can be given in, as an example of each: "USD, KRW/job".
[[nodiscard]] std::string conforming_units(const engine& data, const unit_product& unit);

}  // namespace outlay
