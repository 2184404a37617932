#include "analysis/histogram.hpp"

#include <algorithm>
#include <cmath>

namespace outlay {

namespace {

constexpr std::size_t most_bins = 8192;
constexpr unsigned smallest_shift = 8;

/// A share of the counts: the bin it is reached in, the value there, and how dense the outcomes are.
struct quantile {
    double value = 0;
    double density = 0;  ///< counts for one unit of the outcome
};

quantile quantile_of(const bin_scale& scale, const std::vector<std::uint64_t>& counts, double target) {
    double below = 0;
    std::size_t bin = 0;
    while (bin + 1 < counts.size() && below + static_cast<double>(counts[bin]) < target) {
        below += static_cast<double>(counts[bin]);
        ++bin;
    }
    const double low = scale.edge(bin);
    const double width = scale.edge(bin + 1) - low;
    const double here = static_cast<double>(counts[bin]);
    const double part = here > 0 ? (target - below) / here : 0;
    // Density over some bins on either side: a single one holds few samples.
    const std::size_t reach = std::max<std::size_t>(counts.size() / 512, 1);
    const std::size_t first = bin > reach ? bin - reach : 0;
    const std::size_t last = std::min(bin + reach, counts.size() - 1);
    double around = 0;
    for (std::size_t i = first; i <= last; ++i) around += static_cast<double>(counts[i]);
    return {low + part * width, around / (scale.edge(last + 1) - scale.edge(first))};
}

}  // namespace

bin_scale::bin_scale(double least, double most) {
    const auto low = std::bit_cast<std::uint64_t>(least);
    const auto high = std::bit_cast<std::uint64_t>(most);
    shift_ = smallest_shift;
    while ((high >> shift_) - (low >> shift_) + 1 > most_bins) ++shift_;
    first_ = static_cast<std::int64_t>(low >> shift_);
    bins_ = static_cast<std::size_t>((high >> shift_) - (low >> shift_) + 1);
}

spread_summary summarize(const bin_scale& scale, const std::vector<std::uint64_t>& counts) {
    std::uint64_t all = 0;
    for (const auto count : counts) all += count;
    const double samples = static_cast<double>(all);
    spread_summary out;
    if (all == 0) return out;
    for (std::size_t i = 0; i < percentile_shares.size(); ++i) {
        const double share = percentile_shares[i];
        const quantile found = quantile_of(scale, counts, share * samples);
        out.percentiles[i] = found.value;
        if (found.density > 0) out.errors[i] = std::sqrt(share * (1 - share) * samples) / found.density;
    }
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += static_cast<double>(counts[i]) * ((scale.edge(i) + scale.edge(i + 1)) / 2);
    out.mean = sum / samples;
    double squares = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double off = (scale.edge(i) + scale.edge(i + 1)) / 2 - out.mean;
        squares += static_cast<double>(counts[i]) * (off * off);
    }
    out.deviation = std::sqrt(squares / samples);
    return out;
}

}  // namespace outlay
