#include <outlay/scenario/scenario_input.hpp>

#include <outlay/engine.hpp>
#include <outlay/scenario/scenario.hpp>

#include <outlay/base/suggestion.hpp>
#include <outlay/figures/read.hpp>
#include <outlay/number/rounding.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace outlay {

namespace {

constexpr std::array fields{input_kind::outlay,       input_kind::period,       input_kind::jobs,
                            input_kind::power,        input_kind::accelerators, input_kind::realisation,
                            input_kind::discount_rate};
constexpr std::string_view percent = "%";

figure_kind kind_of(input_kind kind) {
    switch (kind) {
        case input_kind::outlay: return figure_kind::money;
        case input_kind::period: return figure_kind::duration;
        case input_kind::power: return figure_kind::power;
        case input_kind::accelerators: return figure_kind::accelerators;
        default: return figure_kind::jobs;
    }
}

std::optional<input_kind> field_of(std::string_view name) {
    const auto found = std::ranges::find_if(fields, [&](input_kind kind) { return to_text(kind) == name; });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

diagnostic unknown_input(const scenario& what, std::string_view text, std::optional<place> where) {
    std::vector<std::string> names;
    for (const input_kind field : fields)
        if (is_share(field)) names.emplace_back(to_text(field));
    for (const auto& each : what.investments)
        for (const input_kind field : fields) names.push_back(each.name + "." + std::string(to_text(field)));
    diagnostic problem = make_diagnostic("unknown-input", {{"text", text}}, std::move(where));
    problem.near = near_misses(text, std::vector<std::string_view>(names.begin(), names.end()));
    return problem;
}

/// The jobs that are divided by.
jobs_figure* jobs_of(scenario& what, scenario_investment& investment) {
    if (investment.jobs.empty()) return nullptr;
    const auto kind = investment.assumed.jobs_kind ? investment.assumed.jobs_kind : what.assumed.jobs_kind;
    const auto found = kind ? std::ranges::find(investment.jobs, *kind, &jobs_figure::kind) : investment.jobs.begin();
    return found == investment.jobs.end() ? nullptr : &*found;
}

/// The figure of an input that is one; null where none is stated.
stated_figure* figure_of(scenario& what, const scenario_input& input) {
    auto& investment = what.investments[*input.investment];
    const auto of = [](std::optional<stated_figure>& slot) { return slot ? &*slot : nullptr; };
    switch (input.kind) {
        case input_kind::outlay: return of(investment.outlay);
        case input_kind::period: return of(investment.period);
        case input_kind::power: return of(investment.power);
        case input_kind::accelerators: return of(investment.accelerators);
        case input_kind::jobs:
            if (jobs_figure* jobs = jobs_of(what, investment)) return &jobs->count;
            break;
        default: break;
    }
    return nullptr;
}

std::optional<stated_share>& share_of(scenario& what, const scenario_input& input) {
    auto& assumed = input.investment ? what.investments[*input.investment].assumed : what.assumed;
    return input.kind == input_kind::realisation ? assumed.realisation : assumed.discount_rate;
}

bool takes_one_value(qualifier q) { return q != qualifier::band && q != qualifier::range && q != qualifier::several; }

/// The form that a bare number takes: what is stated, else what is counted that way.
figure default_form(const engine& data, const scenario& what, const scenario_input& input) {
    if (const auto stated = stated_value(what, input)) return stated->form.form;
    figure form;
    form.kind = kind_of(input.kind);
    if (input.kind == input_kind::jobs) form.unit = "job";
    if (input.kind == input_kind::period) form.unit = "year";
    if (input.kind == input_kind::accelerators) form.unit = "accelerator";
    if (input.kind == input_kind::outlay) {
        const economy* home = data.find_economy(what.investments[*input.investment].economy);
        if (home != nullptr) form.currency = home->currency;
    }
    return form;
}

std::string without_grouping(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ',' && c != '_' && c != ' ') out += c;
    return out;
}

/// Problems of a reading, shown where the words stand on the command line.
diagnostics placed(diagnostics problems, const std::optional<place>& where) {
    if (where)
        for (diagnostic& each : problems) each.where = where;
    return problems;
}

/// What changes is solved for no longer.
void no_longer_asked(scenario_investment& investment, input_kind kind) {
    if (kind == input_kind::jobs) std::erase(investment.asked, asked_value::jobs);
    if (kind == input_kind::period) {
        std::erase(investment.asked, asked_value::period);
        investment.span.reset();
    }
}

}  // namespace

std::string_view to_text(input_kind kind) {
    switch (kind) {
        case input_kind::outlay: return "outlay";
        case input_kind::period: return "period";
        case input_kind::jobs: return "jobs";
        case input_kind::power: return "power";
        case input_kind::accelerators: return "accelerators";
        case input_kind::realisation: return "realisation";
        case input_kind::discount_rate: return "discount_rate";
        case input_kind::rate: break;
    }
    return "rate";
}

std::span<const input_kind> input_fields() { return fields; }

bool is_share(input_kind kind) { return kind == input_kind::realisation || kind == input_kind::discount_rate; }

std::string input_value::unit() const {
    if (is_part) return std::string(percent);
    return form.currency.empty() ? form.unit : std::string(form.currency.text());
}

