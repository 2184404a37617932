#include "capi/asked_scenario.hpp"

#include <outlay/scenario/scenario_file.hpp>

#include <algorithm>
#include <iterator>

namespace outlay::capi {

currency_code read_target(const engine& data, outlay_text to, diagnostics& problems) {
    if (view(to).empty()) return {};
    const auto code = read_currency(data, to, "to");
    if (code) return *code;
    std::ranges::move(code.problems(), std::back_inserter(problems));
    return {};
}

std::optional<question> read_question(const engine& data, const asked& how, outlay_text name, outlay_text scenario,
                                      outlay_text to, diagnostics& problems) {
    const auto target = read_target(data, to, problems);
    auto what = read_scenario(data, source(std::string(view(name)), std::string(view(scenario))));
    std::ranges::move(what.problems(), std::back_inserter(problems));
    if (has_errors(problems)) return std::nullopt;
    question asked{std::move(what).value(), {}};
    asked.how.to = target;
    asked.how.as_of = how.rates.as_of;
    asked.how.rates = how.rates.given;
    asked.how.metrics = how.metrics;
    if (how.names_convention) asked.how.convention = how.rates.convention;
    return asked;
}

}  // namespace outlay::capi
