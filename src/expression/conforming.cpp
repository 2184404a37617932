// What a value can be given in: said where it was asked for in something else.
#include "expression/arithmetic.hpp"

#include <outlay/base/message.hpp>
#include <outlay/expression/evaluate.hpp>

#include <algorithm>
#include <set>

namespace outlay {

namespace {

constexpr std::size_t most_currencies = 4;

/// Units that the languages have words for, of one dimension.
std::set<std::string> units_of(const engine& data, std::string_view dimension) {
    std::set<std::string> found;
    if (data.languages().empty()) return found;
    for (const auto& t : data.languages().front().words().terms) {  // of all languages
        const auto colon = t.value.find(':');
        if (t.kind != term_class::noun || colon == std::string_view::npos) continue;
        const auto unit = unit_product::of(t.value.substr(colon + 1));
        if (!unit.is_none() && unit.parts().front().dimension == dimension) found.emplace(unit.text());
    }
    return found;
}

}  // namespace

std::vector<std::string> units_that_conform(const engine& data, const unit_product& unit) {
    std::vector<std::string> found;
    const auto name = [&](std::string one) {
        if (std::ranges::find(found, one) == found.end()) found.push_back(std::move(one));
    };
    for (const auto& part : unit.parts()) {
        if (part.dimension != money_dimension) {
            for (const auto& one : units_of(data, part.dimension)) name(unit.with_unit(part.dimension, one).text());
            continue;
        }
        name(unit.text());
        std::size_t count = 1;
        for (const auto code : data.default_policy().pivots)
            if (code != unit.currency() && count++ < most_currencies)
                name(unit.with_unit(money_dimension, code.text()).text());
    }
    return found;
}

std::string conforming_units(const engine& data, const unit_product& unit) {
    std::string text;
    for (const auto& one : units_that_conform(data, unit)) text.append(text.empty() ? "" : ", ").append(one);
    if (!unit.currency().empty()) text.append(", ").append(message("expression.other-currencies"));
    return text;
}

}  // namespace outlay
