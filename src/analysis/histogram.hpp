// histogram: outcomes counted in bins that are evenly wide within an octave, as the bits of a double are.
// Promises: a fixed number of bins; counts of parts add up to the counts of the whole, in any order.
// Leaves out: zero, negative and infinite outcomes: the range is known before and holds them all.
#pragma once

#include <outlay/analysis/distribution.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace outlay {

/// Which bin a positive double falls into.
class bin_scale {
public:
    /// 0 < least ≤ most.
    bin_scale(double least, double most);

    [[nodiscard]] std::size_t bins() const { return bins_; }
    [[nodiscard]] std::size_t bin_of(double value) const {
        const auto at = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(value) >> shift_) - first_;
        if (at < 0) return 0;
        return static_cast<std::size_t>(at) < bins_ ? static_cast<std::size_t>(at) : bins_ - 1;
    }
    /// Where a bin begins.
    [[nodiscard]] double edge(std::size_t bin) const {
        return std::bit_cast<double>((static_cast<std::uint64_t>(first_) + bin) << shift_);
    }

private:
    unsigned shift_ = 0;
    std::int64_t first_ = 0;
    std::size_t bins_ = 0;
};

/// Percentiles, mean and deviation of what was counted, with the errors of sampling.
[[nodiscard]] spread_summary summarize(const bin_scale& scale, const std::vector<std::uint64_t>& counts);

}  // namespace outlay
