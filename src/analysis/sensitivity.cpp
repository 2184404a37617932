#include <outlay/analysis/sensitivity.hpp>

#include <algorithm>

namespace outlay {

namespace {

/// An input with what it is set to.
struct trial {
    input_swing swing;
    input_value low;
    input_value high;
};

class tornado {
public:
    tornado(const engine& data, const question& asked, const ratio& share)
        : data_(data), asked_(asked), share_(share) {}

    result<std::vector<sensitivity>> run() {
        auto base = answer(data_, asked_);
        if (!base) return base.problems();
        for (const output_key& key : outputs_of(*base))
            if (const metric* value = find_output(*base, key); value->known() && size_of(*value))
                out_.push_back({key, without_steps(*value), {}});
        for (const scenario_input& input : inputs_of(asked_.what, *base)) {
            const auto tried = trial_of(input, *base);
            if (!tried) continue;
            const auto at_low = answer_with(input, tried->low);
            const auto at_high = answer_with(input, tried->high);
            if (at_low && at_high) add(tried->swing, *at_low, *at_high);
        }
        for (sensitivity& each : out_) sort(each);
        std::erase_if(out_, [](const sensitivity& each) { return each.swings.empty(); });
        return std::move(out_);
    }

private:
    [[nodiscard]] static metric without_steps(metric value) {
        value.trace.clear();
        return value;
    }

    /// What a swing is measured by: the representative number, else the middle of two bounds.
    [[nodiscard]] static std::optional<ratio> size_of(const metric& value) {
        if (const auto shown = representative(value.value)) return shown;
        if (value.value.low && value.value.high) return ratio((*value.value.low + *value.value.high) / 2);
        return std::nullopt;
    }

    /// What the file says of how an input is spread; of a rate in the direction that is asked for.
    [[nodiscard]] const uncertain_input* spread_of(const scenario_input& input) const {
        const auto& all = asked_.what.uncertain;
        const auto found = std::ranges::find_if(all, [&](const uncertain_input& each) {
            return each.input.kind == input.kind && each.input.investment == input.investment &&
                   each.input.pair == input.pair;
        });
        return found == all.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::optional<trial> trial_of(const scenario_input& input, const compared_case& base) const {
        trial out;
        out.swing.input = input;
        ratio middle;
        if (input.kind == input_kind::rate) {
            middle = rate_for(base, input.pair)->value;
        } else {
            const auto stated = stated_value(asked_.what, input);
            out.low = out.high = stated->form;
            out.swing.unit = stated->form.unit();
            if (representative(stated->bounds)) {
                middle = stated->form.amount;
            } else if (stated->bounds.low && stated->bounds.high) {
                out.swing.origin = swing_origin::stated_bounds;
                out.swing.low = *stated->bounds.low;
                out.swing.high = *stated->bounds.high;
            } else if (spread_of(input) == nullptr) {
                return std::nullopt;
            }
        }
        if (const uncertain_input* spread = spread_of(input)) {
            out.swing.origin = swing_origin::uncertain;
            out.low = spread->low;
            out.high = spread->high;
            out.swing.low = spread->low.amount;
            out.swing.high = spread->high.amount;
            out.swing.unit = spread->low.unit();
        }
        if (out.swing.origin == swing_origin::share) {
            out.swing.low = middle * (1 - share_);
            out.swing.high = middle * (1 + share_);
            // No more than all of it can be realised.
            if (input.kind == input_kind::realisation && out.swing.high > 1) out.swing.high = 1;
        }
        out.low.amount = out.swing.low;
        out.high.amount = out.swing.high;
        return out;
    }

    [[nodiscard]] result<compared_case> answer_with(const scenario_input& input, const input_value& value) const {
        question varied = asked_;
        keep_what_depends(varied, input);
        set_input(varied, place_in(varied, input), value);
        return answer(data_, varied);
    }

    /// An investment's own input moves its results and its ratio: the others need no second look.
    void keep_what_depends(question& varied, const scenario_input& input) const {
        if (!input.investment || is_baseline(input)) return;
        const std::string name = varied.what.investments[*input.investment].name;
        const std::string baseline = baseline_name();
        std::erase_if(varied.what.investments,
                      [&](const auto& each) { return each.name != name && each.name != baseline; });
    }

    [[nodiscard]] std::string baseline_name() const {
        const scenario& what = asked_.what;
        return what.baseline.empty() ? what.investments.front().name : what.baseline;
    }
    [[nodiscard]] bool is_baseline(const scenario_input& input) const {
        return asked_.what.investments[*input.investment].name == baseline_name();
    }

    /// The input in a question that holds fewer investments.
    [[nodiscard]] scenario_input place_in(const question& varied, scenario_input input) const {
        if (!input.investment) return input;
        const std::string& name = asked_.what.investments[*input.investment].name;
        const auto& there = varied.what.investments;
        const auto found = std::ranges::find_if(there, [&](const auto& each) { return each.name == name; });
        input.investment = static_cast<std::size_t>(found - there.begin());
        return input;
    }

    void add(const input_swing& swing, const compared_case& at_low, const compared_case& at_high) {
        for (sensitivity& each : out_) {
            const metric* low = find_output(at_low, each.key);
            const metric* high = find_output(at_high, each.key);
            if (low == nullptr || high == nullptr || !low->known() || !high->known()) continue;
            if (low->value == each.base.value && high->value == each.base.value) continue;
            input_swing own = swing;
            own.at_low = without_steps(*low);
            own.at_high = without_steps(*high);
            each.swings.push_back(std::move(own));
        }
    }

    static void sort(sensitivity& result) {
        const auto width = [](const input_swing& each) {
            const auto low = size_of(each.at_low);
            const auto high = size_of(each.at_high);
            return low && high ? abs(ratio(*high - *low)) : ratio{};
        };
        std::ranges::stable_sort(result.swings,
                                 [&](const input_swing& a, const input_swing& b) { return width(a) > width(b); });
    }

    const engine& data_;
    const question& asked_;
    const ratio& share_;
    std::vector<sensitivity> out_;
};

}  // namespace

result<std::vector<sensitivity>> find_sensitivity(const engine& data, const question& asked, const ratio& share) {
    return tornado(data, asked, share).run();
}

result<ratio> read_swing_share(std::string_view text, std::optional<place> where) {
    const bool is_percent = text.ends_with('%');
    auto value = parse_ratio(is_percent ? text.substr(0, text.size() - 1) : text);
    const ratio share = value ? (is_percent ? ratio(*value / 100) : *value) : ratio{};
    if (share <= 0 || share >= 1) return make_diagnostic("swing-malformed", {{"text", text}}, std::move(where));
    return share;
}

}  // namespace outlay
