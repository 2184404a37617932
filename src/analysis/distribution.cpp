#include <outlay/analysis/distribution.hpp>

#include "analysis/sampling.hpp"

#include <cmath>

namespace outlay {

namespace {

using sampling::exponential;
using sampling::natural_logarithm;

constexpr double five_percent_point = 1.6448536269514722;  ///< of the normal distribution, from its mean
constexpr double longest_tail = 6.9;

}  // namespace

std::string_view to_text(distribution_shape shape) {
    switch (shape) {
        case distribution_shape::triangular: return "triangular";
        case distribution_shape::lognormal: return "lognormal";
        case distribution_shape::uniform: break;
    }
    return "uniform";
}

distribution distribution::uniform(double low, double high) {
    distribution out;
    out.low = low;
    out.high = high;
    return out;
}

distribution distribution::triangular(double low, double mode, double high) {
    distribution out = uniform(low, high);
    out.shape = distribution_shape::triangular;
    out.mode = mode;
    return out;
}

distribution distribution::lognormal(double mu, double sigma) {
    distribution out;
    out.shape = distribution_shape::lognormal;
    out.mu = mu;
    out.sigma = sigma;
    return out;
}

distribution distribution::lognormal_around(double median, double sigma) {
    return lognormal(natural_logarithm(median), sigma);
}

distribution distribution::lognormal_between(double low, double high) {
    const double a = natural_logarithm(low);
    const double b = natural_logarithm(high);
    return lognormal((a + b) / 2, (b - a) / 2 / five_percent_point);
}

double distribution::median() const {
    if (shape == distribution_shape::lognormal) return exponential(mu);
    if (shape == distribution_shape::uniform) return (low + high) / 2;
    const double width = high - low;
    if (mode - low >= width / 2) return low + std::sqrt(width * (mode - low) / 2);
    return high - std::sqrt(width * (high - mode) / 2);
}

double distribution::least() const {
    return shape == distribution_shape::lognormal ? exponential(mu - longest_tail * sigma) : low;
}

double distribution::most() const {
    return shape == distribution_shape::lognormal ? exponential(mu + longest_tail * sigma) : high;
}

}  // namespace outlay
