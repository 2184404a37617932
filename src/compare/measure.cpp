// The measures of a case: every investment, ratios to the baseline, ranks, and what would make them equal.
#include <outlay/compare/case_inputs.hpp>

#include "compare/input_metrics.hpp"
#include "compare/programme_metrics.hpp"
#include "compare/ranking.hpp"

#include <outlay/compare/break_even.hpp>

#include <algorithm>

namespace outlay {

namespace {

struct computed_investment {
    const resolved_investment* source;
    programme_metrics target;
    programme_metrics original;
};

/// Steps of an investment within a derivation about two of them.
metric owned_by(const std::string& owner, metric value) {
    for (trace_step& step : value.trace) step.formula = owner + ": " + step.formula;
    return value;
}

currency_code currency_of(const computed_investment& each) {
    return each.source->stated.outlay ? each.source->stated.outlay->value.currency : currency_code{};
}

class case_measurer {
public:
    explicit case_measurer(const resolved_case& what) : what_(what) {
        out_.name = what.name;
        out_.to = what.to;
        out_.as_of = what.as_of;
        out_.origin = what.origin;
        out_.baseline = what.baseline;
        out_.problems = what.problems;
        for (const resolved_investment& each : what.investments)
            computed_.push_back({&each, {each, what.to, true}, {each, what.to, false}});
    }

    compared_case run() {
        for (computed_investment& each : computed_) out_.investments.push_back(show(each));
        out_.ranks = ranks_of(out_.investments);
        const auto baseline = std::find_if(computed_.begin(), computed_.end(), [&](const computed_investment& each) {
            return each.source->stated.name == out_.baseline;
        });
        if (baseline == computed_.end()) return std::move(out_);
        for (computed_investment& each : computed_)
            if (&each != &*baseline) relate(*baseline, each);
        return std::move(out_);
    }

private:
    [[nodiscard]] compared_investment show(computed_investment& each) const {
        compared_investment out;
        out.name = each.source->stated.name;
        out.economy = each.source->stated.economy;
        out.original_currency = currency_of(each);
        out.used_rate = each.source->used_rate;
        for (const std::string& name : what_.metrics) {
            out.metrics.push_back({name, each.target[name]});
            out.original_metrics.push_back({name, each.original[name]});
        }
        return out;
    }

    void relate(computed_investment& baseline, computed_investment& other) {
        // In one currency the rate cancels: what follows from the announcements alone needs none.
        const currency_code currency = currency_of(baseline);
        const bool alike = !currency.empty() && currency == currency_of(other);
        programme_metrics& a = alike ? baseline.original : baseline.target;
        programme_metrics& b = alike ? other.original : other.target;
        const std::string& other_name = other.source->stated.name;
        const auto of_baseline = [&](std::string_view name) { return owned_by(out_.baseline, a[name]); };
        const auto of_other = [&](std::string_view name) { return owned_by(other_name, b[name]); };
        for (const std::string& name : what_.metrics) {
            metric times = divide(of_baseline(name), of_other(name), "");
            if (!times.trace.empty()) times.trace.back().formula = "ratio = " + out_.baseline + " / " + other_name;
            out_.ratios.push_back({other_name, name, std::move(times)});
        }
        const metric total = of_other("total");
        break_even_row row;
        row.name = other_name;
        row.jobs = break_even_jobs(total, of_baseline("per_job"));
        row.period = break_even_period(total, of_baseline("per_year"));
        row.days = days_of_spending(total, of_baseline("per_year"));
        note_days_beyond(row.days, baseline.source->inputs.years);
        equal_by_rate(baseline, other, row);
        equal_by_part(total, of_baseline("total"), baseline, other, row);
        for (const asked_value asked : other.source->stated.asked)
            out_.solved.push_back({other_name, asked, asked == asked_value::jobs ? row.jobs : row.period});
        out_.break_even.push_back(std::move(row));
    }

    /// More than is spent in all the period: the days go on at its pace.
    static void note_days_beyond(metric& days, const metric& years) {
        if (!days.known() || !years.known()) return;
        const ratio days_a_year = ratio(1461) / 4;
        if (stated_number(days) > stated_number(years) * days_a_year) assume(days, "days-beyond-period");
    }

    /// Of nominal sums in two currencies.
    void equal_by_rate(computed_investment& baseline, computed_investment& other, break_even_row& row) const {
        const auto is_nominal = [](const computed_investment& each) {
            return each.source->assumed.prices.value_or(price_basis::nominal) == price_basis::nominal;
        };
        if (!other.source->pair_with_baseline || !is_nominal(baseline) || !is_nominal(other)) return;
        row.pair = other.source->pair_with_baseline;
        const metric base = owned_by(out_.baseline, baseline.original["total"]);
        const metric own = owned_by(other.source->stated.name, other.original["total"]);
        const bool own_is_quote = row.pair->quote == currency_of(other);
        row.rate = own_is_quote ? break_even_rate(own, base) : break_even_rate(base, own);
    }

    /// A part of what was stated: what is assumed to be realised of the larger one is no part of the question.
    void equal_by_part(const metric& own, const metric& base, const computed_investment& baseline,
                       const computed_investment& other, break_even_row& row) const {
        const bool own_is_larger = own.known() && base.known() && stated_number(own) > stated_number(base);
        const computed_investment& whole = own_is_larger ? other : baseline;
        row.whole = whole.source->stated.name;
        const metric& larger = own_is_larger ? own : base;
        const metric& smaller = own_is_larger ? base : own;
        if (!whole.source->assumed.realisation) {
            row.part = break_even_part(smaller, larger);
            return;
        }
        resolved_investment all_of_it = *whole.source;
        all_of_it.inputs.outlay = all_of_it.inputs.stated_outlay;
        row.part = break_even_part(smaller, owned_by(row.whole, measure(all_of_it, "total", what_.to)));
        if (row.part.known()) assume(row.part, "part-of-stated-outlay");
    }

    const resolved_case& what_;
    std::vector<computed_investment> computed_;
    compared_case out_;
};

}  // namespace

compared_case measure(const resolved_case& what) { return case_measurer(what).run(); }

}  // namespace outlay
