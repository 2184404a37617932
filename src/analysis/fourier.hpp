// fourier: convolution of shares on a grid by the fast Fourier transform (Cooley and Tukey, radix 2).
// Promises: IEEE operations in a fixed order: the same bytes on every machine.
// Leaves out: lengths that are no power of two.
#pragma once

#include <cstddef>
#include <vector>

namespace outlay {

/// The transform of a convolution that grows factor by factor.
class spectrum {
public:
    /// `length` is a power of two, and no shorter than what is convolved comes to.
    explicit spectrum(std::size_t length);
    void multiply(const std::vector<double>& shares) { multiply(shares, {1}); }
    /// Two at the price of one.
    void multiply(const std::vector<double>& a, const std::vector<double>& b);
    /// The convolution of all that was multiplied; of nothing a share of 1 in the first step.
    [[nodiscard]] std::vector<double> take();

private:
    struct complex {
        double real = 0;
        double imaginary = 0;
    };
    void transform(std::vector<complex>& values) const;

    std::vector<complex> turns_;  ///< roots of one, half a circle
    std::vector<complex> product_;
};

}  // namespace outlay
