// sweep: asks the comparison at a few points of each axis, and computes the others from the powers that these show.
#include <outlay/analysis/sweep.hpp>

#include "analysis/powers.hpp"

#include <algorithm>
#include <map>

namespace outlay {

namespace {

using boost::multiprecision::denominator;
using boost::multiprecision::numerator;

constexpr std::size_t most_cases = 10'000'000;
}  // namespace

class sweep_builder {
public:
    sweep_builder(const engine& data, const question& asked, std::vector<sweep_axis> axes)
        : data_(data), asked_(asked) {
        out_.axes_ = std::move(axes);
    }

    result<sweep> run() {
        if (auto problems = check(); !problems.empty()) return problems;
        auto first = at_case(std::vector<std::size_t>(out_.axes_.size(), 0));
        if (!first) return first.problems();
        first_ = std::move(*first);
        keys_ = outputs_of(first_);
        out_.baseline_ = first_.baseline;
        if (auto problems = probe_axes(); !problems.empty()) return problems;
        check_corner();
        if (auto problems = keep_what_changes(); !problems.empty()) return problems;
        return std::move(out_);
    }

private:
    [[nodiscard]] diagnostics check() const {
        ratio cases = 1;
        for (std::size_t i = 0; i < out_.axes_.size(); ++i) {
            cases *= static_cast<std::int64_t>(out_.axes_[i].values.size());
            for (std::size_t k = 0; k < i; ++k)
                if (out_.axes_[k].input == out_.axes_[i].input)
                    return {make_diagnostic("vary-twice", {{"input", out_.axes_[i].input.name}})};
        }
        if (cases > most_cases) return {make_diagnostic("vary-too-many", {{"most", std::to_string(most_cases)}})};
        return {};
    }

    [[nodiscard]] result<compared_case> at_case(const std::vector<std::size_t>& indices) const {
        question varied = asked_;
        for (std::size_t i = 0; i < indices.size(); ++i)
            set_input(varied, out_.axes_[i].input, out_.axes_[i].values[indices[i]]);
        return answer(data_, varied);
    }

    /// Values of an axis to ask at: all of a short one, else evenly spread ones with the first and the last.
    [[nodiscard]] static std::vector<std::size_t> probed(std::size_t count) {
        std::vector<std::size_t> out;
        const auto wanted = std::min(count, probes);
        for (std::size_t i = 0; i < wanted; ++i) out.push_back(wanted == 1 ? 0 : i * (count - 1) / (wanted - 1));
        return out;
    }

    diagnostics probe_axes() {
        dependences_.assign(keys_.size(), {});
        for (auto& each : dependences_) each.factors.resize(out_.axes_.size());
        for (std::size_t axis = 0; axis < out_.axes_.size(); ++axis) {
            const auto count = out_.axes_[axis].values.size();
            std::map<std::size_t, compared_case> asked;
            std::vector<std::size_t> indices(out_.axes_.size(), 0);
            const auto ask = [&](std::size_t index) -> diagnostics {
                indices[axis] = index;
                if (asked.contains(index)) return {};
                auto found = at_case(indices);
                if (!found) return found.problems();
                asked.emplace(index, std::move(*found));
                return {};
            };
            for (const auto index : probed(count))
                if (auto problems = ask(index); !problems.empty()) return problems;
            if (all_are_powers(axis, asked)) continue;
            // Something is no power of this input: ask at every value.
            for (std::size_t index = 0; index < count; ++index)
                if (auto problems = ask(index); !problems.empty()) return problems;
            for (std::size_t k = 0; k < keys_.size(); ++k) tabulate(axis, k, asked);
        }
        return {};
    }

