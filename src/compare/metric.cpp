#include <outlay/compare/metric.hpp>

#include "compare/bounds_text.hpp"

#include <algorithm>

namespace outlay {

namespace {

constexpr std::string_view ceiling_note = "ceiling-only";
constexpr std::string_view floor_note = "floor-only";

bool same_step(const trace_step& a, const trace_step& b) {
    return a.formula == b.formula && a.detail == b.detail && a.evidence == b.evidence && a.where == b.where;
}

/// The items of both, each once, in order of appearance.
template <class T, class Same>
std::vector<T> unite(const std::vector<T>& a, const std::vector<T>& b, Same same) {
    std::vector<T> out = a;
    for (const T& item : b)
        if (std::none_of(out.begin(), out.end(), [&](const T& known) { return same(known, item); }))
            out.push_back(item);
    return out;
}

std::vector<std::string> unite(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return unite(a, b, std::equal_to<std::string>{});
}

/// Whether a bound is missing depends on the result, not on the inputs: a ceiling per floor is a ceiling.
void note_missing_bound(metric& out) {
    std::erase_if(out.notes, [](const std::string& note) { return note == ceiling_note || note == floor_note; });
    if (out.value.central) return;
    if (!out.value.low) out.notes.emplace_back(ceiling_note);
    if (!out.value.high) out.notes.emplace_back(floor_note);
}

/// What any formula of two metrics has in common; `value` is nothing where the formula has no result.
metric combine(const metric& a, const metric& b, const std::optional<interval<ratio>>& value, std::string unit,
               std::string_view sign) {
    metric out;
    out.unit = std::move(unit);
    out.missing = unite(a.missing, b.missing);
    out.significant_digits = std::min(a.significant_digits, b.significant_digits);
    out.keeps_steps = a.keeps_steps && b.keeps_steps;
    if (out.keeps_steps) out.trace = unite(a.trace, b.trace, same_step);
    if (out.missing.empty()) {
        if (!value) {
            out.missing.emplace_back("divisor-not-positive");
        } else if (value->is_empty_statement()) {
            out.missing.emplace_back("bounds-cancel");
        }
    }
    if (out.known()) {
        out.value = *value;
        out.qualifier = qualifier_of(out.value, a.qualifier, b.qualifier);
        out.notes = unite(a.notes, b.notes);
        note_missing_bound(out);
    }
    if (!out.keeps_steps) return out;
    const std::string detail =
        metric_text(a) + " " + std::string(sign) + " " + metric_text(b) + " = " + metric_text(out);
    out.trace.push_back({{}, out.known() ? detail : metric_text(out), {}, std::nullopt});
    return out;
}

bool is_kept(qualifier q) { return q == qualifier::band || q == qualifier::several; }

}  // namespace

qualifier qualifier_of(const interval<ratio>& value, qualifier a, qualifier b) {
    if (value.is_point()) return a == qualifier::exact && b == qualifier::exact ? qualifier::exact : qualifier::about;
    if (value.low && value.high) {
        if (b == qualifier::exact && is_kept(a)) return a;
        if (a == qualifier::exact && is_kept(b)) return b;
        return qualifier::range;
    }
    if (value.high) {
        if (!value.high_open) return qualifier::at_most;
        return value.central ? qualifier::nearly : qualifier::below;
    }
    if (value.low) {
        if (!value.low_open) return qualifier::at_least;
        return value.central ? qualifier::just_over : qualifier::above;
    }
    return qualifier::about;
}

metric divide(const metric& a, const metric& b, std::string unit) {
    const bool both_known = a.known() && b.known();
    metric out = combine(a, b, both_known ? divide(a.value, b.value) : std::nullopt, std::move(unit), "/");
    if (a.currency != b.currency && !b.currency.empty()) {
        out.missing = {"currencies-differ"};
    } else if (b.currency.empty()) {
        out.currency = a.currency;
    }
    return out;
}

metric multiply(const metric& a, const metric& b, std::string unit) {
    const bool both_known = a.known() && b.known();
    metric out = combine(a, b, both_known ? std::optional(multiply(a.value, b.value)) : std::nullopt, std::move(unit),
                         "\xC3\x97");
    out.currency = a.currency.empty() ? b.currency : a.currency;
    return out;
}

metric add(const metric& a, const metric& b) {
    const bool both_known = a.known() && b.known();
    metric out = combine(a, b, both_known ? std::optional(add(a.value, b.value)) : std::nullopt, a.unit, "+");
    out.currency = a.currency;
    return out;
}

metric subtract(const metric& a, const metric& b) {
    const bool both_known = a.known() && b.known();
    metric out = combine(a, b, both_known ? std::optional(add(a.value, negate(b.value))) : std::nullopt, a.unit,
                         "\xE2\x88\x92");
    out.currency = a.currency;
    return out;
}

metric negate(const metric& a) {
    metric out = a;
    if (!a.known()) return out;
    out.value = negate(a.value);
    out.qualifier = qualifier_of(out.value, a.qualifier);
    note_missing_bound(out);
    return out;
}

}  // namespace outlay
