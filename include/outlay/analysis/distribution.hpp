// distribution: how an uncertain number is spread, as somebody states it or as a history shows it; and what became of it.
// Promises: plain values of doubles. Here and where this leads (simulation.hpp, product_distribution.hpp) numbers are
//   approximate: nothing of it is money until somebody reads it as such, and reports say so.
// Leaves out: where a distribution comes from (scenario/, rate_history.hpp) and drawing from it (simulation.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace outlay {

enum class distribution_shape : std::uint8_t { uniform, triangular, lognormal };
[[nodiscard]] std::string_view to_text(distribution_shape shape);

/// Of a positive number. Its ends must be positive and in order: 0 < low ≤ mode ≤ high, low < high.
struct distribution {
    distribution_shape shape = distribution_shape::uniform;
    double low = 0;   ///< uniform, triangular
    double mode = 0;  ///< triangular: the most likely value
    double high = 0;
    double mu = 0;     ///< lognormal: mean of the logarithm; exp(mu) is the median
    double sigma = 0;  ///< lognormal: standard deviation of the logarithm, positive

    [[nodiscard]] static distribution uniform(double low, double high);
    [[nodiscard]] static distribution triangular(double low, double mode, double high);
    [[nodiscard]] static distribution lognormal(double mu, double sigma);
    [[nodiscard]] static distribution lognormal_around(double median, double sigma);
    /// Between which 5 % lie below `low` and 5 % above `high`.
    [[nodiscard]] static distribution lognormal_between(double low, double high);

    /// The median; for reports.
    [[nodiscard]] double median() const;
    /// What samples stay between: of a lognormal 6.9 σ on either side, which one sample in 10^11 would leave.
    [[nodiscard]] double least() const;
    [[nodiscard]] double most() const;
};

/// coefficient × the product of inputs to their powers (1, −1 and so on) and of other functions of single inputs:
/// total × rate / jobs; a present value, which is a function of the discount rate.
struct factor_product {
    struct power {
        std::size_t input = 0;  ///< index
        int exponent = 1;       ///< not 0; from −8 to 8
    };
    /// A function of one input that only rises or only falls, at points along it: its logarithm, straight between them.
    struct curve {
        std::size_t input = 0;          ///< index; uniform or triangular
        std::vector<double> at;         ///< values of the input, rising, from its least to its most
        std::vector<double> logarithm;  ///< of the function there
    };
    double coefficient = 1;  ///< positive
    std::vector<power> powers;
    std::vector<curve> curves = {};
};

/// Independent inputs, and the products of them that are asked about.
struct uncertain_model {
    std::vector<distribution> inputs;
    std::vector<factor_product> outputs;
};

/// Shares of the cases that lie at or below a percentile.
inline constexpr std::array<double, 7> percentile_shares{0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
inline constexpr std::size_t median_index = 3;

/// How an output is spread.
struct spread_summary {
    std::array<double, percentile_shares.size()> percentiles{};
    std::array<double, percentile_shares.size()>
        errors{};  ///< standard errors of sampling; 0 where nothing was sampled
    double mean = 0;
    double deviation = 0;  ///< standard deviation
};

}  // namespace outlay
