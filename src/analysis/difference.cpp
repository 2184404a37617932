#include <outlay/analysis/difference.hpp>

#include <algorithm>

namespace outlay {

namespace {

std::optional<std::size_t> place_of(const scenario& what, std::string_view name) {
    const auto found = std::ranges::find(what.investments, name, &programme::name);
    if (found == what.investments.end()) return std::nullopt;
    return static_cast<std::size_t>(found - what.investments.begin());
}

bool same_result(const metric& a, const metric& b) {
    return a.missing == b.missing && (!a.known() || (a.value == b.value && a.qualifier == b.qualifier));
}

class difference_finder {
public:
    difference_finder(const engine& data, const question& before, const question& after)
        : data_(data), before_(before), after_(after) {}

    result<scenario_difference> run() {
        auto first = answer(data_, before_);
        if (!first) return first.problems();
        auto second = answer(data_, after_);
        if (!second) return second.problems();
        out_.baseline = first->baseline;
        name_others();
        find_rates(*first, *second);
        find_inputs();
        const auto alone = answers_alone();
        const auto together = answer_together();
        for (const output_key& key : outputs_of(*first)) {
            const metric* now = find_output(*second, key);
            const metric& then = *find_output(*first, key);
            if (now == nullptr || same_result(then, *now)) continue;
            changed_output changed{key, then, *now, {}, true};
            for (std::size_t i = 0; i < alone.size(); ++i) {
                const metric* moved = alone[i] ? find_output(*alone[i], key) : nullptr;
                if (moved != nullptr && !same_result(then, *moved)) changed.parts.push_back({i, *moved});
            }
            const metric* all = together ? find_output(*together, key) : nullptr;
            changed.is_explained = all != nullptr && same_result(*all, *now);
            out_.outputs.push_back(std::move(changed));
        }
        return std::move(out_);
    }

private:
    void name_others() {
        for (const auto& each : before_.what.investments)
            if (!place_of(after_.what, each.name)) out_.only_before.push_back(each.name);
        for (const auto& each : after_.what.investments)
            if (!place_of(before_.what, each.name)) out_.only_after.push_back(each.name);
    }

    void find_rates(const compared_case& first, const compared_case& second) {
        for (const auto& each : first.investments) {
            if (!each.used_rate || each.used_rate->path == rate_path::identity) continue;
            const rate& then = *each.used_rate;
            const auto there = std::ranges::find(second.investments, each.name, &compared_investment::name);
            if (there == second.investments.end() || !there->used_rate) continue;
            const rate& now = *there->used_rate;
            if (then.from != now.from || then.to != now.to || then.factor == now.factor) continue;
            const ratio in_same_direction = then.pair == now.pair ? now.value : ratio(1 / now.value);
            changed_input changed;
            changed.input = {input_kind::rate, {}, then.pair, to_text(then.pair)};
            if (is_known(changed.input)) continue;
            changed.before_rate = then.value;
            changed.after_rate = in_same_direction;
            changed.before = origin_of(then);
            changed.after = origin_of(now);
            out_.inputs.push_back(std::move(changed));
            moved_.push_back({input_value{in_same_direction, {}, false}, {}});
        }
    }

    /// "2025-01-22, ECB"; of a given rate whose words it is.
    [[nodiscard]] static std::string origin_of(const rate& used) {
        std::string out = used.observed ? to_text(*used.observed) : std::string{};
        if (!used.source.empty()) (out += out.empty() ? "" : ", ") += used.source;
        return out;
    }

    [[nodiscard]] bool is_known(const scenario_input& input) const {
        return std::ranges::any_of(out_.inputs, [&](const changed_input& each) { return each.input == input; });
    }

    void find_inputs() {
        for (const input_kind field : input_fields())
            if (is_share(field)) compare_input(field, {}, {});
        for (std::size_t i = 0; i < before_.what.investments.size(); ++i)
            if (const auto there = place_of(after_.what, before_.what.investments[i].name))
                for (const input_kind field : input_fields()) compare_input(field, i, there);
    }

    void compare_input(input_kind field, std::optional<std::size_t> here, std::optional<std::size_t> there) {
        const std::string owner = here ? before_.what.investments[*here].name + "." : std::string{};
        const scenario_input input{field, here, {}, owner + std::string(to_text(field))};
        const scenario_input other{field, there, {}, input.name};
        const auto then = stated_value(before_.what, input);
        const auto now = stated_value(after_.what, other);
        if (!then && !now) return;
        if (then && now && then->bounds == now->bounds && then->form.unit() == now->form.unit() &&
            then->form.form.qualifier == now->form.form.qualifier)
            return;
        out_.inputs.push_back({input, {}, {}, words_of(before_.what, input), words_of(after_.what, other)});
        moved_.push_back({{}, other});
    }

    [[nodiscard]] static std::string words_of(const scenario& what, const scenario_input& input) {
        return stated_words(what, input).value_or(std::string{});
    }

    void move(question& asked, std::size_t i) const {
        const auto& moved = moved_[i];
        if (moved.there)
            copy_input(asked.what, out_.inputs[i].input, after_.what, *moved.there);
        else
            set_input(asked, out_.inputs[i].input, moved.value);
    }

    [[nodiscard]] std::vector<std::optional<compared_case>> answers_alone() const {
        std::vector<std::optional<compared_case>> out;
        for (std::size_t i = 0; i < out_.inputs.size(); ++i) {
            question asked = before_;
            move(asked, i);
            auto found = answer(data_, asked);
            out.push_back(found ? std::optional(std::move(*found)) : std::nullopt);
        }
        return out;
    }

    [[nodiscard]] std::optional<compared_case> answer_together() const {
        question asked = before_;
        for (std::size_t i = 0; i < out_.inputs.size(); ++i) move(asked, i);
        auto found = answer(data_, asked);
        return found ? std::optional(std::move(*found)) : std::nullopt;
    }

    /// What an input becomes: a value of a rate, or what the second scenario states of it.
    struct moved_input {
        input_value value;
        std::optional<scenario_input> there;
    };

    const engine& data_;
    const question& before_;
    const question& after_;
    std::vector<moved_input> moved_;
    scenario_difference out_;
};

}  // namespace

result<scenario_difference> find_difference(const engine& data, const question& before, const question& after) {
    return difference_finder(data, before, after).run();
}

}  // namespace outlay
