#include "compare/input_metrics.hpp"

#include "compare/bounds_text.hpp"
#include "compare/rate_trace.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>

namespace outlay {

namespace {

void note_qualifier(metric& out) {
    switch (out.qualifier) {
        case qualifier::about:
        case qualifier::nearly:
        case qualifier::just_over: out.notes.emplace_back("approximate"); break;
        case qualifier::band: out.notes.emplace_back("band"); break;
        case qualifier::range: out.notes.emplace_back("range"); break;
        case qualifier::several: out.notes.emplace_back("several"); break;
        case qualifier::at_most:
        case qualifier::below: out.notes.emplace_back("ceiling-only"); break;
        case qualifier::at_least:
        case qualifier::above: out.notes.emplace_back("floor-only"); break;
        case qualifier::exact: break;
    }
}

/// In another unit, where one is needed.
metric in_unit(metric stated, std::string_view name, const std::optional<ratio>& factor, std::string_view unit) {
    if (!factor || *factor == 1) return stated;
    const std::string before = metric_text(stated);
    stated.value = scale(stated.value, *factor);
    stated.unit = unit;
    stated.trace.push_back({std::string(name), before + " = " + metric_text(stated), {}, std::nullopt});
    return stated;
}

/// Within half a unit of the last written digit: a point becomes a range, a bound moves by as much.
void widen_by_rounding(metric& out, const decimal& written) {
    const interval<ratio> rounded = rounding_interval(written);
    auto& value = out.value;
    if (value.low && value.high && !value.is_point()) return;  // a band or a range says itself how far it goes
    if (value.low) value.low = rounded.low, value.low_open = value.low_open || rounded.low_open;
    if (value.high) value.high = rounded.high, value.high_open = value.high_open || rounded.high_open;
    value.central.reset();
    out.qualifier = qualifier_of(value, out.qualifier);
    std::erase(out.notes, "approximate");
    const std::string text = metric_text(out);
    assume(out, "assumption-rounding");
    out.trace.back().detail = text;
}

metric outlay_input(const resolved_investment& what) {
    const auto& stated = what.stated.outlay;
    if (!stated) return missing_input("outlay", "outlay-not-stated", "");
    metric out = stated_input("outlay", *stated, std::string(stated->value.currency.text()));
    // `$` is a list of candidates: the trace says which was taken, and why.
    if (!stated->value.reason.empty()) out.trace.back().detail += " (" + stated->value.reason + ")";
    if (what.assumed.rounded_outlay.value_or(false)) widen_by_rounding(out, stated->value.written);
    return out;
}

/// As far as it is realised; a range of shares makes a range of it.
metric realised(metric out, const std::optional<stated_share>& part) {
    if (!part || !out.known()) return out;
    const std::string before = metric_text(out);
    const interval<ratio> shares = part->bounds();
    out.value = multiply(out.value, shares);
    out.qualifier = qualifier_of(out.value, out.qualifier);
    out.trace.push_back({"realised = outlay \xC3\x97 realisation",
                         before + " \xC3\x97 " + bounds_text(shares, qualifier::exact) + " = " + metric_text(out),
                         part->text, part->where});
    assume(out, "assumption-realisation");
    return out;
}

/// From the announcement to the stated end, where that is assumed.
std::optional<metric> years_from_announcement(const resolved_investment& what) {
    const auto& span = what.stated.span;
    const auto& start = what.stated.announced;
    if (!span || span->first || !span->last || !start || !what.assumed.from_announcement.value_or(false)) return {};
    if (*start > *span->last) return {};
    metric out = known_input("period", years_between(*start, *span->last), "year",
                             to_text(*start) + " \xE2\x80\x93 " + to_text(*span->last),
                             what.stated.period_words ? what.stated.period_words->text : "");
    assume(out, "assumption-from-announcement");
    return out;
}

metric years_input(const resolved_investment& what) {
    const programme& stated = what.stated;
    if (std::find(stated.asked.begin(), stated.asked.end(), asked_value::period) != stated.asked.end())
        return missing_input("period", "period-asked", "year");
    if (stated.period) {
        metric out = duration_input("period", *stated.period);
        if (stated.span && stated.span->last_year_assumed) assume(out, "assumption-last-year-included");
        return out;
    }
    if (auto found = years_from_announcement(what)) return std::move(*found);
    if (!stated.span) return missing_input("period", "period-not-stated", "year");
    return missing_input("period", stated.span->last ? "period-start-not-stated" : "period-end-not-stated", "year");
}

const jobs_figure* chosen_jobs(const resolved_investment& what) {
    const auto& all = what.stated.jobs;
    if (all.empty()) return nullptr;
    if (!what.assumed.jobs_kind) return &all.front();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const jobs_figure& each) { return each.kind == *what.assumed.jobs_kind; });
    return found == all.end() ? nullptr : &*found;
}

bool is_kind_known(job_kind kind) { return kind != job_kind::unstated && kind != job_kind::announced; }