    /// True if every output is a power of the axis; their factors are then known for all its values.
    bool all_are_powers(std::size_t axis, const std::map<std::size_t, compared_case>& asked) {
        const auto& values = out_.axes_[axis].values;
        if (values.size() <= probes) return false;  // all are known: nothing needs to be concluded
        std::vector<int> found(keys_.size());
        for (std::size_t k = 0; k < keys_.size(); ++k) {
            const auto exponent = exponent_of(axis, keys_[k], asked);
            if (!exponent) return false;
            found[k] = *exponent;
        }
        std::map<int, std::shared_ptr<const std::vector<sweep::fraction>>> of_exponent;
        for (const int exponent : found) {
            if (exponent == 0 || of_exponent.contains(exponent)) continue;
            std::vector<sweep::fraction> factors;
            for (const auto& value : values) {
                const ratio factor = integer_power(value.amount / values.front().amount, exponent);
                factors.push_back({numerator(factor), denominator(factor)});
            }
            of_exponent[exponent] = std::make_shared<const std::vector<sweep::fraction>>(std::move(factors));
        }
        for (std::size_t k = 0; k < keys_.size(); ++k)
            if (found[k] != 0) dependences_[k].factors[axis] = of_exponent[found[k]];
        return true;
    }

    [[nodiscard]] std::optional<int> exponent_of(std::size_t axis, const output_key& key,
                                                 const std::map<std::size_t, compared_case>& asked) const {
        const auto& values = out_.axes_[axis].values;
        std::vector<probed_metric> found;
        for (const auto& [index, c] : asked)
            found.push_back({values[index].amount / values.front().amount, find_output(c, key)});
        return exponent_of_input(*find_output(first_, key), found);
    }

    void tabulate(std::size_t axis, std::size_t k, const std::map<std::size_t, compared_case>& asked) {
        auto& dependence = dependences_[k];
        const metric& first = *find_output(first_, keys_[k]);
        std::vector<sweep::fraction> factors;
        bool changes = false;
        for (const auto& [index, c] : asked) {
            const metric* found = find_output(c, keys_[k]);
            if (found != nullptr && !first.known() && found->missing == first.missing) {
                factors.emplace_back();
                continue;
            }
            const auto factor = found == nullptr ? std::nullopt : factor_between(first, *found);
            if (!factor) {
                dependence.is_product = false;
                return;
            }
            changes = changes || *factor != 1;
            factors.push_back({numerator(*factor), denominator(*factor)});
        }
        if (changes)
            dependence.factors[axis] = std::make_shared<const std::vector<sweep::fraction>>(std::move(factors));
    }

    /// Factors that hold along the axes need not hold in between: the far corner and a middle say whether they do.
    void check_corner() {
        if (out_.axes_.size() < 2) return;
        for (const std::size_t part : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
            std::vector<std::size_t> indices;
            for (const auto& axis : out_.axes_) indices.push_back((axis.values.size() - 1) / part);
            const auto found = at_case(indices);
            for (std::size_t k = 0; k < keys_.size(); ++k) {
                auto& dependence = dependences_[k];
                const metric& first = *find_output(first_, keys_[k]);
                const metric* there = found ? find_output(*found, keys_[k]) : nullptr;
                if (there == nullptr ||
                    (first.known() ? !agrees(dependence, first, *there, indices) : there->missing != first.missing))
                    dependence.is_product = false;
            }
        }
    }

    [[nodiscard]] static bool agrees(const sweep::dependence& dependence, const metric& first, const metric& there,
                                     const std::vector<std::size_t>& indices) {
        ratio factor = 1;
        for (std::size_t axis = 0; axis < indices.size(); ++axis)
            if (const auto& factors = dependence.factors[axis])
                factor *= make_ratio((*factors)[indices[axis]].numerator, (*factors)[indices[axis]].denominator);
        const auto between = factor_between(first, there);
        return between && *between == factor;
    }

