#include <outlay/analysis/product_distribution.hpp>

#include "analysis/fourier.hpp"
#include "analysis/sampling.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace outlay {

namespace {

using sampling::exponential;
using sampling::natural_logarithm;

constexpr std::size_t grid_steps = 8192;
constexpr double tail = 6.9;  ///< standard deviations that a lognormal's grid reaches
constexpr double inverse_root_of_two_pi = 0.3989422804014327;

/// The logarithm of an input to its power: where it lies, and the share below a value.
class log_term {
public:
    log_term(const distribution& input, const factor_product::curve& curve) : input_(input), exponent_(0), curve_(&curve) {
        low_ = std::min(curve.logarithm.front(), curve.logarithm.back());
        high_ = std::max(curve.logarithm.front(), curve.logarithm.back());
        centre_ = (low_ + high_) / 2;
    }
    log_term(const distribution& input, int exponent) : input_(input), exponent_(exponent) {
        const double a = exponent * low_end();
        const double b = exponent * high_end();
        low_ = std::min(a, b);
        high_ = std::max(a, b);
        centre_ = exponent * natural_logarithm(input.median());
    }

    [[nodiscard]] double low() const { return low_; }
    [[nodiscard]] double high() const { return high_; }
    /// Close to the middle: a step of the grid is laid there, so that a narrow term keeps its place.
    [[nodiscard]] double centre() const { return centre_; }

    /// Shares of the steps of width `step`, the i-th around centre + (i − before) × step.
    [[nodiscard]] std::vector<double> shares(double step, std::size_t before, std::size_t count) const {
        std::vector<double> out(count);
        if (curve_ == nullptr && input_.shape == distribution_shape::lognormal) {
            fill_normal(step, before, out);
        } else {
            double below = share_below(centre_ - (static_cast<double>(before) + 0.5) * step);
            for (std::size_t i = 0; i < count; ++i) {
                const double next =
                    share_below(centre_ + (static_cast<double>(i) - static_cast<double>(before) + 0.5) * step);
                out[i] = next - below;
                below = next;
            }
        }
        double sum = 0;
        for (const double share : out) sum += share;
        for (double& share : out) share /= sum;
        return out;
    }

private:
    [[nodiscard]] double low_end() const {
        return input_.shape == distribution_shape::lognormal ? input_.mu - tail * input_.sigma
                                                             : natural_logarithm(input_.low);
    }
    [[nodiscard]] double high_end() const {
        return input_.shape == distribution_shape::lognormal ? input_.mu + tail * input_.sigma
                                                             : natural_logarithm(input_.high);
    }

    /// Of the term, at or below a logarithm; uniform and triangular.
    [[nodiscard]] double share_below(double logarithm) const {
        if (logarithm <= low_) return 0;
        if (logarithm >= high_) return 1;
        if (curve_ != nullptr) return share_below_on_curve(logarithm);
        const double share = input_share(exponential(logarithm / exponent_));
        return exponent_ > 0 ? share : 1 - share;
    }

    [[nodiscard]] double share_below_on_curve(double logarithm) const {
        const auto& y = curve_->logarithm;
        const auto& x = curve_->at;
        const bool rises = y.back() > y.front();
        std::size_t k = 1;
        while (k + 1 < y.size() && (rises ? y[k] < logarithm : y[k] > logarithm)) ++k;
        const double part = y[k] == y[k - 1] ? 0 : (logarithm - y[k - 1]) / (y[k] - y[k - 1]);
        const double share = input_share(x[k - 1] + part * (x[k] - x[k - 1]));
        return rises ? share : 1 - share;
    }

    [[nodiscard]] double input_share(double x) const {
        const double width = input_.high - input_.low;
        if (x <= input_.low) return 0;
        if (x >= input_.high) return 1;
        if (input_.shape == distribution_shape::uniform) return (x - input_.low) / width;
        if (x < input_.mode) return (x - input_.low) * (x - input_.low) / (width * (input_.mode - input_.low));
        return 1 - (input_.high - x) * (input_.high - x) / (width * (input_.high - input_.mode));
    }

    /// Integrals of the normal density over each step, by Simpson's rule on parts of at most a quarter of sigma.
    void fill_normal(double step, std::size_t before, std::vector<double>& out) const {
        const double sigma = input_.sigma * std::abs(exponent_);
        const double reach = tail * sigma;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const double middle = (static_cast<double>(i) - static_cast<double>(before)) * step;
            const double a = std::max(middle - step / 2, -reach);
            const double b = std::min(middle + step / 2, reach);
            if (a < b) out[i] = normal_between(a / sigma, b / sigma);
        }
    }

