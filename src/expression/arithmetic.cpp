#include "expression/arithmetic.hpp"

#include "compare/bounds_text.hpp"
#include "compare/rate_trace.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <iterator>

namespace outlay {

namespace {

/// Where every number of the value lies.
enum class side { positive, negative, zero, both };

side side_of(const interval<ratio>& value) {
    if (value.is_point() && value.low->is_zero()) return side::zero;
    const bool below = (value.low && value.low->sign() < 0) || (value.high && value.high->sign() < 0);
    const bool above = (value.low && value.low->sign() > 0) || (value.high && value.high->sign() > 0);
    if (below && above) return side::both;
    return below ? side::negative : side::positive;
}

ratio power_of(const ratio& value, int power) {
    ratio out = 1;
    for (int i = 0; i < (power < 0 ? -power : power); ++i) out *= value;
    return power < 0 ? ratio(1 / out) : out;
}

void name_unit(quantity& made) {
    made.value.unit = made.unit.text();
    const auto* money = made.unit.find(money_dimension);
    made.value.currency = money != nullptr && money->power == 1 ? made.unit.currency() : currency_code{};
}

metric unknown(const metric& a, const metric& b, std::string_view reason) {
    metric out = multiply(a, b, {});
    out.missing = {std::string(reason)};
    return out;
}

/// Products of bounds keep their order only for values of one sign: signs are taken off first.
metric signed_product(const metric& a, const metric& b) {
    if (!a.known() || !b.known()) return multiply(a, b, {});
    const auto of_a = side_of(a.value);
    const auto of_b = side_of(b.value);
    if (of_a == side::negative) return negate(signed_product(negate(a), b));
    if (of_b == side::negative) return negate(signed_product(a, negate(b)));
    const bool is_plain = of_a == side::positive && of_b == side::positive;
    if (is_plain || a.value.is_point() || b.value.is_point()) return multiply(a, b, {});
    return unknown(a, b, "bounds-cancel");
}

metric signed_quotient(const metric& a, const metric& b) {
    if (b.known() && side_of(b.value) == side::negative) return negate(divide(a, negate(b), {}));
    return divide(a, b, {});
}

/// Of an outlay that is not stated, which currency it would have is not known either; what it is divided by is.
bool is_without_form(const quantity& what) {
    const auto is_above = [](const unit_part& part) { return part.power > 0; };
    return !what.value.known() && std::ranges::none_of(what.unit.parts(), is_above);
}

/// What metric arithmetic asks of currencies is settled here by units.
metric without_currency(metric value) {
    value.currency = {};
    return value;
}

}  // namespace

std::string dimension_words(const unit_product& unit) {
    return unit.is_none() ? message("expression.dimensionless") : unit.dimension_text();
}

result<quantity> arithmetic::in_unit(const quantity& what, const unit_part& have, const std::string& unit) {
    quantity made{what.value, what.unit.with_unit(have.dimension, unit)};
    if (have.unit == unit) return made;
    ratio factor;
    std::vector<trace_step> steps;
    if (have.dimension == money_dimension) {
        if (!what.value.known()) return name_unit(made), made;  // nothing to convert: no rate is missing
        auto used = resolve_rate(data_.rates(), data_.currencies(), policy_, currency_code(have.unit), currency_code(unit));
        if (!used) return used.problems();
        factor = power_of(used->factor, have.power);
        steps = trace_of(*used);
        made.value.significant_digits = std::min(made.value.significant_digits, justified_digits(*used));
        const auto is_same = [&](const rate& r) { return r.pair == used->pair && r.value == used->value; };
        if (std::ranges::none_of(rates_, is_same)) rates_.push_back(std::move(used).value());
    } else {
        const auto fixed = unit_factor(have.unit, unit);
        if (!fixed) return make_diagnostic("unit-unknown", {{"unit", unit}});
        factor = power_of(*fixed, have.power);
    }
    const auto before = metric_text(what.value);
    if (made.value.known()) made.value.value = scale(what.value.value, factor);
    name_unit(made);
    std::ranges::move(steps, std::back_inserter(made.value.trace));
    made.value.trace.push_back(
        {have.unit + " \xE2\x86\x92 " + unit, before + " \xC3\x97 " + exact_text(factor) + " = " + metric_text(made.value), {}, std::nullopt});
    return made;
}

result<quantity> arithmetic::brought_to(const quantity& b, const unit_product& a) {
    quantity made = b;
    for (const auto& part : b.unit.parts()) {
        const auto* wanted = a.find(part.dimension);
        if (wanted == nullptr || wanted->unit == part.unit) continue;
        auto next = in_unit(made, part, wanted->unit);
        if (!next) return next;
        made = std::move(next).value();
    }
    return made;
}

result<quantity> arithmetic::sum(const quantity& a, const quantity& b, bool subtracts, const expression_node& left,
                                 const expression_node& right) {
    const bool is_formless = is_without_form(a) || is_without_form(b);
    if (!is_formless && !a.unit.conforms_to(b.unit)) {
        const auto whole = line_.text.at(std::min(left.begin, right.begin), std::max(left.end, right.end));
        return make_diagnostic("dimension-mismatch",
                               {{"left", words_of(line_, left)},
                                {"left_dimension", dimension_words(a.unit)},
                                {"right", words_of(line_, right)},
                                {"right_dimension", dimension_words(b.unit)}},
                               whole);
    }
    auto brought = brought_to(b, a.unit);
    if (!brought) return brought;
    quantity made{subtracts ? subtract(a.value, brought->value) : add(a.value, brought->value),
                  is_without_form(a) ? brought->unit : a.unit};
    name_unit(made);
    return made;
}

result<quantity> arithmetic::product(const quantity& a, const quantity& b) {
    auto brought = brought_to(b, a.unit);
    if (!brought) return brought;
    quantity made{signed_product(without_currency(a.value), without_currency(brought->value)), a.unit * brought->unit};
    name_unit(made);
    return made;
}

result<quantity> arithmetic::quotient(const quantity& a, const quantity& b, const expression_node& divisor) {
    if (b.value.known() && side_of(b.value.value) == side::zero) return make_diagnostic("division-by-zero", {{"text", words_of(line_, divisor)}}, at(divisor));
    auto brought = brought_to(b, a.unit);
    if (!brought) return brought;
    quantity made{signed_quotient(without_currency(a.value), without_currency(brought->value)),
                  a.unit * brought->unit.inverse()};
    name_unit(made);
    return made;
}

result<quantity> arithmetic::converted(const quantity& what, const expression_node& target) {
    const auto mismatch = [&]() -> diagnostic {
        auto problem = make_diagnostic("target-mismatch",
                                       {{"words", words_of(line_, line_.nodes[target.a])},
                                        {"dimension", dimension_words(what.unit)},
                                        {"unit", target.unit.text()}},
                                       at(target));
        if (!what.unit.is_none())
            problem.expected = message("expression.conforming", {{"units", conforming_units(data_, what.unit)}});
        return problem;
    };
    if (is_without_form(what)) {
        quantity made{what.value, target.unit};
        name_unit(made);
        return made;
    }
    if (target.keeps_rest) {
        const auto& wanted = target.unit.parts().front();
        const auto* have = what.unit.find(wanted.dimension);
        if (have == nullptr) return mismatch();
        return in_unit(what, *have, wanted.unit);
    }
    if (!what.unit.conforms_to(target.unit)) return mismatch();
    return brought_to(what, target.unit);
}

}  // namespace outlay
