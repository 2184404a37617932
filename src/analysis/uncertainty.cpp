#include <outlay/analysis/uncertainty.hpp>

#include <outlay/figures/read.hpp>

#include "analysis/powers.hpp"
#include "analysis/sampling.hpp"

#include <algorithm>
#include <cmath>

namespace outlay {

namespace {

constexpr std::size_t curve_parts = 64;  ///< a present value of ten years between 1 and 10 % is then within 10⁻⁴ of it

double to_double(const ratio& value) { return value.convert_to<double>(); }

distribution spread_of(const uncertain_input& stated) {
    const double low = to_double(stated.low.amount);
    const double high = to_double(stated.high.amount);
    switch (stated.shape) {
        case uncertain_shape::triangular: return distribution::triangular(low, to_double(stated.mode->amount), high);
        case uncertain_shape::lognormal: return distribution::lognormal_between(low, high);
        case uncertain_shape::uniform: break;
    }
    return distribution::uniform(low, high);
}

class question_builder {
public:
    question_builder(const engine& data, const question& asked, const uncertainty_options& options)
        : data_(data), asked_(asked), options_(options) {}

    result<uncertain_question> run() {
        auto base = answer(data_, asked_);
        if (!base) return base.problems();
        out_.baseline = base->baseline;
        out_.horizon_years = options_.horizon_years;
        for (const uncertain_input& each : asked_.what.uncertain) add_stated(each);
        if (auto problems = add_rates(*base); !problems.empty()) return problems;
        if (out_.inputs.empty()) return make_diagnostic("nothing-uncertain");
        question at_centre = asked_;
        for (std::size_t i = 0; i < out_.inputs.size(); ++i) set_input(at_centre, out_.inputs[i].input, centres_[i]);
        auto first = answer(data_, at_centre);
        if (!first) return first.problems();
        return build(*first);
    }

private:
    void add_stated(const uncertain_input& stated) {
        out_.inputs.push_back({stated.input, spread_of(stated), stated, {}, {}});
        centres_.push_back(stated.mode ? *stated.mode : stated.low);
    }

    diagnostics add_rates(const compared_case& base) {
        diagnostics problems;
        for (const scenario_input& input : inputs_of(asked_.what, base)) {
            if (input.kind != input_kind::rate || is_stated(input)) continue;
            const rate& used = *rate_for(base, input.pair);
            const auto day = used.as_of ? used.as_of : base.as_of ? base.as_of : data_.rates().newest_day();
            if (!day) continue;
            auto history = find_volatility(data_, input.pair, *day, options_.history_days);
            if (!history) {
                for (diagnostic& problem : history.problems()) problems.push_back(std::move(problem));
                continue;
            }
            const double sigma = history->a_year * std::sqrt(to_double(options_.horizon_years));
            const auto centre = distribution::lognormal_around(to_double(used.value), sigma);
            out_.inputs.push_back({input, centre, {}, std::move(*history), used.value});
            centres_.push_back({used.value, {}, false});
        }
        return problems;
    }

    [[nodiscard]] bool is_stated(const scenario_input& input) const {
        return std::ranges::any_of(out_.inputs, [&](const spread_input& each) {
            return each.input.kind == input_kind::rate &&
                   (each.input.pair == input.pair || each.input.pair == input.pair.reversed());
        });
    }

    /// An input at nine values, the others at their centres.
    [[nodiscard]] result<std::vector<compared_case>> probe(std::size_t i) const {
        std::vector<compared_case> out;
        for (std::size_t k = 0; k < probes; ++k) {
            question varied = asked_;
            for (std::size_t other = 0; other < centres_.size(); ++other)
                set_input(varied, out_.inputs[other].input, value_at(other, other == i ? k : 0));
            auto found = answer(data_, varied);
            if (!found) return found.problems();
            out.push_back(std::move(*found));
        }
        return out;
    }

    /// How an output follows an input that it is no power of, the others at their centres; nothing where that does not
    /// only rise or only fall, or the input has no ends.
    [[nodiscard]] std::optional<factor_product::curve> curve_of(std::size_t i, const output_key& key,
                                                                const metric& first) const {
        const spread_input& input = out_.inputs[i];
        if (!input.stated || input.spread.shape == distribution_shape::lognormal) return std::nullopt;
        factor_product::curve out{i, {}, {}};
        const ratio& low = input.stated->low.amount;
        const ratio step = (input.stated->high.amount - low) / static_cast<std::int64_t>(curve_parts);
        for (std::size_t k = 0; k <= curve_parts; ++k) {
            question varied = asked_;
            for (std::size_t other = 0; other < centres_.size(); ++other)
                set_input(varied, out_.inputs[other].input, centres_[other]);
            input_value value = centres_[i];
            value.amount = low + step * static_cast<std::int64_t>(k);
            set_input(varied, input.input, value);
            const auto found = answer(data_, varied);
            const metric* there = found ? find_output(*found, key) : nullptr;
            const auto factor = there != nullptr ? factor_between(first, *there) : std::nullopt;
            if (!factor) return std::nullopt;
            out.at.push_back(to_double(value.amount));
            out.logarithm.push_back(sampling::natural_logarithm(to_double(*factor)));
        }
        const auto& y = out.logarithm;
        const bool is_steady = std::ranges::is_sorted(y) || std::ranges::is_sorted(y, std::ranges::greater{});
        return is_steady && y.front() != y.back() ? std::optional(std::move(out)) : std::nullopt;
    }

