// programme_metrics: the metrics of one announced investment, in its own currency and in that of the case.
// Promises: each has all its reasons, notes and steps; each is computed once, when it is first asked for.
// Leaves out: looking up what goes into them (case_inputs.hpp) and other investments (measure.cpp).
#pragma once

#include <outlay/compare/case_inputs.hpp>

#include <string_view>
#include <vector>

namespace outlay {

class programme_metrics {
public:
    /// `what` must outlive it.
    programme_metrics(const resolved_investment& what, currency_code to, bool in_target)
        : what_(&what), to_(to), in_target_(in_target) {}

    [[nodiscard]] const metric& operator[](std::string_view name);

private:
    struct rule;
    [[nodiscard]] metric compute(std::string_view name);

    [[nodiscard]] metric total();
    [[nodiscard]] metric nominal() const;
    [[nodiscard]] metric real() const;
    [[nodiscard]] metric at_parity() const;
    [[nodiscard]] metric per_year();
    [[nodiscard]] metric per_job_year();
    [[nodiscard]] metric share_of_gdp();
    [[nodiscard]] metric total_of_gdp();
    [[nodiscard]] metric present_value();
    [[nodiscard]] metric equivalent_annual_cost();
    void at_one_rate(metric& cost, const metric& total, const metric& life) const;
    [[nodiscard]] metric peak_year();
    [[nodiscard]] metric public_total();
    [[nodiscard]] metric private_total();

    const resolved_investment* what_;
    currency_code to_;
    bool in_target_;
    std::vector<named_metric> known_;
};

}  // namespace outlay
