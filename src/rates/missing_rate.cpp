// missing_rate: looks for quotes of the pair, else for those that a cross would have needed.
#include "rates/missing_rate.hpp"

#include <outlay/base/message.hpp>

#include <cstdlib>

namespace outlay {

namespace {

const quote* nearest_either_way(const rate_table& table, const currency_pair& pair, date day) {
    const auto* direct = table.nearest(pair, day);
    const auto* inverse = table.nearest(pair.reversed(), day);
    if (!direct || !inverse) return direct ? direct : inverse;
    const auto distance = [&](const quote& q) { return std::abs((q.observed() - day).count()); };
    return distance(*inverse) < distance(*direct) ? inverse : direct;
}

const quote* nearest_of_currency(const rate_table& table, std::span<const currency_code> pivots, currency_code code,
                                 date day) {
    for (const auto pivot : pivots) {
        if (pivot == code) continue;
        if (const auto* found = nearest_either_way(table, {pivot, code}, day)) return found;
    }
    return nullptr;
}

std::string describe(const rate_table& table, const quote& q) {
    const auto side = table.source_of(q).side;
    if (side != rate_side::mid)
        return message("rate-missing-sided", {{"pair", to_text(q.pair)},
                                              {"value", q.value().text()},
                                              {"side", to_text(side)},
                                              {"date", to_text(q.observed())},
                                              {"source", table.source_of(q).name}});
    return message("rate-missing-nearest", {{"pair", to_text(q.pair)},
                                            {"value", q.value().text()},
                                            {"date", to_text(q.observed())},
                                            {"source", table.source_of(q).name}});
}

std::string describe_nearest(const rate_table& table, std::span<const currency_code> pivots, currency_code from,
                             currency_code to, date day) {
    if (const auto* found = nearest_either_way(table, {from, to}, day)) return describe(table, *found);
    std::string text;
    for (const auto code : {from, to}) {
        const auto* found = nearest_of_currency(table, pivots, code, day);
        if (!text.empty()) text += ", ";
        text += found ? describe(table, *found) : message("rate-missing-none", {{"currency", code.text()}});
    }
    return text;
}

}  // namespace

diagnostic missing_rate(const rate_table& table, const currency_table& currencies,
                        std::span<const currency_code> pivots, currency_code from, currency_code to,
                        std::optional<date> as_of) {
    const currency_pair asked{from, to};
    const auto pair = to_text(currencies.is_quoted_as_base(from, to) ? asked : asked.reversed());
    const auto day = as_of ? to_text(*as_of) : message("rate-missing-any-day");
    const auto nearest =
        as_of ? describe_nearest(table, pivots, from, to, *as_of) : message("rate-missing-none", {{"currency", pair}});
    auto problem = make_diagnostic("rate-missing", {{"pair", pair}, {"as_of", day}, {"nearest", nearest}});
    problem.cause = cause::missing_fact;
    return problem;
}

}  // namespace outlay