    [[nodiscard]] static ratio relative(std::size_t k) { return 1 + ratio(static_cast<std::int64_t>(k)) / 8; }
    [[nodiscard]] input_value value_at(std::size_t i, std::size_t k) const {
        input_value value = centres_[i];
        value.amount *= relative(k);
        return value;
    }

    result<uncertain_question> build(const compared_case& first) {
        const auto keys = outputs_of(first);
        std::vector<std::vector<compared_case>> probed;
        for (std::size_t i = 0; i < out_.inputs.size(); ++i) {
            auto found = probe(i);
            if (!found) return found.problems();
            probed.push_back(std::move(*found));
        }
        const auto together = all_at_once();
        for (const output_key& key : keys) add_output(key, *find_output(first, key), probed, together);
        for (const spread_input& each : out_.inputs) out_.model.inputs.push_back(each.spread);
        if (out_.outputs.empty() && out_.left_out.empty()) return make_diagnostic("nothing-uncertain");
        return std::move(out_);
    }

    /// All inputs off their centres, each by its own share.
    [[nodiscard]] std::optional<compared_case> all_at_once() const {
        question varied = asked_;
        for (std::size_t i = 0; i < centres_.size(); ++i)
            set_input(varied, out_.inputs[i].input, value_at(i, 1 + i % (probes - 1)));
        auto found = answer(data_, varied);
        return found ? std::optional(std::move(*found)) : std::nullopt;
    }

    void add_output(const output_key& key, const metric& first, const std::vector<std::vector<compared_case>>& probed,
                    const std::optional<compared_case>& together) {
        if (!first.known()) return;
        const auto shown = representative(first.value);
        factor_product product;
        bool is_product = true;
        bool depends = false;
        ratio coefficient = shown.value_or(ratio{});
        ratio factor = 1;
        const auto own = [&](std::size_t i) { return 1 + i % (probes - 1); };  // its share where all are off
        for (std::size_t i = 0; i < probed.size(); ++i) {
            std::vector<probed_metric> found;
            for (std::size_t k = 0; k < probes; ++k) found.push_back({relative(k), find_output(probed[i][k], key)});
            const auto exponent = exponent_of_input(first, found);
            depends = depends || !exponent || *exponent != 0;
            if (!exponent) {
                auto curve = curve_of(i, key, first);
                const auto there = found[own(i)].value ? factor_between(first, *found[own(i)].value) : std::nullopt;
                is_product = is_product && curve && there;
                if (!is_product) continue;
                product.curves.push_back(std::move(*curve));
                factor *= *there;
                continue;
            }
            if (*exponent == 0) continue;
            product.powers.push_back({i, *exponent});
            coefficient /= integer_power(centres_[i].amount, *exponent);
            factor *= integer_power(relative(own(i)), *exponent);
        }
        if (!depends) return;
        const metric* there = together ? find_output(*together, key) : nullptr;
        const auto between = there != nullptr ? factor_between(first, *there) : std::nullopt;
        if (!is_product || !between || *between != factor) {
            out_.left_out.push_back({key, "no-product-of-inputs"});
        } else if (!shown) {
            out_.left_out.push_back({key, "range-without-distribution"});
        } else {
            product.coefficient = to_double(coefficient);
            out_.outputs.push_back({key, first});
            out_.model.outputs.push_back(std::move(product));
        }
    }

    const engine& data_;
    const question& asked_;
    const uncertainty_options& options_;
    std::vector<input_value> centres_;
    uncertain_question out_;
};

}  // namespace

result<ratio> read_horizon(const engine& data, std::string_view text, std::optional<place> where) {
    const auto read = read_one(data, text, figure_kind::duration);
    const auto years = read ? years_per(read->unit) : std::nullopt;
    const auto amount = read ? representative(to_ratio(read->amount)) : std::nullopt;
    if (years && amount && *amount > 0) return ratio(*amount * *years);
    return make_diagnostic("horizon-malformed", {{"text", text}}, std::move(where));
}

result<uncertain_question> find_uncertainty(const engine& data, const question& asked,
                                            const uncertainty_options& options) {
    return question_builder(data, asked, options).run();
}

uncertain_question drawable(uncertain_question what) {
    uncertain_question out = what;
    out.outputs.clear();
    out.model.outputs.clear();
    for (std::size_t k = 0; k < what.outputs.size(); ++k) {
        if (!what.model.outputs[k].curves.empty()) {
            out.left_out.push_back({what.outputs[k].key, "curve-not-drawn"});
            continue;
        }
        out.outputs.push_back(std::move(what.outputs[k]));
        out.model.outputs.push_back(std::move(what.model.outputs[k]));
    }
    return out;
}

}  // namespace outlay
