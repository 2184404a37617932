#include <outlay/compare/break_even.hpp>

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

metric days_of_spending(const metric& total, const metric& per_year) {
    metric days_a_year;
    days_a_year.value = interval<ratio>::point(ratio(1461) / 4);
    days_a_year.unit = "day/year";
    metric out = multiply(break_even_period(total, per_year), days_a_year, "day");
    if (!out.trace.empty()) out.trace.back().formula = "days = total / per_year × 365.25";
    return out;
}

}  // namespace outlay
