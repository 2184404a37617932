#include "compare/rate_trace.hpp"

#include "compare/bounds_text.hpp"

#include <algorithm>

namespace outlay {

namespace {

trace_step step_of(const rate_leg& leg, const rate& used) {
    std::string evidence = leg.source;
    const auto add = [&](std::string_view words) { (evidence += evidence.empty() ? "" : ", ") += words; };
    if (leg.observed) add(to_text(*leg.observed));
    add(to_text(leg.kind));
    if (leg.observed && used.as_of && *leg.observed != *used.as_of)
        add("as_of " + to_text(*used.as_of) + " (" + std::string(to_text(used.origin)) + ")");
    return {to_text(leg.pair), leg.value_text, std::move(evidence), std::nullopt};
}

int justified_digits(std::string_view written) {
    int digits = 3;
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find('/', begin), written.size());
        if (const auto part = decimal::parse(written.substr(begin, end - begin)))
            digits = std::min(digits, justified_digits(*part));
        begin = end + 1;
    }
    return digits;
}

}  // namespace

std::vector<trace_step> trace_of(const rate& used) {
    std::vector<trace_step> steps;
    if (used.path == rate_path::identity) return steps;
    std::string detail;
    for (const rate_leg& leg : used.legs) {
        steps.push_back(step_of(leg, used));
        // The first leg multiplied by is the factor itself.
        detail += leg.inverted ? (detail.empty() ? "1 / " : " / ") : (detail.empty() ? "" : " \xC3\x97 ");
        const bool fraction = leg.value_text.find('/') != std::string::npos;
        detail += fraction ? "(" + leg.value_text + ")" : leg.value_text;
    }
    const std::string formula =
        "rate = " + to_text(currency_pair{used.from, used.to}) + " (" + std::string(to_text(used.path)) + ")";
    steps.push_back({formula, detail + " = " + legible_text(used.factor), {}, std::nullopt});
    return steps;
}

int justified_digits(const decimal& written) {
    const int digits = written.significant_digits();
    return digits == 1 ? 3 : std::clamp(digits, 2, 3);
}

int justified_digits(const rate& used) {
    int digits = 3;
    for (const rate_leg& leg : used.legs) digits = std::min(digits, justified_digits(std::string_view(leg.value_text)));
    return digits;
}

}  // namespace outlay
