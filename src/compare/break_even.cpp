#include <outlay/compare/break_even.hpp>

#include "compare/bounds_text.hpp"

namespace outlay {

namespace {

metric quotient(const metric& a, const metric& b, std::string_view formula, std::string unit) {
    metric out = divide(a, b, std::move(unit));
    if (!out.trace.empty()) out.trace.back().formula = formula;
    return out;
}

}  // namespace

metric break_even_jobs(const metric& total, const metric& per_job) {
    return quotient(total, per_job, "jobs = total / per_job", "job");
}

metric break_even_period(const metric& total, const metric& per_year) {
    return quotient(total, per_year, "period = total / per_year", "year");
}

metric break_even_rate(const metric& quote, const metric& base) {
    // Of two currencies: what is divided are the numbers.
    metric plain_quote = quote;
    metric plain_base = base;
    plain_quote.currency = plain_base.currency = {};
    return quotient(plain_quote, plain_base, "rate = quote / base", "");
}

metric break_even_part(const metric& total, const metric& whole) {
    metric out = quotient(total, whole, "part = total / whole \xC3\x97 100", "");
    out.currency = {};
    if (out.known()) out.value = scale(out.value, 100);
    out.unit = "%";
    if (out.known() && !out.trace.empty()) out.trace.back().detail += " = " + metric_text(out);
    return out;
}

metric days_of_spending(const metric& total, const metric& per_year) {
    metric days_a_year;
    days_a_year.value = interval<ratio>::point(ratio(1461) / 4);
    days_a_year.unit = "day/year";
    metric out = multiply(break_even_period(total, per_year), days_a_year, "day");
    if (!out.trace.empty()) out.trace.back().formula = "days = total / per_year × 365.25";
    return out;
}

}  // namespace outlay
