#include "capi/asking.hpp"

#include <outlay/base/suggestion.hpp>
#include <outlay/compare/comparison.hpp>
#include <outlay/figures/read.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace outlay::capi {

namespace {

void append(diagnostics& all, diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

place at_option(std::string_view name) { return place{std::string(name), 0, 0, {}, 0, 1}; }

std::vector<std::string> parts(std::string_view text, char between) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        auto part = text.substr(0, end);
        while (!part.empty() && (part.back() == '\r' || part.back() == ' ')) part.remove_suffix(1);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        if (!part.empty()) found.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// True if the value is one of those allowed; else a problem says which are.
bool is_allowed(std::string_view option, std::string_view value, const std::vector<std::string_view>& allowed,
                diagnostics& problems) {
    if (std::ranges::find(allowed, value) != allowed.end()) return true;
    std::string list;
    for (const auto each : allowed) list.append(list.empty() ? "" : ", ").append(each);
    auto problem = make_diagnostic("option-value-unknown", {{"option", option}, {"value", value}, {"allowed", list}},
                                   at_option(option));
    problem.near = near_misses(value, allowed);
    problems.push_back(std::move(problem));
    return false;
}

rate_convention read_convention(const outlay_options& options, diagnostics& problems) {
    rate_convention how;
    if (const auto text = view(options.rate_policy); !text.empty()) {
        const auto timing = read_rate_timing(text, at_option("rate_policy"));
        timing ? void(how = *timing) : append(problems, timing.problems());
    }
    if (const auto text = view(options.side); !text.empty())
        if (is_allowed("side", text, {to_text(rate_side::mid), to_text(rate_side::bid), to_text(rate_side::ask)},
                       problems))
            how.side = *read_rate_side(text);
    if (const auto text = view(options.spread); !text.empty()) {
        auto spread = read_spread(text, at_option("spread"));
        spread ? void(how.spread = std::move(*spread)) : append(problems, spread.problems());
        if (how.side == rate_side::mid)
            problems.push_back(make_diagnostic("spread-without-side", {}, at_option("spread")));
    }
    return how;
}

rate_policy read_policy(const engine& data, const outlay_options& options, diagnostics& problems) {
    auto policy = data.default_policy();
    if (const auto text = view(options.as_of); !text.empty()) {
        policy.as_of = parse_date(text);
        policy.origin = as_of_origin::stated_by_user;
        if (!policy.as_of) problems.push_back(make_diagnostic("date-malformed", {{"text", text}}, at_option("as_of")));
    }
    policy.convention = read_convention(options, problems);
    for (const auto& line : parts(view(options.rates), '\n')) {
        auto given = read_given_rate(line, data.currencies(), at_option("rates"));
        if (!given) {
            append(problems, given.problems());
            continue;
        }
        const auto& pair = given->pair;
        if (std::ranges::any_of(policy.given,
                                [&](const given_rate& g) { return g.pair == pair || g.pair == pair.reversed(); }))
            problems.push_back(make_diagnostic("rate-option-twice", {{"pair", to_text(pair)}}, at_option("rates")));
        policy.given.push_back(std::move(given).value());
    }
    return policy;
}

void read_kinds(std::string_view text, asked& how, diagnostics& problems) {
    constexpr std::string_view all = "all";
    std::vector<std::string_view> names{all};
    for (const auto kind : {figure_kind::money, figure_kind::jobs, figure_kind::duration, figure_kind::date,
                            figure_kind::power, figure_kind::accelerators, figure_kind::count})
        names.push_back(to_text(kind));
    bool wants_all = false;
    for (const auto& name : parts(text, ',')) {
        if (!is_allowed("kinds", name, names, problems)) continue;
        wants_all = wants_all || name == all;
        if (const auto kind = parse_figure_kind(name)) how.kinds.push_back(*kind);
    }
    if (wants_all)
        how.kinds.clear();
    else if (how.kinds.empty())
        how.kinds.push_back(figure_kind::money);
}

void read_language(const engine& data, std::string_view tag, asked& how, diagnostics& problems) {
    if (tag.empty()) return;
    if (data.find_language(tag) != nullptr) return void(how.language = tag);
    std::vector<std::string_view> tags;
    for (const auto& language : data.languages()) tags.push_back(language.tag());
    auto warning = make_diagnostic("language-unknown", {{"language", tag}}, at_option("language"));
    warning.level = severity::warning;
    warning.near = near_misses(tag, tags);
    problems.push_back(std::move(warning));
}

}  // namespace

bool asked::wants(figure_kind kind) const { return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end(); }

asked read(const engine& data, const outlay_options& options, diagnostics& problems, rounding_mode rounding) {
    asked how;
    how.rates = read_policy(data, options, problems);
    how.names_convention = options.rate_policy.size + options.side.size + options.spread.size != 0;
    how.format.rounding = rounding;
    if (const auto text = view(options.locale);
        !text.empty() && is_allowed("locale", text, format_locales(data), problems))
        how.format.locale = text;
    constexpr std::string_view half_up = "half-up";
    constexpr std::string_view half_even = "half-even";
    if (const auto text = view(options.rounding);
        !text.empty() && is_allowed("rounding", text, {half_up, half_even}, problems))
        how.format.rounding = text == half_up ? rounding_mode::half_up : rounding_mode::half_even;
    constexpr std::string_view as_text = "text";
    if (const auto text = view(options.form); !text.empty())
        how.is_plain_text = is_allowed("form", text, {"auto", as_text}, problems) && text == as_text;
    read_language(data, view(options.language), how, problems);
    read_kinds(view(options.kinds), how, problems);
    const auto known = metric_names();
    for (auto& name : parts(view(options.metrics), ','))
        if (is_allowed("metrics", name, {known.begin(), known.end()}, problems)) how.metrics.push_back(std::move(name));
    return how;
}

result<currency_code> read_currency(const engine& data, outlay_text code, std::string_view name) {
    return data.currencies().read_code(view(code), at_option(name));
}

rate_policy policy_for(const engine& data, const asked& how, std::string_view document) {
    auto policy = how.rates;
    if (policy.as_of) return policy;
    const auto stated = find_document_date(data, document, {how.language, std::nullopt});
    if (stated && stated->days && stated->days->first == stated->days->last) {
        policy.as_of = stated->days->first;
        policy.origin = as_of_origin::stated_by_document;
    }
    return policy;
}

}  // namespace outlay::capi
