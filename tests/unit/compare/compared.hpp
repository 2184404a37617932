// compared: comparisons of scenarios written in a test.
#pragma once

#include "unit/scenario/scenario_text.hpp"

#include <outlay/compare/comparison.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace outlay {

inline result<comparison> compare_text(std::string text, const compare_options& options = {}) {
    auto what = read_text(std::move(text));
    if (!what) throw std::logic_error("bad scenario in a test: " + render(what.problems().front()));
    return compare(built_in(), *what, options);
}

inline compared_case first_case(std::string text, const compare_options& options = {}) {
    return compare_text(std::move(text), options).value().cases.front();
}

inline const compared_investment& investment_of(const compared_case& c, std::string_view name) {
    for (const auto& each : c.investments)
        if (each.name == name) return each;
    throw std::logic_error("no such investment in a test");
}

inline const metric& named(const std::vector<named_metric>& metrics, std::string_view name) {
    for (const auto& each : metrics)
        if (each.name == name) return each.value;
    throw std::logic_error("no such metric in a test");
}

inline const metric& metric_of(const compared_case& c, std::string_view investment, std::string_view name) {
    return named(investment_of(c, investment).metrics, name);
}

inline const metric& ratio_of(const compared_case& c, std::string_view investment, std::string_view name) {
    for (const auto& each : c.ratios)
        if (each.name == investment && each.metric == name) return each.value;
    throw std::logic_error("no such ratio in a test");
}

inline given_rate given(std::string_view pair, std::string_view value) {
    return {read_pair(pair, built_in().currencies()).value(), parse_ratio(value).value(), std::string(value), "test"};
}

/// A name, an outlay, a period and jobs; what is empty is not stated.
inline std::string investment_text(std::string_view name, std::string_view outlay, std::string_view period = "",
                                   std::string_view jobs = "") {
    std::string out = "[[investment]]\nname = \"" + std::string(name) + "\"\n";
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) out += std::string(key) + " = \"" + std::string(value) + "\"\n";
    };
    add("outlay", outlay);
    add("period", period);
    add("jobs", jobs);
    return out;
}

}  // namespace outlay