metric jobs_input(const resolved_investment& what, const jobs_figure* chosen) {
    const programme& stated = what.stated;
    if (std::find(stated.asked.begin(), stated.asked.end(), asked_value::jobs) != stated.asked.end())
        return missing_input("jobs", "jobs-asked", "job");
    if (stated.jobs.empty()) return missing_input("jobs", "jobs-not-stated", "job");
    if (chosen == nullptr) return missing_input("jobs", "jobs-kind-not-stated", "job");
    metric out = stated_input("jobs", chosen->count, "job");
    const bool is_known = is_kind_known(chosen->kind);
    out.notes.push_back(is_known ? "jobs-" + std::string(to_text(chosen->kind)) : "jobs-kind-unstated");
    if (is_known) out.trace.back().detail += " (" + std::string(to_text(chosen->kind)) + ")";
    if (stated.jobs.size() > 1 && !what.assumed.jobs_kind) out.notes.emplace_back("jobs-first-of-several");
    if (!chosen->scope.empty()) {
        out.notes.emplace_back("scope-mismatch");
        out.trace.push_back({"scope", chosen->scope, {}, std::nullopt});
    }
    return out;
}

metric job_years_input(const resolved_investment& what, const jobs_figure* chosen) {
    const programme_inputs& in = what.inputs;
    const auto product = [&](const metric& years, std::string_view formula) {
        metric out = multiply(in.jobs, years, "job-year");
        name_step(out, formula);
        return out;
    };
    if (chosen != nullptr && chosen->kind == job_kind::average_annual)
        return product(in.years, "job-years = average_annual_jobs \xC3\x97 period");
    if (chosen != nullptr && chosen->duration)
        return product(duration_input("duration", *chosen->duration), "job-years = jobs \xC3\x97 duration");
    if (what.assumed.job_duration) {
        metric out = product(duration_input("duration", *what.assumed.job_duration),
                             "job-years = jobs \xC3\x97 duration");
        if (out.known()) assume(out, "assumption-job-duration-given");
        return out;
    }
    metric out = product(in.years, "job-years = jobs \xC3\x97 period");
    if (out.known()) assume(out, "assumption-job-duration");
    return out;
}

metric power_input(const programme& stated) {
    if (!stated.power) return missing_input("power", "power-not-stated", power_unit);
    const std::string unit = stated.power->value.unit;
    return in_unit(stated_input("power", *stated.power, unit), "power", gigawatts_per(unit), power_unit);
}

metric accelerators_input(const programme& stated) {
    if (!stated.accelerators) return missing_input("accelerators", "accelerators-not-stated", "accelerator");
    return stated_input("accelerators", *stated.accelerators, "accelerator");
}

metric public_share_input(const programme& stated) {
    const auto share = [&](const ratio& value) {
        return known_input("public_share", value, "", std::string(to_text(stated.payer.kind)), {});
    };
    switch (stated.payer.kind) {
        case payer_kind::unstated: return missing_input("public_share", "payer-not-stated", "");
        case payer_kind::public_money: return share(1);
        case payer_kind::private_money: return missing_input("public_share", "no-public-money", "");
        case payer_kind::mixed: break;
    }
    if (stated.payer.public_share) return share(*stated.payer.public_share);
    return missing_input("public_share", "payer-shares-not-stated", "");
}

}  // namespace

metric missing_input(std::string_view name, std::string reason, std::string_view unit) {
    metric out;
    out.unit = unit;
    out.trace.push_back({std::string(name), reason_words(reason), {}, std::nullopt});
    out.missing.push_back(std::move(reason));
    return out;
}

metric stated_input(std::string_view name, const stated_figure& stated, std::string unit) {
    metric out;
    out.value = to_ratio(stated.value.amount);
    out.qualifier = stated.value.qualifier;
    out.unit = std::move(unit);
    out.currency = stated.value.currency;
    out.significant_digits = justified_digits(stated.value.written);
    note_qualifier(out);
    out.trace.push_back({std::string(name), metric_text(out), stated.text, stated.where});
    return out;
}

metric duration_input(std::string_view name, const stated_figure& stated) {
    metric out = stated_input(name, stated, stated.value.unit);
    return in_unit(std::move(out), name, years_per(stated.value.unit), "year");
}

metric known_input(std::string_view name, ratio value, std::string unit, std::string detail, std::string evidence) {
    metric out;
    out.value = interval<ratio>::point(std::move(value));
    out.unit = std::move(unit);
    const std::string text = metric_text(out);
    out.trace.push_back({std::string(name), detail.empty() ? text : text + " (" + detail + ")", std::move(evidence),
                         std::nullopt});
    return out;
}

void fill_stated_inputs(resolved_investment& out) {
    const jobs_figure* chosen = chosen_jobs(out);
    out.inputs.stated_outlay = outlay_input(out);
    out.inputs.outlay = realised(out.inputs.stated_outlay, out.assumed.realisation);
    out.inputs.years = years_input(out);
    out.inputs.jobs = jobs_input(out, chosen);
    out.inputs.job_years = job_years_input(out, chosen);
    out.inputs.power = power_input(out.stated);
    out.inputs.accelerators = accelerators_input(out.stated);
    out.inputs.public_share = public_share_input(out.stated);
}

void name_step(metric& out, std::string_view formula) {
    if (!out.trace.empty()) out.trace.back().formula = formula;
}

void assume(metric& out, std::string_view assumption) {
    out.notes.insert(out.notes.begin(), std::string(assumption));
    if (out.keeps_steps) out.trace.push_back({message(assumption), {}, {}, std::nullopt});
}

}  // namespace outlay
