#include "analysis/fourier.hpp"

#include "analysis/sampling.hpp"

#include <utility>

namespace outlay {

spectrum::spectrum(std::size_t length) : turns_(length / 2), product_(length, {1, 0}) {
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        sampling::sine_cosine(static_cast<double>(i) / static_cast<double>(length), turns_[i].imaginary,
                              turns_[i].real);
        turns_[i].imaginary = -turns_[i].imaginary;
    }
}

void spectrum::transform(std::vector<complex>& values) const {
    const std::size_t length = values.size();
    for (std::size_t i = 1, j = 0; i < length; ++i) {
        std::size_t bit = length >> 1U;
        for (; (j & bit) != 0; bit >>= 1U) j ^= bit;
        j ^= bit;
        if (i < j) std::swap(values[i], values[j]);
    }
    for (std::size_t half = 1; half < length; half *= 2) {
        const std::size_t stride = length / (2 * half);
        for (std::size_t begin = 0; begin < length; begin += 2 * half)
            for (std::size_t k = 0; k < half; ++k) {
                const complex turn = turns_[k * stride];
                complex& a = values[begin + k];
                complex& b = values[begin + k + half];
                const complex turned{b.real * turn.real - b.imaginary * turn.imaginary,
                                     b.real * turn.imaginary + b.imaginary * turn.real};
                b = {a.real - turned.real, a.imaginary - turned.imaginary};
                a = {a.real + turned.real, a.imaginary + turned.imaginary};
            }
    }
}

void spectrum::multiply(const std::vector<double>& a, const std::vector<double>& b) {
    const std::size_t length = product_.size();
    std::vector<complex> values(length);
    for (std::size_t i = 0; i < a.size() && i < length; ++i) values[i].real = a[i];
    for (std::size_t i = 0; i < b.size() && i < length; ++i) values[i].imaginary = b[i];
    transform(values);
    // With Z of a + ib, and W the conjugate of its mirror image: A B = (Z + W) (Z − W) / 4i.
    for (std::size_t i = 0; i < length; ++i) {
        const complex z = values[i];
        const complex mirror = values[(length - i) % length];
        const complex sum{z.real + mirror.real, z.imaginary - mirror.imaginary};
        const complex difference{z.real - mirror.real, z.imaginary + mirror.imaginary};
        const complex both{(sum.real * difference.imaginary + sum.imaginary * difference.real) / 4,
                           -(sum.real * difference.real - sum.imaginary * difference.imaginary) / 4};
        const complex old = product_[i];
        product_[i] = {old.real * both.real - old.imaginary * both.imaginary,
                       old.real * both.imaginary + old.imaginary * both.real};
    }
}

std::vector<double> spectrum::take() {
    // The inverse is the transform of the conjugate, over the length.
    for (complex& each : product_) each.imaginary = -each.imaginary;
    transform(product_);
    std::vector<double> out(product_.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = product_[i].real / static_cast<double>(out.size());
    return out;
}

}  // namespace outlay
