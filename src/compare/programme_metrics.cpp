#include "compare/programme_metrics.hpp"

#include "compare/bounds_text.hpp"
#include "compare/rate_trace.hpp"

#include <outlay/base/message.hpp>

#include <algorithm>
#include <iterator>

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

metric missing_input(std::string_view name, std::string reason, std::string_view unit) {
    metric out;
    out.unit = unit;
    out.trace.push_back({std::string(name), message(reason), {}, std::nullopt});
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

metric outlay_of(const programme& what) {
    if (!what.outlay) return missing_input("outlay", "outlay-not-stated", "");
    metric out = stated_input("outlay", *what.outlay, std::string(what.outlay->value.currency.text()));
    // `$` is a list of candidates: the trace says which was taken, and why.
    if (!what.outlay->value.reason.empty()) out.trace.back().detail += " (" + what.outlay->value.reason + ")";
    return out;
}

metric years_of(const programme& what) {
    if (!what.period) return missing_input("period", "period-not-stated", "year");
    metric out = stated_input("period", *what.period, what.period->value.unit);
    const auto factor = years_per(out.unit);
    if (!factor || *factor == 1) return out;
    const std::string before = metric_text(out);
    out.value = scale(out.value, *factor);
    out.unit = "year";
    out.trace.push_back({"period", before + " = " + metric_text(out), {}, std::nullopt});
    return out;
}

metric jobs_of(const programme& what) {
    if (!what.jobs) return missing_input("jobs", "jobs-not-stated", "job");
    metric out = stated_input("jobs", *what.jobs, "job");
    out.notes.emplace_back("jobs-kind-unstated");
    return out;
}

/// total / divisor, under its name.
metric per(const metric& total, const metric& divisor, std::string_view formula, std::string_view unit) {
    metric out = divide(total, divisor, total.unit.empty() ? std::string{} : total.unit + "/" + std::string(unit));
    out.currency = total.currency;
    out.trace.back().formula = formula;
    return out;
}

void assume(metric& out, std::string_view assumption) {
    if (!out.known()) return;
    out.notes.insert(out.notes.begin(), std::string(assumption));
    out.trace.push_back({message(assumption), {}, {}, std::nullopt});
}

}  // namespace

programme_inputs inputs_of(const programme& what) { return {outlay_of(what), years_of(what), jobs_of(what)}; }

metric convert(const metric& outlay, const rate& used) {
    metric out = outlay;
    out.value = scale(outlay.value, used.factor);
    out.currency = used.to;
    out.unit = used.to.text();
    if (used.path == rate_path::identity) return out;
    out.significant_digits = std::min(outlay.significant_digits, justified_digits(used));
    std::vector<trace_step> steps = trace_of(used);
    std::move(steps.begin(), steps.end(), std::back_inserter(out.trace));
    const std::string detail = metric_text(outlay) + " \xC3\x97 " + exact_text(used.factor) + " = " + metric_text(out);
    out.trace.push_back({"total = outlay \xC3\x97 rate", detail, {}, std::nullopt});
    return out;
}

metric without_rate(const metric& outlay, currency_code to) {
    metric out;
    out.trace = outlay.trace;
    out.missing = outlay.missing;
    out.missing.emplace_back("rate-missing");
    out.unit = to.text();
    out.currency = to;
    const std::string pair = std::string(outlay.currency.text()) + " \xE2\x86\x92 " + std::string(to.text());
    out.trace.push_back({"rate", pair, std::string(message_pattern("rate-missing.reason")), std::nullopt});
    return out;
}

std::vector<named_metric> metrics_of(const metric& total, const programme_inputs& inputs) {
    metric job_years = multiply(inputs.jobs, inputs.years, "job-year");
    job_years.trace.back().formula = "job-years = jobs \xC3\x97 period";
    metric per_year = per(total, inputs.years, "per_year = total / period", "year");
    metric per_job = per(total, inputs.jobs, "per_job = total / jobs", "job");
    metric per_job_year = per(total, job_years, "per_job_year = total / (jobs \xC3\x97 period)", "job-year");
    assume(per_year, "assumption-even-phasing");
    assume(per_job_year, "assumption-job-duration");
    return {{"total", total},
            {"per_year", std::move(per_year)},
            {"per_job", std::move(per_job)},
            {"per_job_year", std::move(per_job_year)}};
}

}  // namespace outlay