    diagnostics keep_what_changes() {
        compute_all_of_no_product();
        for (std::size_t k = 0; k < keys_.size(); ++k) {
            auto& dependence = dependences_[k];
            const metric& first = *find_output(first_, keys_[k]);
            const bool depends = std::ranges::any_of(dependence.factors, [](const auto& f) { return f != nullptr; });
            const bool is_known = std::ranges::any_of(dependence.all, [](const metric& m) { return m.known(); });
            if (dependence.is_product ? !first.known() || !depends : !is_known) continue;
            if (const auto shown = first.known() ? representative(first.value) : std::nullopt) {
                dependence.base = {numerator(*shown), denominator(*shown)};
                dependence.has_base = true;
            }
            metric plain = first;
            if (!first.known())
                plain = *std::ranges::find_if(dependence.all, [](const metric& m) { return m.known(); });
            plain.trace.clear();
            out_.outputs_.push_back({keys_[k], std::move(plain)});
            out_.dependences_.push_back(std::move(dependence));
        }
        if (!out_.outputs_.empty()) return {};
        std::string names;
        for (const auto& axis : out_.axes_) (names += names.empty() ? "" : ", ") += axis.input.name;
        return {make_diagnostic("vary-changes-nothing", {{"inputs", names}})};
    }

    /// Every case is asked, once for all outputs that need it.
    void compute_all_of_no_product() {
        const auto needs = [](const sweep::dependence& each) { return !each.is_product; };
        if (std::ranges::none_of(dependences_, needs)) return;
        for (std::size_t i = 0; i < out_.cases(); ++i) {
            std::vector<std::size_t> indices;
            for (std::size_t axis = 0; axis < out_.axes_.size(); ++axis) indices.push_back(out_.value_of(i, axis));
            const auto found = at_case(indices);
            for (std::size_t k = 0; k < keys_.size(); ++k) {
                if (!needs(dependences_[k])) continue;
                const metric* there = found ? find_output(*found, keys_[k]) : nullptr;
                metric value = there != nullptr ? *there : metric{};
                if (there == nullptr) value.missing.emplace_back("rate-missing");
                value.trace.clear();
                dependences_[k].all.push_back(std::move(value));
            }
        }
    }

    const engine& data_;
    const question& asked_;
    compared_case first_;
    std::vector<output_key> keys_;
    std::vector<sweep::dependence> dependences_;
    sweep out_;
};

result<sweep> sweep::run(const engine& data, const question& asked, std::vector<sweep_axis> axes) {
    return sweep_builder(data, asked, std::move(axes)).run();
}

std::size_t sweep::cases() const {
    std::size_t count = 1;
    for (const auto& axis : axes_) count *= axis.values.size();
    return count;
}

std::size_t sweep::value_of(std::size_t case_index, std::size_t axis) const {
    for (std::size_t k = axes_.size() - 1; k > axis; --k) case_index /= axes_[k].values.size();
    return case_index % axes_[axis].values.size();
}

metric sweep::at(std::size_t output, std::size_t case_index) const {
    const dependence& how = dependences_[output];
    if (!how.is_product) return how.all[case_index];
    ratio factor = 1;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        if (const auto& factors = how.factors[axis]) {
            const fraction& each = (*factors)[value_of(case_index, axis)];
            factor *= make_ratio(each.numerator, each.denominator);
        }
    metric out = outputs_[output].first;
    out.value = scale(out.value, factor);
    return out;
}

bool sweep::quotient_at(std::size_t output, std::size_t case_index, integer& top, integer& bottom) const {
    const dependence& how = dependences_[output];
    if (!how.is_product) {
        const metric& value = how.all[case_index];
        const auto shown = value.known() ? representative(value.value) : std::nullopt;
        if (!shown) return false;
        top = numerator(*shown);
        bottom = denominator(*shown);
        return true;
    }
    if (!how.has_base) return false;
    top = how.base.numerator;
    bottom = how.base.denominator;
    for (std::size_t axis = 0; axis < axes_.size(); ++axis)
        if (const auto& factors = how.factors[axis]) {
            const fraction& each = (*factors)[value_of(case_index, axis)];
            top *= each.numerator;
            bottom *= each.denominator;
        }
    return true;
}

}  // namespace outlay
