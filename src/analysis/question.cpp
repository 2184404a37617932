#include <outlay/analysis/question.hpp>

#include <outlay/compare/case_inputs.hpp>

#include <algorithm>

namespace outlay {

std::vector<scenario_input> inputs_of(const scenario& what, const compared_case& c) {
    std::vector<scenario_input> out;
    for (const auto& each : c.investments) {
        if (!each.used_rate || each.used_rate->path == rate_path::identity) continue;
        const scenario_input input{input_kind::rate, {}, each.used_rate->pair, to_text(each.used_rate->pair)};
        if (std::ranges::find(out, input) == out.end()) out.push_back(input);
    }
    const auto add_if_stated = [&](scenario_input input) {
        if (stated_value(what, input)) out.push_back(std::move(input));
    };
    for (const input_kind field : input_fields())
        if (is_share(field)) add_if_stated({field, {}, {}, std::string(to_text(field))});
    for (std::size_t i = 0; i < what.investments.size(); ++i)
        for (const input_kind field : input_fields())
            add_if_stated({field, i, {}, what.investments[i].name + "." + std::string(to_text(field))});
    return out;
}

const rate* rate_for(const compared_case& c, const currency_pair& pair) {
    for (const auto& each : c.investments)
        if (each.used_rate && each.used_rate->path != rate_path::identity && each.used_rate->pair == pair)
            return &*each.used_rate;
    return nullptr;
}

void set_input(question& asked, const scenario_input& input, const input_value& value) {
    if (input.kind != input_kind::rate) return set_input_value(asked.what, input, value);
    std::erase_if(asked.how.rates, [&](const given_rate& known) {
        return known.pair == input.pair || known.pair == input.pair.reversed();
    });
    asked.how.rates.insert(asked.how.rates.begin(), {input.pair, value.amount, exact_text(value.amount), {}});
}

std::vector<output_key> outputs_of(const compared_case& c) {
    std::vector<output_key> out;
    for (const auto& each : c.investments)
        for (const auto& named : each.metrics) out.push_back({each.name, named.name, false});
    for (const auto& row : c.ratios) out.push_back({row.name, row.metric, true});
    return out;
}

const metric* find_output(const compared_case& c, const output_key& key) {
    if (key.is_ratio) {
        const auto found = std::ranges::find_if(c.ratios, [&](const compared_ratio& row) {
            return row.name == key.investment && row.metric == key.metric;
        });
        return found == c.ratios.end() ? nullptr : &found->value;
    }
    const auto found = std::ranges::find(c.investments, key.investment, &compared_investment::name);
    if (found == c.investments.end()) return nullptr;
    const auto named = std::ranges::find(found->metrics, key.metric, &named_metric::name);
    return named == found->metrics.end() ? nullptr : &named->value;
}

result<compared_case> answer(const engine& data, const question& asked) {
    const resolved_case resolved = resolve(data, asked.what, asked.how);
    const bool some = std::ranges::any_of(resolved.investments,
                                          [](const resolved_investment& each) { return each.used_rate.has_value(); });
    if (!some && has_errors(resolved.problems)) return resolved.problems;
    return measure(without_steps(resolved));
}

}  // namespace outlay