    [[nodiscard]] static double normal_between(double a, double b) {
        const int parts = std::max(1, static_cast<int>(std::ceil((b - a) * 4)));
        const double width = (b - a) / parts;
        double sum = 0;
        for (int k = 0; k < parts; ++k) {
            const double left = a + k * width;
            sum += density(left) + 4 * density(left + width / 2) + density(left + width);
        }
        return sum * width / 6;
    }

    [[nodiscard]] static double density(double z) { return inverse_root_of_two_pi * exponential(-z * z / 2); }

    const distribution& input_;
    int exponent_;
    const factor_product::curve* curve_ = nullptr;  ///< in place of a power
    double low_ = 0;
    double high_ = 0;
    double centre_ = 0;
};

/// Shares of an output's logarithm on a grid.
struct log_grid {
    double first = 0;  ///< the middle of the first step
    double step = 0;
    std::vector<double> shares;

    /// Within a step the shares are spread evenly.
    [[nodiscard]] double quantile(double share) const {
        double below = 0;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (below + shares[i] >= share && shares[i] > 0)
                return first + (static_cast<double>(i) - 0.5 + (share - below) / shares[i]) * step;
            below += shares[i];
        }
        return first + (static_cast<double>(shares.size()) - 0.5) * step;
    }
};

log_grid convolve(const std::vector<log_term>& terms, double shift) {
    double low = 0;
    double high = 0;
    double centre = 0;
    for (const log_term& each : terms) {
        low += each.low();
        high += each.high();
        centre += each.centre();
    }
    // A step for rounding at the ends of each term.
    const auto used = static_cast<double>(grid_steps - 2 * terms.size() - 2);
    log_grid out;
    out.step = (high - low) / used;
    std::vector<std::size_t> before;
    std::size_t before_all = 0;
    for (const log_term& each : terms) {
        before.push_back(static_cast<std::size_t>(std::ceil((each.centre() - each.low()) / out.step)));
        before_all += before.back();
    }
    const auto shares_of = [&](std::size_t k) {
        const auto after = static_cast<std::size_t>(std::ceil((terms[k].high() - terms[k].centre()) / out.step));
        return terms[k].shares(out.step, before[k], before[k] + 1 + after);
    };
    spectrum product(grid_steps);
    for (std::size_t k = 0; k + 1 < terms.size(); k += 2) product.multiply(shares_of(k), shares_of(k + 1));
    if (terms.size() % 2 == 1) product.multiply(shares_of(terms.size() - 1));
    out.shares = product.take();
    for (double& share : out.shares) share = std::max(share, 0.0);
    out.first = centre + shift - static_cast<double>(before_all) * out.step;
    return out;
}

spread_summary summarize(const log_grid& grid) {
    spread_summary out;
    for (std::size_t i = 0; i < percentile_shares.size(); ++i)
        out.percentiles[i] = exponential(grid.quantile(percentile_shares[i]));
    double all = 0;
    double sum = 0;
    std::vector<double> values(grid.shares.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = exponential(grid.first + static_cast<double>(i) * grid.step);
        all += grid.shares[i];
        sum += grid.shares[i] * values[i];
    }
    out.mean = sum / all;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        squares += grid.shares[i] * ((values[i] - out.mean) * (values[i] - out.mean));
    out.deviation = std::sqrt(squares / all);
    return out;
}

spread_summary distribute_one(const uncertain_model& model, const factor_product& output) {
    std::vector<log_term> terms;
    for (const auto& each : output.powers) terms.emplace_back(model.inputs[each.input], each.exponent);
    for (const auto& each : output.curves) terms.emplace_back(model.inputs[each.input], each);
    if (!terms.empty()) return summarize(convolve(terms, natural_logarithm(output.coefficient)));
    spread_summary out;
    out.percentiles.fill(output.coefficient);
    out.mean = output.coefficient;
    return out;
}

}  // namespace

std::vector<spread_summary> distribute(const uncertain_model& model) {
    std::vector<spread_summary> out;
    for (const factor_product& each : model.outputs) out.push_back(distribute_one(model, each));
    return out;
}

}  // namespace outlay