result<scenario_input> read_input(const engine& data, const scenario& what, std::string_view text,
                                  std::optional<place> where) {
    scenario_input out;
    out.name = text;
    const auto dot = text.rfind('.');
    if (dot == std::string_view::npos) {
        if (const auto field = field_of(text); field && is_share(*field)) {
            out.kind = *field;
            return out;
        }
        if (text.find('/') == std::string_view::npos) return unknown_input(what, text, std::move(where));
        auto pair = read_pair(text, data.currencies(), std::move(where));
        if (!pair) return pair.problems();
        out.pair = *pair;
        out.name = to_text(out.pair);
        return out;
    }
    const auto field = field_of(text.substr(dot + 1));
    const auto investment = std::ranges::find(what.investments, text.substr(0, dot), &programme::name);
    if (!field || investment == what.investments.end()) return unknown_input(what, text, std::move(where));
    out.kind = *field;
    out.investment = static_cast<std::size_t>(investment - what.investments.begin());
    return out;
}

result<input_value> read_input_value(const engine& data, const scenario& what, const scenario_input& input,
                                     std::string_view text, std::optional<place> where) {
    input_value out;
    if (input.kind == input_kind::rate || is_share(input.kind)) {
        out.is_part = is_share(input.kind);
        const bool in_percent = out.is_part && text.ends_with(percent);
        auto value = read_rate_value(without_grouping(in_percent ? text.substr(0, text.size() - 1) : text), where);
        if (!value) return value.problems();
        out.amount = in_percent ? ratio(*value / 100) : *value;
        return out;
    }
    out.form = default_form(data, what, input);
    const bool has_unit = !out.form.currency.empty() || !out.form.unit.empty();
    if (const auto bare = decimal::parse(without_grouping(text)); bare && has_unit) {
        out.amount = to_ratio(*bare);
    } else {
        auto read = read_one(data, text, kind_of(input.kind));
        if (!read) return placed(read.problems(), where);
        if (!takes_one_value(read->qualifier)) return make_diagnostic("input-not-one-value", {{"text", text}}, where);
        out.amount = representative(to_ratio(read->amount)).value_or(ratio{});
        out.form = *read;
    }
    if (out.amount <= 0) return make_diagnostic("input-not-positive", {{"text", text}}, std::move(where));
    return out;
}

std::optional<stated_input_value> stated_value(const scenario& what, const scenario_input& input) {
    if (input.kind == input_kind::rate) return std::nullopt;
    scenario& open = const_cast<scenario&>(what);  // read only
    stated_input_value out;
    if (is_share(input.kind)) {
        const auto& share = share_of(open, input);
        if (!share) return std::nullopt;
        out.bounds = share->bounds();
        out.form.is_part = true;
    } else {
        const stated_figure* stated = figure_of(open, input);
        if (stated == nullptr) return std::nullopt;
        out.bounds = to_ratio(stated->value.amount);
        out.form.form = stated->value;
    }
    out.form.amount = representative(out.bounds).value_or(ratio{});
    return out;
}

std::optional<std::string> stated_words(const scenario& what, const scenario_input& input) {
    scenario& open = const_cast<scenario&>(what);  // read only
    if (is_share(input.kind)) {
        const auto& share = share_of(open, input);
        return share ? std::optional(share->text) : std::nullopt;
    }
    const stated_figure* stated = figure_of(open, input);
    return stated != nullptr ? std::optional(stated->text) : std::nullopt;
}

void copy_input(scenario& what, const scenario_input& input, const scenario& other, const scenario_input& there) {
    if (is_share(input.kind)) {
        share_of(what, input) = share_of(const_cast<scenario&>(other), there);
        return;
    }
    auto& to = what.investments[*input.investment];
    const auto& from = other.investments[*there.investment];
    no_longer_asked(to, input.kind);
    switch (input.kind) {
        case input_kind::outlay: to.outlay = from.outlay; break;
        case input_kind::power: to.power = from.power; break;
        case input_kind::accelerators: to.accelerators = from.accelerators; break;
        case input_kind::jobs: to.jobs = from.jobs; break;
        case input_kind::period:
            to.period = from.period;
            to.span = from.span;
            to.period_words = from.period_words;
            break;
        default: break;
    }
}

void set_input_value(scenario& what, const scenario_input& input, const input_value& value) {
    if (is_share(input.kind)) {
        share_of(what, input) = stated_share{value.amount, exact_text(value.amount), {}};
        return;
    }
    auto& investment = what.investments[*input.investment];
    const stated_figure* stated = figure_of(what, input);
    qualifier kept = stated != nullptr ? stated->value.qualifier : qualifier::exact;
    if (!takes_one_value(kept)) kept = qualifier::exact;
    stated_figure changed;
    changed.value = value.form;
    changed.value.qualifier = kept;
    changed.value.candidates.clear();
    changed.value.reason.clear();
    // Values come from decimals by sums and products of decimals.
    const auto amount = exact_decimal(value.amount);
    changed.value.written = amount ? *amount : round(value.amount, 12, rounding_mode::half_even);
    changed.value.amount = bounds_of(kept, changed.value.written);
    changed.text = exact_text(value.amount);
    no_longer_asked(investment, input.kind);
    switch (input.kind) {
        case input_kind::outlay: investment.outlay = std::move(changed); break;
        case input_kind::period: investment.period = std::move(changed); break;
        case input_kind::power: investment.power = std::move(changed); break;
        case input_kind::accelerators: investment.accelerators = std::move(changed); break;
        default:
            if (jobs_figure* jobs = jobs_of(what, investment))
                jobs->count = std::move(changed);
            else
                investment.jobs.insert(investment.jobs.begin(), jobs_figure{std::move(changed), {}, {}, {}, {}});
    }
}

std::optional<ratio> representative(const interval<ratio>& value) {
    if (value.central) return value.central;
    if (value.low && value.high) return value.is_point() ? value.low : std::nullopt;
    return value.high ? value.high : value.low;
}

}  // namespace outlay
