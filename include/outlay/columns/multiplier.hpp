// multiplier: an exact fraction that whole columns are multiplied by, prepared for the machine's arithmetic.
// Promises: the fraction is kept exactly, whatever its size: a cross of two rates is no decimal and stays what it is.
// Leaves out: rounding and columns (columns/convert.hpp) and where a rate comes from (columns/dated_multipliers.hpp).
#pragma once

#include <outlay/number/ratio.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <vector>

namespace outlay {

/// A positive fraction in lowest terms as a kernel reads it. The doubles only estimate a quotient, which integers then
/// correct: no floating value reaches a result.
struct prepared_fraction {
    /// Numerator and denominator of a narrow fraction lie below this; the kernels take those alone.
    static constexpr std::int64_t narrow_limit = std::int64_t{1} << 51;

    double quotient = std::numeric_limits<double>::quiet_NaN();  ///< of a narrow fraction; else no number
    std::int64_t numerator = 0;                                  ///< 0 if there is no fraction, or if it does not fit
    std::int64_t denominator = 0;
    double estimate = 0;  ///< of any fraction

    [[nodiscard]] bool is_narrow() const { return quotient == quotient; }
    [[nodiscard]] bool fits() const { return numerator != 0; }
};

class multiplier {
public:
    /// None: no row has a result.
    multiplier() = default;
    /// Errors: none; a value that is not positive gives the empty multiplier.
    explicit multiplier(const ratio& value);
    /// For amounts of `from_scale` decimals and results of `to_scale` decimals: factor × 10^(to_scale − from_scale).
    [[nodiscard]] static multiplier between(const ratio& factor, int from_scale, int to_scale);

    [[nodiscard]] bool empty() const { return exact_.is_zero(); }
    [[nodiscard]] const ratio& exact() const { return exact_; }
    [[nodiscard]] const prepared_fraction& prepared() const { return prepared_; }

private:
    ratio exact_ = 0;
    prepared_fraction prepared_;
};

/// Multipliers that the rows of a column choose from by index; 0 is the empty one.
class multiplier_table {
public:
    static constexpr std::uint32_t none = 0;

    multiplier_table() : prepared_(1) {}
    /// The index of a multiplier from now on.
    std::uint32_t add(const multiplier& value);

    [[nodiscard]] std::size_t size() const { return prepared_.size(); }
    [[nodiscard]] std::span<const prepared_fraction> prepared() const { return prepared_; }
    [[nodiscard]] ratio exact(std::uint32_t index) const;

private:
    std::vector<prepared_fraction> prepared_;
    std::map<std::uint32_t, ratio> unfitting_;  ///< those that 63 bits do not hold
};

}  // namespace outlay
