#include <outlay/analysis/simulation.hpp>

#include "analysis/histogram.hpp"
#include "analysis/sampling.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>
#include <thread>

namespace outlay {

namespace {

using sampling::block_samples;

constexpr std::uint64_t samples_a_portion = 64 * block_samples;  ///< what a thread takes at once
constexpr std::uint64_t samples_of_first_stage = 1000;

const sampling::kernel_set& kernels_of(const simulation_options& options) {
#if defined(__x86_64__)
    const auto wanted = options.instructions.value_or(best_instruction_set());
    if (!is_supported(wanted)) return sampling::portable;
    if (wanted == instruction_set::avx512) return sampling::avx512;
    if (wanted == instruction_set::avx2) return sampling::avx2;
#endif
    return sampling::portable;
}

/// Which column of random numbers an input takes: lognormal ones two words a pair of them, so that none is wasted.
class planner {
public:
    explicit planner(const uncertain_model& model) : model_(model), columns_(model.inputs.size()) {
        place_lognormal();
        place_others();
        out_.calls = (words_ + sampling::words_a_call - 1) / sampling::words_a_call;
        for (const factor_product& each : model.outputs) {
            if (!each.curves.empty()) throw std::invalid_argument("a curve cannot be drawn");
            out_.products.push_back(product_of(each));
        }
    }

    sampling::plan take() { return std::move(out_); }

private:
    void place_lognormal() {
        std::optional<std::size_t> open;  // the draw that has room for a second input
        for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
            const distribution& input = model_.inputs[i];
            if (input.shape != distribution_shape::lognormal) continue;
            if (open) {
                sampling::draw& pair = out_.draws[*open];
                pair.form = sampling::shape::lognormal_pair;
                pair.parameters[2] = input.mu;
                pair.parameters[3] = input.sigma;
                columns_[i] = pair.column + 1;
                open.reset();
            } else {
                open = out_.draws.size();
                columns_[i] = words_;
                out_.draws.push_back({sampling::shape::lognormal, words_, {input.mu, input.sigma}});
                words_ += 2;
            }
        }
    }

    void place_others() {
        for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
            const distribution& input = model_.inputs[i];
            const double width = input.high - input.low;
            if (input.shape == distribution_shape::uniform) {
                out_.draws.push_back({sampling::shape::uniform, words_, {input.low, width}});
            } else if (input.shape == distribution_shape::triangular) {
                const double rise = input.mode - input.low;
                out_.draws.push_back(
                    {sampling::shape::triangular,
                     words_,
                     {input.low, input.high, width * rise, width * (input.high - input.mode), rise / width}});
            } else {
                continue;
            }
            columns_[i] = words_++;
        }
    }

    [[nodiscard]] sampling::product product_of(const factor_product& wanted) const {
        sampling::product out;
        out.coefficient = wanted.coefficient;
        for (const auto& each : wanted.powers) out.factors.push_back({columns_[each.input], each.exponent});
        return out;
    }

    const uncertain_model& model_;
    std::vector<std::size_t> columns_;
    std::size_t words_ = 0;
    sampling::plan out_;
};

bin_scale scale_of(const uncertain_model& model, const factor_product& output) {
    double least = output.coefficient;
    double most = output.coefficient;
    for (const auto& each : output.powers) {
        const distribution& input = model.inputs[each.input];
        for (int k = 0; k < std::abs(each.exponent); ++k) {
            least = each.exponent > 0 ? least * input.least() : least / input.most();
            most = each.exponent > 0 ? most * input.most() : most / input.least();
        }
    }
    if (!(least > 0) || !std::isnormal(least) || !std::isnormal(most))
        throw std::invalid_argument("outlay::simulate: outcomes beyond what doubles hold");
    return {least, most};
}

using counts = std::vector<std::vector<std::uint64_t>>;  ///< of each output

/// What one thread counts.
class counter {
public:
    counter(const sampling::plan& plan, const sampling::kernel_set& kernels, const std::vector<bin_scale>& scales)
        : plan_(plan), kernels_(kernels), scales_(scales), columns_(plan.columns() * block_samples) {
        for (const bin_scale& each : scales) counted_.emplace_back(each.bins());
    }

    /// The samples from `first` to before `last`.
    void run(std::uint64_t seed, std::uint64_t first, std::uint64_t last) {
        for (; first < last; first += block_samples) {
            kernels_.draw_block(plan_, seed, first, columns_.data());
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(last - first, block_samples));
            for (std::size_t k = 0; k < plan_.products.size(); ++k) {
                kernels_.multiply_block(plan_.products[k], columns_.data(), values_);
                auto& counted = counted_[k];
                for (std::size_t i = 0; i < wanted; ++i) ++counted[scales_[k].bin_of(values_[i])];
            }
        }
    }

    void add_to(counts& all) const {
        for (std::size_t k = 0; k < counted_.size(); ++k)
            for (std::size_t i = 0; i < counted_[k].size(); ++i) all[k][i] += counted_[k][i];
    }

private:
    const sampling::plan& plan_;
    const sampling::kernel_set& kernels_;
    const std::vector<bin_scale>& scales_;
    std::vector<double> columns_;
    double values_[block_samples] = {};
    counts counted_;
};

/// Ends of the stages, in order.
std::vector<std::uint64_t> stages_of(std::uint64_t samples) {
    std::vector<std::uint64_t> ends;
    for (const std::uint64_t part : {std::uint64_t{100}, std::uint64_t{10}})
        if (samples / part >= samples_of_first_stage) ends.push_back(samples / part);
    ends.push_back(samples);
    return ends;
}

/// Adds what `threads` of them count from `first` to before `last`; integers add up to the same in any order.
void count_part(const sampling::plan& plan, const std::vector<bin_scale>& scales, const simulation_options& options,
                std::uint64_t first, std::uint64_t last, counts& all) {
    const auto& kernels = kernels_of(options);
    std::atomic<std::uint64_t> next{first};
    const auto work = [&](counter& own) {
        for (;;) {
            const auto begin = next.fetch_add(samples_a_portion);
            if (begin >= last) return;
            own.run(options.seed, begin, std::min(begin + samples_a_portion, last));
        }
    };
    const auto portions = (last - first + samples_a_portion - 1) / samples_a_portion;
    const auto threads = std::clamp<std::uint64_t>(options.threads, 1, std::max<std::uint64_t>(portions, 1));
    std::vector<counter> counters(static_cast<std::size_t>(threads), counter(plan, kernels, scales));
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < counters.size(); ++i) others.emplace_back(work, std::ref(counters[i]));
    work(counters.front());
    for (auto& each : others) each.join();
    for (const counter& each : counters) each.add_to(all);
}

}  // namespace

std::vector<simulation_stage> simulate(const uncertain_model& model, const simulation_options& options) {
    const sampling::plan plan = planner(model).take();
    std::vector<bin_scale> scales;
    counts all;
    for (const factor_product& each : model.outputs) {
        scales.push_back(scale_of(model, each));
        all.emplace_back(scales.back().bins());
    }
    std::vector<simulation_stage> out;
    std::uint64_t done = 0;
    for (const std::uint64_t end : stages_of(options.samples)) {
        count_part(plan, scales, options, done, end, all);
        done = end;
        simulation_stage stage{end, {}};
        for (std::size_t k = 0; k < scales.size(); ++k) stage.outputs.push_back(summarize(scales[k], all[k]));
        out.push_back(std::move(stage));
    }
    return out;
}

}  // namespace outlay
