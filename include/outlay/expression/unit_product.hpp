// unit_product: what a value is counted in: units with powers, "USD/job-year".
// Promises: each dimension stands there once, in one unit; money is a dimension whose unit is a currency.
// Leaves out: values (evaluate.hpp) and words for readers (report/).
#pragma once

#include <outlay/money/currency.hpp>
#include <outlay/number/ratio.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace outlay {

/// "money" of a currency, "time" of a unit that a period is stated in, "power" of watts; any other unit is its own.
struct unit_part {
    std::string dimension;
    std::string unit;
    int power = 0;  ///< never 0 in a product
    bool operator==(const unit_part&) const = default;
};

inline constexpr std::string_view money_dimension = "money";

class unit_product {
public:
    unit_product() = default;
    [[nodiscard]] static unit_product of(currency_code currency);
    [[nodiscard]] static unit_product of(std::string_view unit);  ///< "job", "year", "GW", "reactors"; "" is no unit

    [[nodiscard]] const std::vector<unit_part>& parts() const { return parts_; }  ///< by dimension, money first
    [[nodiscard]] bool is_none() const { return parts_.empty(); }
    [[nodiscard]] const unit_part* find(std::string_view dimension) const;
    [[nodiscard]] currency_code currency() const;  ///< empty without money
    [[nodiscard]] bool conforms_to(const unit_product& other) const;  ///< the same dimensions in the same powers

    [[nodiscard]] unit_product inverse() const;
    /// What both have of one dimension must be in one unit: that of `a` is taken.
    friend unit_product operator*(const unit_product& a, const unit_product& b);
    /// The same with one dimension in another unit.
    [[nodiscard]] unit_product with_unit(std::string_view dimension, std::string_view unit) const;
    bool operator==(const unit_product&) const = default;

    /// "USD/job-year", "job-year", "/job"; "" for a bare number.
    [[nodiscard]] std::string text() const;
    /// The same of the dimensions: "money/job-time".
    [[nodiscard]] std::string dimension_text() const;

private:
    void add(unit_part part);
    [[nodiscard]] std::string joined(std::string unit_part::* what) const;

    std::vector<unit_part> parts_;
};

/// How many of unit `to` one of `from` is: 12 from "year" to "month", 1000 from "GW" to "MW"; a year of 365.25 days.
/// Nothing where no fixed number says it, as between currencies.
[[nodiscard]] std::optional<ratio> unit_factor(std::string_view from, std::string_view to);

}  // namespace outlay
