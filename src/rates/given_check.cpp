#include <outlay/rates/given_check.hpp>

#include <outlay/number/rounding.hpp>

#include "rates/known_value.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr int longest_apart = 366;  // days: a rate of other years tells little
constexpr int shown_digits = 6;

}  // namespace

diagnostics check_given(const given_rate& given, const rate_table& known, std::span<const currency_code> pivots,
                        date about, std::optional<place> where) {
    const auto there = find_known_value(known, pivots, given.pair, about);
    if (!there || there->days_apart > longest_apart || distance(given.value, there->value) <= 2) return {};
    const bool is_inverted = distance(ratio(1) / given.value, there->value) <= 2;
    auto problem = make_diagnostic(is_inverted ? "given-rate-inverted" : "given-rate-far",
                                   {{"pair", to_text(given.pair)},
                                    {"reversed", to_text(given.pair.reversed())},
                                    {"value", given.written},
                                    {"known", round_significant(there->value, shown_digits, rounding_mode::half_up).text()},
                                    {"date", to_text(there->day)},
                                    {"source", there->source}},
                                   std::move(where));
    if (is_inverted) problem.id = "inverted-pair-suspected";
    problem.level = severity::warning;
    return {std::move(problem)};
}

diagnostics unused_given(std::span<const given_rate> given, std::span<const rate_leg> legs) {
    diagnostics notes;
    for (const auto& rate : given) {
        const bool is_used = std::any_of(legs.begin(), legs.end(), [&](const rate_leg& leg) {
            return leg.kind == rate_kind::given && !leg.side && leg.pair == rate.pair;
        });
        if (is_used) continue;
        notes.push_back(make_diagnostic("given-rate-unused", {{"pair", to_text(rate.pair)}, {"value", rate.written}}));
        notes.back().level = severity::note;
    }
    return notes;
}

}  // namespace outlay
